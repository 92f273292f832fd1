package findingtest

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Marked is a report of a text in which each figure is marked, with its
// numeral, its unit and perhaps a label: 受理【68|件|行政复议受理】. A
// clause is a quote, a line a block, a line that begins with # a
// heading, one with a tab a row.
func Marked(text string, year int) *report.Report {
	var plain strings.Builder
	type mark struct {
		start, end  int
		unit, label string
	}
	var marks []mark
	for text != "" {
		before, rest, found := strings.Cut(text, "【")
		plain.WriteString(before)
		if !found {
			break
		}
		inner, after, _ := strings.Cut(rest, "】")
		inner = strings.NewReplacer("\n", "", "\r", "").Replace(inner) // a numeral is on one line
		parts := append(strings.Split(inner, "|"), "", "")
		m := mark{start: plain.Len(), unit: parts[1], label: parts[2]}
		plain.WriteString(parts[0] + parts[1])
		m.end = plain.Len()
		marks = append(marks, m)
		text = after
	}
	src := report.NewSource("示例.txt", plain.String())
	r := &report.Report{Source: src, Year: year}
	for line := 1; line <= src.Lines(); line++ {
		sp := src.LineSpan(line)
		kind := report.BlockText
		if strings.HasPrefix(src.Slice(sp), "#") {
			kind = report.BlockHeading
			r.Headings = append(r.Headings, report.Heading{Text: strings.TrimPrefix(src.Slice(sp), "# "), Line: line})
		}
		if strings.Contains(src.Slice(sp), "\t") {
			kind = report.BlockRow
		}
		r.Blocks = append(r.Blocks, report.Block{Kind: kind, Span: sp, Line: line, Heading: len(r.Headings) - 1, Table: -1})
	}
	for _, m := range marks {
		line := src.Line(m.start)
		block := src.LineSpan(line)
		quote := block
		if at := strings.LastIndexAny(src.Text[block.Start:m.start], "，。；"); at >= 0 {
			quote.Start += at + len("，")
		}
		if at := strings.IndexAny(src.Text[m.end:block.End], "，。；"); at >= 0 {
			quote.End = m.end + at
		}
		kind := report.KindCount
		switch {
		case m.unit == "%":
			kind = report.KindRate
		case strings.HasSuffix(m.unit, "元"):
			kind = report.KindAmount
		}
		raw := strings.TrimSuffix(src.Text[m.start:m.end], m.unit)
		n, ok := numeral.Scan(raw)
		if !ok {
			n.Value = "0"
		}
		r.Figures = append(r.Figures, report.Figure{
			ID: fmt.Sprintf("f%d", len(r.Figures)), Value: n.Value, Raw: raw, Approx: n.Approx, Unit: m.unit, Kind: kind, Label: m.label,
			Quote: src.Slice(quote), QuoteSpan: quote, Span: report.Span{Start: m.start, End: m.end}, Block: line - 1, Line: line,
		})
	}
	return r
}
