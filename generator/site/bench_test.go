package site

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// average is a report of 10 KB with 50 figures in 12 sections.
func average(t testing.TB) *report.Report {
	var b strings.Builder
	b.WriteString("year 2023\ntitle 示例市司法局关于2023年法治政府建设情况的报告\n")
	units := []string{"件", "次", "件", "人次", "场"}
	n := 0
	for s := range 12 {
		fmt.Fprintf(&b, "head %d （%d） 第%d方面工作\n", 1+s%2, s+1, s+1)
		b.WriteString("text 坚持以人民为中心，" + strings.Repeat("扎实推进各项工作，持续提升服务水平，", 12))
		for range 4 + (s % 6 / 5) {
			n++
			fmt.Fprintf(&b, "第%d项办理[[%d|%s|count|第%d项办理|ind=i%d]]，", n, 100+n*7, units[n%5], n, n%20)
		}
		b.WriteString("取得成效。\n")
		if s%3 == 0 {
			fmt.Fprintf(&b, "part #%d : #%d\n", n, n-1)
		}
	}
	r, err := reporttest.Parse(b.String())
	if err != nil || len(r.Figures) != 50 {
		t.Fatalf("%d figures, %v", len(r.Figures), err)
	}
	return r
}

func BenchmarkReport(b *testing.B) {
	r := average(b)
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r, Original: []byte(r.Source.Text), Domain: "https://example.org/"}
	b.SetBytes(int64(len(r.Source.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Report(in, func(string, []byte) error { return nil })
		Summarise(in)
	}
}

func BenchmarkPortal(b *testing.B) {
	r := average(b)
	w := &Whole{}
	for i := range 1000 {
		body := &Body{Slug: fmt.Sprintf("b%04d", i), Name: "示例市司法局"}
		w.Bodies = append(w.Bodies, body)
		for y := range 5 {
			r.Year = 2019 + y
			w.Reports = append(w.Reports, Summarise(&Input{Body: body, Report: r}))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Config(w)
		for page := range Portal(w) {
			_ = page.Make(func(string, []byte) error { return nil })
		}
	}
}
