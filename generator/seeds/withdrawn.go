package seeds

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"mingfa/generator/read/review"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Withdrawal is a [[withdrawn]] of a body, and where it stands.
type Withdrawal struct {
	Slug string
	Year int
	At   func(message, suggestion string) report.Finding // at its year
}

// yearOf is the year of a moment in Beijing, where staff write it.
func yearOf(t time.Time) int { return t.In(report.Beijing).Year() }

// withdrawn checks what a body says of the reports that it took down. What is wrong
// is left out: the page of the report then says that no reason was given.
func (c *valueChecker) withdrawn(b *Body) {
	var kept []Withdrawn
	for i, w := range b.Withdrawn {
		w.Reason = strings.TrimSpace(w.Reason)
		key := "year"
		at := func(message, suggestion string) report.Finding {
			return c.doc.ValueAt(rule.UnfoundedCorrection, report.Warning, message, suggestion, "withdrawn", i, "year")
		}
		stands := slices.IndexFunc(b.Entries, func(e Entry) bool { return e.Year == w.Year })
		var message, suggestion string
		switch {
		case w.Year == 0 || w.Reason == "": // reported as missing
			continue
		case w.Year < FirstYear || w.Year > LastYear:
			message, suggestion = fmt.Sprintf("年份 %d 不对", w.Year), fmt.Sprintf("请写撤下的是哪一年度的报告（%d 至 %d），如 year = 2023。", FirstYear, LastYear)
		case w.Year > yearOf(time.Now()):
			message, suggestion = fmt.Sprintf("%d 年还没有到，不会有这一年度的报告", w.Year), "请写撤下的是哪一年度的报告，如 year = 2023。"
		case slices.ContainsFunc(kept, func(k Withdrawn) bool { return k.Year == w.Year }):
			message, suggestion = fmt.Sprintf("%d 年的撤下写了两遍", w.Year), "请只留一段 [[withdrawn]]。"
		case !review.IsReason(w.Reason):
			key, message = "reason", fmt.Sprintf("“%s”不能作撤下的理由", w.Reason)
			suggestion = "请用一句话说明为什么撤下，不超过 300 个字，例如“正文有误，核对后重新公布”。理由会登在网页上。"
		default:
			kept = append(kept, w)
			if stands >= 0 {
				c.loader.findings = append(c.loader.findings, at(fmt.Sprintf("%d 年度的报告还在，没有撤下，这一段不起作用", w.Year),
					fmt.Sprintf("要撤下，请删去 %s；撤下以后又公布了的，请删去这一段 [[withdrawn]]。", b.Entries[stands].Path)))
			} else {
				c.loader.portal.withdrawals = append(c.loader.portal.withdrawals, Withdrawal{b.Slug, w.Year, at})
			}
			continue
		}
		c.loader.findings = append(c.loader.findings, c.doc.ValueAt(rule.BadValue, report.Error, message, suggestion, "withdrawn", i, key))
	}
	b.Withdrawn = kept
}
