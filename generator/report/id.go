package report

import (
	"encoding/binary"
	"encoding/hex"
	"strconv"
)

// IDs hands out ids that stay the same while the text they are made from
// does, wherever else the report is edited. The zero value is ready to use.
type IDs struct{ seen map[string]int }

// Make returns prefix and eight hexadecimal digits of a hash of text, and -2,
// -3, … for the second and third text that is the same. Several parts are one
// text, without the need to put them together.
func (ids *IDs) Make(prefix string, text ...string) string {
	const offset64, prime64 = 14695981039346656037, 1099511628211
	h := uint64(offset64)
	for _, part := range text {
		for i := 0; i < len(part); i++ { // FNV-1a, without the allocation of hash/fnv
			h = (h ^ uint64(part[i])) * prime64
		}
	}
	var sum [4]byte
	binary.BigEndian.PutUint32(sum[:], uint32(h^h>>32))
	var room [16]byte
	id := string(hex.AppendEncode(append(room[:0], prefix...), sum[:]))
	if ids.seen == nil {
		ids.seen = make(map[string]int, 64) // most reports have more
	}
	n := ids.seen[id] + 1
	ids.seen[id] = n
	if n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
