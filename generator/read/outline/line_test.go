package outline

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A character by its last byte and words by their first character are found
// where package strings finds them.
func TestLookingUpIsAsByPackageStrings(t *testing.T) {
	words := []string{"不足", "问题", "不是"}
	v := newVocabulary(words...)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[不足问题是一《》a]{0,12}`).Draw(t, "text")
		if got, want := v.in(s), hasAny(s, words...); got != want {
			t.Errorf("%q holds one of %v: %v; want %v", s, words, got, want)
		}
		for _, char := range []string{"是", "》"} {
			if got, want := indexChar(s, char, 0), strings.Index(s, char); got != want {
				t.Errorf("%s in %q is at %d; want %d", char, s, got, want)
			}
		}
	})
}
