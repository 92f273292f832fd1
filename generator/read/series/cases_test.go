package series_test

import (
	"os"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// cases are the lines of a file: what is read -> what comes out.
func cases(t *testing.T, path string) map[string]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		text, want, ok := strings.Cut(strings.TrimSpace(line), " -> ")
		if ok && !strings.HasPrefix(text, "#") {
			all[text] = want
		}
	}
	if len(all) < 20 {
		t.Fatalf("only %d cases in %s", len(all), path)
	}
	return all
}

// TestTwoYears: which values of two short reports are one series.
func TestTwoYears(t *testing.T) {
	for _, name := range []string{"two_years", "two_years_bounds"} {
		for text, want := range cases(t, "testdata/"+name+".txt") {
			if got := judge(text, lexicon.Builtin()); got != want {
				t.Errorf("%s\nis read as %s\nnot as     %s", text, got, want)
			}
		}
	}
}

// TestEarlier: which number a report itself says to be that of the year before.
func TestEarlier(t *testing.T) {
	for text, want := range cases(t, "testdata/earlier.txt") {
		r := read(t, "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措\n"+text+"\n")
		var pairs []string
		for _, p := range series.Pairs(r, lexicon.Builtin()) {
			now, earlier := &r.Figures[p.Current], &r.Figures[p.Earlier]
			pairs = append(pairs, now.Value+now.Unit+" "+earlier.Value+earlier.Unit)
		}
		got := strings.Join(pairs, "；")
		if got == "" {
			got = "无"
		}
		if got != want {
			t.Errorf("%s\nis read as %s\nnot as     %s", text, got, want)
		}
	}
}

// TestFollows: only the report on the year right before is compared with, or one that does not
// say of which year it is.
func TestFollows(t *testing.T) {
	on := func(year int) *report.Report { return &report.Report{Year: year} }
	for _, c := range []struct {
		about         string
		previous, now *report.Report
		want          bool
	}{
		{"the year before", on(2022), on(2023), true},
		{"two years before", on(2021), on(2023), false},
		{"the same year", on(2023), on(2023), false},
		{"the year after", on(2024), on(2023), false},
		{"before it is of no known year", on(0), on(2023), true},
		{"of no known year itself", on(2022), on(0), false},
		{"none before", nil, on(2023), false},
		{"none", on(2022), nil, false},
	} {
		if got := series.Follows(c.previous, c.now); got != c.want {
			t.Errorf("%s: %t, want %t", c.about, got, c.want)
		}
	}
}

// TestKeys: the address of a series stays the same from year to year, and another one begins
// where the way of counting changes.
func TestKeys(t *testing.T) {
	years := []string{
		"走访企业10家。行政检查80次。普法讲座20场。",
		"行政检查85次。普法讲座25场。走访企业12家。",
		"普法讲座30场。新增宣传栏3处。行政检查60次（自2023年起只计现场检查）。走访企业15家。",
		"行政检查70次。普法讲座28场。走访企业18家。",
	}
	var previous *report.Report
	var before []string
	of := map[string][]string{} // keys by unit, year by year
	for i, text := range years {
		r := read(t, "示例市司法局"+string([]rune("2021年2022年2023年2024年")[5*i:5*i+5])+"法治政府建设年度报告\n\n一、主要举措\n"+text+"\n")
		keys := series.Keys(previous, r, match(previous, r, lexicon.Builtin()), before)
		for k := range r.Figures {
			of[r.Figures[k].Unit] = append(of[r.Figures[k].Unit], keys[k])
		}
		previous, before = r, keys
	}
	for _, unit := range []string{"家", "场"} {
		if k := of[unit]; len(k) != 4 || k[0] != "" || !strings.HasPrefix(k[1], "2021-") || k[1] != k[2] || k[2] != k[3] {
			t.Errorf("%s: %q is not one series from 2021 on", unit, k)
		}
	}
	if k := of["次"]; len(k) != 4 || !strings.HasPrefix(k[1], "2021-") || !strings.HasPrefix(k[2], "2023-") || k[2] != k[3] {
		t.Errorf("次: %q does not begin anew in 2023", k)
	}
	if k := of["处"]; len(k) != 1 || k[0] != "" {
		t.Errorf("处: %q is in a series", k)
	}
}

// TestBreakQuotes: what a break shows a reader is the whole sentence that says how it is counted.
func TestBreakQuotes(t *testing.T) {
	then := read(t, "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措\n行政检查80次，培训执法人员80人次。\n")
	for text, want := range map[string]string{
		"普法宣传扎实。行政检查60次（自2023年起只计现场检查）。走访企业。": "行政检查60次（自2023年起只计现场检查）。",
		"自2023年起行政检查的统计口径调整，全年行政检查60次。":       "自2023年起行政检查的统计口径调整，全年行政检查60次。",
		"行政检查60次。上述数据因统计口径调整，与上年不可比":          "上述数据因统计口径调整，与上年不可比",
	} {
		now := read(t, "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措\n"+text+"\n")
		var got []string
		for _, l := range match(then, now, lexicon.Builtin()) {
			if l.Break != nil {
				got = append(got, now.Source.Slice(l.Break.Span))
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\nquotes %q\nnot    %q", text, got, want)
		}
	}
}
