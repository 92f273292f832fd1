package numeral

import (
	"strings"
	"unicode/utf8"
)

// IsYear reports whether n can be a year that a report speaks of. Reports cite
// statistics and works of the last century, and plans for the middle of this one;
// what lies outside is a count, a code or a slip of the keyboard (20223).
func IsYear(n int) bool { return 1900 <= n && n <= 2100 }

// Year is the year that the whole of s is, in digits of any kind: 2023, ２０２３,
// 二〇二三.
func Year(s string) (year int, ok bool) {
	n, ok := Int(s)
	if !ok || !IsYear(n) {
		return 0, false
	}
	return n, true
}

// yearDigits is how many digits a year has.
const yearDigits = 4

// YearAt is the year that words begin with, in four digits of one kind and no more, and how
// many bytes they have: 2022, ２０２２, 二〇二二, 二○二二, 二零二二, 贰零贰贰. 0 without one.
func YearAt(words string) (year, size int) {
	kind := noDigit
	for n := 0; n < yearDigits; n++ {
		r, width := utf8.DecodeRuneInString(words[size:])
		digit, k := yearDigit(r)
		if k == noDigit || n > 0 && k != kind {
			return 0, 0
		}
		kind, year, size = k, year*10+digit, size+width
	}
	if next, _ := utf8.DecodeRuneInString(words[size:]); goesOn(next) || !IsYear(year) {
		return 0, 0
	}
	return year, size
}

// YearEnding is the year that words end in, in four digits of one kind and no more, and how many
// bytes they have: 截至二〇二二. 0 without one.
func YearEnding(words string) (year, size int) {
	at := len(words)
	for range yearDigits {
		_, width := utf8.DecodeLastRuneInString(words[:at])
		at -= width
	}
	if before, _ := utf8.DecodeLastRuneInString(words[:at]); goesOn(before) {
		return 0, 0
	}
	return YearAt(words[at:])
}

// digitKind is what a digit of a year is written with.
type digitKind uint8

const (
	noDigit digitKind = iota
	halfWidth
	fullWidth
	inChinese
)

// yearDigit is a digit as years have it, and what it is written with.
func yearDigit(r rune) (digit int, kind digitKind) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), halfWidth
	case r >= '０' && r <= '９':
		return int(r - '０'), fullWidth
	}
	if digit = decimalDigit(r); digit >= 0 {
		return digit, inChinese
	}
	return 0, noDigit
}

// goesOn reports whether a character beside four digits makes them no year: 20223, 二〇二二万.
func goesOn(r rune) bool {
	return arabicDigit(r) >= 0 || chineseDigit(r) >= 0 || multiplier(r) > 0 || myriad(r) > 0
}

// YearIn is the one year that words name in digits before 年, 0 for none or
// several.
func YearIn(words string) int {
	found := 0
	for from := 0; ; {
		at := strings.Index(words[from:], "年")
		if at < 0 {
			return found
		}
		year, _ := YearEnding(words[:from+at])
		from += at + len("年")
		if year == 0 {
			continue
		}
		if found != 0 && found != year {
			return 0
		}
		found = year
	}
}

// IsDigit reports whether r is a digit of either width.
func IsDigit(r rune) bool { return arabicDigit(r) >= 0 }
