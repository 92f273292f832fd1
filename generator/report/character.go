package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool {
	switch {
	case IsBasicHan(r):
		return true
	case r < 0x2E80:
		return false
	}
	return unicode.Is(unicode.Han, r)
}

// IsBasicHan reports whether r stands in the first block of Chinese characters, as
// nearly all of a text do.
func IsBasicHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// Packed is s without white space: 报告 of 报　告.
func Packed(s string) string {
	return strings.Map(func(r rune) rune {
		if !IsBasicHan(r) && unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// FirstRune is utf8.DecodeRuneInString, but at once for a Chinese character, which
// has three bytes from U+1000 on. Readers ask for every character of a text many
// times over.
func FirstRune(s string) (r rune, size int) {
	if len(s) > 2 && s[0] > 0xE0 && s[0] < 0xED && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// LastRune is utf8.DecodeLastRuneInString, likewise.
func LastRune(s string) (r rune, size int) {
	if n := len(s) - 3; n >= 0 && s[n] > 0xE0 && s[n] < 0xED {
		if r, size := FirstRune(s[n:]); size == 3 {
			return r, size
		}
	}
	return utf8.DecodeLastRuneInString(s)
}
