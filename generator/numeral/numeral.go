// Package numeral reads the numerals of Chinese official prose (GB/T
// 15835-2011) and computes with their values.
//
// It reads 一百二十三, 2075, ２５.６３, 12,345, 3.8万亿, 廿, 壹贰叁, 三分之一 and
// 百分之九十六. A value is written as JSON writes a number, exact to the last
// digit: a run of any number of digits costs time linear in its length.
// Arithmetic is that of Decimal, exact as well.
//
// The package knows numerals, not prose: what stands before and after one, and
// whether it is data at all, is the business of package figure.
package numeral

import "unicode/utf8"

// Number is a numeral as read from the start of a string.
type Number struct {
	// Value is the exact decimal as JSON writes a number, everything
	// multiplied out: 3.8万 is 38000, 百余 is 100, 三分之一 is 0.3333.
	Value string
	Size  int // bytes of the numeral with the 余 or 多 that touches it

	// Approx is 余 or 多, wherever in the numeral it stands (10余万, 3.2万余).
	Approx string

	// A numeral that ends in 万 or 亿 may leave that character to the unit
	// (25.63万元). Scale is that character, or ""; Lead the value without it,
	// LeadSize the bytes before it.
	Scale    string
	Lead     string
	LeadSize int

	// Of is what the numeral is a share of: 100 for 百分之, 1000 for 千分之
	// (Value is then what follows), 0 for anything else.
	Of int

	Arabic   bool // written with digits
	Fraction bool // 三分之一
	Digits   int  // how many digits an Arabic numeral has
	Decimals int  // how many of them stand after the point
}

// Scan reads the longest numeral at the start of s. It is false when there is
// none. A sign before it, and words like 近 and 约, are not the numeral's.
func Scan(s string) (Number, bool) {
	if first, _ := utf8.DecodeRuneInString(s); arabicDigit(first) >= 0 {
		return scanArabic(s), true
	}
	return scanChinese(s)
}

// readApprox takes the 余 or 多 that follows what has been read of s, unless one
// was read before: of 10余万多 only the first.
func (n *Number) readApprox(s string) {
	if word := approxAt(s[n.Size:]); word != "" && n.Approx == "" {
		n.Approx = word
		n.Size += len(word)
	}
}

// approxAt is the 余 or 多 that s begins with, "" for anything else.
func approxAt(s string) string {
	if r, width := utf8.DecodeRuneInString(s); r == '余' || r == '多' {
		return s[:width]
	}
	return ""
}

// multiply takes the multiplier that stands in s at a place, with so many bytes.
func (n *Number) multiply(s string, at, width, power int) {
	if power >= 4 { // 万 and 亿 can be the unit's as well
		n.Scale, n.Lead, n.LeadSize = s[at:at+width], n.Value, n.Size
	}
	n.Value = times(n.Value, power)
	n.Size = at + width
}
