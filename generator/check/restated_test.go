package check

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// The characters that are looked at first are those of the words.
func TestGenericFirst(t *testing.T) {
	for _, word := range generic {
		if r, _ := utf8.DecodeRuneInString(word); !strings.ContainsRune(genericFirst, r) {
			t.Errorf("%s is never looked for", word)
		}
	}
}
