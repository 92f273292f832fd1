package escape

import (
	"strings"
	"unicode/utf8"
)

// literal marks the ASCII bytes that stand in a string of front matter as
// themselves, literalData those of a file of data.
var literal, literalData = allBut(`"\<>&{}`), allBut(`"\`)

func allBut(marks string) (t [256]bool) {
	for c := byte(' '); c < 0x7f; c++ {
		t[c] = strings.IndexByte(marks, c) < 0
	}
	return t
}

// JSON appends s as a JSON string. Controls, bidirectional ones too,
// are written as escapes, so that the file itself can be looked at safely;
// braces and angle brackets as well, so that nothing in front matter looks
// like its end, a shortcode or a tag.
func JSON(b []byte, s string) []byte { return appendString(b, s, &literal, appendUnit) }

// Data appends s as a JSON string of a file of data: as JSON has it, but that
// no control stands in it as itself, bidirectional ones included.
func Data(b []byte, s string) []byte { return appendString(b, s, &literalData, appendShort) }

// appendString appends s in its quotes. Of the ASCII bytes that are not literal,
// all but the quotation mark and the backslash are left to other.
func appendString(b []byte, s string, literal *[256]bool, other func(b []byte, r rune) []byte) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		for Han(s, i) {
			i += 3
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if literal[c] {
				for i++; i < len(s) && literal[s[i]]; i++ {
				}
				continue
			}
			b = append(b, s[done:i]...)
			if c == '"' || c == '\\' {
				b = append(b, '\\', c)
			} else {
				b = other(b, rune(c))
			}
			i++
			done = i
			continue
		}
		if Mark(s, i) {
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || Control(r) {
			b = append(b, s[done:i]...)
			b = appendRune(b, r)
			done = i + n
		}
		i += n
	}
	return append(append(b, s[done:]...), '"')
}

// appendRune appends a character as its \u escape; one beyond U+FFFF takes two.
func appendRune(b []byte, r rune) []byte {
	if r >= 0x10000 {
		r -= 0x10000
		return appendUnit(appendUnit(b, 0xd800+r>>10), 0xdc00+r&0x3ff)
	}
	return appendUnit(b, r)
}

// appendShort appends an ASCII control in two characters, where JSON has such.
func appendShort(b []byte, r rune) []byte {
	const short, letters = "\b\f\n\r\t", "bfnrt"
	if i := strings.IndexRune(short, r); i >= 0 {
		return append(b, '\\', letters[i])
	}
	return appendUnit(b, r)
}

// appendUnit appends one UTF-16 unit as \u and four digits.
func appendUnit(b []byte, r rune) []byte {
	const lowerHex = "0123456789abcdef"
	return append(b, '\\', 'u', lowerHex[r>>12&0xf], lowerHex[r>>8&0xf], lowerHex[r>>4&0xf], lowerHex[r&0xf])
}
