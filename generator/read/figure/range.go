package figure

import (
	"cmp"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// rangeStart reads the first numeral of 3至5个, 10—15% or 1.2和3.6个百分点, which takes
// the unit of the second, and both as marks. It gives 0 when there are no such
// two.
func (s *scanner) rangeStart(m *mark, c int) int {
	r, w := runeOrNone(s.text, m.numEnd)
	switch r {
	case '至', '到', '-', '—', '–', '～', '~', '－', '和', '与':
	case '、':
		return s.numbersListed(m, c)
	default:
		return 0
	}
	at := m.numEnd + w
	if r == '—' && peek(s.text, at) == '—' {
		at += w
	}
	if classOf(peek(s.text, at)) != arabic {
		return 0
	}
	n, _ := numeral.Scan(s.text[at:])
	if n.Digits > maxDigits {
		return 0
	}
	second := s.measure(at, n)
	if second.end < 0 {
		s.settle(m.start, -second.end, report.ReasonName)
		return -second.end
	}
	if second.unit == "" {
		return 0
	}
	m.unit = second.unit
	if r != '和' && r != '与' { // of 1.2和3.6个百分点 neither bounds the other
		m.pair, second.pair = lowest, highest
	}
	if m.num.Scale == "" {
		m.value = s.scaled(m.value, &second)
	}
	if m.pair != single {
		m.next = second.next
	}
	if s.isThreshold(s.text, &second) || s.isClassRange(&second) {
		s.settle(m.start, second.end, report.ReasonClass)
		return second.end
	}
	s.bounded(m, s.clauses[c].start)
	s.bounded(&second, s.clauses[c].start)
	s.boundRange(m, &second)
	s.add(*m, c)
	s.add(second, c)
	return second.end
}

// boundRange gives the words that bound a range to both of its ends, as neither
// is stated without the other: 不超过3至5天, 3至5天以内. Only one end is bounded: what
// takes at most 3 to 5 days takes at most 5.
func (s *scanner) boundRange(low, high *mark) {
	if low.pair == single || low.words.Len()+high.words.Len() == 0 {
		return
	}
	words := report.Span{Start: min(low.start, cmp.Or(low.words.Start, low.start)), End: max(high.end, high.words.End)}
	bound := cmp.Or(low.bound, high.bound)
	low.bound, high.bound, low.words, high.words = "", "", words, words
	switch bound {
	case report.BoundBelow, report.BoundAtMost:
		high.bound = bound
	default:
		low.bound = bound
	}
}

// closeRange pairs a figure with the one before it in 5%—5.5%.
func (s *scanner) closeRange(m *mark, i, c int) {
	if len(s.marks) == 0 {
		return
	}
	prev := &s.marks[len(s.marks)-1]
	if prev.clause != c || prev.unit != m.unit || prev.pair != single || i <= prev.end {
		return
	}
	switch s.text[prev.end:i] {
	case "—", "——", "-", "–", "～", "~", "－", "至", "到":
		prev.pair, m.pair = lowest, highest
	}
}

// standsAlone reports whether a numeral without a unit is data all the same:
// what stands before says that a value follows, and nothing follows.
func (s *scanner) standsAlone(m *mark, c int) bool {
	if m.num.Fraction {
		return true
	}
	after := peek(s.text, m.next)
	if report.IsHan(after) && m.num.Digits <= 9 && s.changesFrom(s.text[:m.start], s.text[m.next:]) {
		return true // 由2.42缩小至2.12
	}
	if after != 0 && (report.IsHan(after) || isLetter(after) || classOf(after) == quote) || m.num.Digits > 9 {
		return false
	}
	switch after {
	case '-', '—', '～', '/', '.', ':', '：', '+', '·', '@', '－', '–', '~', '*':
		return false
	}
	words := s.text[s.clauses[c].start:m.start]
	if m.start > m.numEnd-m.num.Size { // an approximation stands before
		return true
	}
	return s.AnnouncesValue.Suffix(words) > 0
}

// changesFrom reports whether a numeral without a unit is what a thing was: 由
// or 从 stands before it and a verb with 到 or 至 after it.
func (g grammar) changesFrom(before, after string) bool {
	if _, ok := g.origin(tail(before, 60)); !ok {
		return false
	}
	near := head(after, 18)
	return strings.Contains(near, "至") || strings.Contains(near, "到") || strings.Contains(near, "为")
}
