package report

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"strconv"
)

// IDs hands out ids that stay the same while the text they are made from
// does, wherever else the report is edited. The zero value is ready to use.
type IDs struct{ times map[hashed]int }

// hashed is what an id begins with.
type hashed struct {
	letter byte
	sum    uint32
}

// Make returns a letter and eight hexadecimal digits of a hash of text, and -2,
// -3, … for the second and third text that is the same. Several parts are one
// text, without the need to put them together.
func (ids *IDs) Make(letter byte, text ...string) string {
	h := fnv.New64a()
	for _, part := range text {
		h.Write([]byte(part))
	}
	sum := h.Sum64()
	key := hashed{letter, uint32(sum ^ sum>>32)}
	id := hex.AppendEncode([]byte{letter}, binary.BigEndian.AppendUint32(nil, key.sum))
	if ids.times == nil {
		ids.times = map[hashed]int{}
	}
	ids.times[key]++
	if n := ids.times[key]; n > 1 {
		id = strconv.AppendInt(append(id, '-'), int64(n), 10)
	}
	return string(id)
}
