package check

import (
	"fmt"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unpairedBracket finds brackets without their partner, and pairs of which one
// is full width and the other half width.
func unpairedBracket(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.UnpairedBracket, severity: report.Warning}
	l := leftover{c: &c, kinds: []int{0, 1, 2, 3}}
	for _, p := range paragraphs(in.Report) {
		if p.isRow() {
			continue // cells hold pieces
		}
		marks := marksIn(in.signsIn(p.span))
		l.paragraph(p, marks)
		for _, kind := range l.kinds {
			pairs, _ := pairMarks(marks, kind, c.src.Text, p.span)
			for _, pair := range pairs {
				if (pair[0].size == 1) != (pair[1].size == 1) {
					mixedWidths(&c, pair)
				}
			}
		}
	}
	l.end()
	return c.all()
}

// mixedWidths reports a pair such as （甲).
func mixedWidths(c *collector, pair [2]mark) {
	text := c.src.Text
	open, _ := utf8.DecodeRuneInString(text[pair[0].at:])
	close, _ := utf8.DecodeRuneInString(text[pair[1].at:])
	sp := report.Span{Start: pair[0].at, End: pair[1].at + pair[1].size}
	if sp.Len() > 90 {
		sp = wordsBefore(text, pair[0].at, sp.End, 12)
	}
	c.add(sp, fmt.Sprintf("括号一个全角、一个半角：“%c”与“%c”不是一对", open, close), "请把两个括号都改成全角")
}
