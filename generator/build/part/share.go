package part

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Share is which part of how many.
type Share struct {
	Number int // from 1
	Of     int
}

// mostParts bounds into how many parts a site is divided. Each reads the list of all bodies.
const mostParts = 1000

var written = regexp.MustCompile(`^([0-9]{1,4})/([0-9]{1,4})$`)

// ParseShare reads 2/4, the second of four. The error is for the person who typed it.
func ParseShare(text string) (Share, error) {
	m := written.FindStringSubmatch(text)
	if m == nil {
		return Share{}, fmt.Errorf("--shard 后面要写“第几部分/共几部分”，例如 2/4，不能是“%s”", text)
	}
	number, _ := strconv.Atoi(m[1]) // four digits at most
	of, _ := strconv.Atoi(m[2])
	switch {
	case of < 1 || of > mostParts:
		return Share{}, fmt.Errorf("--shard %s：可以分成 1 到 %d 部分，不能是 %d", text, mostParts, of)
	case number < 1 || number > of:
		return Share{}, fmt.Errorf("--shard %s：共 %d 部分，要写的是第 1 到第 %d 部分里的一个，不能是 %d", text, of, of, number)
	}
	return Share{number, of}, nil
}

// String is how a share is typed.
func (s Share) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// Weight is what a body costs.
type Weight struct {
	Name  string
	Bytes int64
}

// Choose is which bodies are of the share, in the order in which they were given. Every machine
// that is told of the same bodies comes to the same: the largest goes first, each to the part
// that has least so far. A body is never divided, because a year is read beside the one before.
func (s Share) Choose(bodies []Weight) []bool {
	order := make([]int, len(bodies))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(bodies[b].Bytes, bodies[a].Bytes), cmp.Compare(bodies[a].Name, bodies[b].Name))
	})
	loads := make([]int64, s.Of)
	ours := make([]bool, len(bodies))
	for _, i := range order {
		least := slices.Index(loads, slices.Min(loads))
		loads[least] += max(bodies[i].Bytes, 1) // bodies without a report are shared out too
		ours[i] = least == s.Number-1
	}
	return ours
}
