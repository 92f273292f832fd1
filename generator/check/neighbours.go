package check

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"mingfa/generator/report/pack"
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
	signed  int      // the day under its signature, as signedOn gives it
	clauses []uint64 // sorted, each once
	stated  []uint64 // those by which it is found: with digits, and some of the others
}

// Pack writes or reads a sketch that is in no index yet.
func (s *Sketch) Pack(p *pack.Packer) {
	p.Own(&s.Slug)
	pack.List(p, &s.Names, p.Own)
	p.Int(&s.Year)
	p.Own(&s.Path)
	p.Flag(&s.named)
	p.Int(&s.signed)
	pack.List(p, &s.clauses, p.Fixed)
	pack.List(p, &s.stated, p.Fixed)
}

// SketchOf makes the sketch of a text.
func SketchOf(of Origin, text string) Sketch {
	s := Sketch{Origin: of, named: namesAny(text, of.Names), signed: signedOn(text)}
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
	room     sync.Pool   // of *[]int, a zero for each sketch
}

// at is the sketch of the report at a path, nil for none.
func (n *Neighbours) at(path string) *Sketch {
	i, found := slices.BinarySearchFunc(n.sketches, path, func(s Sketch, path string) int { return strings.Compare(s.Path, path) })
	if !found {
		return nil
	}
	return &n.sketches[i]
}

// Sketch is the sketch of the report at a path, as SketchOf made it.
func (n *Neighbours) Sketch(path string) (Sketch, bool) {
	s := n.at(path)
	if s == nil {
		return Sketch{}, false
	}
	return *s, true
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
	n := &Neighbours{sketches: sketches, room: sync.Pool{New: func() any {
		zeros := make([]int, len(sketches))
		return &zeros
	}}}
	total := 0
	for i := range sketches {
		total += len(sketches[i].stated)
	}
	n.stated = make([]statement, 0, total)
	for i := range sketches {
		for _, hash := range sketches[i].stated {
			n.stated = append(n.stated, statement{hash, int32(i)})
		}
	}
	slices.SortFunc(n.stated, func(a, b statement) int {
		return cmp.Or(cmp.Compare(a.clause, b.clause), cmp.Compare(a.sketch, b.sketch))
	})
	return n
}

// mostHaving bounds the reports that are looked at for one clause, so that what
// all of a portal state costs no more than what few do.
const mostHaving = 32

// having yields the numbers of the sketches that have a clause, at most as many as are looked at.
func (n *Neighbours) having(hash uint64) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		at := sort.Search(len(n.stated), func(i int) bool { return n.stated[i].clause >= hash })
		for k := 0; k < mostHaving && at+k < len(n.stated) && n.stated[at+k].clause == hash; k++ {
			if !yield(n.stated[at+k].sketch) {
				return
			}
		}
	}
}

// Compared is which reports of a portal a report was held against, and what it has in common with
// them. It is all that the findings about a report take from those of other bodies, so that one
// knows by it whether they would be the same now.
type Compared struct {
	slug    string
	year    int
	signed  int // the day under its signature, as signedOn gives it
	clauses []counted
	second  string   // the path of the report that it was compared with once more, without that one's names; "" for none
	again   []uint64 // its clauses then
	result  uint64   // a sum of what it has in common with which
}

// counted is a clause, and what it counts for where reports are found by it; 0 where they are not.
type counted struct {
	hash  uint64
	count int
}

// Pack writes or reads it.
func (c *Compared) Pack(p *pack.Packer) {
	p.Own(&c.slug)
	p.Int(&c.year)
	p.Int(&c.signed)
	pack.List(p, &c.clauses, func(n *counted) {
		p.Fixed(&n.hash)
		p.Int(&n.count)
	})
	p.Own(&c.second)
	pack.List(p, &c.again, p.Fixed)
	p.Fixed(&c.result)
}

// Compare compares a report once more, and tells whether the result is what it was.
func (n *Neighbours) Compare(c *Compared) bool { return c.resultOf(n.candidates(c)) == c.result }

// resultOf is a sum of what the report has in common with others.
func (c *Compared) resultOf(found []*Sketch) uint64 {
	sum := fnv.New64a()
	var said []byte
	for _, s := range found {
		said = fmt.Appendf(said[:0], "%q %q %d %q %t ", s.Slug, s.Names, s.Year, s.Path, s.named)
		for i := range c.clauses {
			said = append(said, s.letter(c.clauses[i].hash))
		}
		if s.Path == c.second {
			said = append(said, ' ')
			for _, hash := range c.again {
				said = append(said, s.letter(hash))
			}
		}
		sum.Write(said)
	}
	return sum.Sum64()
}

// letter tells in a letter whether a clause stands in the text.
func (s *Sketch) letter(hash uint64) byte {
	if s.has(hash) {
		return 'y'
	}
	return 'n'
}

// candidates are the reports that share the most: up to three of other bodies or
// of the body's earlier years. Of two reports on one year the one that was signed
// first is the owner of what both state, and who copied is told.
func (n *Neighbours) candidates(c *Compared) []*Sketch {
	shared := n.room.Get().(*[]int) //nolint:forcetypeassert // nothing else is put there
	defer n.room.Put(shared)
	var met []int32
	for _, clause := range c.clauses {
		if clause.count == 0 {
			continue
		}
		for i := range n.having(clause.hash) {
			if s := &n.sketches[i]; s.Year < c.year || s.Year == c.year && s.Slug != c.slug && !s.signedAfter(c.signed) {
				if (*shared)[i] == 0 {
					met = append(met, i)
				}
				(*shared)[i] += clause.count
			}
		}
	}
	const most = 3
	var first []int32 // of those that share the most, in order
	for _, i := range met {
		at, _ := slices.BinarySearchFunc(first, i, func(i, k int32) int {
			a, b := &n.sketches[i], &n.sketches[k]
			return cmp.Or((*shared)[k]-(*shared)[i], b.Year-a.Year, strings.Compare(a.Path, b.Path))
		})
		if at < most {
			first = slices.Insert(first, at, i)
			first = first[:min(len(first), most)]
		}
	}
	for _, i := range met {
		(*shared)[i] = 0
	}
	found := make([]*Sketch, len(first))
	for k, i := range first {
		found[k] = &n.sketches[i]
	}
	return found
}
