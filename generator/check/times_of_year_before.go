package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// timesOfYearBefore compares a multiple with the value before it and that of the year before
// which stands inside its words: 3.2万本，是2023年0.8万本的3倍; 63.2万元，是上年（15.8万元）的6倍.
func (in *Input) timesOfYearBefore(c *collector) {
	r := in.Report
	for i := 2; i < len(r.Figures) && !c.full(); i++ {
		by, was, is := &r.Figures[i], &r.Figures[i-1], &r.Figures[i-2]
		if c.says(by.Span) || by.Unit != "倍" || by.Hidden || by.Target || !by.Exact() || !in.follows(i-1) || !in.follows(i-2) || was.Unit != is.Unit || strings.Trim(in.gap(i-1), "）)") != "的" {
			continue
		}
		words := strings.TrimLeft(in.gap(i-2), "，")
		name := strings.TrimLeft(strings.TrimRight(words, "（("), "达到约是为")
		year := fmt.Sprintf("%d年", r.Year-1)
		if len(words) == len(name) || !in.Words.YearBefore.Has(strings.TrimSuffix(name, "的")) && name != year && name != year+"同期" || fits(magnitude(is), in.slackOf(is), magnitude(was), in.slackOf(was), by) {
			continue
		}
		if ratio, _, ok := numeral.Percent(magnitude(is), magnitude(was), 0); ok {
			c.note(by.Span, report.Warning, fmt.Sprintf("“%s”是“%s”的%s倍，原文写的是“%s”", c.src.Slice(is.Span), c.src.Slice(was.Span), ratio.Shift(-2), c.src.Slice(by.Span)), changeAdvice)
		}
	}
}
