package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// numbersListed reads the numerals of a list of which only the last has a unit, and gives where the list ends: 0.6、7.2个百分点
// and, behind 分别, 12、15、3件 are one number for each of several things; 3、4万册 is a range. It is 0 for
// other numerals with 、 between them.
func (s *scanner) numbersListed(m *mark, c int) int {
	const most = 8
	list := []mark{*m}
	for last := m; last.unit == "" && len(list) < most; last = &list[len(list)-1] {
		at, ok := strings.CutPrefix(s.text[last.numEnd:s.end], "、")
		if !ok && len(list) > 1 {
			at, ok = strings.CutPrefix(s.text[last.numEnd:s.end], "和")
		}
		if !ok || classOf(peek(at, 0)) != arabic {
			return 0
		}
		n, _ := numeral.Scan(at)
		if n.Digits > maxDigits {
			return 0
		}
		list = append(list, s.measure(s.end-len(at), n))
	}
	last := &list[len(list)-1]
	if last.unit == "" || last.end < 0 {
		return 0
	}
	switch {
	case strings.Contains(tail(s.text[s.clauses[c].start:m.start], maxBefore), "分别"), allDecimal(list):
	case len(list) == 2 && s.twoOrThree(&list[0], last):
		list[0].pair, last.pair = lowest, highest
		list[0].next = last.next
	default:
		return 0
	}
	for j := range list {
		o := &list[j]
		o.unit = last.unit
		if o.num.Scale == "" && o.pair == single {
			o.value = s.scaled(o.value, last)
		}
		s.bounded(o, s.clauses[c].start)
		s.add(*o, c)
	}
	return last.end
}

// allDecimal reports whether all numerals of a list are decimals, which number no things.
func allDecimal(list []mark) bool {
	for i := range list {
		if list[i].num.Decimals == 0 {
			return false
		}
	}
	return true
}

// twoOrThree makes one value of what two numerals say in the measure of the second, and reports whether they say that there are
// as many as the one or the other: 3、4千份, 2、3人. Of things that bear numbers (1、2期) they may be the names.
func (s *scanner) twoOrThree(a, b *mark) bool {
	low, ok := numeral.Int(a.value)
	raw := s.text[b.start:b.numEnd]
	if !ok || a.num.Scale != "" || low < 2 || low > 8 || raw[0] != byte('1'+low) || b.num.Digits > 1 {
		return false
	}
	zeros := strings.TrimPrefix(b.value, raw[:1])
	if strings.Trim(zeros, "0") != "" {
		return false
	}
	if zeros == "" && b.num.Scale == "" && !s.UnitsOfPeople.Has(b.unit) && !s.UnitsOfTime.Has(b.unit) && !s.UnitsOfEvents.Has(b.unit) && !s.UnitsOfCases.Has(b.unit) {
		return false
	}
	a.value += zeros
	return true
}

// scaled is a value in the 万 or 亿 that stands only behind the last numeral of its list.
func (s *scanner) scaled(value string, last *mark) string {
	v, ok := numeral.Parse(value)
	if scale := last.num.Scale; ok && scale != "" && !s.isMoney(strings.TrimPrefix(last.unit, scale)) {
		return v.Shift(map[string]int{"万": 4, "亿": 8}[scale]).String()
	}
	return value
}
