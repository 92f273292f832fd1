package report

import "testing"

func TestIDsOfTheSameTextAreCounted(t *testing.T) {
	var ids IDs
	for _, c := range []struct {
		letter byte
		text   []string
		want   string
	}{
		{'p', []string{"依法行政"}, "pa4342011"},
		{'p', []string{"依法", "行政"}, "pa4342011-2"},
		{'h', []string{"依法行政"}, "ha4342011"},
		{'p', []string{"依法行政"}, "pa4342011-3"},
	} {
		if got := ids.Make(c.letter, c.text...); got != c.want {
			t.Errorf("Make(%q, %q) = %s; want %s", c.letter, c.text, got, c.want)
		}
	}
}
