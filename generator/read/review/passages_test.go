package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestPassages: the index finds what a search finds, in the same order.
func TestPassages(t *testing.T) {
	text := strings.Repeat("办理案件3件，审查文件3件。件件件3件\n", 300)
	p := &passages{text: text}
	for range fewQuotes {
		p.of("案")
	}
	for _, quote := range []string{"3件", "件件", "办理案件3件", "件", "无", "", text, text + "x", "件3"} {
		for range 2 {
			if got, want := p.of(quote), places(text, quote); !slices.Equal(got, want) {
				t.Errorf("%.30q: %d places, want %d", quote, len(got), len(want))
			}
		}
	}
}

// tableOf is a report of one table with so many rows.
func tableOf(rows int) *report.Report {
	var b strings.Builder
	b.WriteString("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n项目\t件数\t合计\n")
	for i := range rows {
		fmt.Fprintf(&b, "项目%d\t%d件\t%d件\n", i, i, i*2)
	}
	r := outline.Parse(report.NewSource("2023.txt", b.String()), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return r
}

// TestDraftIsLinear: twice the rows take about twice the time.
func TestDraftIsLinear(t *testing.T) {
	took := func(rows int) time.Duration {
		r, best := tableOf(rows), time.Hour
		for range 3 {
			began := time.Now()
			Draft(r, Plan{})
			best = min(best, time.Since(began))
		}
		return best
	}
	small, large := took(3000), took(12000)
	if large > 10*small+200*time.Millisecond {
		t.Errorf("four times the rows take %s instead of %s", large, small)
	}
}
