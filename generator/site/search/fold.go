package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold appends what a text is compared as: full-width and half-width forms,
// circled numbers and the like as NFKC has them, letters in lower case. Each
// character is folded by itself, together with the combining marks behind it,
// so that the page can tell which characters of the text a match covers. It is
// what static/js/search-text.js does, character for character.
func Fold(to []rune, s string) []rune {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if '一' <= r && r <= '鿿' { // an ideograph folds to itself, whatever marks stand behind it
			to = append(to, r)
			i += size
			continue
		}
		end := i + size + marks(s[i+size:])
		switch {
		case end == i+size && r < utf8.RuneSelf:
			to = append(to, unicode.ToLower(r))
		case end == i+size && '！' <= r && r <= '～': // the full-width forms of ASCII
			to = append(to, unicode.ToLower(r-'！'+'!'))
		default:
			to = cluster(to, s[i:end])
		}
		i = end
	}
	return to
}

// marks is how many bytes of combining marks s begins with.
func marks(s string) int {
	for i, r := range s {
		if !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(s)
}

// cluster folds one character and its marks.
func cluster(to []rune, s string) []rune {
	for _, r := range norm.NFKC.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if r == 'İ' { // the one letter that JavaScript makes two of
			to = append(to, 'i', '\u0307')
			continue
		}
		to = append(to, unicode.ToLower(r))
	}
	return to
}
