package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// idNumber finds citizens' identity numbers (GB 11643-1999): 17 digits, of which
// the first two are a province's and eight a date of birth, and a check digit or
// X; and those of 15 digits, as cards had them before. Digits of any form, parted
// by anything, count. One whose check digit does not fit was mistyped, where its
// place and date are some or words say what it is (身份证号). Other codes of 18
// characters have no such place and date, or are named by the words before them.
func idNumber(in *Input) []report.Finding { return in.told(rule.IDNumber) }

// identity is the span of the identity number that n may be, with its X, and how
// surely it is one.
func (in *Input) identity(n *code) (report.Span, trust) {
	sp := n.span
	size, after := len(n.digits), n.after()
	if size < 15 || size == 16 || size > 18 {
		return sp, noTrust
	}
	check := byte(0)
	switch x := xAt(after); {
	case size == 17 && x > 0:
		check = 'X'
		sp.End, after = sp.End+x, after[x:]
	case size == 18:
		check = n.digits[17]
	}
	if r, _ := utf8.DecodeRuneInString(after); isLatin(r) || numeral.IsDigit(r) {
		return sp, noTrust
	}
	own, near := in.named(n)
	behind, _, _ := strings.Cut(after, "。") // 受理号…，身份证附后。
	if own == thingNumber && near != idNumberKind && !in.Words.CheckIdentity.In(behind) {
		return sp, noTrust
	}
	called := own == idNumberKind || near == idNumberKind && own == unnamedNumber
	placed := isProvince(n.digits[:2]) && (size == 15 && isBirthday("19"+n.digits[6:12]) || size > 15 && isBirthday(n.digits[6:14]))
	switch {
	case placed && check > 0 && check == checkDigit(n.digits[:17]):
		return sp, certain
	case own == accountNumber:
		return sp, noTrust
	case called && n.flows():
		return sp, likely
	case placed && !n.isList() && n.isWhole() && (size == 15 && own == unnamedNumber && near == unnamedNumber || check > 0 && n.digits[6:10] < "2013"):
		return sp, possible
	}
	return sp, noTrust
}

// isWhole reports whether a number stands in one piece, or as place, date of
// birth and the rest.
func (c *code) isWhole() bool {
	return len(c.groups) == 1 || len(c.groups) == 3 && c.groups[0].size == 6 && (c.groups[1].size == 8 || c.groups[1].size == 6)
}

// xAt is the size of the X, in any form and with what parts it from the digits,
// that s begins with.
func xAt(s string) int {
	gap := jointAt(s + "0").size
	if gap > len(s) || gap > 4 {
		return 0
	}
	r, size := utf8.DecodeRuneInString(s[gap:])
	if !isX(r) {
		return 0
	}
	return gap + size
}

// isProvince reports whether two digits are those of a province (GB/T 2260),
// of Taiwan, Hong Kong and Macau (71, 81, 82), or of residence permits (83),
// or a permanent foreign resident's (9).
func isProvince(d string) bool {
	switch d[0] {
	case '1':
		return d[1] >= '1' && d[1] <= '5'
	case '2':
		return d[1] >= '1' && d[1] <= '3'
	case '3':
		return d[1] >= '1' && d[1] <= '7'
	case '4':
		return d[1] >= '1' && d[1] <= '6'
	case '5':
		return d[1] <= '4'
	case '6':
		return d[1] >= '1' && d[1] <= '5'
	case '7':
		return d[1] == '1'
	case '8':
		return d[1] >= '1' && d[1] <= '3'
	}
	return d[0] == '9' && d[1] >= '1' && d[1] <= '3'
}

// isBirthday reports whether YYYYMMDD is a date on which someone now alive can
// have been born.
func isBirthday(d string) bool {
	year, month, day := number(d[:4]), number(d[4:6]), number(d[6:8])
	if year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && year != 1900 {
		days = 29
	}
	return day <= days
}

func number(digits string) int {
	n := 0
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}

// checkDigit is the last character of an identity number (ISO 7064, MOD 11-2).
func checkDigit(d string) byte {
	sum, weight := 0, 1
	for i := len(d) - 1; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(d[i]-'0') * weight
	}
	return "10X98765432"[sum%11]
}
