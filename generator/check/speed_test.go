package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mingfa/generator/check"
	"mingfa/generator/lab/bench"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// thousand is the texts of a thousand invented reports, a body's years in
// order.
func thousand(t testing.TB) []string {
	t.Helper()
	dir := t.TempDir()
	if err := bench.Seeds(dir, bench.Light, 1000, 1); err != nil {
		t.Fatal(err)
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	var all []string
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(raw))
	}
	if len(all) != 1000 {
		t.Fatalf("%d reports", len(all))
	}
	return all
}

// extractAll reads the figures of reports.
func extractAll(texts []string) {
	for _, text := range texts {
		figure.Extract(outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin()), lexicon.Builtin())
	}
}

// checkAll does what a check does: it reads the figures, names their
// indicators and tries every rule, each report against the one before.
func (g gate) checkAll(texts []string) {
	var last *report.Report
	var compared lastyear.Comparison
	for _, text := range texts {
		r := g.parse("a.txt", text)
		compared = lastyear.CompareMeasured(r, last, compared.Measures, lexicon.Builtin())
		check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Named: r.Year, LastYear: compared, Phrases: g.phrases})
		last = r
	}
}

// TestSpeed: a check of a thousand reports stays within four and a half times what
// extracting their figures takes. On an idle machine it is some three times; the bound
// leaves room for a busy one, and would still see a rule that is not linear.
func TestSpeed(t *testing.T) {
	g, texts := newGate(t), thousand(t)
	now := clock(t)
	const most = 4.5
	ratio := 0.0
	for range 3 {
		var extract, whole time.Duration
		for at := 0; at < len(texts); at += 20 { // by turns: the machine may be busy with something else
			some := texts[at : at+20]
			start := now()
			extractAll(some)
			half := now()
			g.checkAll(some)
			extract, whole = extract+half-start, whole+now()-half
		}
		ratio = float64(whole) / float64(extract)
		t.Logf("1,000 reports: extracting %v, checking %v, %.2f times", extract, whole, ratio)
		if ratio <= most {
			return
		}
	}
	t.Errorf("a check takes %.2f times as long as the extraction", ratio)
}

func BenchmarkThousandReports(b *testing.B) {
	g, texts := newGate(b), thousand(b)
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			extractAll(texts)
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			g.checkAll(texts)
		}
	})
}

// hostile makes texts of about n bytes that no body writes.
func hostile(n int) map[string]string {
	fill := func(unit string) string { return strings.Repeat(unit, n/len(unit)) }
	count := func(format string) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	return map[string]string{
		"one line":           fill("全面推进依法行政"),
		"headings":           count("%d.办好实事\n"),
		"headings of plans":  count("（%[1]d）2024年工作安排\n办理案件%[1]d件。\n"),
		"digits":             fill("9"),
		"card numbers":       fill("6222020200112233445 "),
		"id numbers":         fill("11010119900307451X，"),
		"mobile numbers":     fill("13900001234、"),
		"brackets":           fill("（"),
		"closing brackets":   fill("）"),
		"pairs":              fill("（）"),
		"quotes":             fill("“"),
		"quotes in quotes":   fill("“‘甲’"),
		"titles":             fill("《甲"),
		"half-width":         fill("甲,乙;"),
		"figures":            count("办理案件%d件，"),
		"figures of a line":  count("办理案件%d件。\n"),
		"one label":          count("全年受理行政复议案件%d件。\n"),
		"one label a clause": count("全年受理行政复议案件%d件，"),
		"rates":              count("抽检样品%d份，合格3份，合格率为9%%。"),
		"parts":              count("共%d件，其中1件、2件、"),
		"stages":             count("受理案件%[1]d件，审结案件%[1]d件，"),
		"lists":              count("共办理案件%d件，调解1件、裁决2件、"),
		"inner lists":        count("立案%d件、罚款2元，其中：甲类3件、乙类4件、"),
		"tables of changes":  count("事项\t2022年\t2023年\t增减\t合计\n行政检查\t1\t%[1]d\t5\t9\n合计\t1\t2\t3\t4\n\n"),
		"rows of sums":       "事项\t2022年\t2023年\t增减\t合计\n" + count("行政检查%[1]d\t1\t%[1]d\t5\t9\n") + "合计\t1\t2\t3\t4\n",
		"totals":             count("许可%d件、审批2件，合计3件，"),
		"changes":            count("办理案件%d件，比上年增加2件、增长5%%。"),
		"rows":               "表1\n事项\t2022年\t2023年\n" + count("行政检查%[1]d\t1\t%[1]d\n"),
		"no units":           count("调解纠纷%d，"),
		"approximate":        count("排查%d余次，"),
		"repeated":           fill("行政行政"),
		"one character":      fill("的"),
		"secrecy":            fill("机密★1年"),
		"years":              fill("2018年全年，"),
		"broken":             fill("\xff\xfe件1"),
		"phrases":            fill("文明公正规范严格执法"),
	}
}

// TestHostileTextsAreLinear: whatever a text is, reading and checking twice of
// it takes about twice as long, against itself as last year's report.
func TestHostileTextsAreLinear(t *testing.T) {
	g := newGate(t)
	const head, size = "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n", 100_000
	took := func(t *testing.T, text string) time.Duration {
		now := clock(t)
		previous := g.parse("2022.txt", strings.Replace(head, "2023", "2022", 1)+text)
		start := now()
		r := g.parse("2023.txt", head+text)
		check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Named: 2023, LastYear: lastyear.Compare(r, previous, lexicon.Builtin()), Phrases: g.phrases})
		return now() - start
	}
	double := hostile(2 * size)
	for name, text := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			var once, twice time.Duration
			for range 4 { // the machine may be busy with something else
				once, twice = took(t, text), took(t, double[name])
				if twice < 3*once+20*time.Millisecond {
					t.Logf("%v, twice as much %v", once, twice)
					return
				}
			}
			t.Errorf("%v, but twice as much takes %v", once, twice)
		})
	}
}

// TestLargestTexts: five megabytes end in bounded time.
func TestLargestTexts(t *testing.T) {
	g := newGate(t)
	texts := hostile(5 << 20)
	for _, name := range []string{"one line", "digits", "brackets", "figures", "one label"} {
		t.Run(name, func(t *testing.T) {
			now := clock(t)
			start := now()
			r := g.parse("2023.txt", texts[name])
			found := check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, LastYear: lastyear.Compare(r, r, lexicon.Builtin()), Phrases: g.phrases})
			if d := now() - start; d > 20*time.Second {
				t.Errorf("took %v", d)
			} else {
				t.Log(d, len(r.Figures), len(found))
			}
		})
	}
}
