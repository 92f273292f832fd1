package numeral

import (
	"strings"
	"unicode/utf8"
)

// scanArabic reads digits, grouped (12,345) or not, a decimal part, and the
// multipliers after them (2.3千, 3.8万亿). s begins with a digit.
func scanArabic(s string) Number {
	whole, size := readGrouped(s)
	decimals, pointSize := readDecimals(s[size:])
	n := Number{
		Value:    written(whole+decimals, len(whole)),
		Size:     size + pointSize,
		Arabic:   true,
		Digits:   len(whole) + len(decimals),
		Decimals: len(decimals),
	}
	n.readApprox(s)
	for last := 0; ; { // multipliers rise: 千万, 万亿
		at := n.Size
		if last == 0 && n.Approx == "" && strings.HasPrefix(s[at:], " ") {
			at++ // 3.8 万件, as some editors space it
		}
		power, width := scaleAt(s[at:])
		if power <= last {
			return n
		}
		n.multiply(s, at, width, power)
		n.readApprox(s)
		last = power
	}
}

// readDecimals reads a point and the digits after it. Of 1.2.3, a version or a
// section, that is the first point only.
func readDecimals(s string) (decimals string, size int) {
	r, width := utf8.DecodeRuneInString(s)
	if r != '.' && r != '．' {
		return "", 0
	}
	decimals, size = readDigits(s[width:], arabicDigit)
	if size == 0 {
		return "", 0
	}
	return decimals, width + size
}

// scaleAt is the power of ten of the multiplier that s begins with, and its
// bytes. The 千 of 千瓦 and the 百 of 百分点 are none.
func scaleAt(s string) (power, width int) {
	r, width := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[width:])
	switch {
	case myriad(r) > 0:
		return myriad(r), width
	case r == '千' && !strings.ContainsRune("瓦米克卡伏赫焦帕字", next):
		return 3, width
	case r == '百' && next != '分':
		return 2, width
	}
	return 0, width
}

// readGrouped reads digits with or without thousands separators and returns
// them in ASCII.
func readGrouped(s string) (ascii string, size int) {
	ascii, size = readDigits(s, arabicDigit)
	if len(ascii) > 3 {
		return ascii, size
	}
	first, _ := utf8.DecodeRuneInString(s)
	wide := first >= '０'
	groups := []string{ascii}
	for {
		group, groupSize := readCommaGroup(s[size:], wide)
		if groupSize == 0 {
			return strings.Join(groups, ""), size
		}
		groups, size = append(groups, group), size+groupSize
	}
}

// readCommaGroup reads a comma and three digits: ,345, of whatever width, as in
// ２５,６００; or, where the digits before are full-width as well, ，３４５. A wide
// comma beside narrow digits may end a clause: see ScanParted.
func readCommaGroup(s string, wide bool) (ascii string, size int) {
	if rest, ok := strings.CutPrefix(s, ","); ok {
		if ascii, size = readGroup(rest); size > 0 {
			return ascii, len(",") + size
		}
	}
	if rest, ok := strings.CutPrefix(s, "，"); ok && wide {
		if ascii, size = readGroup(rest); size == 3*len("０") {
			return ascii, len("，") + size
		}
	}
	return "", 0
}

// readGroup reads exactly three digits.
func readGroup(s string) (ascii string, size int) {
	const four = 4 * (len("０") + maxUnseen*len("\u200B")) // what tells three digits from more
	ascii, size = readDigits(s[:min(len(s), four)], arabicDigit)
	if len(ascii) != 3 {
		return "", 0
	}
	return ascii, size
}
