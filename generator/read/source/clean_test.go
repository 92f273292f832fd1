package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// What is clean has none of the faults that are then not looked for.
func TestCleanIsWithoutFault(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := []byte(rapid.StringMatching(`[法治，。aé😀\t\r\n\x00\x7F\x{FFFD}]{0,12}`).Draw(t, "text"))
		for range rapid.IntRange(0, 2).Draw(t, "broken") {
			if len(raw) > 0 {
				raw[rapid.IntRange(0, len(raw)-1).Draw(t, "at")] = byte(rapid.SampledFrom([]int{0x00, 0x80, 0xC0, 0xE0, 0xED, 0xEF, 0xF4, 0xFF}).Draw(t, "byte"))
			}
		}
		want := utf8.Valid(raw) && !strings.Contains(string(raw), "\uFFFD")
		for _, c := range raw {
			want = want && !isControl(c)
		}
		if got := isClean(raw); got != want {
			t.Fatalf("isClean(%q) = %v; want %v", raw, got, want)
		}
	})
}
