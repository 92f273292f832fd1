package report

import (
	"strings"
	"unicode"
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
