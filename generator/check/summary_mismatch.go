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
	summary := in.openingOf()
	for _, p := range in.restatements() {
		a, b := &r.Figures[p.a], &r.Figures[p.b]
		if summary[a.Block] == summary[b.Block] {
			continue // conflicting-values
		}
		severity := report.Warning
		if p.verbatim {
			severity = report.Error
		}
		c.note(b.Span, severity, fmt.Sprintf("“%s”在第 %d 行的概述里是“%s”，这里是“%s”", whatCounts(b), a.Line, r.Printed(a), r.Printed(b)),
			"请核对台账，改正写错的那一处；统计范围不同的，请在文中写明")
	}
	return c.all()
}

// openingOf marks the blocks that sum the report up: those before the first
// heading, and those under a first heading that says so (总体情况).
func (in *Input) openingOf() []bool {
	r := in.Report
	opening := make([]bool, len(r.Blocks))
	for i := range r.Blocks {
		h := r.Blocks[i].Heading
		opening[i] = r.Opens(i) || h == 0 && in.isOverview(&r.Headings[0])
	}
	return opening
}

// isOverview reports whether the words of a heading stand over a summary.
func (in *Input) isOverview(h *report.Heading) bool {
	return utf8.RuneCountInString(h.Text) <= 16 && in.Words.CheckOverviews.In(h.Text) && !h.Plan && !h.Shortcoming
}
