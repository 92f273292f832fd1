package numeral

import "strings"

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

// YearIn is the one year that words name in digits before 年, 0 for none or
// several.
func YearIn(words string) int {
	const digits = 4
	found := 0
	for from := 0; ; {
		at := strings.Index(words[from:], "年")
		if at < 0 {
			return found
		}
		end := from + at
		from = end + len("年")
		if end < digits || end > digits && IsDigit(rune(words[end-digits-1])) {
			continue
		}
		year, ok := Year(words[end-digits : end])
		if !ok {
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
