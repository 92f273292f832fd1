package report

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"mingfa/generator/numeral"
)

// A bound never says no to a value that lies within it, nor yes to one that is a
// unit and more beyond.
func TestAllowsEveryValueWithinTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		printed, off := rapid.IntRange(1, 10_000).Draw(t, "printed"), rapid.IntRange(-500, 500).Draw(t, "off")
		f := &Figure{Value: strconv.Itoa(printed), Raw: strconv.Itoa(printed)}
		within := map[Bound]bool{BoundBelow: off < 0, BoundAtMost: off <= 0, BoundAtLeast: off >= 0, BoundAbove: off > 0}
		for bound, want := range within {
			f.Bound = bound
			if got := f.Allows(numeral.Integer(int64(printed + off))); got != want {
				t.Errorf("%s%d and %d: %v", bound, printed, printed+off, got)
			}
		}
	})
}

func TestAllowsWhatRoundsToTheBound(t *testing.T) {
	for _, c := range []struct {
		bound  Bound
		raw, v string
		want   bool
	}{
		{BoundAtLeast, "90", "89.6", true}, {BoundAtLeast, "90", "89.4", false}, {BoundAtLeast, "90.0", "89.6", false}, {BoundAtMost, "8", "8.4", true}, {BoundAtMost, "8", "8.6", false},
		{BoundAbove, "90", "90", false}, {BoundAbove, "90", "90.1", true}, {BoundBelow, "3", "3", false}, {BoundBelow, "3", "2.9", true},
	} {
		v, _ := numeral.Parse(c.v)
		if got := (&Figure{Value: c.raw, Raw: c.raw, Bound: c.bound}).Allows(v); got != c.want {
			t.Errorf("%s%s and %s: %v", c.bound, c.raw, c.v, got)
		}
	}
}
