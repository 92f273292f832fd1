package outline

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func benchmark(b *testing.B, sources ...*report.Source) {
	size := 0
	for _, src := range sources {
		size += len(src.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range sources {
			Parse(src, lexicon.Builtin())
		}
	}
}

func BenchmarkReal(b *testing.B) {
	var sources []*report.Source
	for _, src := range texts(b, "real") {
		sources = append(sources, src)
	}
	benchmark(b, sources...)
}

func BenchmarkSynthetic(b *testing.B) { benchmark(b, report.NewSource("a.txt", synthetic(20))) }

// synthetic is a report of so many sections, about 2 KB each.
func synthetic(sections int) string {
	var b strings.Builder
	b.WriteString("示例市司法局2023年法治政府建设年度报告\n\n2023年，示例市司法局依法履职，现将情况报告如下。\n")
	for i := 1; i <= sections; i++ {
		fmt.Fprintf(&b, "%s、第%d方面的举措和成效\n", han(i), i)
		for k := 1; k <= 5; k++ {
			fmt.Fprintf(&b, "（%s）规范办理事项。依据《示例市办法》办理事项%d件，办结%d件，办结率96%%；一是简化流程，二是压缩时限，三是公开结果。\n", han(k), 100*k, 96*k)
			fmt.Fprintf(&b, "全年受理来信%d件，走访群众%d人次，“十件实事”全部落实，群众满意度有所提高，有关工作得到肯定。\n", 10*k, 20*k)
		}
	}
	return b.String()
}

// hostile texts are made to cost more than their length.
func hostile(n int) map[string]string {
	return map[string]string{
		"one line":          strings.Repeat("法治政府建设，依法行政。", n/36),
		"digits":            "1" + strings.Repeat("0", n),
		"open titles":       strings.Repeat("《", n/3),
		"nested titles":     strings.Repeat("《", n/6) + strings.Repeat("》", n/6),
		"brackets":          strings.Repeat("（一）", n/9),
		"same headings":     strings.Repeat("一、甲\n", n/10),
		"gaps":              strings.Repeat("一、甲\n九百、乙\n", n/23),
		"growing headings":  numberedLines(n / 30),
		"short lines":       strings.Repeat("无标点的短行\n", n/19),
		"part words":        strings.Repeat("一、甲\n下一步工作安排\n", n/32),
		"heads then gaps":   "二、甲\n" + strings.Repeat("加强领导\n", n/13) + "四百、乙\n",
		"items":             strings.Repeat("一是", n/6),
		"bare plans":        strings.Repeat("工作计划：\n检查。\n", n/26),
		"plans taken up":    strings.Repeat("2024年计划：\n2023年，甲。\n", n/36),
		"plans in lists":    strings.Repeat("（一）甲\n工作计划：\n1.乙\n（二）丙\n下一步，我局将：\n", n/80),
		"counts on":         "（一）" + strings.Repeat("（二）", n/9),
		"tabs":              strings.Repeat("甲\t乙\n", n/8),
		"strokes":           strings.Repeat("甲|乙|\n", n/9),
		"one row":           strings.Repeat("|", n/2) + "\n" + strings.Repeat("|", n/2),
		"rules":             strings.Repeat("|--|\n", n/5),
		"set apart":         strings.Repeat("类别  数量\n警告  31\n", n/25),
		"cells by line":     strings.Repeat("类别\n数量\n警告\n31\n罚\n款\n", n/35),
		"values":            "类别\n" + strings.Repeat("31\n", n/3),
		"tabbed sentences":  strings.Repeat("甲\t乙。\n", n/11),
		"groups":            "组\t项\t数\n甲\t乙\t1\n" + strings.Repeat("\t丙\t1\n", n/7),
		"spaces":            strings.Repeat("　", n/3),
		"open brackets":     "（一）" + strings.Repeat("（。", n/6),
		"dates":             strings.Repeat("2024年1月5日\n", n/16),
		"years":             strings.Repeat("2024年", n/7),
		"marks in one line": "1." + strings.Repeat("2.", n/2),
		"run on":            strings.Repeat("一、甲。二、乙 丙。", n/27),
		"run on in one":     strings.Repeat("（一）甲。", n/15),
		"contents":          strings.Repeat("目录\n一、甲……1\n", n/27),
		"notes":             strings.Repeat("说明：\n1.甲。\n2.乙。\n", n/30),
		"keys":              strings.Repeat("来源：", n/9),
		"carriage returns":  strings.Repeat("\r", n),
	}
}

func numberedLines(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d.规范办理第%d件事项\n", i%999+1, i)
	}
	return b.String()
}

// TestHostileTextsTakeLinearTime: eight times the text may take about eight
// times as long. The bound is wide and has several tries, since machines are
// busy; a quadratic step would take 64 times as long at every try.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const small, factor, tries = 128 << 10, 8, 4
	large := hostile(small * factor)
	for name, text := range hostile(small) {
		once := func(text string) time.Duration {
			src := report.NewSource("a.txt", text)
			start := time.Now()
			Parse(src, lexicon.Builtin())
			return time.Since(start)
		}
		a, b := time.Hour, time.Hour
		for try := 0; try < tries && (try == 0 || b > 4*factor*a); try++ {
			a, b = min(a, once(text)), min(b, once(large[name]))
		}
		t.Logf("%-18s %8.2f ms, %8.2f ms for %d times", name, a.Seconds()*1000, b.Seconds()*1000, factor)
		if b > 4*factor*a && b > 200*time.Millisecond {
			t.Errorf("%s: %v became %v for %d times the text", name, a, b, factor)
		}
	}
}
