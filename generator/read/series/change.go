package series

import (
	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Change is how a value stands to that of the year before.
type Change struct {
	Difference numeral.Decimal // the later value less the earlier one; in percentage points where both are percentages
	Points     bool            // it is in percentage points
	Percent    string          // Difference in percent of the earlier value, to one decimal, with its sign; "" where there is none
}

// Compare computes the change between two values of a series that has no break
// between them. It is false where the texts do not state it: of an approximation
// (百余) or a bound (不足, 以上) nobody knows by how much it changed, and what is
// measured in two units would need a conversion that nobody has stated. A number
// in 万 is rounded: it is compared with one that is rounded as much alone. There is
// no percentage of nothing, nor of a percentage.
func Compare(then, now *report.Figure) (Change, bool) {
	if !then.Exact() || !now.Exact() || then.Kind == report.KindChange || now.Kind == report.KindChange || plainUnit(then.Unit) != plainUnit(now.Unit) {
		return Change{}, false
	}
	was, okWas := then.Decimal()
	is, okIs := now.Decimal()
	if !okWas || !okIs || !RoundedAlike(then.Raw, now.Raw) {
		return Change{}, false
	}
	c := Change{Difference: is.Sub(was), Points: plainUnit(now.Unit) == "%"}
	if c.Points || now.Kind == report.KindRate || was.Sign() <= 0 || is.Sign() < 0 {
		return c, true
	}
	rounded, _, ok := numeral.Percent(c.Difference.Abs(), was, 1)
	if ok && rounded.Sign() != 0 {
		if c.Percent = rounded.String(); c.Difference.Sign() < 0 {
			c.Percent = "-" + c.Percent
		}
	}
	return c, true
}

// plainUnit is a unit in the form in which most write it.
func plainUnit(unit string) string {
	if unit == "％" {
		return "%"
	}
	return unit
}

// RoundedAlike reports whether the difference of two numerals as they are printed
// says something: a number in 万 is rounded, and is compared with one that is rounded
// as much alone; 94.5 and 97 are compared as they stand.
func RoundedAlike(then, now string) bool {
	from, to := numeral.Step(then), numeral.Step(now)
	return max(from, to) <= 0 || from == to
}
