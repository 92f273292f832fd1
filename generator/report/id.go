package report

import (
	"fmt"
	"hash/fnv"
	"strconv"
)

// IDs hands out ids that stay the same while the text they are made from
// does, wherever else the report is edited. The zero value is ready to use.
type IDs struct{ times map[string]int } // by what an id begins with

// Make returns a letter and eight hexadecimal digits of a hash of text, and -2,
// -3, … for the second and third text that is the same. Several parts are one
// text, without the need to put them together.
func (ids *IDs) Make(letter byte, text ...string) string {
	h := fnv.New64a()
	for _, part := range text {
		h.Write([]byte(part))
	}
	sum := h.Sum64()
	id := fmt.Sprintf("%c%08x", letter, uint32(sum^sum>>32))
	if ids.times == nil {
		ids.times = map[string]int{}
	}
	ids.times[id]++
	if n := ids.times[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
