package check

import (
	"cmp"
	"fmt"
	"time"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Dates are the days of a document as it or its settings file states them, each as
// 2024-03-28, maybe with a time of day behind it; "" for what neither states.
type Dates struct {
	Published string
	Written   string // the day under the signature, before which nothing is published
}

// lateReport notes that a report was made public after 1 April of the year behind
// the one reported on: 第二十四条 of 《法治政府建设与责任落实督察工作规定》 asks for
// publication before that day. A text cannot be mended for it, so it is a note for
// who reviews. Where nobody says when the report was published, nothing is said.
func lateReport(in *Input) []report.Finding {
	year := cmp.Or(in.Named, in.Report.Year)
	if year == 0 || !in.isAnnual() || in.Named != 0 && in.Report.Year != 0 && in.Named != in.Report.Year {
		return nil // which year it is of is asked first
	}
	var message string
	switch {
	case IsLate(year, in.Dates.Published):
		message = fmt.Sprintf("发布日期是%s，晚于规定的%d年4月1日", Day(in.Dates.Published), year+1)
	case in.Dates.Published == "" && IsLate(year, in.Dates.Written):
		message = fmt.Sprintf("成文日期是%s，公开的日子晚于规定的%d年4月1日", Day(in.Dates.Written), year+1)
	default:
		return nil
	}
	c := collector{src: in.Report.Source, rule: rule.LateReport, severity: report.Notice}
	c.add(titleFinding(in.Report).Span, message, "年度报告应当在次年4月1日前公开；日期没有写错的，不用改")
	return c.all()
}

// IsLate reports whether a day, 2024-05-08, is after 1 April of the year behind the
// one reported on. Of that very day, before which the regulation wants it, it is not
// said.
func IsLate(year int, date string) bool {
	t, ok := dayOf(date)
	return ok && t.After(time.Date(year+1, time.April, 1, 0, 0, 0, 0, time.UTC))
}

// Day is how a date is written in a sentence: 2024年5月8日.
func Day(date string) string {
	t, ok := dayOf(date)
	if !ok {
		return date
	}
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}

// dayOf is the day of a date that may have the time of day behind it.
func dayOf(date string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, date[:min(len(date), len(time.DateOnly))])
	return t, err == nil
}
