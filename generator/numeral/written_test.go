package numeral

import (
	"testing"

	"pgregory.net/rapid"
)

// Moving the point of a written number is arithmetic without the arithmetic.
func TestTimesIsShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.StringMatching(`[0-9]{1,13}`).Draw(t, "whole")
		decimals := rapid.StringMatching(`[0-9]{0,6}`).Draw(t, "decimals")
		power := rapid.IntRange(0, 12).Draw(t, "power")
		number := written(whole+decimals, len(whole))
		want, ok := Parse(whole + "." + decimals)
		if !ok || number != want.String() {
			t.Fatalf("%s.%s is written %s", whole, decimals, number)
		}
		if got := times(number, power); got != want.Shift(power).String() {
			t.Fatalf("%s × 10^%d = %s", number, power, got)
		}
	})
}
