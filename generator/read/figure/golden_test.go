package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// Each case is a comment saying why, the text of a report, and what is read of
// it: a line a figure, then a line a relation, then the unread numbers.
func TestGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		return show(extract(c.Text("input")))
	})
}

func extract(text string) *report.Report {
	r := outline.Parse(report.NewSource("2023.txt", text), lexicon.Builtin())
	r.Findings = nil // those of the outline are its own tests' business
	figure.Extract(r, lexicon.Builtin())
	return r
}

// show writes a report's figures as text.
func show(r *report.Report) string {
	var b strings.Builder
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "%s = %s %s [%s] %s：%s\n", f.Raw, f.Value, dash(f.Unit), dash(f.Approx+string(f.Bound)), f.Kind, f.Label)
	}
	for _, rel := range r.Relations {
		fmt.Fprintf(&b, "%s:", rel.Kind)
		if rel.Result >= 0 {
			fmt.Fprintf(&b, " result %s", name(r, rel.Result))
		}
		fmt.Fprintf(&b, " whole %s", name(r, rel.Whole))
		for _, p := range rel.Parts {
			fmt.Fprintf(&b, " part %s", name(r, p))
		}
		if rel.Computed != "" {
			fmt.Fprintf(&b, " computed %s", rel.Computed)
		}
		if rel.Agrees {
			b.WriteString(" agrees")
		}
		if rel.Complete {
			b.WriteString(" complete")
		}
		b.WriteByte('\n')
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%d:%d: %s %s\n", f.Line, f.Column, f.Rule, f.Quote)
	}
	return b.String()
}

func name(r *report.Report, i int) string { return r.Figures[i].Label + r.Figures[i].Raw }

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
