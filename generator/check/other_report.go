package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// otherReport finds a document of another kind in the place of a body's report: its
// title, or the first line where no title was read, calls it 政府信息公开工作年度报告,
// 部门决算, …的通知. 政府工作报告 is let pass: a portal may hold one beside the others. A
// title that speaks of 法治 or 依法行政 is the report's, whatever it is called besides:
// 法治政府建设工作总结. A text that lies in no body's folder may be any report.
func otherReport(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.OtherReport, severity: report.Error}
	if in.Slug == "" {
		return nil
	}
	if sp, name := in.other(); name != "" {
		c.add(sp, fmt.Sprintf("看来这是%s，不是法治政府建设年度报告", name), "请核对是不是放错了文件，换成签发的法治政府建设年度报告；确实就是这份报告的，请把题目写全")
	}
	return c.all()
}

// longestFirst is how many characters a line may have that is taken for a title.
const longestFirst = 50

// other is where a title calls its document another one, and what; "" where it does not.
func (in *Input) other() (report.Span, string) {
	for _, span := range in.titleLines() {
		title := in.Report.Source.Slice(span)
		if _, own := in.Words.CheckOwnTitles.Find(title, 0); own {
			return report.Span{}, ""
		}
		if m, ok := in.Words.CheckOtherTitles.Find(title, 0); ok {
			return report.Span{Start: span.Start + m.Start, End: span.Start + m.End}, "“" + in.Words.CheckOtherTitles.Reading(m) + "”"
		}
		trimmed := strings.TrimRightFunc(title, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
		if n := in.Words.CheckOtherEnds.Suffix(trimmed); n > 0 {
			end := span.Start + len(trimmed)
			return report.Span{Start: end - n, End: end}, "“" + strings.TrimPrefix(trimmed[len(trimmed)-n:], "的") + "”"
		}
	}
	return report.Span{}, ""
}

// titleLines are the lines of the title; where none was read, the first line of the text if
// it is short enough to be one.
func (in *Input) titleLines() []report.Span {
	var lines []report.Span
	for _, p := range paragraphs(in.Report) {
		if p.kind == report.BlockTitle {
			lines = append(lines, p.span)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	all := paragraphs(in.Report)
	if len(all) == 0 {
		return nil
	}
	if s := in.Report.Source.Slice(all[0].span); utf8.RuneCountInString(s) > longestFirst || strings.ContainsAny(s, "。；") {
		return nil
	}
	return []report.Span{all[0].span}
}

// ofThisKind leaves out, of a document of another kind, what is asked of a report alone.
func (in *Input) ofThisKind(findings []report.Finding) []report.Finding {
	if !slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Rule == rule.OtherReport }) {
		return findings
	}
	return slices.DeleteFunc(findings, func(f report.Finding) bool {
		switch f.Rule {
		case rule.MissingTitle, rule.MissingYear, rule.MissingIssuer, rule.MissingRequiredPart, rule.WrongYear, rule.LateReport, rule.ForeignBody:
			return true
		}
		return false
	})
}
