package figure

import (
	"strings"
)

// follows names the second figure of 由A到B, and marks both.
func (l *labeller) follows(m, prev *mark) bool {
	if prev.pair == lowest && m.pair == highest {
		m.label, m.subject, m.carried = prev.label, prev.subject, true
		m.changes = prev.changes
		return true
	}
	if !l.isPair(prev, m) {
		return false
	}
	prev.pair, m.pair = earlier, later
	m.label, m.subject, m.carried = prev.label, prev.subject, true
	return true
}

// isPair reports whether two figures are what a thing was and has become: the
// words before the first end in 由 or 从, those between in 到 or 为.
func (g grammar) isPair(a, b *mark) bool {
	if a.pair != single || a.unit != b.unit && a.unit != "" && b.unit != "" && !(g.UnitsOfTime.Has(a.unit) && g.UnitsOfTime.Has(b.unit)) {
		return false
	}
	between := b.pre
	if between == "" {
		between = a.post
	}
	if len(between) > 48 || between == "" {
		return false
	}
	between = cutTerm(strings.TrimSuffix(between, "的")) // 提高到2025年的
	between = between[:len(between)-g.Averages.Suffix(between)]
	end := g.Becoming.Suffix(between)
	if end == 0 {
		return false
	}
	if _, ok := g.origin(a.pre); ok {
		return true
	}
	// 4个环节压缩为1个
	return a.unit == b.unit && a.unit != "" && !g.isRate(a.unit) && !a.changes && b.post == "" &&
		g.isVerb(between) && g.Changing.Suffix(between[:len(between)-end]) == len(between)-end
}

// origin is the words before the last 由 or 从 near the end of words.
func (g grammar) origin(words string) (string, bool) {
	near := tail(words, 42)
	m, ok := g.Origins.FindLast(near)
	if !ok {
		return words, false
	}
	return words[:len(words)-len(near)+m.Start], true
}

// pairFollows reports whether the mark is the first of 由A到B.
func (l *labeller) pairFollows(m *mark, k, i int) bool {
	s := l.s
	for j := k + 1; j < s.clauses[i].last; j++ {
		if s.marks[j].clause == i {
			return l.isPair(m, &s.marks[j])
		}
	}
	next := s.clauses[i].last
	if next >= len(s.marks) || s.beforeComma(next) != m {
		return false
	}
	second := s.marks[next]
	second.pre = tidy(tail(s.text[s.clauses[second.clause].start:second.start], maxBefore))
	return l.opensLater(second.pre) && l.isPair(m, &second)
}

// beforeComma is the last mark of the clause before that of mark k, when k is
// the first of its own and a comma parts them: 由2022年的310人次，增加到504人次.
func (s *scanner) beforeComma(k int) *mark {
	i := s.marks[k].clause
	if k == 0 || s.marks[k-1].clause != i-1 || s.clauses[i-1].stop != '，' || s.clauses[i-1].inBrackets != s.clauses[i].inBrackets {
		return nil
	}
	return &s.marks[k-1]
}

// opensLater reports whether words can go on with what a thing has become.
func (g grammar) opensLater(words string) bool {
	return g.isVerb(words) || g.BecomingOpenings.Prefix(words) > 0
}
