package check

import (
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// bankCard finds numbers of bank cards: 16 to 19 digits, an issuer's prefix (62
// UnionPay, 4, 51 to 55, and 9558 of the oldest domestic cards) and the check
// digit of Luhn (ISO/IEC 7812); and any 12 to 19 digits that words call a card or
// an account (卡号, 账号). Identity numbers, amounts and numbers that their words
// call something else are none.
func bankCard(in *Input) []report.Finding { return in.told(rule.BankCard) }

// account is how surely n is the number of a card or of an account.
func (in *Input) account(n *code) trust {
	after := n.after()
	if len(n.digits) < 12 || xAt(after) > 0 || in.counted(after) || n.isAmount() || n.isDates() {
		return noTrust
	}
	own, near := in.named(n)
	issued := len(n.digits) >= 16 && isIssued(n.digits) && luhn(n.digits)
	called := own == accountNumber || own == unnamedNumber && near == accountNumber
	switch {
	case own == thingNumber:
		return noTrust
	case issued && len(n.groups) == 1, issued && inFours(n.groups) && (in.Words.CheckAccounts.In(n.before()) || n.digits[0] == '6' && n.whole && !n.isList()):
		return certain
	case called && n.flows():
		return likely
	}
	return noTrust
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
