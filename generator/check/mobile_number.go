package check

import (
	"slices"
	"sort"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// mobileNumber finds mobile telephone numbers of the mainland: eleven digits
// that begin in 13 to 19, in one piece or parted as people part them
// (138-0000-0001, 138 0000 0001), also after +86 and in any form of digits (幺三八…).
// Behind 手机 or 电话 they may be parted anyhow. Amounts (13526841900元), parts of
// longer numbers, service lines (12345, 12348) and fixed lines, which begin with
// 0, are none.
func mobileNumber(in *Input) []report.Finding { return in.told(rule.MobileNumber) }

// isMobile reports whether a number has the form of a mobile one.
func (in *Input) isMobile(n *code) bool {
	digits, groups := n.digits, n.groups
	for _, prefix := range [...]string{"86", "0086"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok && len(rest) == 11 && groups[0].size >= len(prefix) {
			digits, groups = rest, slices.Clone(groups)
			if groups[0].size -= len(prefix); groups[0].size == 0 {
				groups = groups[1:]
			}
		}
	}
	if len(digits) != 11 || digits[0] != '1' || digits[1] < '3' || in.counted(n.after()) || n.isAmount() {
		return false
	}
	before := n.before()
	if before != "" && strings.IndexByte("=?&#_", before[len(before)-1]) >= 0 {
		return false // part of an address on the web
	}
	own, near := in.named(n)
	if own == thingNumber {
		return false
	}
	called := in.Words.CheckTelephone.In(before)
	phone := own == phoneNumber || own == unnamedNumber && near == phoneNumber
	switch {
	case len(groups) == 1:
		return true
	case !n.flows():
		return false
	case slices.ContainsFunc(groups[1:], func(g digitGroup) bool { return g.joint.kind == '\n' || g.joint.kind == '\t' || g.joint.kind == '、' }):
		return phone
	case !parted(groups):
		return phone
	}
	// Unless words say so, a few numbers in a row are no telephone number.
	return !n.isSpaced() || n.whole || called
}

// parted reports whether eleven digits are in the groups that people write them
// in.
func parted(groups []digitGroup) bool {
	switch len(groups) {
	case 2:
		return groups[0].size == 3 || groups[0].size == 7
	case 3:
		a, b := groups[0].size, groups[1].size
		return a == 3 && b == 4 || a == 4 && b == 3 || a == 4 && b == 4
	}
	return false
}

// counted reports whether a unit follows a number: 元, 万人.
func (in *Input) counted(after string) bool {
	after = strings.TrimLeft(after, " 　")
	return in.Words.CheckQuantity.Prefix(after) > 0
}

// isQuantity reports whether a span lies in a figure with a unit.
func isQuantity(r *report.Report, sp report.Span) bool {
	i := sort.Search(len(r.Figures), func(i int) bool { return r.Figures[i].Span.End >= sp.End })
	return i < len(r.Figures) && r.Figures[i].Unit != "" && r.Figures[i].Span.Contains(sp)
}
