package outline

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestPlans: which headings stand over what is to be done, and which over what was found
// wanting. Numbers below the first are goals, and no results of the year.
func TestPlans(t *testing.T) {
	shapes(t, "testdata/plans/*.txtar", func(b *strings.Builder, r *report.Report) {
		for i := range r.Headings {
			h := &r.Headings[i]
			fmt.Fprintf(b, "%s%s%s%s%s\n", strings.Repeat("  ", h.Level-1), h.Number, h.Text, map[bool]string{true: " [plan]"}[h.Plan], map[bool]string{true: " [shortcoming]"}[h.Shortcoming])
		}
	})
}

// TestGrids: the rows and columns of tables, however they are drawn. # stands before a row
// that names columns, > before a column of groups.
func TestGrids(t *testing.T) {
	shapes(t, "testdata/grids/*.txtar", func(b *strings.Builder, r *report.Report) {
		for i := range r.Tables {
			table := &r.Tables[i]
			if table.Caption >= 0 {
				fmt.Fprintf(b, "[%s]\n", r.Source.Slice(r.Blocks[table.Caption].Span))
			}
			for k := range table.Grid {
				row := &table.Grid[k]
				if k < table.Heads {
					b.WriteString("# ")
				}
				for n := range row.Cells {
					b.WriteString(map[bool]string{true: "| "}[n > 0] + map[bool]string{true: ">"}[n == table.Nested] + r.Source.Slice(row.Cells[n].Span) + " ")
				}
				b.WriteString(map[bool]string{true: "(counted)"}[table.Counted && k == table.Heads-1] + map[bool]string{true: "(rule)"}[row.Rule.Len() > 0] + "\n")
			}
			fmt.Fprintf(b, "%d columns\n", table.Columns)
		}
		for i := range r.Blocks {
			if r.Blocks[i].Kind == report.BlockText {
				fmt.Fprintf(b, "text %s\n", r.Source.Slice(r.Blocks[i].Span))
			}
		}
	})
}

// shapes reads several short reports a case, each a file of its own.
func shapes(t *testing.T, pattern string, shape func(b *strings.Builder, r *report.Report)) {
	golden.Run(t, pattern, func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for _, f := range c.Files("*.txt") {
			r := Parse(report.NewSource("2023.txt", string(f.Data)), lexicon.Builtin())
			fmt.Fprintf(&b, "== %s\n", strings.TrimSuffix(f.Name, ".txt"))
			shape(&b, r)
			for _, found := range r.Findings {
				fmt.Fprintf(&b, "! %s: %s\n", found.Rule, found.Quote)
			}
		}
		return b.String()
	})
}
