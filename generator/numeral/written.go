package numeral

import "strings"

// The values of numerals are written, not computed: a text may hold a hundred
// thousand digits in a row, and moving a point in them takes no arithmetic.

// written is the number, as JSON writes it, of digits with a point after the
// first whole of them: no zeros before, none after a decimal part.
func written(digits string, whole int) string {
	integer := strings.TrimLeft(digits[:whole], "0")
	decimals := strings.TrimRight(digits[whole:], "0")
	if integer == "" {
		integer = "0"
	}
	if decimals == "" {
		return integer
	}
	return integer + "." + decimals
}

// times is a written number without sign times ten to the power, which is not
// negative.
func times(number string, power int) string {
	integer, decimals, _ := strings.Cut(number, ".")
	if missing := power - len(decimals); missing > 0 {
		decimals += strings.Repeat("0", missing)
	}
	return written(integer+decimals, len(integer)+power)
}
