package chart

import (
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// value is a figure's value for drawing. ok is false where nothing can be
// drawn: no number, less than nothing, or a value that is only said to be less
// than one (不足4名): any length up to that may be too long, so it is a plain row. Of
// 90%以上 the bar goes to 90, which is sure.
type value struct {
	v  float64
	ok bool
}

func drawn(f *report.Figure) value {
	d, ok := f.Decimal()
	if !ok || d.Sign() < 0 || f.Bound == report.BoundBelow || f.Bound == report.BoundAtMost {
		return value{}
	}
	return value{d.Float64(), true}
}

// inScale is d as the two figures print their numbers: in 万 or 亿 where both do.
func inScale(d numeral.Decimal, f, g *report.Figure) string {
	for _, scale := range [...]struct {
		word  string
		zeros int
	}{{"亿", 8}, {"万", 4}} {
		if printedIn(f, scale.word) && printedIn(g, scale.word) {
			return d.Shift(-scale.zeros).String() + scale.word
		}
	}
	return d.String()
}

// printedIn reports whether the numeral of a figure ends in 万 or 亿.
func printedIn(f *report.Figure, scale string) bool {
	return strings.HasSuffix(strings.TrimSuffix(f.Raw, f.Approx), scale)
}

// number is the value of a figure for a calculation that is shown: 4091万, not
// 40910000.
func number(f *report.Figure) string {
	if d, ok := f.Decimal(); ok {
		return inScale(d, f, f)
	}
	return f.Value
}

// Width is v as a percentage of whole with at most one decimal, "0" when both
// are zero. A value that is not zero is never drawn as nothing.
func Width(v, whole float64) string {
	if v <= 0 || whole <= 0 {
		return "0"
	}
	return Decimal(min(max(v/whole*100, 0.1), 100))
}

// share is part as a percentage of whole, rounded to one decimal, without %; "0" where there is
// none. A half goes up, as reports round it: 201 of 400 are 50.3. Both are exact, since 201 ÷ 400 × 1000
// as a float64 is a little less than 502.5.
func share(part, whole numeral.Decimal) string {
	rounded, _, ok := numeral.Percent(part, whole, 1)
	if !ok {
		return "0"
	}
	return rounded.String()
}

// Decimal prints v with one decimal, and without one when it is zero.
func Decimal(v float64) string { return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0") }
