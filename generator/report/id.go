package report

import "strconv"

// IDs hands out ids that stay the same while the text they are made from
// does, wherever else the report is edited. The zero value is ready to use.
type IDs struct{ seen map[uint64]int } // by the letter and the hash

// Make returns a letter and eight hexadecimal digits of a hash of text, and -2,
// -3, … for the second and third text that is the same. Several parts are one
// text, without the need to put them together.
func (ids *IDs) Make(letter byte, text ...string) string {
	const offset64, prime64 = 14695981039346656037, 1099511628211
	h := uint64(offset64)
	for _, part := range text {
		for i := 0; i < len(part); i++ { // FNV-1a, without the allocation of hash/fnv
			h = (h ^ uint64(part[i])) * prime64
		}
	}
	sum := uint32(h ^ h>>32)
	if ids.seen == nil {
		ids.seen = make(map[uint64]int, 64) // most reports have more
	}
	key := uint64(letter)<<32 | uint64(sum)
	n := ids.seen[key] + 1
	ids.seen[key] = n
	var room [32]byte
	id := append(room[:0], letter)
	for shift := 28; shift >= 0; shift -= 4 {
		id = append(id, "0123456789abcdef"[sum>>shift&0xf])
	}
	if n > 1 {
		id = strconv.AppendInt(append(id, '-'), int64(n), 10)
	}
	return string(id)
}
