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
		within := map[Bound]bool{Below: off < 0, AtMost: off <= 0, AtLeast: off >= 0, Above: off > 0}
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
		{AtLeast, "90", "89.6", true}, {AtLeast, "90", "89.4", false}, {AtLeast, "90.0", "89.6", false}, {AtMost, "8", "8.4", true}, {AtMost, "8", "8.6", false},
		{Above, "90", "90", false}, {Above, "90", "90.1", true}, {Below, "3", "3", false}, {Below, "3", "2.9", true},
	} {
		v, _ := numeral.Parse(c.v)
		if got := (&Figure{Value: c.raw, Raw: c.raw, Bound: c.bound}).Allows(v); got != c.want {
			t.Errorf("%s%s and %s: %v", c.bound, c.raw, c.v, got)
		}
	}
}
