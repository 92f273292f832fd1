package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// oppositeRates finds a rate and that of all others beside it which do not come to 100%: 不合格率2.3%，合格率96.7%.
// Where something lies between the two (基本满意率), or a noun tells that they are of other things, they need not.
func (in *Input) oppositeRates(c *collector) {
	r := in.Report
	whole := numeral.Integer(100)
	for i := 1; i < len(r.Figures) && !c.full(); i++ {
		a, b := &r.Figures[i-1], &r.Figures[i]
		if !in.isPlainRate(i-1) || !in.isPlainRate(i) || !in.follows(i-1) || !strings.HasPrefix(in.gap(i-1), "，") || !in.areOpposite(rateName(r, i-1), rateName(r, i)) {
			continue
		}
		step := max(numeral.Step(a.Raw), numeral.Step(b.Raw))
		room := numeral.Integer(15).Shift(step - 1) // both may be rounded up, or cut off
		sum := magnitude(a).Add(magnitude(b))
		if sum.Sub(whole).Abs().Cmp(room) <= 0 || strings.Contains(sentenceOf(r, b), "基本") || in.excuses(sentenceOf(r, b)) {
			continue
		}
		c.note(b.Span, report.Warning, fmt.Sprintf("“%s率%s”和“%s率%s”相加是%s%%，不是100%%", rateName(r, i-1), r.Printed(a), rateName(r, i), r.Printed(b), sum), "请核对这两个比率；两者之外还有别的情形的，请在文中写明")
	}
}

// isPlainRate reports whether a figure is an exact percentage of running text, not a goal.
func (in *Input) isPlainRate(i int) bool {
	r := in.Report
	f := &r.Figures[i]
	return f.Kind == report.KindRate && f.Unit == "%" && f.Exact() && !f.Hidden && !f.Target && r.Blocks[f.Block].Kind != report.BlockRow
}

// rateName is what the words before a figure say that it is the rate of: 合格 of 合格率为; "" for any others.
func rateName(r *report.Report, i int) string {
	name, rest, ok := strings.Cut(ownWords(r, i), "率")
	if !ok || strings.Trim(rest, "为达到是") != "" {
		return ""
	}
	return name
}

// areOpposite reports whether one name is that of what the other does not hold: 合格 and 不合格, 抽检合格 and 不合格.
func (in *Input) areOpposite(a, b string) bool {
	n, m := in.Words.CheckNegations.Prefix(a), in.Words.CheckNegations.Prefix(b)
	const shortest = 2 * han
	switch {
	case n > 0 && m == 0:
		return len(b) >= shortest && a[n:] == b
	case m > 0 && n == 0:
		return len(b[m:]) >= shortest && strings.HasSuffix(a, b[m:])
	}
	return false
}
