package outline

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestGolden parses the text "input" of every testdata/*.txtar and compares
// the outline with "want".
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		return dump(Parse(report.NewSource("2023.txt", c.Text("input")), lexicon.Builtin()))
	})
}

// dump writes a report one block a line: its line, its kind, and for a heading
// its level, number, text and whether it is run in or an item. Findings stand
// below, with what they quote and suggest.
func dump(r *report.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title:  %s\nissuer: %s\nyear:   %d\n\n", r.Title, r.Issuer, r.Year)
	for _, block := range r.Blocks {
		fmt.Fprintf(&b, "%3d %-7s ", block.Line, block.Kind)
		if h := block.Heading; h >= 0 && r.Headings[h].ID == block.ID {
			h := r.Headings[h]
			fmt.Fprintf(&b, "h%d [%s] %s%s%s\n", h.Level, h.Number, h.Text, map[bool]string{true: " (run-in)"}[h.RunIn], map[bool]string{true: " (item)"}[h.Item])
		} else {
			text := r.Source.Slice(block.Span)
			if runes := []rune(text); len(runes) > 24 {
				text = string(runes[:24]) + "…"
			}
			fmt.Fprintln(&b, strings.ReplaceAll(text, "\t", "|"))
		}
		for _, sp := range block.Items {
			fmt.Fprintf(&b, "            item %s\n", r.Source.Slice(sp))
		}
	}
	for _, table := range r.Tables {
		fmt.Fprintf(&b, "\ntable: caption %d, first %d, rows %d\n", table.Caption, table.First, table.Rows)
	}
	for i, c := range r.Citations {
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%3d cites %s\n", c.Line, c.Title)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "\n%d:%d %s %s: %s\n  quote: %s\n  mend:  %s\n", f.Line, f.Column, f.Severity, f.Rule, f.Message, f.Quote, f.Suggestion)
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
