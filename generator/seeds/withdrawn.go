package seeds

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/read/review"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// withdrawn checks what a body says of the reports that it took down. What is wrong
// is left out: the page of the report then says that no reason was given.
func (c *valueChecker) withdrawn(b *Body) {
	var kept []Withdrawn
	for i, w := range b.Withdrawn {
		w.Reason = strings.TrimSpace(w.Reason)
		key := "year"
		var message, suggestion string
		switch {
		case w.Year == 0 || w.Reason == "": // reported as missing
			continue
		case w.Year < FirstYear || w.Year > LastYear:
			message, suggestion = fmt.Sprintf("年份 %d 不对", w.Year), fmt.Sprintf("请写撤下的是哪一年度的报告（%d 至 %d），如 year = 2023。", FirstYear, LastYear)
		case slices.ContainsFunc(kept, func(k Withdrawn) bool { return k.Year == w.Year }):
			message, suggestion = fmt.Sprintf("%d 年的撤下写了两遍", w.Year), "请只留一段 [[withdrawn]]。"
		case !review.IsReason(w.Reason):
			key, message = "reason", fmt.Sprintf("“%s”不能作撤下的理由", w.Reason)
			suggestion = "请用一句话说明为什么撤下，不超过 300 个字，例如“正文有误，核对后重新公布”。理由会登在网页上。"
		default:
			kept = append(kept, w)
			continue
		}
		c.loader.findings = append(c.loader.findings, c.doc.ValueAt(rule.BadValue, report.Error, message, suggestion, "withdrawn", i, key))
	}
	b.Withdrawn = kept
}
