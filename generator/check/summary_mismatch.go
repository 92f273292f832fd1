package check

import (
	"fmt"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// summaryMismatch finds numbers of the opening that the body of the report
// states otherwise: 全年调解矛盾纠纷2075起 at the head, 2057起 under its heading. It is an
// error where both say it in the same words.
func summaryMismatch(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.SummaryMismatch, severity: report.Warning}
	summary := openingOf(r)
	for _, p := range in.restatements() {
		a, b := &r.Figures[p.a], &r.Figures[p.b]
		if summary[a.Block] == summary[b.Block] {
			continue // conflicting-values
		}
		severity := report.Warning
		if p.verbatim {
			severity = report.Error
		}
		c.note(b.Span, severity, fmt.Sprintf("“%s”在第 %d 行的概述里是“%s”，这里是“%s”", whatCounts(b), a.Line, r.Source.Slice(a.Span), r.Source.Slice(b.Span)),
			"请核对台账，改正写错的那一处；统计范围不同的，请在文中写明")
	}
	return c.all()
}

// openingOf marks the blocks that sum the report up: those before the first
// heading, and those under a first heading that says so (总体情况).
func openingOf(r *report.Report) []bool {
	opening := make([]bool, len(r.Blocks))
	for i := range r.Blocks {
		h := r.Blocks[i].Heading
		opening[i] = h < 0 || h == 0 && isOverview(r.Headings[0].Text)
	}
	return opening
}

func isOverview(heading string) bool {
	return utf8.RuneCountInString(heading) <= 16 && hasAny(heading, "总体情况", "基本情况", "总体概况", "工作概况", "概述", "综述", "总体成效", "总体进展") && !hasAny(heading, "下一步", "问题")
}
