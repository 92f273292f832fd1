package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// outlinedFrom is how many characters of text need headings.
const outlinedFrom = 600

// countsParts reports whether numbers of headings stand within a paragraph.
func countsParts(text string) bool {
	first := strings.Index(text, "一、")
	return first >= 0 && strings.Contains(text[first:], "二、")
}

// missingHeadings finds that not one heading was read in an annual report that
// is longer than a page, or that numbers its parts within a paragraph. Its other rules about parts have nothing to go by then.
func missingHeadings(in *Input) []report.Finding {
	r := in.Report
	text := r.Source.Text
	if !in.isAnnual() || len(r.Headings) > 0 || utf8.RuneCountInString(text) < outlinedFrom && !countsParts(text) {
		return nil
	}
	c := collector{src: r.Source, rule: rule.MissingHeadings, severity: report.Warning}
	c.add(titleFinding(r).Span, "全文没有读到“一、”“（一）”这样的标题，也就没有核对应当写的几部分",
		"多半是复制时自动编号没有带过来：请核对定稿，把编号转成文字，一个标题一行")
	return c.all()
}
