package numeral

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanChinese reads a Chinese numeral, with decimals or without (三千二百,
// 三点五万, 十余万), a fraction or a percentage.
func scanChinese(s string) (Number, bool) {
	whole := scanInteger(s)
	if whole.size == 0 {
		return Number{}, false
	}
	if strings.HasPrefix(s[whole.size:], "分之") {
		if n, ok := scanShare(s, whole); ok {
			return n, true
		}
	}
	n := whole.withDecimals(s)
	switch {
	case n.Size > whole.size:
		n.readMyriad(s) // 三点五万
	case whole.lead > 0:
		n.Lead, n.LeadSize, n.Scale = format(whole.lead), whole.leadSize, s[whole.leadSize:whole.size]
	}
	if len(n.Value) < 2 { // 余 and 多 follow tens at least: 一多 is none
		return n, true
	}
	n.readApprox(s)
	if n.Approx != "" && n.Scale == "" {
		n.readMyriad(s) // 十余万
	}
	return n, true
}

// withDecimals is the integer that s begins with, and what 点 adds to it.
func (whole integer) withDecimals(s string) Number {
	n := Number{Value: format(whole.value), Size: whole.size}
	if decimals, size := readPoint(s[whole.size:]); size > 0 {
		n.Value = written(n.Value+decimals, len(n.Value))
		n.Size += size
	}
	return n
}

// readPoint reads 点 and the digits after it, 点六三, and returns the digits in
// ASCII.
func readPoint(s string) (decimals string, size int) {
	rest, ok := strings.CutPrefix(s, "点")
	if !ok {
		return "", 0
	}
	decimals, size = readDigits(rest, decimalDigit)
	if size == 0 {
		return "", 0
	}
	return decimals, len("点") + size
}

// readMyriad takes the 万 or 亿 that follows what has been read of s.
func (n *Number) readMyriad(s string) {
	r, width := utf8.DecodeRuneInString(s[n.Size:])
	if power := myriad(r); power > 0 {
		n.multiply(s, n.Size, width, power)
	}
}

// scanShare reads 百分之九十六, 百分之96 or 三分之一, where of, the integer before
// 分之, has been read.
func scanShare(s string, of integer) (Number, bool) {
	start := of.size + len("分之")
	part, ok := scanPart(s[start:])
	if !ok {
		return Number{}, false
	}
	n := Number{Value: part.Value, Size: start + part.Size, Arabic: part.Arabic, Digits: part.Digits, Decimals: part.Decimals}
	if of.value == 100 || of.value == 1000 {
		n.Of = int(of.value)
		return n, true
	}
	value, ok := shareOf(part.Value, of.value)
	n.Value, n.Fraction = value.String(), true
	return n, ok
}

// scanPart reads the numeral after 分之.
func scanPart(s string) (Number, bool) {
	if first, _ := utf8.DecodeRuneInString(s); arabicDigit(first) >= 0 {
		return scanArabic(s), true
	}
	whole := scanInteger(s)
	return whole.withDecimals(s), whole.size > 0
}

// shareOf is part ÷ of: exact where of is 10,000 (万分之4.1), else to four
// decimals.
func shareOf(part string, of uint64) (Decimal, bool) {
	d, ok := Parse(part)
	if !ok || of == 1e4 {
		return d.Shift(-4), ok
	}
	rounded, _, ok := Divide(d, Integer(int64(of)), 4)
	return rounded, ok
}

func format(n uint64) string { return strconv.FormatUint(n, 10) }
