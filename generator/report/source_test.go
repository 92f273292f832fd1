package report

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Lines begin after \n, \r\n and a lone \r, as a look at every byte says.
func TestLinesBeginAfterEveryKindOfBreak(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a。\r\n]{0,20}`).Draw(t, "text")
		want := []int{0}
		for i := range len(text) {
			if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
				want = append(want, i+1)
			}
		}
		if got := lineStarts(text); !slices.Equal(got, want) {
			t.Fatalf("lines of %q begin at %v; want %v", text, got, want)
		}
	})
}
