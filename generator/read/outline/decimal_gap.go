package outline

import (
	"fmt"
	"strconv"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// decimalList is the headings 2.1, 2.2, … below one number, in text order.
type decimalList struct {
	parent string // 2
	heads  []int  // indexes in parser.heads
}

// decimalGaps warns where one of the numbers 1.1, 1.2, 1.3 is left out. It is no error, since
// 3.8妇女节 begins a line too: a list counts only if it begins with 1, always goes up and leaves
// out one or two numbers at one place, and if none of these stands between the two headings.
func (p *parser) decimalGaps() {
	var all []decimalList
	open := map[string]int{} // by parent, the index in all
	for i := range p.heads {
		h := &p.heads[i]
		if h.family != decimal && h.family != decimals {
			continue
		}
		parent := decimalParent(p.number(*h))
		k, found := open[parent]
		if !found || h.n == 1 {
			k = len(all)
			open[parent] = k
			all = append(all, decimalList{parent: parent})
		}
		all[k].heads = append(all[k].heads, i)
	}
	for _, l := range all {
		if k := p.decimalGap(&l); k > 0 {
			p.findings = append(p.findings, p.decimalFinding(&l, k))
		}
	}
}

// decimalParent is the number over another: 1 over 1.2 and 1.2 over 1．2．3.
func decimalParent(number string) string {
	number = strings.TrimRight(strings.ReplaceAll(number, "．", "."), ".、")
	return number[:max(strings.LastIndexByte(number, '.'), 0)]
}

// decimalGap is which heading of a list has numbers left out before it, 0 for none.
func (p *parser) decimalGap(l *decimalList) int {
	gap := 0
	if p.heads[l.heads[0]].n != 1 {
		return 0
	}
	for k := 1; k < len(l.heads); k++ {
		before, h := &p.heads[l.heads[k-1]], &p.heads[l.heads[k]]
		step := h.n - before.n
		if step < 1 || step > 3 || step > 1 && gap > 0 {
			return 0
		}
		if step == 1 {
			continue
		}
		if p.isSpaced(before) != p.isSpaced(h) {
			return 0
		}
		between := strings.ReplaceAll(p.src.Text[p.lines[before.line].span.Start:p.lines[h.line].span.Start], "．", ".")
		for n := before.n + 1; n < h.n; n++ {
			if strings.Contains(between, l.parent+"."+strconv.Itoa(n)) {
				return 0
			}
		}
		gap = k
	}
	return gap
}

// isSpaced reports whether white space stands between the number of a heading and its words.
func (p *parser) isSpaced(h *head) bool {
	return p.lines[h.line].span.Start+h.size < h.text.Start
}

// decimalFinding says which numbers are left out before the k-th heading of a list.
func (p *parser) decimalFinding(l *decimalList, k int) report.Finding {
	before, h := p.heads[l.heads[k-1]], p.heads[l.heads[k]]
	want := fmt.Sprintf("%s.%d", l.parent, before.n+1)
	missing := "“" + want + "”"
	if h.n-before.n > 2 {
		missing += fmt.Sprintf("、“%s.%d”", l.parent, h.n-1)
	}
	return p.src.FindingAt(p.headSpan(h), rule.HeadingGap, report.Warning,
		fmt.Sprintf("标题序号不连续：上一个同级标题是“%s”，这里是“%s”，缺%s", p.number(before), p.number(h), missing),
		fmt.Sprintf("请核对定稿：如果漏了内容就补上，没有漏就把序号改为“%s”", want))
}
