package search

import (
	"fmt"
	"hash/fnv"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// A term's number is a hash of 24 bits; its first bits say which part of the term
// index it is in, the rest is its key there. Terms of one hash share an entry,
// which costs a text fetched in vain now and then (at 2,000 terms a report, one
// report in 8,000) and keeps the generator from holding a dictionary.
const termBits = 24

// termOf is the number of a term: FNV-1a, its upper bits folded onto the others.
// static/js/search-index.js reckons the same.
func termOf(text []byte) uint32 {
	h := fnv.New32a()
	h.Write(text)
	sum := h.Sum32()
	return sum>>termBits ^ sum&(1<<termBits-1)
}

// themeTerm is the term that each report with a figure of a theme holds. It is
// longer than those of texts.
func themeTerm(theme int) uint32 { return termOf(fmt.Appendf(nil, "theme %d", theme)) }

// eachTerm calls use with the terms of a folded text: each character, each two
// that stand beside each other, and each number. A query has no space, so that a
// space is in none; one beside a number is not there: 1.2 万 件 is found as 1.2万件.
func eachTerm(folded []rune, use func(term uint32)) {
	text := make([]byte, 0, 2*utf8.UTFMax)
	pair := func(a, b rune) {
		text = utf8.AppendRune(utf8.AppendRune(text[:0], a), b)
		use(termOf(text))
	}
	end := 0 // of the last number
	for i, r := range folded {
		if isSpace(r) {
			continue
		}
		text = utf8.AppendRune(text[:0], r)
		use(termOf(text))
		switch {
		case i == 0:
		case !isSpace(folded[i-1]):
			pair(folded[i-1], r)
		case i > 1 && !isSpace(folded[i-2]) && (ofNumber(folded[i-2]) || ofNumber(r)):
			pair(folded[i-2], r)
		}
		if i >= end && isDigit(r) {
			end = i + eachNumber(folded[i:], use)
		}
	}
}

func isSpace(r rune) bool  { return r == ' ' || r == '\t' }
func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func ofNumber(r rune) bool { return isDigit(r) || r == '万' || r == '亿' || r == '%' }

// postings are ascending numbers as the page reads them: each as its distance from
// the one before, and n more that follow one another as -n. Where the first one's
// distance is from -1, 0 1 2 3 9 is 1,-3,6.
type postings struct {
	list []int
	last int // number; before the first one, from where its distance counts
}

// add adds a number that is greater than the last one.
func (p *postings) add(n int) {
	switch end := len(p.list) - 1; {
	case end < 0 || n > p.last+1:
		p.list = append(p.list, n-p.last)
	case p.list[end] < 0:
		p.list[end]--
	default:
		p.list = append(p.list, -1)
	}
	p.last = n
}

// termIndex gathers which reports hold which terms: 8 bytes for each term of each
// report.
type termIndex struct {
	buckets [1 << mostBits][]holding // by the first bits of the term, each in the order of reports
}

// termSet gathers the terms of one report: a table of twice as many slots as there are terms,
// which stays in the processor's cache. (A bit for each of all terms is 2 MB, and looking into it
// takes three times as long.)
type termSet struct {
	terms []uint32 // each once
	slots []uint32 // each term plus one, at its last bits or in the next slot that is free; 0 is free
}

// leastSlots is how many slots there are at first, enough for most reports.
const leastSlots = 1 << 13

// note adds a term. Most have been noted before: a report has some 2,000 terms and names each
// three or four times.
func (s *termSet) note(term uint32) {
	if 2*len(s.terms) >= len(s.slots) {
		s.grow()
	}
	if at := s.slot(term); s.slots[at] == 0 {
		s.slots[at] = term + 1
		s.terms = append(s.terms, term)
	}
}

// slot is where a term is, or belongs.
func (s *termSet) slot(term uint32) int {
	last := len(s.slots) - 1
	at := int(term) & last
	for s.slots[at] != 0 && s.slots[at] != term+1 {
		at = (at + 1) & last
	}
	return at
}

// grow makes twice as many slots.
func (s *termSet) grow() {
	s.slots = make([]uint32, max(leastSlots, 2*len(s.slots)))
	for _, term := range s.terms {
		s.slots[s.slot(term)] = term + 1
	}
}

// take gives the terms, and makes the set empty.
func (s *termSet) take() []uint32 {
	terms := slices.Clone(s.terms)
	clear(s.slots)
	s.terms = s.terms[:0]
	return terms
}

// holding is the number of a term and the ordinal of a report that holds it, in
// this order of their bits.
type holding uint64

func (h holding) term() uint32 { return uint32(h >> 32) }
func (h holding) ordinal() int { return int(uint32(h)) }

// add says which terms a report has. Reports come one after another.
func (x *termIndex) add(ordinal int, terms []uint32) {
	for _, term := range terms {
		b := &x.buckets[term>>(termBits-mostBits)]
		*b = append(*b, holding(term)<<32|holding(ordinal))
	}
}

// sort puts the buckets in order, and says into how many parts they are to be
// written: the base-2 logarithm of the number. A part has about 6 bytes for each
// term and run of reports.
func (x *termIndex) sort() (partBits int) {
	const partSize = 32 << 10
	runs := 0
	for _, b := range x.buckets {
		slices.Sort(b)
		for i := range b {
			if i == 0 || b[i] != b[i-1]+1 {
				runs++
			}
		}
	}
	return min(bits.Len(uint(runs*6/partSize)), mostBits)
}

// mostBits bounds the number of parts: 1,024. As many buckets fit into a
// processor's cache with what stands at their ends.
const mostBits = 10

// partFile is a part of the term index, <n>.json:
//
//	{"version":"…","terms":{"1234":[1,-9,5],…}}
//
// A list names the ordinals of the reports that hold the term, as postings.
type partFile struct {
	Version string           `json:"version"`
	Terms   map[uint32][]int `json:"terms"`
}

// part is the terms of part n, each by its key there.
func (x *termIndex) part(n, partBits int) map[uint32][]int {
	terms := map[uint32][]int{}
	width := 1 << (mostBits - partBits) // buckets that make a part
	for _, b := range x.buckets[n*width : (n+1)*width] {
		for len(b) > 0 {
			term, list := b[0].term(), postings{last: -1}
			for len(b) > 0 && b[0].term() == term {
				list.add(b[0].ordinal())
				b = b[1:]
			}
			terms[term&(1<<(termBits-partBits)-1)] = list.list
		}
	}
	return terms
}
