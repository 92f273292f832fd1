package check

import (
	"fmt"
	"strings"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// changedLastYear compares what a report says of the year before, a change on
// it or its value, with what the body's report on that year stated. It is a
// warning: last year's number may have been put right since, and a reader
// should be told so.
func changedLastYear(in *Input) []report.Finding {
	r, previous := in.Report, in.LastYear.Previous
	c := collector{src: r.Source, rule: rule.ChangedLastYear, severity: report.Warning}
	for i := range in.LastYear.Claims {
		claim := &in.LastYear.Claims[i]
		f, now, then := &r.Figures[claim.Figure], &r.Figures[claim.Current], &previous.Figures[claim.Previous]
		if claim.Agrees || f.Hidden || now.Hidden || then.Hidden {
			continue
		}
		was := previous.Printed(then)
		c.add(f.Span, in.lastYearMessage(claim, was),
			fmt.Sprintf("请对照 %s 第 %d 行的“%s”核对；上年的数后来更正过，或者统计口径变了的，请在文中写明", previous.Source.Path, then.Line, was))
	}
	return c.all()
}

func (in *Input) lastYearMessage(claim *lastyear.Claim, was string) string {
	r := in.Report
	f, now := &r.Figures[claim.Figure], &r.Figures[claim.Current]
	printed := r.Printed(f)
	if claim.Kind == lastyear.Value {
		return fmt.Sprintf("“%s”上年公布的是“%s”，这里写的上年数是“%s”", whatCounts(now), was, printed)
	}
	if claim.Kind == lastyear.Times {
		return fmt.Sprintf("“%s”上年公布的是“%s”，本年是“%s”，应为上年的%s倍，这里写的是“%s”", whatCounts(now), was, r.Printed(now), strings.TrimSuffix(claim.Computed, ".0"), printed)
	}
	by := "持平"
	if computed := strings.TrimSuffix(claim.Computed, ".0"); computed != "0" {
		by = direction(claim, f.Unit) + computed + f.Unit
	}
	return fmt.Sprintf("“%s”上年公布的是“%s”，本年是“%s”，应为%s，这里写的是“%s”", whatCounts(now), was, r.Printed(now), by, in.changeAsPrinted(f))
}

func direction(claim *lastyear.Claim, unit string) string {
	relative := claim.Kind == lastyear.Percent
	switch {
	case claim.Fall && (relative || unit == "个百分点"):
		return "下降"
	case claim.Fall:
		return "减少"
	case relative:
		return "增长"
	case unit == "个百分点":
		return "提高"
	}
	return "增加"
}

// changeAsPrinted is a change with the words right before it that say whether
// it is more or less.
func (in *Input) changeAsPrinted(f *report.Figure) string {
	r := in.Report
	before := r.Source.Text[max(f.QuoteSpan.Start, f.Span.Start-9):f.Span.Start]
	verb := strings.TrimSuffix(before, "了")
	n := max(in.Words.Rises.Suffix(verb), in.Words.Falls.Suffix(verb))
	if n == 0 {
		return r.Printed(f)
	}
	return before[len(verb)-n:] + r.Printed(f)
}
