package check

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// Origin says whose report a text is.
type Origin struct {
	Slug  string   // of the body, its folder
	Names []string // of the body, as in Input.Body
	Year  int
	Path  string // as it is shown
}

// Sketch is what is kept of a report to compare others with it: a number for each
// of its clauses, some kilobytes.
type Sketch struct {
	Origin
	named   bool     // it says at its head whose it is
	clauses []uint64 // sorted, each once
	stated  []uint64 // those by which it is found: with digits, and some of the others
}

// SketchOf makes the sketch of a text.
func SketchOf(of Origin, text string) Sketch {
	s := Sketch{Origin: of, named: namesAny(text, of.Names)}
	eachClause(text, placesOf(of.Names), func(c clause) {
		s.clauses = append(s.clauses, c.hash)
		if c.finds() {
			s.stated = append(s.stated, c.hash)
		}
	})
	s.clauses, s.stated = distinct(s.clauses), distinct(s.stated)
	return s
}

// namesAny reports whether a text has one of names at its head.
func namesAny(text string, names []string) bool {
	const head = 1200
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text[:min(len(text), head)], name) })
}

// finds reports whether reports that have a clause in common are found by it. Of
// those without a number one of eight is enough to find a text that is copied.
func (c *clause) finds() bool { return c.digits && c.words || c.size >= 8 && c.hash%8 == 0 }

// distinct sorts numbers and keeps each once, in no more room than they need.
func distinct(list []uint64) []uint64 {
	slices.Sort(list)
	return slices.Clip(slices.Clone(slices.Compact(list)))
}

// has reports whether a clause stands in the text.
func (s *Sketch) has(hash uint64) bool {
	_, found := slices.BinarySearch(s.clauses, hash)
	return found
}

// Neighbours knows the reports of a portal by their sketches, and which of them
// have a clause. It is not changed once it is made.
type Neighbours struct {
	sketches []Sketch
	stated   []statement // by clause
}

// at is the sketch of the report at a path, nil for none.
func (n *Neighbours) at(path string) *Sketch {
	i, found := slices.BinarySearchFunc(n.sketches, path, func(s Sketch, path string) int { return strings.Compare(s.Path, path) })
	if !found {
		return nil
	}
	return &n.sketches[i]
}

// of is the sketch of a body's report on a year, nil for none.
func (n *Neighbours) of(slug string, year int) *Sketch {
	for i := range n.sketches {
		if s := &n.sketches[i]; s.Slug == slug && s.Year == year {
			return s
		}
	}
	return nil
}

// statement says that a report has a clause.
type statement struct {
	clause uint64
	sketch int32
}

// NewNeighbours makes the index of sketches, in whatever order they come.
func NewNeighbours(sketches []Sketch) *Neighbours {
	slices.SortFunc(sketches, func(a, b Sketch) int { return strings.Compare(a.Path, b.Path) })
	n := &Neighbours{sketches: sketches}
	total := 0
	for i := range sketches {
		total += len(sketches[i].stated)
	}
	n.stated = make([]statement, 0, total)
	for i := range sketches {
		for _, hash := range sketches[i].stated {
			n.stated = append(n.stated, statement{hash, int32(i)})
		}
		sketches[i].stated = nil
	}
	slices.SortFunc(n.stated, func(a, b statement) int {
		return cmp.Or(cmp.Compare(a.clause, b.clause), cmp.Compare(a.sketch, b.sketch))
	})
	return n
}

// mostHaving bounds the reports that are looked at for one clause, so that what
// all of a portal state costs no more than what few do.
const mostHaving = 32

// having yields the reports that have a clause, at most as many as are looked at.
func (n *Neighbours) having(hash uint64, yield func(*Sketch)) {
	at := sort.Search(len(n.stated), func(i int) bool { return n.stated[i].clause >= hash })
	for k := 0; k < mostHaving && at+k < len(n.stated) && n.stated[at+k].clause == hash; k++ {
		yield(&n.sketches[n.stated[at+k].sketch])
	}
}
