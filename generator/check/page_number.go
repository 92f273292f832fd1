package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pageNumber finds the numbers of pages that a text brought along from its printed
// form, on lines of their own: - 3 -, —4—, 第3页, 第 3 页 共 12 页. They are told once. A
// number alone on a line may be a cell of a table, and is none.
func pageNumber(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.PageNumber, severity: report.Warning}
	var first report.Span
	count := 0
	for _, p := range paragraphs(in.Report) {
		if s := c.src.Slice(p.span); len(s) <= 60 && !p.isRow() && isPageNumber(report.Packed(s)) {
			if count == 0 {
				first = p.span
			}
			count++
		}
	}
	if count > 0 {
		c.add(first, fmt.Sprintf("正文里混进了页码，一共 %d 处，这里是第一处", count), "请删去页码这一行；被它隔开的句子请接上")
	}
	return c.all()
}

// isPageNumber reports whether a line without spaces is the number of a page.
func isPageNumber(s string) bool {
	const dashes = "-—－–―─·"
	left := strings.TrimLeft(s, dashes)
	if inner := strings.TrimRight(left, dashes); left != s && inner != left {
		return inner != "" && utf8.RuneCountInString(inner) <= 3 && strings.Trim(inner, "0123456789０１２３４５６７８９") == ""
	}
	page, ok := strings.CutPrefix(s, "第")
	if !ok {
		return false
	}
	number, total, ok := strings.Cut(page, "页")
	total = strings.TrimSuffix(strings.TrimPrefix(strings.TrimLeft(total, "，,/／"), "共"), "页")
	return ok && number != "" && utf8.RuneCountInString(number) <= 3 && strings.Trim(number+total, "0123456789") == ""
}
