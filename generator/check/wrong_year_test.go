package check

import (
	"testing"

	"mingfa/generator/report"
)

func TestYear(t *testing.T) {
	src := report.NewSource("seeds/shili/2022.txt", "示例市司法局\n2023年法治政府建设年度报告\n正文。\n")
	r := &report.Report{Source: src, Year: 2023, Blocks: []report.Block{
		{Kind: report.BlockTitle, Span: src.LineSpan(1)},
		{Kind: report.BlockTitle, Span: src.LineSpan(2)},
	}}
	for _, named := range []int{0, 2023} {
		if got := Year(r, named); got != nil {
			t.Errorf("a file named %d: %v, want no finding", named, got)
		}
	}
	got := Year(r, 2022)
	if len(got) != 1 || got[0].Rule != "wrong-year" || got[0].Severity != report.Error || got[0].Line != 2 ||
		got[0].Message != "报告写的是 2023 年度，文件名却是 2022" {
		t.Errorf("a file named 2022: %+v", got)
	}
	r.Year = 0
	if got := Year(r, 2022); got != nil {
		t.Errorf("a report whose year is not known: %v, want no finding", got)
	}
}
