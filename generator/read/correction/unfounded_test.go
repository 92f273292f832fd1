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
		if got := Unfounded("2024-03-01", report.Correction{Day: c.day, Old: "甲"}); got != c.want {
			t.Errorf("%q: %v", c.day, got)
		}
	}
}
