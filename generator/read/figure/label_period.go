package figure

import "strings"

// tellPeriods puts before a label the time that its clause opens with, where the
// number is not of the whole year (上半年执法检查), or where another number of the sentence has
// the same label (今年受理案件, 累计受理案件).
func (l *labeller) tellPeriods() {
	s := l.s
	for k := range s.marks {
		m := &s.marks[k]
		if m.label == "" || m.changes || l.Periods.Prefix(m.label) > 0 {
			continue
		}
		period, always := l.periodOf(m)
		if period == "" || strings.Contains(m.label, period) || !always && !l.sharesLabel(k) {
			continue
		}
		m.period = period
	}
	for k := range s.marks {
		if m := &s.marks[k]; m.period != "" {
			m.label = saidOnce(l.shorten(m.period + m.label))
		}
	}
}

// periodOf is the time that the clause of a mark opens with, or that stands alone
// before it (去年，全县办理案件12件), and whether it is not the year that the report is about.
func (l *labeller) periodOf(m *mark) (period string, always bool) {
	s := l.s
	c := &s.clauses[m.clause]
	words := strings.TrimLeft(s.text[c.start:m.start], " 　")
	if rest := strings.TrimLeft(words, "0123456789"); len(words)-len(rest) == len("2024") && strings.HasPrefix(rest, "年") {
		words = rest[len("年"):] // 2024年上半年
	}
	if n := l.Periods.Prefix(words); n > 0 {
		return words[:n], true
	}
	if i := m.clause - 1; i >= 0 && s.clauses[i].last == 0 && s.clauses[i].sentence == c.sentence {
		before := strings.Trim(s.text[s.clauses[i].start:s.clauses[i].end], " 　")
		if before != "" && l.Periods.Prefix(before) == len(before) {
			return before, true
		}
	}
	return words[:l.PeriodsToTell.Prefix(words)], false
}

// sharesLabel reports whether another mark of the sentence has the label and unit of
// mark k and speaks of another time.
func (l *labeller) sharesLabel(k int) bool {
	const reach = 12 // marks on either side
	s := l.s
	m := &s.marks[k]
	for j := max(0, k-reach); j < min(len(s.marks), k+reach+1); j++ {
		o := &s.marks[j]
		if j == k || o.label != m.label || o.unit != m.unit || o.clause == m.clause || s.clauses[o.clause].sentence != s.clauses[m.clause].sentence {
			continue
		}
		return true
	}
	return false
}
