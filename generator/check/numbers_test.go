package check_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/check"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// TestNumbers runs the rules about numbers on every testdata/numbers_*.txtar
// and compares what they find, and what the report's page shows as computed
// anew, with "want". A case is a comment that says why, "last" when there is a
// report on the year before, "text" and "want". Of a text without a title only
// the paragraphs of its first section are given.
func TestNumbers(t *testing.T) {
	g := newGate(t)
	golden.Run(t, "testdata/numbers_*.txtar", func(t *testing.T, c *golden.Case) string {
		var previous *report.Report
		if last := c.Text("last"); last != "" {
			previous = g.parse("seeds/shili/2022.txt", annual(last, 2022))
		}
		return told(g, g.parse("seeds/shili/2023.txt", annual(c.Text("text"), 2023)), previous)
	})
}

// parse reads a report that is no file.
func (g gate) parse(path, text string) *report.Report {
	r := outline.Parse(report.NewSource(path, text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	g.catalogue.Assign(r, lexicon.Builtin())
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
	compared := lastyear.Compare(r, previous, lexicon.Builtin())
	for _, f := range check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Named: 2023, LastYear: compared, Phrases: g.phrases}) {
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
