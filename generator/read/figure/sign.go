package figure

import (
	"mingfa/generator/report"
	"strings"
)

// isMinus reports whether r is written for a minus sign.
func isMinus(r rune) bool { return r == '-' || r == '－' || r == '−' || r == '﹣' }

// sign reads the sign before a numeral: -8.5%, －3℃, 负8.5%, 零下8摄氏度. It is false
// where a mark may be a sign or a dash, so that nobody can tell the value:
// 调解员-12名, ±0.5%.
func (s *scanner) sign(m *mark, clauseStart int) (sure bool) {
	if word, ok := s.NegativeBefore.EndingAt(s.text, m.start); ok && word.Start >= clauseStart {
		if strings.HasSuffix(s.text[:word.Start], "正") {
			return false // 正负3℃
		}
		s.negate(m, word.Start)
		return true
	}
	r, w := before(s.text, m.start)
	at := m.start - w
	apart := r == ' ' && at > clauseStart // - 8.5%
	if apart {
		r, w = before(s.text, at)
		at -= w
	}
	if at < clauseStart {
		return true
	}
	words := s.text[clauseStart:at]
	q, _ := before(s.text, at)
	switch {
	case r == '±' || r == '∓':
		return false
	case r == '+' || r == '＋':
		if !apart && report.IsHan(q) {
			m.start = at
		}
		return true
	case r == '–' || r == '—' && q != '—':
		return apart || !report.IsHan(q) || !s.isRate(m.unit) // a dash, but for what has changed: 同比—8.5%
	case !isMinus(r) || s.adjoins(at):
		return true // of 5个-8个 the second is no negative number
	case apart:
		return strings.TrimSpace(words) == "" // the mark of an item
	}
	switch isCount := m.unit != "" && !s.isRate(m.unit) && s.UnitsOfMoney.Suffix(m.unit) == 0 && !s.UnitsSigned.Has(m.unit); {
	case report.IsHan(q) && isCount && !s.saysOfChange(words):
		return false
	case report.IsHan(q), q == '～', q == '~', !isCount && (q == 0 || isSpace(q) || classOf(q) == pause || classOf(q) == stop || classOf(q) == bracket || classOf(q) == quote):
		s.negate(m, at)
		return true
	}
	return q == '-' || q == '—' || classOf(q) == arabic || isLetter(q) // a dash, or a range
}

// negate makes a mark negative, with the sign that starts at an offset.
func (s *scanner) negate(m *mark, at int) {
	m.start = at
	if m.value != "0" {
		m.value = "-" + m.value
	}
}

// saysOfChange reports whether words announce by how much a thing has changed, or
// what its value is, so that a mark after them is a minus sign.
func (g grammar) saysOfChange(words string) bool {
	return g.Rises.In(words) || g.Falls.In(words) || g.Changing.Suffix(words) > 0 ||
		g.Compared.Suffix(words) > 0 || g.ColumnsOfChanges.Suffix(words) > 0 || g.YearOnYear.Suffix(words) > 0 || g.AnnouncesValue.Suffix(words) > 0
}
