package numeral

import "strings"

// Step is the power of ten of the last digit that a numeral prints: 0 for
// 2075, -1 for 88.4, 2 for 1.12万. Digits before 元 are not multiplied out, so
// that the step of 25.63万元, printed as 25.63, is -2. It is at most 64 either
// way: nobody prints so many decimals but to make arithmetic costly.
func Step(raw string) int {
	step := 0
	if at := strings.IndexAny(raw, ".．"); at >= 0 {
		for _, r := range raw[at:] {
			if arabicDigit(r) >= 0 {
				step--
			}
		}
	}
	for _, r := range raw {
		switch r {
		case '千':
			step += 3
		case '万':
			step += 4
		case '亿':
			step += 8
		}
	}
	return max(-longest, min(step, longest))
}

// Decimals is how many decimals a numeral prints: 2 for 88.40, 0 for 2075 and
// for 1.12万.
func Decimals(raw string) int { return max(0, -Step(raw)) }

// RoundsTo reports whether fine, rounded or truncated at 10^step, is coarse:
// 11234 and 1.12万 with step 2. Neither is negative.
func RoundsTo(fine, coarse Decimal, step int) bool {
	decimals := max(0, -step)
	rounded, truncated, ok := Divide(fine, Integer(1).Shift(max(0, step)), decimals)
	printed, _, okPrinted := Divide(coarse, Integer(1).Shift(max(0, step)), decimals)
	return ok && okPrinted && (printed.Cmp(rounded) == 0 || printed.Cmp(truncated) == 0)
}

// Alike reports whether two values state one number, the coarser of them
// rounded or truncated to the digits that its numeral, raw, prints.
func Alike(value, raw, otherValue, otherRaw string) bool {
	if value == otherValue {
		return true
	}
	a, okA := Parse(value)
	b, okB := Parse(otherValue)
	return okA && okB && (RoundsTo(b, a, Step(raw)) || RoundsTo(a, b, Step(otherRaw)))
}

// Percentage computes part ÷ whole in percent, to one decimal, and says whether
// printed, whose numeral is raw, agrees: whether it is the quotient rounded or
// cut off to as many decimals as raw prints. It is not ok where Divide is not.
func Percentage(part, whole, printed Decimal, raw string) (computed Decimal, agrees, ok bool) {
	computed, _, ok = Percent(part, whole, 1)
	rounded, truncated, okPrinted := Percent(part, whole, Decimals(raw))
	agrees = okPrinted && (printed.Cmp(rounded) == 0 || printed.Cmp(truncated) == 0)
	return computed, agrees, ok
}
