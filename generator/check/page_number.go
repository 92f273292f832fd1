package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pageNumber finds the numbers of pages that a text brought along from its printed
// form, on lines of their own: - 3 -, —4—, 第3页, 第 3 页 共 12 页, 3/12. They are told once.
// A bare number on a line may be a cell of a table; two that go on counting between
// paragraphs are pages.
func pageNumber(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.PageNumber, severity: report.Warning}
	var first report.Span
	count := 0
	note := func(sp report.Span) {
		if count == 0 || sp.Start < first.Start {
			first = sp
		}
		count++
	}
	for _, p := range paragraphs(in.Report) {
		if s := c.src.Slice(p.span); len(s) <= 60 && !p.isRow() && isPageNumber(report.Packed(s)) {
			note(p.span)
		}
	}
	for _, sp := range in.barePages() {
		note(sp)
	}
	if count > 0 {
		c.add(first, fmt.Sprintf("正文里混进了页码，一共 %d 处，这里是第一处", count), "请删去页码这一行；被它隔开的句子请接上")
	}
	return c.all()
}

// barePages are the lines that hold a number and nothing else, each one more than the
// one before, of which at least two stand in the text apart from each other.
func (in *Input) barePages() []report.Span {
	var pages []report.Span
	last, near := 0, false
	for _, p := range paragraphs(in.Report) {
		s := in.Report.Source.Slice(p.span)
		if len(s) <= 12 {
			s = report.Packed(s)
		}
		if p.isRow() || s == "" || len(s) > 3 || strings.Trim(s, "0123456789") != "" {
			near = false
			continue
		}
		n := number(s)
		if near || len(pages) > 0 && n != last+1 {
			return nil // a list of numbers, or a column of a table
		}
		pages, last, near = append(pages, p.span), n, true
	}
	if len(pages) < 2 {
		return nil
	}
	return pages
}

// isPageNumber reports whether a line without spaces is the number of a page.
func isPageNumber(s string) bool {
	const dashes = "-—－–―─·"
	left := strings.TrimLeft(s, dashes)
	if inner := strings.TrimRight(left, dashes); left != s && inner != left {
		return inner != "" && utf8.RuneCountInString(inner) <= 3 && strings.Trim(inner, "0123456789０１２３４５６７８９") == ""
	}
	if page, total, ok := strings.Cut(s, "/"); ok && page != "" && total != "" && len(s) <= 7 && strings.Trim(page+total, "0123456789") == "" {
		return number(page) > 0 && number(page) <= number(total) // 3/12
	}
	page, ok := strings.CutPrefix(s, "第")
	if !ok {
		return false
	}
	number, total, ok := strings.Cut(page, "页")
	total = strings.TrimSuffix(strings.TrimPrefix(strings.TrimLeft(total, "，,/／"), "共"), "页")
	return ok && number != "" && utf8.RuneCountInString(number) <= 3 && strings.Trim(number+total, "0123456789") == ""
}
