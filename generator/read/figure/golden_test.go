package figure_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

var update = flag.Bool("update", false, "rewrite the cases with what comes out")

// Each case is a comment saying why, the text of a report, and what is read of
// it: a line a figure, then a line a relation, then the unread numbers.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(raw)
			if len(strings.TrimSpace(string(a.Comment))) == 0 {
				t.Error("the case does not say why")
			}
			if len(a.Files) != 2 || a.Files[0].Name != "input" || a.Files[1].Name != "want" {
				t.Fatal("a case holds input and want")
			}
			got := show(extract(string(a.Files[0].Data)))
			if *update {
				a.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func extract(text string) *report.Report {
	r := outline.Parse(report.NewSource("2023.txt", text), lexicon.Builtin())
	r.Findings = nil // those of the outline are its own tests' business
	figure.Extract(r)
	return r
}

// show writes a report's figures as text.
func show(r *report.Report) string {
	var b strings.Builder
	for _, f := range r.Figures {
		fmt.Fprintf(&b, "%s = %s %s [%s] %s：%s\n", f.Raw, f.Value, dash(f.Unit), dash(f.Approx), f.Kind, f.Label)
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
