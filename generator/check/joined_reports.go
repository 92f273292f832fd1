package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// joinedReports finds a second report in the file: below headings that began with 一、
// a line stands that is a title of an annual report, and the headings begin again.
// The same title again is told of as what it is, a text that stands twice.
func joinedReports(in *Input) []report.Finding {
	sp := in.second.Get(in.Report, in.secondTitle)
	if sp.Len() == 0 {
		return nil
	}
	c := collector{src: in.Report.Source, rule: rule.JoinedReports, severity: report.Error}
	c.add(sp, fmt.Sprintf("从这里起又是一份报告：“%s”", in.Report.Masked(sp)),
		"一个文件只放一份报告：请把两份分开，各存为一个文件，放在各自单位的文件夹里，再检查一次；这里以下的其他问题，分开以后再说")
	return c.all()
}

// secondTitle is where the title of a second report stands; empty where there is none.
func (in *Input) secondTitle() (none report.Span) {
	r := in.Report
	if !in.isAnnual() {
		return none
	}
	var starts []int // of the headings that are first ones of the highest level
	for i := range r.Headings {
		if h := &r.Headings[i]; h.Level == 1 && !h.Item && strings.HasPrefix(h.Number, "一") {
			starts = append(starts, h.Span.Start)
		}
	}
	if len(starts) < 2 {
		return none
	}
	for _, p := range paragraphs(r) {
		s := r.Source.Slice(p.span)
		n := utf8.RuneCountInString(s)
		if p.span.Start <= starts[0] || p.isRow() || n < 10 || n > 50 || strings.ContainsAny(s, "，。；：“") || !strings.HasSuffix(s, "报告") || !in.Words.DocumentTopics.In(s) {
			continue
		}
		if year, _, _ := yearIn(s); year == 0 || report.Packed(s) == report.Packed(r.Title) {
			continue
		}
		if slices.ContainsFunc(starts, func(start int) bool { return start > p.span.End }) {
			return p.span
		}
	}
	return none
}
