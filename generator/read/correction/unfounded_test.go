package correction

import (
	"testing"

	"mingfa/generator/report"
)

func TestUnfounded(t *testing.T) {
	for _, c := range []struct {
		day  string
		want bool
	}{{"", true}, {"2024-03-01", true}, {"2024-03-02", true}, {"2024-02-29", false}, {"2023-12-31", false}} {
		if got := Unfounded("2024-03-01", nil, report.Correction{Day: c.day, Old: "甲"}); got != c.want {
			t.Errorf("%q: %v", c.day, got)
		}
	}
}

// TestUnfoundedNeedsWholeChanges: where a change does not say all that it changed, nobody
// can say that a correction was not part of it.
func TestUnfoundedNeedsWholeChanges(t *testing.T) {
	s := report.Correction{Day: "2024-04-01", Old: "甲"}
	whole := report.Change{Passages: []report.ChangedPassage{{Old: "乙", New: "丙"}}}
	for name, changes := range map[string][]report.Change{
		"lost":     {whole, {Lost: true}},
		"more":     {whole, {More: 1}},
		"withheld": {whole, {Passages: []report.ChangedPassage{{Withheld: true}}}},
	} {
		if Unfounded("2024-03-01", changes, s) {
			t.Errorf("%s: a correction is called unfounded", name)
		}
	}
	if !Unfounded("2024-03-01", []report.Change{whole}, s) {
		t.Error("a correction of which no change can tell is not called unfounded")
	}
}
