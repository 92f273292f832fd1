// Package findingtest shows findings to tests, and makes reports that findings
// can be about.
package findingtest

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
)

// Print is the findings as text: place, message and rule, the line with the
// words underlined, the suggestion.
func Print(findings []report.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", f.File, f.Line, f.Column, f.Severity, f.Message, f.Rule)
		if f.Line > 0 {
			line := []rune(f.Excerpt)
			column := max(0, min(f.Column-1, len(line))) // 0 where only the line is known
			fmt.Fprintf(&b, "    %s\n    %s%s\n", f.Excerpt, strings.Repeat(" ", width(line[:column])),
				strings.Repeat("^", max(1, width([]rune(f.Quote)))))
		}
		fmt.Fprintf(&b, "  %s\n", f.Suggestion)
	}
	if b.Len() == 0 {
		return "no findings\n"
	}
	return b.String()
}

// width is how many columns of a terminal characters take.
func width(s []rune) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 || r == '“' || r == '”' || r == '…' {
			n++
		}
	}
	return n
}
