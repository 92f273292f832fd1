package check

import (
	"fmt"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// idNumber finds citizens' identity numbers (GB 11643-1999): 17 digits, of
// which the first two are a province's and eight a date of birth, and a check
// digit or X. Digits in full width and in groups count too. Other codes of 18
// characters do not pass the date and the check digit, or are named by the
// words before them.
func idNumber(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.IDNumber, severity: report.Error}
	var reported report.Span
	for n := range in.codes(17) {
		sp, ok := identity(&n)
		if !ok || sp.Start < reported.End || !n.alone(in) || in.isNumberOfThing(n.before()) {
			continue
		}
		reported = sp
		c.add(sp, fmt.Sprintf("这里像是一个公民身份号码（%s）", masked(n.digits)),
			"公开的报告不得载有个人身份号码，请整个删去；确需举例的，改写成“某某”并隐去号码")
	}
	return c.all()
}

// identity is the span of the identity number that n is, with its X.
func identity(n *code) (report.Span, bool) {
	sp := n.span
	if len(n.digits) < 17 || len(n.digits) > 18 || !isProvince(n.digits[:2]) || !isBirthday(n.digits[6:14]) {
		return sp, false
	}
	check := checkDigit(n.digits[:17])
	after := n.after()
	if len(n.digits) == 17 {
		r, size := utf8.DecodeRuneInString(after)
		if check != 'X' || !isX(r) {
			return sp, false
		}
		sp.End, after = sp.End+size, after[size:]
	} else if n.digits[17] != check {
		return sp, false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return sp, !isLatin(r) && !isDigit(r)
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

// masked is a number with all but its ends left out: what a finding says must
// not spread what it warns of.
func masked(digits string) string {
	return digits[:3] + "…" + digits[len(digits)-2:]
}
