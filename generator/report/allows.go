package report

import "mingfa/generator/numeral"

// Allows reports whether a value can be the one that the words of a bounded
// figure speak of: 96.2 that of 90%以上, and 4 not that of 不足4名. A value that only
// rounds to the bound, to as many decimals as are printed, is on both sides of it.
func (f *Figure) Allows(v numeral.Decimal) bool {
	bound, ok := f.Decimal()
	if !ok || f.Bound == "" {
		return ok
	}
	switch order := v.Cmp(bound); f.Bound {
	case BoundBelow:
		return order < 0
	case BoundAbove:
		return order > 0
	case BoundAtMost:
		return order <= 0 || v.Sub(bound).Cmp(half(f.Raw)) <= 0
	default:
		return order >= 0 || bound.Sub(v).Cmp(half(f.Raw)) <= 0
	}
}

// half is half of the last decimal that a numeral prints.
func half(raw string) numeral.Decimal {
	return numeral.Integer(5).Shift(-numeral.Decimals(raw) - 1)
}
