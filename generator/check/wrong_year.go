package check

import (
	"fmt"

	"mingfa/generator/report"
)

// Year compares the year a report is about with the one its file is named
// after, which becomes its address. named is 0 when the name says none.
func Year(r *report.Report, named int) []report.Finding {
	if named == 0 || r.Year == 0 || r.Year == named {
		return nil // a year that could not be read has its own finding
	}
	f := report.Finding{File: r.Source.Path}
	for i := range r.Blocks {
		if r.Blocks[i].Kind == report.BlockTitle {
			f = r.Source.FindingAt(r.Blocks[i].Span, "", "", "", "")
		}
	}
	f.Rule, f.Severity = "wrong-year", report.Error
	f.Message = fmt.Sprintf("报告写的是 %d 年度，文件名却是 %d", r.Year, named)
	f.Suggestion = fmt.Sprintf("请把文件改名为 %d（报告所写的那一年，不是印发的那一年），或者改正题目", r.Year)
	return []report.Finding{f}
}
