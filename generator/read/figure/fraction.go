package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// ratio reads the second half of 2.81∶1.
func (s *scanner) ratio(m *mark) {
	r, w := runeOrNone(s.text, m.end)
	if r != '∶' && r != ':' && r != '：' {
		return
	}
	if classOf(peek(s.text, m.end+w)) != arabic {
		return
	}
	second, _ := numeral.Scan(s.text[m.end+w:])
	value, ok := quotient(m.num.Value, second.Value)
	if !ok {
		return
	}
	m.value = value.String()
	m.numEnd += w + second.Size
	m.end, m.next = m.numEnd, m.numEnd
	m.num.Fraction = true
}

// vulgar reads the second half of 1/3, a share. 24/7 and 9/10月 are none.
func (s *scanner) vulgar(m *mark) {
	if peek(s.text, m.end) != '/' || m.num.Digits > 2 || m.num.Size > 2 {
		return
	}
	if prev, _ := before(s.text, m.start); !report.IsHan(prev) {
		return
	}
	second, ok := numeral.Scan(s.text[m.end+1:])
	if !ok || !second.Arabic || second.Digits > 2 || second.Size > 2 {
		return
	}
	end := m.end + 1 + second.Size
	if next := peek(s.text, end); isLetter(next) || strings.ContainsRune("/月日号年.-", next) || s.matchUnit(s.text[end:]) != "" {
		return
	}
	value, ok := quotient(m.num.Value, second.Value)
	if !ok || value.Cmp(numeral.Integer(1)) >= 0 {
		return
	}
	m.value, m.numEnd, m.end, m.next = value.String(), end, end, end
	m.num.Fraction = true
}

// quotient is a ÷ b to four decimals.
func quotient(a, b string) (numeral.Decimal, bool) {
	x, okX := numeral.Parse(a)
	y, okY := numeral.Parse(b)
	rounded, _, ok := numeral.Divide(x, y, 4)
	return rounded, okX && okY && ok
}
