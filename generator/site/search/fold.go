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
			to = append(to, rune(c&0xf)<<12|rune(s[i+1]&0x3f)<<6|rune(s[i+2]&0x3f))
			i += 3
		case c < utf8.RuneSelf:
			to = append(to, lower(rune(c)))
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if f, ok := common(r); ok {
				to = append(to, f)
				i += n
				continue
			}
			start := i
			i += n + marks(s[i+n:])
			// Marks come here when what they stand behind has been appended as if it stood alone: it was one of the plain characters above.
			if start > 0 && unicode.Is(unicode.M, r) {
				_, n := utf8.DecodeLastRuneInString(s[:start])
				start -= n
				to = to[:len(to)-1]
			}
			to = cluster(to, s[start:i])
		}
	}
	return to
}

// common folds the punctuation and the full-width ASCII that Chinese text is
// full of.
func common(r rune) (rune, bool) {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return lower(r - 0xfee0), true
	case r >= 0x2018 && r <= 0x201d, r == 0x2014, r >= 0x3001 && r <= 0x3002, r >= 0x3008 && r <= 0x3011, r >= 0x3014 && r <= 0x3015:
		return r, true
	}
	return 0, false
}

// lower is an ASCII letter in lower case, any other ASCII character itself.
func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// marks is how many bytes of combining marks s begins with.
func marks(s string) int {
	if s == "" || s[0] < 0xCC || escape.Han(s, 0) {
		return 0
	}
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
