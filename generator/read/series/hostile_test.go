package series_test

import (
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// FuzzMatch: whatever two reports say, each link is of figures that are there, in
// text order, of no goal, change or hidden figure; a break stands in the text; and
// keys are as many as figures.
func FuzzMatch(f *testing.F) {
	for _, g := range lexicon.Builtin().Groups {
		if strings.HasPrefix(g.ID, "series-") {
			for _, e := range g.Examples {
				then, now, _ := strings.Cut(e.Text, "｜")
				f.Add(then, now)
			}
		}
	}
	f.Add("\xff\xe5年12件（", "《截至月12件 1—6月3件\x00自年起只计")
	f.Fuzz(func(t *testing.T, then, now string) {
		var years [2]*report.Report
		for i, text := range [...]string{then, now} {
			years[i] = outline.Parse(report.NewSource("a.txt", "示例市司法局"+[...]string{"2022", "2023"}[i]+"年法治政府建设年度报告\n\n一、主要举措\n"+text+"\n"), lexicon.Builtin())
			figure.Extract(years[i], lexicon.Builtin())
		}
		links := match(years[0], years[1], lexicon.Builtin())
		last := -1
		for _, l := range links {
			if l.Before < 0 || l.Before >= len(years[0].Figures) || l.Now <= last || l.Now >= len(years[1].Figures) {
				t.Fatalf("%+v of %d and %d figures", l, len(years[0].Figures), len(years[1].Figures))
			}
			last = l.Now
			for _, g := range []*report.Figure{&years[0].Figures[l.Before], &years[1].Figures[l.Now]} {
				if g.Target || g.Hidden || g.Kind == report.KindChange {
					t.Errorf("%+v is in a series", g)
				}
			}
			if l.Break != nil && (l.Break.Span.Start < 0 || l.Break.Span.End > len(years[1].Source.Text) || l.Break.Span.Len() <= 0) {
				t.Errorf("the break %+v is not in the text", l.Break)
			}
			series.Compare(&years[0].Figures[l.Before], &years[1].Figures[l.Now])
		}
		if keys := series.Keys(years[0], years[1], links, nil); len(keys) != len(years[1].Figures) {
			t.Errorf("%d keys of %d figures", len(keys), len(years[1].Figures))
		}
	})
}

// TestHostileIsLinear: ten times the text takes no more than about ten times as
// long, whatever it repeats.
func TestHostileIsLinear(t *testing.T) {
	for _, s := range []string{
		"调解纠纷12件，", "调解纠纷12件。", "新建调解室1个，调解室达到3个。", "自2023年起不再计入调解纠纷。", "调解纠纷5件（统计口径调整）。", "上半年", "《", "（", "2022年", "截至", "1—6月",
	} {
		took := func(n int) time.Duration {
			var years [2]*report.Report
			for i := range years {
				years[i] = outline.Parse(report.NewSource("a.txt", "示例市司法局"+[...]string{"2022", "2023"}[i]+"年法治政府建设年度报告\n\n一、主要举措\n"+strings.Repeat(s, n)+"\n"), lexicon.Builtin())
				figure.Extract(years[i], lexicon.Builtin())
			}
			best := time.Hour
			for range 3 {
				start := time.Now()
				match(years[0], years[1], lexicon.Builtin())
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := took(300), took(3000)
		if large > 50*small+100*time.Millisecond {
			t.Errorf("%s: %v for 300, %v for 3000", s, small, large)
		}
	}
}

// BenchmarkMatch is two years of one body; a portal of a thousand reports does it
// as often.
func BenchmarkMatch(b *testing.B) {
	_, then, now := readPair(b, "testdata/pairs/county.txtar")
	for b.Loop() {
		match(then, now, lexicon.Builtin())
	}
}
