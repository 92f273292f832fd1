package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unpairedQuote finds quotation marks and title marks without their partner.
func unpairedQuote(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.UnpairedQuote, severity: report.Warning}
	l := leftover{c: &c}
	for kind := firstQuote; kind < len(pairKinds); kind++ {
		l.kinds = append(l.kinds, kind)
	}
	for _, p := range paragraphs(in.Report) {
		if !p.isRow() { // cells hold pieces
			l.paragraph(p, marksIn(in.signsIn(p.span)))
		}
	}
	l.end()
	if strings.Contains(c.src.Text, `"`) {
		straightQuotes(in, &c)
	}
	return c.all()
}

// straightQuotes finds paragraphs with an odd number of ". After a digit it is
// an inch.
func straightQuotes(in *Input, c *collector) {
	text := c.src.Text
	for _, p := range paragraphs(in.Report) {
		last, n := 0, 0
		for i := p.span.Start; i < p.span.End; i++ {
			if text[i] != '"' {
				continue
			}
			if i > p.span.Start && numeral.IsDigit(rune(text[i-1])) && n%2 == 0 {
				continue
			}
			last = i
			n++
		}
		if n%2 == 1 {
			c.add(words(text, last, p.span.End, 12), "引号不成对", "请核对定稿，补上另一半引号；中文里请用“ ”")
		}
	}
}
