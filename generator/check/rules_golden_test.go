package check_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/check"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/rule"
)

// TestRules runs all rules on every testdata/rules_*.txtar and compares each
// finding whole, with what it proposes, with "want". A case gives "text", of
// which only the paragraphs of the first section need be there (see annual).
func TestRules(t *testing.T) {
	g := newGate(t)
	golden.Run(t, "testdata/rules_*.txtar", func(t *testing.T, c *golden.Case) string {
		text := annual(c.Text("text"), 2023)
		above := strings.Count(text[:strings.Index(text, c.Text("text"))], "\n")
		r := g.parse("seeds/shili/2023.txt", text)
		var b strings.Builder
		for _, f := range check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Named: 2023, Phrases: g.phrases}) {
			if f.Rule == rule.UnreadNumber {
				continue // of the extraction, which has cases of its own
			}
			if f.Line > 0 {
				f.Line -= above
			}
			fmt.Fprintf(&b, "%d:%d %s %s “%s”\n\t%s\n\t%s\n", f.Line, f.Column, f.Severity, f.Rule, f.Quote, f.Message, f.Suggestion)
		}
		return b.String()
	})
}
