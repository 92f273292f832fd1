// Package ranking puts what bodies state of one thing in order, and says whether a
// place in that order (第2) may be printed. It is pure.
//
// A place claims that so many bodies state more. Of 70余件, 不足4名, 1.2万件 beside
// 12345件, or of values of two years nobody can say that; so that places are printed
// of all values or of none, and Unsound says why in a sentence.
package ranking

import (
	"slices"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Value is what a body states.
type Value struct {
	Number  numeral.Decimal
	Raw     string // the numeral as printed, 1.2万
	Approx  string
	Bound   report.Bound
	Unit    string
	Year    int
	Changed bool // the report says that it counts otherwise than before
}

// Exact reports whether the value is the number itself, not a number near it or
// beyond which it lies.
func (v *Value) Exact() bool { return v.Approx == "" && v.Bound == "" }

// Unsound says why values have no places; "" where they have.
type Unsound string

// Reasons, each the end of a sentence that begins with 不排名次：.
const (
	Few     Unsound = "数值不足3个"
	Years   Unsound = "不是同一年的数值"
	Units   Unsound = "计量单位不同"
	Changed Unsound = "有的单位统计口径有变化"
	Inexact Unsound = "有的数值是约数或者上下限"
	Coarse  Unsound = "有的数值写得粗略，分不出先后"
	Levels  Unsound = "既有上级单位又有它的下级单位" // which who knows the bodies finds
)

// fewest is how many values make an order worth a number.
const fewest = 3

// Place is where a value stands, counted from the largest: 1, 2, 2, 4.
type Place struct {
	Number int
	Shared bool // another value is the same
}

// Places are those of the values, in their order, or why there are none. same says
// which units count the same things.
func Places(values []Value, same func(a, b string) bool) ([]Place, Unsound) {
	if why := unsound(values, same); why != "" {
		return nil, why
	}
	order := Order(values)
	for i := 1; i < len(order); i++ {
		if blurred(&values[order[i-1]], &values[order[i]]) {
			return nil, Coarse
		}
	}
	places := make([]Place, len(values))
	for at := 0; at < len(order); {
		end := at + 1
		for end < len(order) && values[order[end]].Number.Cmp(values[order[at]].Number) == 0 {
			end++
		}
		for _, i := range order[at:end] {
			places[i] = Place{at + 1, end-at > 1}
		}
		at = end
	}
	return places, ""
}

// unsound is why the values cannot be held against each other at all.
func unsound(values []Value, same func(a, b string) bool) Unsound {
	if len(values) < fewest {
		return Few
	}
	for i := range values {
		v, first := &values[i], &values[0]
		switch {
		case v.Year != first.Year:
			return Years
		case v.Unit != first.Unit && !same(v.Unit, first.Unit):
			return Units
		case v.Changed:
			return Changed
		case !v.Exact():
			return Inexact
		}
	}
	return ""
}

// Order is the indexes of values from the largest to the smallest; those that are
// equal keep their order.
func Order(values []Value) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int { return values[k].Number.Cmp(values[i].Number) })
	return order
}

// blurred reports whether two values, one printed with more digits than the other,
// may be the same number: 96% and 96.2%, 1.2万件 and 12345件. In an order by number
// such a pair always stands side by side: what lies between the two, printed as
// finely, rounds to the same.
func blurred(a, b *Value) bool {
	stepA, stepB := numeral.Step(a.Raw), numeral.Step(b.Raw)
	switch {
	case stepA == stepB:
		return false
	case stepA > stepB:
		a, b, stepB = b, a, stepA
	}
	return numeral.RoundsTo(a.Number, b.Number, stepB)
}
