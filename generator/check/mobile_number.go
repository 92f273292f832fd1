package check

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

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
	in.codes(11, func(n *code) {
		if !isMobile(n) || n.span.Start < reported.End || !n.alone() || isNumberOfThing(n.before()) || isQuantity(in.Report, n.span) {
			return
		}
		reported = n.span
		c.add(n.span, fmt.Sprintf("这里像是一个手机号码（%s）", masked(n.digits)),
			"请改写成对外公布的固定电话或服务热线；确是对外公布的工作手机，可在校核文件里写明理由放行")
	})
	return c.all()
}

// isMobile reports whether a number has the form of a mobile one.
func isMobile(n *code) bool {
	digits, sizes := n.digits, n.sizes
	if prefix := len(digits) - 11; prefix == 2 && string(digits[:2]) == "86" || prefix == 4 && string(digits[:4]) == "0086" {
		digits = digits[prefix:]
		if sizes[0] > prefix {
			sizes = append([]int{sizes[0] - prefix}, sizes[1:]...)
		} else {
			sizes = sizes[1:]
		}
	}
	if before := n.before(); before != "" && strings.IndexByte("=?&#_", before[len(before)-1]) >= 0 {
		return false // part of an address on the web
	}
	if len(digits) != 11 || digits[0] != '1' || digits[1] < '3' || !parted(sizes) || counted(n.after()) {
		return false
	}
	// Unless words say so, a few numbers in a row are no telephone number.
	return !n.spaced || n.whole || hasAny(n.before(), "手机", "电话", "联系", "号码", "热线", "咨询", "微信", "拨打", "致电", "Tel", "tel", "TEL")
}

// parted reports whether eleven digits are in one piece or in the groups that
// people write them in.
func parted(sizes []int) bool {
	switch len(sizes) {
	case 1:
		return sizes[0] == 11
	case 2:
		return sizes[0] == 3 || sizes[0] == 7
	case 3:
		return sizes[0] == 3 && sizes[1] == 4 || sizes[0] == 4 && sizes[1] == 3 || sizes[0] == 4 && sizes[1] == 4
	}
	return false
}

// counted reports whether a unit follows a number: 元, 万人.
func counted(after string) bool {
	after = strings.TrimLeft(after, " 　")
	r, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsRune("元万亿次件条吨千公立平米度％%", r) || strings.HasPrefix(after, "人次") || strings.HasPrefix(after, "余")
}

// isQuantity reports whether a span lies in a figure with a unit.
func isQuantity(r *report.Report, sp report.Span) bool {
	i := sort.Search(len(r.Figures), func(i int) bool { return r.Figures[i].Span.End >= sp.End })
	return i < len(r.Figures) && r.Figures[i].Unit != "" && r.Figures[i].Span.Contains(sp)
}
