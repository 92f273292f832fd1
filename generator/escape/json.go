package escape

import (
	"strings"
	"unicode/utf8"
)

// literal marks the ASCII bytes that stand in a JSON string as themselves.
var literal = func() (t [128]bool) {
	for c := byte(' '); c < 0x7f; c++ {
		t[c] = strings.IndexByte(`"\<>&{}`, c) < 0
	}
	return t
}()

// JSON appends s as a JSON string. Controls, bidirectional ones too,
// are written as escapes, so that the file itself can be looked at safely;
// braces and angle brackets as well, so that nothing in front matter looks
// like its end, a shortcode or a tag.
func JSON(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		if Han(s, i) {
			i += 3
			continue
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if literal[c] {
				i++
				continue
			}
			b = append(b, s[done:i]...)
			if c == '"' || c == '\\' {
				b = append(b, '\\', c)
			} else {
				b = appendUnit(b, rune(c))
			}
			i++
			done = i
			continue
		}
		if mark(s, i) {
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || Control(r) {
			b = append(b, s[done:i]...)
			b = Unit(b, r)
			done = i + n
		}
		i += n
	}
	return append(append(b, s[done:]...), '"')
}

// Unit appends a character as its \u escape; one beyond U+FFFF takes two.
func Unit(b []byte, r rune) []byte {
	if r >= 0x10000 {
		r -= 0x10000
		return appendUnit(appendUnit(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
	}
	return appendUnit(b, r)
}

// appendUnit appends one UTF-16 unit as \u and four digits.
func appendUnit(b []byte, r rune) []byte {
	const lowerHex = "0123456789abcdef"
	return append(b, '\\', 'u', lowerHex[r>>12&0xf], lowerHex[r>>8&0xf], lowerHex[r>>4&0xf], lowerHex[r&0xf])
}
