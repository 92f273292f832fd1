package chart_test

import (
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// Tens of thousands of figures in one sentence, each a part of the one before
// or beside it, cost time in proportion: what is not takes minutes here.
func TestBuildIsLinear(t *testing.T) {
	for name, unit := range map[string]string{"chain": "其中1件、", "list": "办理案件12件、", "clauses": "办理案件12件，占96%，", "from to": "由1件到2件"} {
		t.Run(name, func(t *testing.T) {
			text := "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n" + strings.Repeat(unit, 600_000/len(unit)) + "\n"
			r := outline.Parse(report.NewSource("2023.txt", text), lexicon.Builtin())
			figure.Extract(r, lexicon.Builtin())
			start := time.Now()
			groups := chart.Build(r, nil, lexicon.Builtin())
			chart.Checks(r, lastyear.Comparison{})
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%d figures took %v", len(r.Figures), took)
			}
			if len(groups) == 0 || len(r.Figures) < 20_000 {
				t.Errorf("%d groups of %d figures", len(groups), len(r.Figures))
			}
		})
	}
}
