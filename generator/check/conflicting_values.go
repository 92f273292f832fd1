package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// conflictingValues finds what the body of a report states twice with two
// values: 受理行政复议案件126件 under one heading, 128件 under another.
func conflictingValues(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.ConflictingValues, severity: report.Warning}
	summary := in.openingOf()
	for _, p := range in.restatements() {
		a, b := &r.Figures[p.a], &r.Figures[p.b]
		if summary[a.Block] != summary[b.Block] {
			continue // summary-mismatch
		}
		c.add(b.Span, fmt.Sprintf("“%s”在第 %d 行是“%s”，这里是“%s”", whatCounts(b), a.Line, r.Printed(a), r.Printed(b)),
			"请核对台账，两处写成一个数；统计范围不同的（如全市与本级、全年与下半年），请在文中写明")
	}
	return c.all()
}

// whatCounts is a figure's label as messages print it, without what tells two
// values of one sentence apart; of a figure without one, its clause.
func whatCounts(f *report.Figure) string {
	label := strings.TrimSuffix(strings.TrimSuffix(f.Label, "（后）"), "（前）")
	if label == "" {
		label = strings.Join(strings.Fields(f.Quote), " ")
	}
	return escape.Clip(label, 40)
}

// withoutRepeated leaves out the repeated-indicator findings about figures
// that another rule tells of more exactly, and about those whose own words say
// that they are not of the same: one street and another, a part and the whole,
// 组织志愿者开展… and 组织律师开展… side by side.
func (in *Input) withoutRepeated(findings []report.Finding) []report.Finding {
	r := in.Report
	first := map[string]int{} // of each contested indicator
	last := map[string]int{}
	explained := map[report.Span]bool{}
	for i := range r.Figures {
		id := r.Figures[i].Contested
		if id == "" {
			continue
		}
		j, ok := first[id]
		if !ok {
			first[id] = i
		} else if x, y := in.scopeOf(j), in.scopeOf(i); !x.sameAs(y) || x.words != y.words && (len(x.marks) > 0 || strings.HasSuffix(x.words, y.words) || strings.HasSuffix(y.words, x.words) || r.Figures[i].Block == r.Figures[j].Block) {
			explained[r.Figures[i].QuoteSpan] = true
		}
		if j, ok := last[id]; ok && rowsOfOne(r, &r.Figures[j], &r.Figures[i]) {
			explained[r.Figures[j].QuoteSpan], explained[r.Figures[i].QuoteSpan] = true, true
		}
		last[id] = i
	}
	if len(first) == 0 {
		return findings
	}
	told := map[report.Span]bool{}
	for _, f := range findings {
		told[f.Span] = told[f.Span] || f.Rule == rule.ConflictingValues || f.Rule == rule.SummaryMismatch
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; told[f.Span] {
			explained[f.QuoteSpan] = true
		}
	}
	return slices.DeleteFunc(findings, func(f report.Finding) bool { return f.Rule == rule.RepeatedIndicator && explained[f.Span] })
}
