package check_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/check"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// TestNumbers runs the rules about numbers on every testdata/numbers_*.txtar
// and compares what they find, and what the report's page shows as computed
// anew, with "want". A case is a comment that says why, "last" when there is a
// report on the year before, "text" and "want". Of a text without a title only
// the paragraphs of its first section are given.
func TestNumbers(t *testing.T) {
	paths, err := filepath.Glob("testdata/numbers_*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	g := newGate(t)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			last := len(a.Files) - 1
			if last < 1 || a.Files[last].Name != "want" || len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Fatalf("%s: a case is a comment, a text and want", path)
			}
			var previous, r *report.Report
			for _, f := range a.Files[:last] {
				switch f.Name {
				case "last":
					previous = g.parse("seeds/shili/2022.txt", annual(string(f.Data), 2022))
				case "text":
					r = g.parse("seeds/shili/2023.txt", annual(string(f.Data), 2023))
				default:
					t.Fatalf("%s: nothing reads %s", path, f.Name)
				}
			}
			got := told(g, r, previous)
			if *update {
				a.Files[last].Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[last].Data), got); diff != "" {
				t.Errorf("want - got +:\n%s", diff)
			}
		})
	}
}

// parse reads a report that is no file.
func (g gate) parse(path, text string) *report.Report {
	r := outline.Parse(report.NewSource(path, text), lexicon.Builtin())
	figure.Extract(r)
	g.catalogue.Assign(r)
	return r
}

// annual makes a report of the paragraphs of its first section; a text that
// has a title is one already.
func annual(text string, year int) string {
	if strings.Contains(text[:min(len(text), 120)], "法治政府建设") {
		return text
	}
	return fmt.Sprintf("示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n%s\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n局长主持研究法治议题。\n\n"+
		"三、存在的不足和原因\n执法培训不够，原因是师资偏少。\n\n四、%d年工作安排\n组织培训。\n", year, text, year+1)
}

// told is what is found and what was computed anew, a line each. Places are
// counted from the first line of the text as the case gives it.
func told(g gate, r, previous *report.Report) string {
	var b strings.Builder
	above := 0
	if strings.Contains(r.Source.Text, "\n局长主持研究法治议题。\n") {
		above = 3
	}
	compared := lastyear.Compare(r, previous)
	for _, f := range check.Report(&check.Input{Report: r, Named: 2023, LastYear: compared, Phrases: g.phrases}) {
		fmt.Fprintf(&b, "%d:%d %s %s “%s” %s\n", f.Line-above, f.Column, f.Severity, f.Rule, f.Quote, f.Message)
	}
	for _, c := range chart.Checks(r, compared) {
		mark := "yes"
		if !c.Agrees {
			mark = "no"
		}
		fmt.Fprintf(&b, "= %s %s\n", mark, c.Text)
	}
	return b.String()
}
