package chart

import (
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// shown are the themes of the cases, in their order on the page.
var shown = []Theme{{ID: "law", Name: "行政执法", Headings: []string{"执法"}}, {ID: "peace", Name: "矛盾化解", Headings: []string{"化解", "调解"}}}

// TestCharts reads every case: a script and what is drawn of it.
func TestCharts(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		r, err := reporttest.Parse(c.Text("report"))
		if err != nil {
			t.Fatal(err)
		}
		oneRowEach(t, r)
		return print(r)
	})
}

// print is everything that Build and Checks give, for reading.
func print(r *report.Report) string {
	var b strings.Builder
	for _, g := range Build(r, shown, lexicon.Builtin()) {
		b.WriteString("# " + g.ID + " " + g.Title + "\n")
		for _, c := range g.Charts {
			b.WriteString(c.ID + " " + string(c.Kind) + " " + string(c.Proof) + " 【" + c.Title + "】" + c.Unit + "\n  " + c.Sentence + "\n")
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
	if row.Label == "" {
		s = row.Clause.String() + " | " + row.Display + " | "
	}
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
	for _, g := range Build(r, shown, lexicon.Builtin()) {
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
