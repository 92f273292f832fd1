package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mingfa/generator/escape"
)

// Fold appends what a text is compared as: full-width and half-width forms,
// circled numbers and the like as NFKC has them, letters in lower case. Each
// character is folded by itself, together with the combining marks behind it,
// so that the page can tell which characters of the text a match covers. It is
// what static/js/search-text.js does, character for character.
func Fold(to []rune, s string) []rune {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case escape.Han(s, i):
			r := rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			to = append(to, r)
			i += 3
			if i >= len(s) || s[i] < 0xCC { // no mark begins below
				continue
			}
			if n := marks(s[i:]); n > 0 {
				to = cluster(to[:len(to)-1], s[i-3:i+n])
				i += n
			}
		case c < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < 0xCC):
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			to = append(to, rune(c))
			i++
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			n += marks(s[i+n:])
			to = cluster(to, s[i:i+n])
			i += n
		}
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
