package tell

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"mingfa/generator/check/survey"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site/sheet"
)

// Tables of the CSV for reviewers. Each row begins with the name of its table, so
// that a program, or a spreadsheet's filter, can take one table out of the four that
// stand below each other; the names of a table's columns are its first row.
const (
	sheetReports      = "报告"
	sheetFindings     = "提示"
	sheetShortcomings = "不足"
	sheetPlans        = "安排"
)

// Columns of the other tables.
const (
	findingColumns = "表 单位 地区 年度 级别 规则 名称 文件 行 列 问题 原文 建议"
	passageColumns = "表 单位 地区 年度 文件 行 原文"
)

// reportColumns are those of the first table. Between 题目 and 公开日期 stands a column
// for each required part.
var (
	partColumns   = []string{"主要举措和成效", "存在的不足和原因", "第一责任人履职情况", "下一年度安排"}
	reportColumns = append(append([]string{"表", "单位", "地区", "年度", "状态", "题目"}, partColumns...),
		"成文日期", "公开日期", "4月1日前公开", "错误", "提醒", "各类错误", "各类提醒", "已放行", "数字", "已核对", "核对比例", "说明", "文件")
)

// CSV writes what reviewers ask in four tables: the reports, a row each; what the
// check says of them; what they found wanting; what they plan.
func CSV(w io.Writer, s *survey.Survey) error {
	t := sheet.New(reportColumns...)
	row := func(cells ...string) { // every row has as many cells as the first
		t.Row(append(cells, make([]string, len(reportColumns)-len(cells))...)...)
	}
	for i := range s.Reports {
		row(reportRow(&s.Reports[i])...)
	}
	row(strings.Fields(findingColumns)...)
	for _, f := range sorted(s.Other) {
		row(findingRow(&survey.Report{}, f)...)
	}
	for i := range s.Reports {
		for _, f := range sorted(s.Reports[i].Findings) {
			row(findingRow(&s.Reports[i], f)...)
		}
	}
	for _, part := range []struct {
		name string
		of   func(r *survey.Report) []survey.Passage
	}{
		{sheetShortcomings, func(r *survey.Report) []survey.Passage { return r.Shortcomings }},
		{sheetPlans, func(r *survey.Report) []survey.Passage { return r.Plans }},
	} {
		row(strings.Fields(passageColumns)...)
		for i := range s.Reports {
			r := &s.Reports[i]
			for _, p := range part.of(r) {
				row(part.name, r.Body, r.Region, number(r.Year), r.File, number(p.Line), p.Text)
			}
		}
	}
	raw, err := t.Bytes()
	if err == nil {
		_, err = w.Write(raw)
	}
	if err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

func reportRow(r *survey.Report) []string {
	cells := []string{sheetReports, r.Body, r.Region, number(r.Year), r.State.String(), r.Title}
	for i := range partColumns {
		there := ""
		if i < len(r.Parts) {
			there = yesNo(r.Parts[i].There)
		}
		cells = append(cells, there)
	}
	if r.State == survey.Absent {
		return cells
	}
	cells = append(cells, r.Written, r.Published, r.Deadline(), strconv.Itoa(r.Errors), strconv.Itoa(r.Warnings),
		counted(r, report.Error), counted(r, report.Warning), strconv.Itoa(r.Waived))
	if r.State == survey.Unread {
		return append(cells, "", "", "", r.Why, r.File)
	}
	return append(cells, strconv.Itoa(r.Figures), strconv.Itoa(r.Confirmed), survey.Share(r.Confirmed, r.Figures), "", r.File)
}

func findingRow(r *survey.Report, f report.Finding) []string {
	return []string{sheetFindings, r.Body, r.Region, number(r.Year), f.Severity.Name(), f.Rule, rule.Name(f.Rule), f.File, number(f.Line), number(f.Column),
		f.Message, words(f), f.Suggestion}
}

// counted is how often each rule found something of a severity: heading-gap 2；….
func counted(r *survey.Report, severity report.Severity) string {
	var all []string
	for _, c := range survey.Counts(*r) {
		if c.Severity == severity {
			all = append(all, fmt.Sprintf("%s %d", c.Name, c.Places))
		}
	}
	return strings.Join(all, "；")
}

// number is a number that is stated; 0 stands for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yesNo(yes bool) string {
	if yes {
		return "有"
	}
	return "无"
}
