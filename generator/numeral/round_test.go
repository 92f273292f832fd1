package numeral

import (
	"testing"

	"pgregory.net/rapid"
)

func TestStep(t *testing.T) {
	for raw, want := range map[string]int{"2075": 0, "88.4": -1, "88.40": -2, "1.12万": 2, "3.8万": 3, "120余": 0, "2.3千余": 2, "８.２５": -2, "3亿": 8, "百余": 0} {
		if got := Step(raw); got != want {
			t.Errorf("Step(%q) = %d, want %d", raw, got, want)
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
	} {
		if got := Alike(c.value, c.raw, c.other, c.otherRaw); got != c.want {
			t.Errorf("Alike(%s, %s) = %v", c.raw, c.otherRaw, got)
		}
	}
}

// What rounds to a value is within one step of it, and the order of the two
// does not matter.
func TestAlikeIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fine := Fixed{Units: rapid.Int64Range(0, 1e9).Draw(t, "fine")}
		step := rapid.IntRange(0, 4).Draw(t, "step")
		one := int64(1)
		for range step {
			one *= 10
		}
		coarse := Fixed{Units: rapid.Int64Range(0, 1e9).Draw(t, "coarse") / one * one}
		if RoundsTo(fine, coarse, step) && max(fine.Units-coarse.Units, coarse.Units-fine.Units) > one {
			t.Fatalf("%d rounds to %d", fine.Units, coarse.Units)
		}
		a, b := fine.String(), coarse.String()
		if Alike(a, a, b, b) != Alike(b, b, a, a) {
			t.Fatalf("%s and %s are alike one way only", a, b)
		}
	})
}
