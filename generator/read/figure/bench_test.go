package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// synthetic is a text of the kind, made here so that the benchmark runs
// anywhere.
func synthetic(paragraphs int) string {
	var b strings.Builder
	b.WriteString("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n")
	for i := range paragraphs {
		fmt.Fprintf(&b, "（%s）加强第%d项工作。坚持问题导向，把任务逐项分解到科室，把责任逐级压实到人，先后召开推进会%d次、专题会%d场次，"+
			"全年办理行政复议案件%d件，其中调解结案%d件、维持%d件，调解率%d%%；组织业务骨干深入基层开展指导，培训行政执法人员%d余人次，同比增长%d.%d%%，"+
			"相关做法在全市推广，群众的获得感、满意度持续提升，为辖区经济社会高质量发展提供了有力的法治保障。\n",
			"一二三四五六七八九十"[i%10*3:i%10*3+3], i, i%9+1, i%7+2, 100+i%50, i%30+1, i%40+1, i%100, 200+i%500, i%20, i%10)
	}
	return b.String()
}

func texts(b *testing.B) map[string]string {
	m := map[string]string{"synthetic": synthetic(400)}
	names, _ := filepath.Glob("../../../../shared/corpus/real/*.txt")
	var all strings.Builder
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(raw)
		all.WriteByte('\n')
	}
	if all.Len() > 0 {
		m["real"] = all.String()
	}
	return m
}

// BenchmarkExtract reads whole texts, the outline included.
func BenchmarkExtract(b *testing.B) {
	for name, text := range texts(b) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
				figure.Extract(r, lexicon.Builtin())
				if len(r.Figures) == 0 {
					b.Fatal("no figures")
				}
			}
		})
		b.Run(name+"-outline", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
			}
		})
	}
}

// Hostile texts end in bounded time and memory.
func TestHostileTextsAreLinear(t *testing.T) {
	mega := 5 << 20
	fill := func(s string) string { return strings.Repeat(s, mega/len(s)) }
	var headings strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&headings, "%d.第%d项工作。办理案件%d件。\n", i+1, i, i+1)
	}
	for name, text := range map[string]string{
		"one line":        fill("全面推进依法行政"),
		"one clause":      fill("办理案件12件"),
		"figures joined":  fill("1件"),
		"list":            fill("农贸市场2个、"),
		"headings":        headings.String(),
		"digits":          strings.Repeat("9", 100_000),
		"digits counted":  strings.Repeat("9", 100_000) + "件",
		"wide digits":     strings.Repeat("９", 100_000) + "件",
		"grouped digits":  "1" + strings.Repeat(",234", 25_000) + "件",
		"numbers":         fill("7 "),
		"open quotes":     fill("“"),
		"open brackets":   fill("（1"),
		"brackets":        fill("（1件）"),
		"titles":          fill("《《"),
		"numerals":        fill("一二三"),
		"ten thousands":   fill("万亿"),
		"tabs":            fill("1\t"),
		"ordinals":        fill("第1、2、"),
		"years":           fill("2021—"),
		"ranges":          fill("1—"),
		"dates":           fill("1.2."),
		"words":           fill("GB/T "),
		"respectively":    fill("甲、乙分别1件、2件和"),
		"among":           fill("其中1件"),
		"from to":         fill("由1件到2件"),
		"broken encoding": fill("\xff\xfe1件"),
		"plus":            fill("1+"),
	} {
		t.Run(name, func(t *testing.T) {
			r := &report.Report{Source: report.NewSource("a.txt", text)}
			// Blocks by hand: the time of the outline is not the point here.
			for n := 1; n <= r.Source.Lines(); n++ {
				kind, table := report.BlockText, -1
				if strings.Contains(name, "tabs") {
					kind, table = report.BlockRow, 0
				}
				r.Blocks = append(r.Blocks, report.Block{Kind: kind, Span: r.Source.LineSpan(n), Line: n, Heading: -1, Table: table})
			}
			if strings.Contains(name, "tabs") {
				r.Tables = []report.Table{{Caption: -1, Rows: 1, Grid: reporttest.TabbedGrid(text, r.Blocks, 0, 1), Columns: 1, Nested: -1}}
			}
			start := time.Now()
			figure.Extract(r, lexicon.Builtin())
			if d := time.Since(start); d > time.Second*time.Duration(slack) {
				t.Errorf("took %v", d)
			} else {
				t.Log(d, len(r.Figures), len(r.Findings))
			}
			if len(r.Figures) > 100_000 || len(r.Findings) > 200 {
				t.Errorf("%d figures, %d findings", len(r.Figures), len(r.Findings))
			}
			for _, f := range r.Findings {
				if len(f.Quote) > 200 {
					t.Errorf("a finding quotes %d bytes", len(f.Quote))
				}
			}
		})
	}
}

// slack allows for a machine that is busy with other things.
const slack = 10
