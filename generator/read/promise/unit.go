package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// sameUnit reports whether two figures count alike.
func (p *page) sameUnit(a, b *report.Figure) bool {
	if a.Unit == b.Unit || p.words.SameUnit(a.Unit, b.Unit) || p.words.UnitsOfPeople.Has(a.Unit) && p.words.UnitsOfPeople.Has(b.Unit) {
		return true
	}
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind == report.KindAmount {
		return moneyScale(a.Unit) >= 0 && moneyScale(b.Unit) >= 0
	}
	if a.Kind != report.KindCount {
		return false
	}
	if p.words.UnitsOfEvents.Has(a.Unit) && p.words.UnitsOfEvents.Has(b.Unit) {
		return utf8.RuneCountInString(a.Unit) == 1 && utf8.RuneCountInString(b.Unit) == 1 || a.Unit != "" && strings.HasPrefix(b.Unit, a.Unit) || b.Unit != "" && strings.HasPrefix(a.Unit, b.Unit)
	}
	return p.isThing(a.Unit) && p.isThing(b.Unit) && (a.Unit == "个" || b.Unit == "个")
}

// isThing reports whether a unit counts things, for which 个 may stand as well.
func (p *page) isThing(unit string) bool {
	w := p.words
	return unit != "" && !w.UnitsOfPeople.Has(unit) && !w.UnitsOfTime.Has(unit) && !w.UnitsOfEvents.Has(unit) && !w.UnitsOfMeasure.Has(unit)
}

// moneyScale is by how many powers of ten a unit of money is more than one 元; -1 for other
// money.
func moneyScale(unit string) int {
	switch unit {
	case "元":
		return 0
	case "万元":
		return 4
	case "亿元":
		return 8
	}
	return -1
}
