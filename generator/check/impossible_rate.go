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
		first := in.firstOfList(i)
		start := in.Report.Figures[first].Span.Start
		line := c.src.LineSpan(c.src.Line(start))
		clause := wordsBefore(c.src.Text, line.Start, start, 30)
		m, ok := in.Words.CheckPartRates.FindLast(c.src.Slice(clause))
		if !ok {
			continue
		}
		between := strings.TrimPrefix(c.src.Slice(clause)[m.End:], "高达")
		if first < i && !in.Words.CheckOneByOne.In(between) {
			continue // 占比25%、较上年增长120%
		}
		if utf8.RuneCountInString(between) > 6 || strings.ContainsAny(between, "0123456789升增高降长超比、") {
			continue
		}
		at := clause.Start + m.Start
		if first < i {
			at = f.Span.Start
		}
		c.add(report.Span{Start: at, End: f.Span.End}, fmt.Sprintf("“%s”超过了100%%", c.src.Text[clause.Start+m.Start:clause.Start+m.End]), "这是部分占全体的比率，请核对这个数")
	}
	in.sharesOver(&c)
	return c.all()
}

// firstOfList is the first of the percentages that figure i is listed with: 97.8% of 满意率分别为97.8%和98.3%.
func (in *Input) firstOfList(i int) int {
	r := in.Report
	first := i
	for first > 0 && i-first < maxListed && in.follows(first-1) && r.Figures[first-1].Unit == r.Figures[i].Unit {
		if words, ok := cutJoint(in.gap(first - 1)); !ok || words != "" {
			break
		}
		first--
	}
	return first
}
