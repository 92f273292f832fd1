package numeral

import (
	"strings"
	"unicode/utf8"
)

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
	r, _ := utf8.DecodeRuneInString(s)
	if arabic(r) >= 0 {
		return scanArabic(s), true
	}
	return scanHan(s)
}

// scanArabic reads digits, grouped (12,345) or not, a decimal part, and the
// multipliers after them.
func scanArabic(s string) Number {
	n := Number{Arabic: true}
	digits, pos := scanDigits(s)
	n.Digits = len(digits)
	whole := len(digits)
	if r, w := utf8.DecodeRuneInString(s[pos:]); r == '.' || r == '．' {
		if more, size := plainDigits(s[pos+w:]); size > 0 {
			// 1.2.3 is a version or a section, not a decimal.
			digits = digits + more
			n.Decimals = len(more)
			n.Digits += len(more)
			pos += w + size
		}
	}
	mantissa := written(digits, whole)
	n.Value, n.Size = mantissa, pos
	exp := 0
	infix := func() {
		if n.Approx != "" {
			return
		}
		if strings.HasPrefix(s[pos:], "余") || strings.HasPrefix(s[pos:], "多") {
			n.Approx = s[pos : pos+len("余")]
			pos += len("余")
			n.Size = pos
		}
	}
	infix()
	for last := 0; ; {
		at := pos
		if exp == 0 && n.Approx == "" && strings.HasPrefix(s[at:], " ") {
			at++ // 3.8 万件, as some editors space it
		}
		r, w := utf8.DecodeRuneInString(s[at:])
		p := scaleAt(r, s[at+w:])
		if p <= last {
			break
		}
		if p >= 4 {
			n.Scale, n.Lead, n.LeadSize = s[at:at+w], times(mantissa, exp), pos
		}
		exp, last, pos = exp+p, p, at+w
		n.Size = pos
		infix()
	}
	if exp > 0 {
		n.Value = times(mantissa, exp)
	}
	return n
}

// scaleAt is the power of ten of a multiplier after digits (2.3千, 3.8万亿).
// The 千 of 千瓦 and the 百 of 百分点 are none.
func scaleAt(r rune, after string) int {
	if p := myriad(r); p > 0 {
		return p
	}
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case '千':
		switch next {
		case '瓦', '米', '克', '卡', '伏', '赫', '焦', '帕', '字':
			return 0
		}
		return 3
	case '百':
		if next != '分' {
			return 2
		}
	}
	return 0
}

// scanDigits reads digits with or without thousands separators and returns
// them in ASCII.
func scanDigits(s string) (string, int) {
	digits, pos := plainDigits(s)
	if len(digits) > 3 {
		return digits, pos
	}
	var grouped []byte
	for {
		sep := 0
		switch {
		case strings.HasPrefix(s[pos:], ","):
			sep = 1
		case strings.HasPrefix(s[pos:], "，") && s[0] == 0xEF: // １，２３４
			sep = len("，")
		default:
			if grouped != nil {
				return string(grouped), pos
			}
			return digits, pos
		}
		group, size := groupOfThree(s[pos+sep:], sep > 1)
		if size == 0 {
			if grouped != nil {
				return string(grouped), pos
			}
			return digits, pos
		}
		if grouped == nil {
			grouped = append(grouped, digits...)
		}
		grouped = append(grouped, group...)
		pos += sep + size
	}
}

// groupOfThree reads exactly three digits.
func groupOfThree(s string, wide bool) (string, int) {
	var group [3]byte
	pos := 0
	for i := 0; ; i++ {
		r, w := utf8.DecodeRuneInString(s[pos:])
		d := arabic(r)
		switch {
		case i == 3 && d < 0:
			return string(group[:]), pos
		case i == 3 || d < 0 || wide != (w == 3):
			return "", 0
		}
		group[i] = byte('0' + d)
		pos += w
	}
}

// plainDigits reads ASCII and full-width digits and returns them in ASCII.
func plainDigits(s string) (string, int) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == len(s) || s[i] != "０"[0] {
		return s[:i], i // the common case, told by one byte
	}
	ascii := []byte(s[:i])
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		d := arabic(r)
		if d < 0 {
			break
		}
		ascii = append(ascii, byte('0'+d))
		i += w
	}
	return string(ascii), i
}

// scanHan reads a Chinese numeral, a fraction or a percentage.
func scanHan(s string) (Number, bool) {
	c := scanInteger(s)
	if c.size == 0 {
		return Number{}, false
	}
	if strings.HasPrefix(s[c.size:], "分之") {
		if n, ok := scanShare(s, c); ok {
			return n, true
		}
	}
	n := Number{Value: format(c.total), Size: c.size}
	if c.tail > 0 && c.lead > 0 {
		n.LeadSize = c.size - c.tailSize
		n.Scale, n.Lead = s[n.LeadSize:c.size], format(c.lead)
	}
	if decimals, size := pointDigits(s[c.size:]); size > 0 {
		whole := n.Value
		n = Number{Value: written(whole+decimals, len(whole)), Size: c.size + size}
		return scaleHan(s, n), true
	}
	return approxHan(s, n), true
}

// scaleHan reads the 万 or 亿 after a decimal: 三点五万.
func scaleHan(s string, n Number) Number {
	r, w := utf8.DecodeRuneInString(s[n.Size:])
	if p := myriad(r); p > 0 {
		n.Scale, n.Lead, n.LeadSize = s[n.Size:n.Size+w], n.Value, n.Size
		n.Value, n.Size = times(n.Value, p), n.Size+w
	}
	return approxHan(s, n)
}

// approxHan reads the 余 or 多 after a numeral of tens at least (一多 is none),
// and a 万 or 亿 after that (十余万).
func approxHan(s string, n Number) Number {
	rest := s[n.Size:]
	if len(n.Value) < 2 || !strings.HasPrefix(rest, "余") && !strings.HasPrefix(rest, "多") {
		return n
	}
	n.Approx = rest[:len("余")]
	n.Size += len("余")
	if r, w := utf8.DecodeRuneInString(s[n.Size:]); myriad(r) > 0 && n.Scale == "" {
		n.Scale, n.Lead, n.LeadSize = s[n.Size:n.Size+w], n.Value, n.Size
		n.Value, n.Size = times(n.Value, myriad(r)), n.Size+w
	}
	return n
}

// pointDigits reads 点 and the digits after it: 点五, 点六三.
func pointDigits(s string) (string, int) {
	if !strings.HasPrefix(s, "点") {
		return "", 0
	}
	var ascii []byte
	pos := len("点")
	for pos < len(s) {
		r, w := utf8.DecodeRuneInString(s[pos:])
		d := digit(r)
		if d < 0 || r == '两' {
			break
		}
		ascii = append(ascii, byte('0'+d))
		pos += w
	}
	if len(ascii) == 0 {
		return "", 0
	}
	return string(ascii), pos
}

// scanShare reads what follows 分之: 百分之九十六, 百分之96, 三分之一.
func scanShare(s string, of integer) (Number, bool) {
	start := of.size + len("分之")
	var part Number
	if r, _ := utf8.DecodeRuneInString(s[start:]); arabic(r) >= 0 {
		part = scanArabic(s[start:])
	} else if c := scanInteger(s[start:]); c.size > 0 {
		part = Number{Value: format(c.total), Size: c.size}
		if decimals, size := pointDigits(s[start+c.size:]); size > 0 {
			part.Value = written(part.Value+decimals, len(part.Value))
			part.Size += size
		}
	} else {
		return Number{}, false
	}
	n := Number{Value: part.Value, Size: start + part.Size, Arabic: part.Arabic, Digits: part.Digits, Decimals: part.Decimals}
	if of.total == 100 || of.total == 1000 {
		n.Of = int(of.total)
		return n, true
	}
	value, ok := shareOf(part.Value, of.total)
	n.Value, n.Fraction = value.String(), true
	return n, ok
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
