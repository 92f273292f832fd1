package figure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Words are found at either end and within as by going through all of them,
// the longest first.
func TestAffixesAreFound(t *testing.T) {
	words := []string{"增长", "增长了", "长", "下降", "降", "Q"}
	first, last := prefixes(strings.Join(words, " ")), suffixes(strings.Join(words, " "))
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[增长了下降Q。]{0,6}`).Draw(t, "text")
		leads, trails, holds := 0, 0, false
		for _, w := range words {
			if strings.HasPrefix(s, w) {
				leads = max(leads, len(w))
			}
			if strings.HasSuffix(s, w) {
				trails = max(trails, len(w))
			}
			holds = holds || strings.Contains(s, w)
		}
		if first.leading(s) != leads || last.trailing(s) != trails || first.within(s) != holds {
			t.Fatalf("%q: %d %d %v; want %d %d %v", s, first.leading(s), last.trailing(s), first.within(s), leads, trails, holds)
		}
	})
}
