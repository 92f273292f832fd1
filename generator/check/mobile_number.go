package check

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// mobileNumber finds mobile telephone numbers of the mainland: eleven digits
// that begin in 13 to 19, in one piece or parted as people part them
// (138-0000-0001, 138 0000 0001), also after +86. Amounts (13526841900元), parts
// of longer numbers, service lines (12345, 12348) and fixed lines, which begin
// with 0, are none.
func mobileNumber(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.MobileNumber, severity: report.Error}
	var reported report.Span
	for n := range in.codes(leastCode) {
		if !in.isMobile(&n) || n.span.Start < reported.End || !n.alone(in) || in.isNumberOfThing(n.before()) || isQuantity(in.Report, n.span) {
			continue
		}
		reported = n.span
		c.add(n.span, fmt.Sprintf("这里像是一个手机号码（%s）", masked(n.digits)),
			"请改写成对外公布的固定电话或服务热线；确是对外公布的工作手机，可在校核文件里写明理由放行")
	}
	return c.all()
}

// isMobile reports whether a number has the form of a mobile one.
func (in *Input) isMobile(n *code) bool {
	digits, groups := n.digits, slices.Clone(n.groups)
	for _, prefix := range [...]string{"86", "0086"} {
		if rest, ok := strings.CutPrefix(digits, prefix); ok && len(rest) == 11 {
			digits = rest
			groups[0].size -= len(prefix)
		}
	}
	if groups[0].size == 0 {
		groups = groups[1:]
	}
	if before := n.before(); before != "" && strings.IndexByte("=?&#_", before[len(before)-1]) >= 0 {
		return false // part of an address on the web
	}
	if len(digits) != 11 || digits[0] != '1' || digits[1] < '3' || !parted(groups) || in.counted(n.after()) {
		return false
	}
	// Unless words say so, a few numbers in a row are no telephone number.
	return !n.isSpaced() || n.whole || in.Words.CheckTelephone.In(n.before())
}

// parted reports whether eleven digits are in one piece or in the groups that
// people write them in.
func parted(groups []digitGroup) bool {
	switch len(groups) {
	case 1:
		return true
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
