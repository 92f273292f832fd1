package chart

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// shown are the themes of the cases, in their order on the page.
var shown = []Theme{{"law", "行政执法"}, {"peace", "矛盾化解"}}

var update = flag.Bool("update", false, "rewrite the golden files")

// TestCharts reads every case: a script and what is drawn of it. The comment
// of a case says why it is there.
func TestCharts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(strings.TrimSpace(string(a.Comment))) == 0 || len(a.Files) == 0 || a.Files[0].Name != "report" {
				t.Fatal("a case is a comment, -- report -- and -- charts --")
			}
			r, err := reporttest.Parse(string(a.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			got := print(r)
			if *update {
				a.Files = []txtar.File{a.Files[0], {Name: "charts", Data: []byte(got)}}
				if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) != 2 {
				t.Fatal("no -- charts --")
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got); diff != "" {
				t.Errorf("charts differ (-want +got):\n%s", diff)
			}
			oneRowEach(t, r)
		})
	}
}

// print is everything that Build and Checks give, for reading.
func print(r *report.Report) string {
	var b strings.Builder
	for _, g := range Build(r, shown) {
		b.WriteString("# " + g.ID + " " + g.Title + "\n")
		for _, c := range g.Charts {
			b.WriteString(c.ID + " " + string(c.Kind) + " 【" + c.Title + "】" + c.Unit + "\n  " + c.Sentence + "\n")
			for _, row := range c.Rows {
				b.WriteString("  " + printRow(row))
			}
		}
		for _, row := range g.Numbers {
			b.WriteString("- " + printRow(row))
		}
	}
	for _, c := range Checks(r, lastyear.Comparison{}) {
		verdict := "✗ "
		if c.Agrees {
			verdict = "✓ "
		}
		b.WriteString(verdict + c.Text + "\n")
	}
	return b.String()
}

func printRow(row Row) string {
	s := row.Label + " | " + row.Display + " | "
	if row.Width == "" {
		s += "—"
	} else {
		s += row.Width + "%"
	}
	for _, extra := range []string{row.Note, row.Indicator} {
		if extra != "" {
			s += " | " + extra
		}
	}
	if row.Target {
		s += " | 目标"
	}
	return s + "\n"
}

// oneRowEach fails unless every figure that is not hidden has exactly one row.
func oneRowEach(t interface{ Errorf(string, ...any) }, r *report.Report) {
	rows := map[string]int{}
	for _, g := range Build(r, shown) {
		for _, c := range g.Charts {
			for _, row := range c.Rows {
				rows[row.ID]++
			}
		}
		for _, row := range g.Numbers {
			rows[row.ID]++
		}
	}
	for _, f := range r.Figures {
		want := 1
		if f.Hidden {
			want = 0
		}
		if rows[f.ID] != want {
			t.Errorf("figure %s (%s) has %d rows, want %d", f.ID, f.Quote, rows[f.ID], want)
		}
		delete(rows, f.ID)
	}
	for id := range rows {
		t.Errorf("row %s is of no figure", id)
	}
}
