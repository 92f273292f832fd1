package numeral

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// Decimal is an exact decimal number, such as the value of a figure. The zero
// value is 0. No method changes its operands. Two decimals are compared with
// Cmp: 25.0 and 25 are one number.
type Decimal struct {
	_ [0]func() // so that == does not compile

	// number shares the digits of a long coefficient with its copies, so that
	// results are always put into a number of their own.
	number apd.Decimal
}

// longest is the most characters that Parse reads, and the most decimals that
// Divide gives. The longest figures of reports have some fifteen digits.
const longest = 64

// Parse reads a decimal without exponent, 2075 or -0.5. It is false for
// anything else and for more than 64 characters: a text of 100,000 digits, or
// 1e999999999, would cost more to compute with than any figure is worth.
func Parse(s string) (Decimal, bool) {
	if len(s) > longest || strings.Trim(s, "-.0123456789") != "" {
		return Decimal{}, false
	}
	var d Decimal
	_, _, err := d.number.SetString(s)
	return d, err == nil
}

// Integer is n.
func Integer(n int64) Decimal {
	var d Decimal
	d.number.SetInt64(n)
	return d
}

// String is the decimal as JSON writes a number, without exponent and without
// zeros at the end of its decimals: 25.63, -0.5, 1000000.
func (d Decimal) String() string {
	var reduced apd.Decimal
	reduced.Reduce(&d.number)
	return reduced.Text('f')
}

// Float64 is the float64 next to d, for drawing.
func (d Decimal) Float64() float64 {
	f, _ := d.number.Float64()
	return f
}

// exactly does arithmetic without rounding. It fails where exponents differ by
// more than 100,000; those that Parse, Step and Divide let in are of hundreds.
var exactly = apd.BaseContext

func must(_ apd.Condition, err error) {
	if err != nil {
		panic("numeral: arithmetic beyond all figures: " + err.Error())
	}
}

// Add is d + e.
func (d Decimal) Add(e Decimal) (sum Decimal) {
	must(exactly.Add(&sum.number, &d.number, &e.number))
	return sum
}

// Sub is d − e.
func (d Decimal) Sub(e Decimal) (difference Decimal) {
	must(exactly.Sub(&difference.number, &d.number, &e.number))
	return difference
}

// Mul is d × e.
func (d Decimal) Mul(e Decimal) (product Decimal) {
	must(exactly.Mul(&product.number, &d.number, &e.number))
	return product
}

// Abs is d without its sign.
func (d Decimal) Abs() Decimal {
	d.number.Negative = false
	return d
}

// Shift is d × 10^n: its point moved n digits to the right, or to the left
// where n is negative.
func (d Decimal) Shift(n int) Decimal {
	d.number.Exponent += int32(n)
	return d
}

// Cmp is -1 where d < e, 0 where they are equal, 1 where d > e.
func (d Decimal) Cmp(e Decimal) int { return d.number.Cmp(&e.number) }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int { return d.number.Sign() }

// wholeDigits divides to the whole number below, which may have so many digits.
var wholeDigits = apd.BaseContext.WithPrecision(1000)

// Divide is a ÷ b to so many decimals, rounded half up and cut off: 2 ÷ 3 to
// two decimals is 0.67 and 0.66. It is false for a negative a, for b ≤ 0 and
// for more than 64 decimals.
func Divide(a, b Decimal, decimals int) (rounded, truncated Decimal, ok bool) {
	if a.Sign() < 0 || b.Sign() <= 0 || decimals < 0 || decimals > longest {
		return Decimal{}, Decimal{}, false
	}
	unit := Integer(1).Shift(-decimals) // of the last decimal
	dividend := a.Shift(decimals)
	if _, err := wholeDigits.QuoInteger(&truncated.number, &dividend.number, &b.number); err != nil {
		return Decimal{}, Decimal{}, false
	}
	truncated = truncated.Mul(unit)
	rest := a.Sub(truncated.Mul(b))
	if rest.Add(rest).Cmp(b.Mul(unit)) >= 0 {
		return truncated.Add(unit), truncated, true
	}
	return truncated, truncated, true
}

// Percent is Divide in percent: 1996 ÷ 2075 to one decimal is 96.2 and 96.1.
func Percent(part, whole Decimal, decimals int) (rounded, truncated Decimal, ok bool) {
	return Divide(part.Shift(2), whole, decimals)
}
