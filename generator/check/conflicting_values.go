package check

import (
	"fmt"

	"mingfa/generator/report"
)

// conflictingValues finds what the body of a report states twice with two
// values: 受理行政复议案件126件 under one heading, 128件 under another.
func conflictingValues(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: "conflicting-values", severity: report.Warning}
	summary := openingOf(r)
	for _, p := range restatements(r) {
		a, b := &r.Figures[p.a], &r.Figures[p.b]
		if summary[a.Block] != summary[b.Block] {
			continue // summary-mismatch
		}
		c.add(b.Span, fmt.Sprintf("“%s”在第 %d 行是“%s”，这里是“%s”", whatCounts(b), a.Line, r.Source.Slice(a.Span), r.Source.Slice(b.Span)),
			"请核对台账，两处写成一个数；统计范围不同的（如全市与本级、全年与下半年），请在文中写明")
	}
	return c.all()
}

// whatCounts is a figure's label as messages print it.
func whatCounts(f *report.Figure) string { return clip(f.Label, 40) }

// withoutRepeated leaves out the repeated-indicator findings about figures
// that another rule tells of more exactly.
func withoutRepeated(r *report.Report, findings []report.Finding) []report.Finding {
	told := map[report.Span]bool{}
	for _, f := range findings {
		if f.Rule == "conflicting-values" || f.Rule == "summary-mismatch" {
			told[f.Span] = true
		}
	}
	if len(told) == 0 {
		return findings
	}
	quotes := map[report.Span]bool{}
	for i := range r.Figures {
		if f := &r.Figures[i]; told[f.Span] {
			quotes[f.QuoteSpan] = true
		}
	}
	kept := findings[:0]
	for _, f := range findings {
		if f.Rule != "repeated-indicator" || !quotes[f.Span] {
			kept = append(kept, f)
		}
	}
	return kept
}
