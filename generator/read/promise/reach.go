package promise

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// reach is between which values a figure lies.
type reach struct {
	low, high    numeral.Decimal
	above, below bool // it is more than low, less than high
}

// reachOf is the reach of a figure, in the unit of another.
func reachOf(goal, f *report.Figure) (reach, bool) {
	value, ok := f.Decimal()
	if !ok {
		return reach{}, false
	}
	scale := 0
	if f.Kind == report.KindAmount && f.Unit != goal.Unit {
		scale = moneyScale(f.Unit) - moneyScale(goal.Unit)
	}
	step := numeral.Integer(1).Shift(coarse(f.Value) + scale)
	value = value.Shift(scale)
	now := reach{low: value, high: value, above: f.Bound == report.BoundAbove, below: f.Bound == report.BoundBelow}
	endless := step.Shift(30)
	switch {
	case f.Bound == report.BoundAtLeast, f.Bound == report.BoundAbove:
		now.high = value.Add(endless)
	case f.Bound == report.BoundAtMost, f.Bound == report.BoundBelow:
		now.low = value.Sub(endless)
	case isOver(f):
		now.above, now.high = true, value.Add(step).Sub(step.Shift(-3)) // 20余 is less than 30
	case f.Approx == "近":
		now.low = value.Sub(step) // it is less, and near: nobody says of 近60场 that it is not 60场
	case f.Approx != "":
		now.low, now.high = value.Sub(step), value.Add(step)
	}
	return now, true
}

// coarse is the power of ten of the last digit of a value that is not zero: 1 of 360.
func coarse(value string) int {
	whole, decimals, _ := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		return -len(decimals)
	}
	return len(whole) - len(strings.TrimRight(whole, "0"))
}
