package indicator

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// role is what a phrase does for its indicator.
type role uint8

const (
	roleAny role = iota
	roleAll
	roleNone
	roleShort
	roleNever
)

// phrase is one word of the catalogue in plain form.
type phrase struct {
	parts [][]byte // one, or more with a gap between each two
	owner int      // index in Catalogue.Indicators; -1 for never
	role  role
	bit   uint64 // of roleAll: which one it is
}

// matcher finds all phrases of the catalogue in a text. They are indexed by
// their first two characters, so that a text costs one look-up a character
// however many phrases there are.
type matcher struct {
	phrases    []phrase
	byStart    map[uint64][]int32
	starts     [1 << 10]uint64 // a bit for each first two characters, so that most of a text costs no look-up
	all        []uint64        // bits that each indicator's All needs
	contexts   [][]string      // of each indicator
	indicators []Indicator
}

func newMatcher(never []string, indicators []Indicator) *matcher {
	m := &matcher{byStart: map[uint64][]int32{}, indicators: indicators}
	for _, p := range never {
		m.add(p, -1, roleNever, 0)
	}
	for i, ind := range indicators {
		var bits uint64
		for n, p := range ind.All {
			bit := uint64(1) << min(n, 63)
			bits |= bit
			m.add(p, i, roleAll, bit)
		}
		m.all = append(m.all, bits)
		m.contexts = append(m.contexts, ind.Context)
		for _, p := range ind.Any {
			m.add(p, i, roleAny, 0)
		}
		for _, p := range ind.None {
			m.add(p, i, roleNone, 0)
		}
		for _, p := range ind.Short {
			m.add(p, i, roleShort, 0)
		}
	}
	return m
}

func (m *matcher) add(text string, owner int, role role, bit uint64) {
	p := phrase{owner: owner, role: role, bit: bit}
	for part := range strings.SplitSeq(text, gap) {
		p.parts = append(p.parts, []byte(plain(part)))
	}
	first, size := utf8.DecodeRune(p.parts[0])
	second, _ := utf8.DecodeRune(p.parts[0][size:])
	key := startKey(first, second)
	m.byStart[key] = append(m.byStart[key], int32(len(m.phrases)))
	word, bit := startBit(first, second)
	m.starts[word] |= bit
	m.phrases = append(m.phrases, p)
}

func startKey(first, second rune) uint64 { return uint64(first)<<32 | uint64(second) }

func startBit(first, second rune) (word int, bit uint64) {
	h := uint32(first)*0x9E3779B1 ^ uint32(second)*0x85EBCA6B
	return int(h >> 22), 1 << (h >> 16 & 63)
}

// hit is a phrase found in a figure's words.
type hit struct {
	phrase int32
	text   []byte // what the phrase covers, with what its gaps stand for
}

// find appends the phrases that are in text to hits.
func (m *matcher) find(hits []hit, text []byte) []hit {
	first, size := utf8.DecodeRune(text)
	for at := 0; at < len(text); {
		second, next := utf8.DecodeRune(text[at+size:])
		if word, bit := startBit(first, second); m.starts[word]&bit != 0 {
			for _, n := range m.byStart[startKey(first, second)] {
				if end := m.phrases[n].end(text, at); end >= 0 {
					hits = append(hits, hit{n, text[at:end]})
				}
			}
		}
		at += size
		first, size = second, next
	}
	return hits
}

// end is where the phrase that starts at a place of text ends, -1 if none does.
func (p *phrase) end(text []byte, at int) int {
	for i, part := range p.parts {
		found := 0
		if i > 0 {
			found = bytes.Index(text[at:], part)
		} else if !bytes.HasPrefix(text[at:], part) {
			found = -1
		}
		if found < 0 {
			return -1
		}
		at += found + len(part)
	}
	return at
}

// rank says how sure a match is.
type rank uint8

const (
	rankNone   rank = iota
	rankShort       // a short phrase in its context
	rankStrong      // a phrase of Any
	rankStaff       // staff have said so
)

// match is an indicator that a figure may be.
type match struct {
	indicator int
	rank      rank
	hits      []hit
}

// match is the indicators that claim a figure: the ones that are not less
// specific than another. One claim is beaten by a second one
//
//   - if it rests on Short and the second one on Any, or
//   - if both rest on the same and each of its phrases is part of a longer
//     phrase that the second one was found by.
func (m *matcher) match(r *report.Report, f *report.Figure, w *words, s *scratch) []match {
	s.hits = s.hits[:0]
	for i := range w {
		s.hits = m.find(s.hits, w[i])
	}
	s.matches = s.matches[:0]
	for _, h := range s.hits {
		p := &m.phrases[h.phrase]
		if p.role == roleNever {
			return nil
		}
		if p.role != roleAny && p.role != roleShort ||
			slices.ContainsFunc(s.matches, func(c match) bool { return c.indicator == p.owner }) {
			continue
		}
		if c := m.claim(r, f, p.owner, s.hits); c.rank != rankNone {
			s.matches = append(s.matches, c)
		}
	}
	if len(s.matches) < 2 {
		return s.matches
	}
	return slices.DeleteFunc(slices.Clone(s.matches), func(c match) bool {
		return slices.ContainsFunc(s.matches, func(other match) bool { return m.beats(other, c) })
	})
}

// claim is what one indicator makes of the phrases that were found.
func (m *matcher) claim(r *report.Report, f *report.Figure, owner int, hits []hit) match {
	ind := &m.indicators[owner]
	c := match{indicator: owner}
	if ind.Kind != f.Kind || !slices.Contains(ind.Units, f.Unit) {
		return c
	}
	var all uint64
	for _, h := range hits {
		p := &m.phrases[h.phrase]
		if p.owner != owner {
			continue
		}
		switch p.role {
		case roleNone:
			return match{indicator: owner}
		case roleAll:
			all |= p.bit
		case roleAny:
			c.rank = rankStrong
		case roleShort:
			c.rank = max(c.rank, rankShort)
		}
	}
	if all != m.all[owner] || c.rank == rankShort && !m.inContext(r, f, owner) {
		return match{indicator: owner}
	}
	want := roleAny
	if c.rank == rankShort {
		want = roleShort
	}
	for _, h := range hits {
		if p := &m.phrases[h.phrase]; p.owner == owner && p.role == want {
			c.hits = append(c.hits, h)
		}
	}
	return c
}

func (m *matcher) inContext(r *report.Report, f *report.Figure, owner int) bool {
	around := surroundingsOf(r, f)
	return slices.ContainsFunc(m.contexts[owner], func(word string) bool { return around.contain(r, word) })
}

// beats reports whether a is more specific than b.
func (m *matcher) beats(a, b match) bool {
	if a.indicator == b.indicator || a.rank != b.rank {
		return a.rank > b.rank
	}
	for _, hb := range b.hits {
		if !slices.ContainsFunc(a.hits, func(ha hit) bool {
			return len(ha.text) > len(hb.text) && bytes.Contains(ha.text, hb.text)
		}) {
			return false
		}
	}
	return true
}

// scratch is memory that one Assign uses again for each figure.
type scratch struct {
	words   words
	hits    []hit
	matches []match
}
