package check

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
)

// comparedYears finds values that 同比 compares with, which are said to be of another year than the one before:
// 3874件，同比下降18.2%（2022年为4736件） in the report on 2024. Only where the two values give the very change that is
// printed it is plain that they are compared.
func (in *Input) comparedYears(c *collector) {
	r := in.Report
	for i := 1; i+1 < len(r.Figures) && !c.full(); i++ {
		for _, at := range [...][2]int{{i, i + 1}, {i + 1, i}} {
			in.comparedYear(c, i-1, at[0], at[1])
		}
	}
}

// comparedYear looks at the value is, the change by and the value was, which brackets give.
func (in *Input) comparedYear(c *collector, is, by, was int) {
	r := in.Report
	v := values{was: &r.Figures[was], is: &r.Figures[is]}
	change := &r.Figures[by]
	if change.Kind != report.KindChange || !change.Exact() || change.Hidden || !isPlainValue(v.was) || !isPlainValue(v.is) || v.was.Unit != v.is.Unit || !in.follows(is) || !in.follows(is+1) {
		return
	}
	words := strings.TrimLeft(ownWords(r, by), "）)")
	outer, inner, ok := in.bracketBefore(was)
	year, at, end := yearIn(inner)
	if !ok || outer != "" || year == 0 || at > 0 || year == r.Year-1 || in.trimTail(inner[end:]) != "" || !in.Words.YearOnYear.In(words) || !strings.HasPrefix(r.Source.Text[v.was.Span.End:], "）") {
		return
	}
	before := r.Source.Text[sentenceStart(r, v.is):v.is.Span.Start]
	if named := lastYear(before); named != 0 && named != r.Year || v.direction() == 0 || v.direction() != in.wayBefore(words) {
		return
	}
	if change.Unit == "%" && v.growBy(in, change) || change.Unit == v.is.Unit && v.differBy(in, change) {
		sp := report.Span{Start: v.was.Span.Start - len(inner), End: v.was.Span.End}
		c.note(sp, report.Warning, fmt.Sprintf("同比是与 %s相比，这里写的却是 %s的数", yearText(r.Year-1), yearText(year)), "请核对年份；确实是与那一年相比的，请把“同比”改成“比”那一年")
	}
}
