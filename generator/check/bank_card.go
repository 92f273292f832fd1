package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// bankCard finds numbers of bank cards and accounts that have a card's form:
// 16 to 19 digits in one piece or in fours, an issuer's prefix (62 UnionPay, 4,
// 51 to 55, and 9558 of the oldest domestic cards) and the check digit of Luhn
// (ISO/IEC 7812). Identity numbers and numbers that their words call something
// else are none.
func bankCard(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.BankCard, severity: report.Error}
	var reported report.Span
	for n := range in.codes(16) {
		if !isIssued(n.digits) || !luhn(n.digits) || n.span.Start < reported.End || !n.alone(in) {
			continue
		}
		before, after := n.before(), n.after()
		if _, ok := identity(&n); ok || isXAt(after) || in.isNumberOfThing(before) || in.counted(after) || isQuantity(in.Report, n.span) {
			continue
		}
		if len(n.groups) > 1 && !(inFours(n.groups) && in.Words.CheckAccounts.In(before)) {
			continue
		}
		reported = n.span
		c.add(n.span, fmt.Sprintf("这里像是一个银行卡号或账号（%s）", masked(n.digits)),
			"请删去号码，写成“专用账户”即可；依法公布的收款账户，可在校核文件里写明理由放行")
	}
	return c.all()
}

// isXAt reports whether s begins with the X of an identity number.
func isXAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isX(r)
}

// isIssued reports whether a number has the prefix and the length of a card.
func isIssued(d string) bool {
	switch {
	case strings.HasPrefix(d, "62"):
		return true
	case d[0] == '4':
		return len(d) == 16 || len(d) == 19
	case d[0] == '5':
		return len(d) == 16 && d[1] >= '1' && d[1] <= '5'
	}
	return len(d) == 19 && strings.HasPrefix(d, "9558")
}

// luhn checks the last digit of a card's number.
func luhn(d string) bool {
	sum := 0
	for i := range d {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// inFours reports whether the groups are as printed on a card: 6222 0000 0000
// 0000 000.
func inFours(groups []digitGroup) bool {
	last := len(groups) - 1
	return groups[last].size <= 4 && !slices.ContainsFunc(groups[:last], func(g digitGroup) bool { return g.size != 4 })
}
