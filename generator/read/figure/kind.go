package figure

import (
	"strings"

	"mingfa/generator/report"
)

// isMeasure reports whether a unit measures rather than counts things.
func (g grammar) isMeasure(unit string) bool {
	return g.UnitsOfMeasure.Has(unit) || strings.HasSuffix(unit, "元") && unit != "元"
}

// isRate reports whether a unit is of rates.
func (g grammar) isRate(unit string) bool { return g.UnitsOfRate.Has(unit) }

// namesRate reports whether a name is that of a rate or a ratio.
func (g grammar) namesRate(name string) bool {
	return g.Rates.Suffix(name) > 0 || strings.HasSuffix(name, "比")
}

// kindOf says what a figure measures.
func (g grammar) kindOf(m *mark) report.Kind {
	switch {
	case m.unit == "个百分点":
		return report.KindChange
	case m.changes && m.pair != earlier && m.pair != later:
		return report.KindChange
	case g.isRate(m.unit), m.unit == "倍", m.num.Fraction, m.unit == "" && g.namesRate(m.label):
		return report.KindRate
	case g.UnitsOfMoney.Suffix(numerator(m.unit)) > 0:
		return report.KindAmount
	}
	return report.KindCount
}
