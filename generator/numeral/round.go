package numeral

import "strings"

// Step is the power of ten of the last digit that a numeral prints: 0 for
// 2075, -1 for 88.4, 2 for 1.12万. Digits before 元 are not multiplied out, so
// that the step of 25.63万元, printed as 25.63, is -2.
func Step(raw string) int {
	n := 0
	if at := strings.IndexAny(raw, ".．"); at >= 0 {
		for _, r := range raw[at:] {
			if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
				n--
			}
		}
	}
	for _, r := range raw {
		switch r {
		case '千':
			n += 3
		case '万':
			n += 4
		case '亿':
			n += 8
		}
	}
	return n
}

// RoundsTo reports whether fine, rounded or truncated at 10^step, is coarse:
// 11234 and 1.12万 with step 2. Neither is negative.
func RoundsTo(fine, coarse Fixed, step int) bool {
	one := Fixed{Units: 1}
	if step > 12 {
		return false
	}
	for range max(step, 0) {
		one.Units *= 10
	}
	decimals := max(-step, 0)
	r, t, ok := Divide(fine, one, decimals)
	c, _, okC := Divide(coarse, one, decimals)
	return ok && okC && (c == r || c == t)
}

// Alike reports whether two values state one number, the coarser of them
// rounded or truncated to the digits that its numeral, raw, prints.
func Alike(value, raw, otherValue, otherRaw string) bool {
	if value == otherValue {
		return true
	}
	x, okX := ParseFixed(value)
	y, okY := ParseFixed(otherValue)
	if !okX || !okY || x.Units < 0 || y.Units < 0 {
		return false
	}
	return RoundsTo(y, x, Step(raw)) || RoundsTo(x, y, Step(otherRaw))
}
