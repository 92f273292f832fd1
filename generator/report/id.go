package report

import "strconv"

// IDs hands out ids that stay the same while the text they are made from
// does, wherever else the report is edited. The zero value is ready to use.
type IDs struct{ seen map[string]int }

// Make returns prefix and eight hexadecimal digits of a hash of text, and -2,
// -3, … for the second and third text that is the same.
func (ids *IDs) Make(prefix, text string) string {
	const offset64, prime64 = 14695981039346656037, 1099511628211
	h := uint64(offset64)
	for i := 0; i < len(text); i++ { // FNV-1a, without the allocation of hash/fnv
		h = (h ^ uint64(text[i])) * prime64
	}
	h ^= h >> 32
	digits := strconv.FormatUint(uint64(uint32(h))|1<<32, 16)[1:]
	id := prefix + digits
	if ids.seen == nil {
		ids.seen = map[string]int{}
	}
	ids.seen[id]++
	if n := ids.seen[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
