package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// spoken reads an amount as speech has it, with 个 before 亿: 2个亿, 1.5个亿元,
// 三个多亿. Of 12个亿元项目 and 2个亿吨级港口 the things are counted; where either can
// be meant (3个亿元的项目, 2个亿立方米) nobody can tell, and the mark has no unit. at is
// where the words after the numeral begin; ok is false where they say nothing of
// the kind.
func (s *scanner) spoken(m *mark, at int) (ok bool) {
	rest := s.text[at:]
	more := 0
	for _, word := range [...]string{"多", "余"} {
		if strings.HasPrefix(rest, word+"个亿") {
			m.approx, more = word, len(word)
		}
	}
	rest = rest[more:]
	size := len("个亿")
	switch {
	case strings.HasPrefix(rest, "个亿"):
	case strings.HasPrefix(rest, "个多亿"), strings.HasPrefix(rest, "个余亿"):
		m.approx, size = rest[len("个"):len("个多")], len("个多亿")
	default:
		return false
	}
	after := rest[size:]
	money := s.UnitsOfMoney.Prefix(after)
	next := peek(after, money)
	whole := m.num.Decimals == 0
	switch unit := s.matchUnit(after); {
	case next == '级', money > 0 && whole && report.IsHan(next) && next != '的' && next != '左':
		return false // the things of a size are counted
	case money == 0 && unit != "":
		if peek(after, len(unit)) == '级' || whole && report.IsHan(peek(after, len(unit))) {
			return false
		}
		return s.unsure(m)
	case whole && (money > 0 && next == '的' || strings.HasPrefix(after[money:], "以")):
		return s.unsure(m)
	}
	value, _ := numeral.Parse(m.num.Value)
	m.num.Scale, m.spoken = "亿", true
	if money > 0 {
		m.unit = "亿" + after[:money]
	} else {
		m.value, m.numEnd = value.Shift(8).String(), at+more+size
	}
	m.end = at + more + size + money
	m.next = m.end
	s.approxAfter(m)
	return true
}

// unsure leaves a mark without a unit, so that it is reported.
func (s *scanner) unsure(m *mark) bool {
	m.unit, m.end, m.next = "", m.numEnd, m.numEnd
	m.unsure = true
	return true
}
