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
	rest  [][]byte // what follows after gaps, in order
	owner int      // index in Catalogue.Indicators; nobody for never
	role  role
	bit   uint64 // of roleAll: which one it is
}

// nobody is the owner of the words of never.
const nobody = -1

// matcher finds the phrases of the catalogue in a text. What they begin with, up
// to a gap, is a tree of characters: from each place of a text on it is followed
// as far as it goes, however many phrases there are.
type matcher struct {
	phrases    []phrase
	heads      [1 << 12]int32 // by a hash of two characters, the first of the nodes for two such; 0 for none
	nodes      []node
	takers     map[measure]takers
	all        []uint64 // bits that each indicator's All needs
	indicators []Indicator
}

// measure is what a figure's indicator must agree with it in.
type measure struct {
	kind report.Kind
	unit string
}

// takers tells of each owner, one further on, whether figures of one measure can
// be its. Nobody takes them all.
type takers []bool

// node is what some phrases begin with: two characters, or more than those of
// the node that leads to it.
type node struct {
	pair  [2]rune // where it is two
	other int32   // the next node for two characters of the same hash, 0 for none
	ends  []end   // of phrases that have no more before their first gap
	next  []edge
}

type end struct{ phrase, owner int32 }

// edge leads to the node that is longer by a character.
type edge struct {
	r  rune
	to int32
}

func newMatcher(never []string, indicators []Indicator) *matcher {
	m := &matcher{nodes: make([]node, 1), takers: map[measure]takers{}, indicators: indicators}
	for _, p := range never {
		m.add(p, nobody, roleNever, 0)
	}
	for i, ind := range indicators {
		for _, unit := range ind.Units {
			m.take(measure{ind.Kind, unit}, i)
		}
		var bits uint64
		for n, p := range ind.All {
			bit := uint64(1) << min(n, 63)
			bits |= bit
			m.add(p, i, roleAll, bit)
		}
		m.all = append(m.all, bits)
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

func (m *matcher) take(of measure, owner int) {
	if m.takers[of] == nil {
		m.takers[of] = make(takers, 1+len(m.indicators))
		m.takers[of][1+nobody] = true
	}
	m.takers[of][1+owner] = true
}

func (m *matcher) add(text string, owner int, role role, bit uint64) {
	p := phrase{owner: owner, role: role, bit: bit}
	first, rest, more := strings.Cut(text, gap)
	for more {
		var part string
		part, rest, more = strings.Cut(rest, gap)
		p.rest = append(p.rest, []byte(plain(part)))
	}
	n := &m.nodes[m.place(plain(first))]
	n.ends = append(n.ends, end{int32(len(m.phrases)), int32(owner)})
	m.phrases = append(m.phrases, p)
}

// place is the node of what a phrase begins with, which is two characters at
// least. It is made where there is none.
func (m *matcher) place(text string) int32 {
	runes := []rune(text)
	at := m.root(runes[0], runes[1])
	if at == 0 {
		head := &m.heads[pairHash(runes[0], runes[1])]
		m.nodes = append(m.nodes, node{pair: [2]rune{runes[0], runes[1]}, other: *head})
		at = int32(len(m.nodes) - 1)
		*head = at
	}
	for _, r := range runes[2:] {
		to := m.nodes[at].child(r)
		if to == 0 {
			m.nodes = append(m.nodes, node{})
			to = int32(len(m.nodes) - 1)
			m.nodes[at].next = append(m.nodes[at].next, edge{r, to})
		}
		at = to
	}
	return at
}

// root is the node of two characters, 0 for none.
func (m *matcher) root(first, second rune) int32 {
	at := m.heads[pairHash(first, second)]
	for at != 0 && m.nodes[at].pair != [2]rune{first, second} {
		at = m.nodes[at].other
	}
	return at
}

// child is the node that a further character leads to, 0 for none.
func (n *node) child(r rune) int32 {
	for _, e := range n.next {
		if e.r == r {
			return e.to
		}
	}
	return 0
}

// pairHash is a place in heads.
func pairHash(first, second rune) uint32 {
	return (uint32(first)*0x9E3779B1 ^ uint32(second)*0x85EBCA6B) >> 20
}

// hit is a phrase found in a figure's words.
type hit struct {
	phrase int32
	text   []byte // what the phrase covers, with what its gaps stand for
}

// find appends the phrases of the takers that are in text to hits: by where they
// start, and of those that start together as they stand in the catalogue.
func (m *matcher) find(hits []hit, text []byte, of takers) []hit {
	first, size := decode(text, 0)
	for at := 0; at+size < len(text); {
		second, next := decode(text, at+size)
		if root := m.root(first, second); root != 0 {
			hits = m.follow(hits, text, at, at+size+next, root, of)
		}
		at += size
		first, size = second, next
	}
	return hits
}

// follow appends the phrases that start at a place of text, of which the first
// two characters, up to end, lead to a node.
func (m *matcher) follow(hits []hit, text []byte, at, end int, place int32, of takers) []hit {
	known := len(hits)
	for place != 0 {
		n := &m.nodes[place]
		for _, e := range n.ends {
			if !of[1+e.owner] {
				continue
			}
			if end := afterGaps(text, end, m.phrases[e.phrase].rest); end >= 0 {
				hits = append(hits, hit{e.phrase, text[at:end]})
			}
		}
		if len(n.next) == 0 || end == len(text) {
			break
		}
		r, size := decode(text, end)
		end += size
		place = n.child(r)
	}
	if len(hits)-known < 2 {
		return hits
	}
	slices.SortFunc(hits[known:], func(a, b hit) int { return int(a.phrase - b.phrase) })
	return hits
}

// decode is the character at a place of text and its size; 0 at the end.
func decode(text []byte, at int) (rune, int) {
	return utf8.DecodeRune(text[at:])
}

// afterGaps is where the last of the parts ends that follow one another in text
// from a place on, -1 when one is missing.
func afterGaps(text []byte, at int, parts [][]byte) int {
	for _, part := range parts {
		found := bytes.Index(text[at:], part)
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
}

// match is the indicators that claim a figure: the ones that are not less
// specific than another. One claim is beaten by a second one
//
//   - if it rests on Short and the second one on Any, or
//   - if both rest on the same and each of its phrases is part of a longer
//     phrase that the second one was found by.
func (m *matcher) match(r *report.Report, f *report.Figure, of takers, s *scratch) []match {
	s.hits = s.hits[:0]
	for i := range s.words {
		s.hits = m.find(s.hits, s.words[i], of)
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
		if rank := m.claim(r, f, p.owner, s.hits); rank != rankNone {
			s.matches = append(s.matches, match{p.owner, rank})
		}
	}
	if len(s.matches) < 2 {
		return s.matches
	}
	return slices.DeleteFunc(slices.Clone(s.matches), func(c match) bool {
		return slices.ContainsFunc(s.matches, func(other match) bool { return m.beats(other, c, s.hits) })
	})
}

// claim is what one indicator makes of the phrases that were found.
func (m *matcher) claim(r *report.Report, f *report.Figure, owner int, hits []hit) rank {
	claimed, all := rankNone, uint64(0)
	for _, h := range hits {
		p := &m.phrases[h.phrase]
		if p.owner != owner {
			continue
		}
		switch p.role {
		case roleNone:
			return rankNone
		case roleAll:
			all |= p.bit
		case roleAny:
			claimed = rankStrong
		case roleShort:
			claimed = max(claimed, rankShort)
		}
	}
	if all != m.all[owner] || claimed == rankShort && !surroundingsOf(r, f).containAny(m.indicators[owner].Context) {
		return rankNone
	}
	return claimed
}

// beats reports whether a is more specific than b.
func (m *matcher) beats(a, b match, hits []hit) bool {
	if a.indicator == b.indicator || a.rank != b.rank {
		return a.rank > b.rank
	}
	for _, hb := range hits {
		if m.supports(hb, b) && !slices.ContainsFunc(hits, func(ha hit) bool {
			return m.supports(ha, a) && len(ha.text) > len(hb.text) && bytes.Contains(ha.text, hb.text)
		}) {
			return false
		}
	}
	return true
}

// supports reports whether a match rests on a phrase.
func (m *matcher) supports(h hit, of match) bool {
	p := &m.phrases[h.phrase]
	return p.owner == of.indicator && (p.role == roleAny && of.rank == rankStrong || p.role == roleShort && of.rank == rankShort)
}

// scratch is memory that one Assign uses again for each figure.
type scratch struct {
	words   words
	hits    []hit
	matches []match
}
