package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// impossibleRate finds the share of a part that is over 100 %: 办结率达到135%. What
// grew by 135 %, or was done to 120 % of a plan, is none. So are shares of one list that
// add up to more than all of it.
func impossibleRate(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.ImpossibleRate, severity: report.Warning}
	whole, _ := numeral.Parse("100")
	for i := range in.Report.Figures {
		f := &in.Report.Figures[i]
		if f.Hidden || f.Unit != "%" && f.Unit != "％" {
			continue
		}
		value, ok := f.Decimal()
		if !ok || value.Cmp(whole) <= 0 {
			continue
		}
		line := c.src.LineSpan(c.src.Line(f.Span.Start))
		clause := wordsBefore(c.src.Text, line.Start, f.Span.Start, 30)
		m, ok := in.Words.CheckPartRates.FindLast(c.src.Slice(clause))
		if !ok {
			continue
		}
		between := strings.TrimPrefix(c.src.Slice(clause)[m.End:], "高达")
		if utf8.RuneCountInString(between) > 6 || strings.ContainsAny(between, "0123456789升增高降长超比、") {
			continue
		}
		c.add(report.Span{Start: clause.Start + m.Start, End: f.Span.End}, fmt.Sprintf("“%s”超过了100%%", c.src.Text[clause.Start+m.Start:clause.Start+m.End]), "这是部分占全体的比率，请核对这个数")
	}
	in.sharesOver(&c)
	return c.all()
}
