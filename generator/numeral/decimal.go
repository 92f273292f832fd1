package numeral

import (
	"math/bits"
	"strconv"
	"strings"
)

// decimal is the JSON form of digits with a point after the first whole ones:
// no zeros before, none after a decimal part.
func decimal(digits string, whole int) string {
	fraction := strings.TrimRight(digits[whole:], "0")
	integer := strings.TrimLeft(digits[:whole], "0")
	if integer == "" {
		integer = "0"
	}
	if fraction == "" {
		return integer
	}
	return integer + "." + fraction
}

// Shift multiplies a decimal in JSON form by ten to the n, n ≥ 0, by moving
// its point.
func Shift(value string, n int) string {
	if n <= 0 || value == "0" {
		return value
	}
	sign := ""
	if strings.HasPrefix(value, "-") {
		sign, value = "-", value[1:]
	}
	integer, fraction, _ := strings.Cut(value, ".")
	if len(fraction) < n {
		fraction += strings.Repeat("0", n-len(fraction))
	}
	digits := integer + fraction
	return sign + decimal(digits, len(integer)+n)
}

// Fixed is a decimal as an integer of 10^-Scale, for arithmetic on figures of
// ordinary size.
type Fixed struct {
	Units int64
	Scale int
}

// maxDigits is the most digits that ParseFixed takes, so that sums and
// products with 100 stay far from overflow.
const maxDigits = 15

// ParseFixed reads a decimal in JSON form of at most 15 digits.
func ParseFixed(value string) (Fixed, bool) {
	point := strings.IndexByte(value, '.')
	digits := value
	scale := 0
	if point >= 0 {
		scale = len(value) - point - 1
		digits = value[:point] + value[point+1:]
	}
	if len(digits) > maxDigits {
		return Fixed{}, false
	}
	units, err := strconv.ParseInt(digits, 10, 64)
	return Fixed{units, scale}, err == nil
}

// At is the number in units of 10^-scale; false when that would overflow or
// lose digits.
func (f Fixed) At(scale int) (int64, bool) {
	n := f.Units
	for s := f.Scale; s < scale; s++ {
		if n > 1e17 || n < -1e17 {
			return 0, false
		}
		n *= 10
	}
	return n, scale >= f.Scale
}

// String is the decimal in JSON form.
func (f Fixed) String() string {
	n, sign := f.Units, ""
	if n < 0 {
		n, sign = -n, "-"
	}
	digits := strconv.FormatInt(n, 10)
	if len(digits) <= f.Scale {
		digits = strings.Repeat("0", f.Scale-len(digits)+1) + digits
	}
	value := decimal(digits, len(digits)-f.Scale)
	if value == "0" {
		return value
	}
	return sign + value
}

// Quotient is a ÷ b rounded half up to scale decimals. Both are decimals in
// JSON form, a not negative, b positive.
func Quotient(a, b string, scale int) (string, bool) {
	x, okX := ParseFixed(a)
	y, okY := ParseFixed(b)
	if !okX || !okY {
		return "", false
	}
	rounded, _, ok := Divide(x, y, scale)
	return Fixed{rounded, scale}.String(), ok
}

// Divide is x ÷ y in units of 10^-scale, rounded half up and truncated. It is
// false for a negative x, for y ≤ 0 and beyond int64.
func Divide(x, y Fixed, scale int) (rounded, truncated int64, ok bool) {
	if x.Units < 0 || y.Units <= 0 {
		return 0, 0, false
	}
	n, d := uint64(x.Units), uint64(y.Units)
	shift := scale + y.Scale - x.Scale
	for ; shift < 0; shift++ {
		if d > 1e17 {
			return 0, 0, false
		}
		d *= 10
	}
	if shift > 19 {
		return 0, 0, false
	}
	hi, lo := bits.Mul64(n, pow10(shift))
	if hi >= d {
		return 0, 0, false
	}
	q, rest := bits.Div64(hi, lo, d)
	if q > 1<<62 {
		return 0, 0, false
	}
	truncated = int64(q)
	rounded = truncated
	if rest >= d-rest {
		rounded++
	}
	return rounded, truncated, true
}
