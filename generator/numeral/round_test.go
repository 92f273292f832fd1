package numeral

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestStep(t *testing.T) {
	for raw, want := range map[string]int{"2075": 0, "88.4": -1, "88.40": -2, "1.12万": 2, "3.8万": 3, "120余": 0, "88.4万": 3, "2.3千余": 2, "８.２５": -2, "3亿": 8, "百余": 0, "1.5亿": 7, "2.3万亿": 11, "１．５": -1, ".5": -1, "": 0,
		"0." + strings.Repeat("0", 100_000) + "1": -longest, strings.Repeat("亿", 100_000): longest} {
		if got := Step(raw); got != want {
			t.Errorf("Step(%.40q) = %d, want %d", raw, got, want)
		}
	}
}

func TestDecimals(t *testing.T) {
	for raw, want := range map[string]int{"2075": 0, "88.40": 2, "1.12万": 0, "1.12345万": 1, "百余": 0} {
		if got := Decimals(raw); got != want {
			t.Errorf("Decimals(%q) = %d, want %d", raw, got, want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		value, raw, other, otherRaw string
		want                        bool
	}{
		{"11234", "11234", "11200", "1.12万", true},
		{"11260", "11260", "11300", "1.13万", true},
		{"11260", "11260", "11200", "1.12万", true}, // cut off
		{"11360", "11360", "11200", "1.12万", false},
		{"88.37", "88.37", "88.4", "88.4", true},
		{"2075", "2075", "2057", "2057", false},
		{"2000", "2000", "2075", "2075", false},
		{"-1", "-1", "1", "1", false},
		{"1e9", "1e9", "1", "1", false},
		{"1e9", "1e9", "1e9", "1e9", true},
		{"88.4", "88.4", "88.37", "88.37", true},
		{"88.4", "88.4", "88.47", "88.47", true},
		{"88.4", "88.4", "88.5", "88.5", false},
	} {
		if got := Alike(c.value, c.raw, c.other, c.otherRaw); got != c.want {
			t.Errorf("Alike(%s, %s) = %v", c.raw, c.otherRaw, got)
		}
	}
}

// What rounds to a value is less than one step from it, and the order of the
// two does not matter.
func TestAlikeIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.IntRange(0, 4).Draw(t, "step")
		unit := Integer(1).Shift(step)
		coarse := Integer(rapid.Int64Range(2, 1e5).Draw(t, "coarse")).Mul(unit)
		fine := coarse.Add(Integer(rapid.Int64Range(-200, 200).Draw(t, "hundredths")).Mul(unit).Shift(-2))
		over := fine.Sub(coarse) // half a unit below it rounds up, and all but a unit above it is cut off
		want := over.Mul(Integer(2)).Cmp(Integer(0).Sub(unit)) >= 0 && over.Cmp(unit) < 0
		if got := RoundsTo(fine, coarse, step); got != want {
			t.Fatalf("%s rounds to %s at %d: %v", fine, coarse, step, got)
		}
		a, b := fine.String(), coarse.String()
		if Alike(a, a, b, b) != Alike(b, b, a, a) {
			t.Fatalf("%s and %s are alike one way only", a, b)
		}
	})
}
