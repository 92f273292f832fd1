package period_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/read/period"
)

// year is the year of the reports that the cases are of.
const year = 2023

// name is a period as the cases and the examples of the lexicon have it.
func name(p period.Period) string {
	switch {
	case p.Extent == period.Several:
		return "几年"
	case p.Extent == period.Part:
		return "部分"
	case p.Year == 0:
		return "?"
	}
	return strconv.Itoa(p.Year)
}

func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "period-", func(example lexicon.Example, words *lexicon.Lexicon) string {
		return name(period.Before(example.Text, year, words))
	})
}

// TestCases reads testdata/cases.txt: what stands before a number, and of which time it tells.
func TestCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(raw)) {
		lead, want, ok := strings.Cut(strings.TrimSpace(line), " -> ")
		if !ok || line[0] == '#' {
			continue
		}
		cases++
		if got := name(period.Before(lead, year, lexicon.Builtin())); got != want {
			t.Errorf("%s\nis read as %s\nnot as     %s", lead, got, want)
		}
	}
	if cases < 140 {
		t.Errorf("only %d cases", cases)
	}
}

// leads are the leads of testdata/cases.txt.
func leads(t testing.TB) []string {
	t.Helper()
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(raw)) {
		if lead, _, ok := strings.Cut(strings.TrimSpace(line), " -> "); ok && line[0] != '#' {
			all = append(all, lead)
		}
	}
	return all
}

// TestProperties: what holds of any words, whatever time they name.
func TestProperties(t *testing.T) {
	read := func(lead string) string { return name(period.Before(lead, year, lexicon.Builtin())) }
	for _, lead := range leads(t) {
		is := read(lead)
		for _, same := range []string{"天气晴好，" + lead, "天气晴好。" + lead, "（一）" + lead, "落实《2019年工作要点》，" + lead} {
			if got := read(same); got != is {
				t.Errorf("%s is %s, but %s is %s", lead, is, same, got)
			}
		}
		for _, this := range []string{lead + "3件，今年办理", lead + "3件，2023年办理", "落实《" + lead + "》，办理"} {
			if got := read(this); got != "2023" {
				t.Errorf("%s is %s", this, got)
			}
		}
		if got := read("办理9件（" + lead + "3件），办结"); got != "2023" && !strings.Contains(lead, "。") {
			t.Errorf("%s in brackets is %s", lead, got)
		}
		if got := read(lead + "3件。去年办理"); got != "2022" {
			t.Errorf("%s3件。去年办理 is %s", lead, got)
		}
	}
}

// TestReportOfNoYear: nobody knows of which year the report is. A year that is written out may be
// its own, and last year is surely another.
func TestReportOfNoYear(t *testing.T) {
	for lead, own := range map[string]bool{"今年办理": true, "办理": true, "2022年办理": true, "去年办理": false, "五年来办理": false} {
		if got := period.Before(lead, 0, lexicon.Builtin()); got.Is(0) != own {
			t.Errorf("%s is of the report's own year: %t, want %t (%+v)", lead, got.Is(0), own, got)
		}
	}
	if got := name(period.Before("明年办理", 0, lexicon.Builtin())); got != "?" {
		t.Errorf("next year is read as %s", got)
	}
}

// TestIs: a number is of a year when it tells of all of it and of nothing else.
func TestIs(t *testing.T) {
	for lead, want := range map[string]bool{"今年办理": true, "办理": true, "去年办理": false, "上半年办理": false, "五年来办理": false} {
		if got := period.Before(lead, year, lexicon.Builtin()).Is(year); got != want {
			t.Errorf("%s: of all of %d is %t, want %t", lead, year, got, want)
		}
	}
}

// TestHas: which times a text names, those left out that it only compares with.
func TestHas(t *testing.T) {
	for _, c := range []struct {
		text           string
		several, parts bool
	}{
		{"全年培训6000人次。", false, false},
		{"培训6000人次（近三年合计）。", true, false},
		{"用三年时间，前三年累计新建公园6座。", true, false},
		{"上半年培训3000人次，下半年培训3000人次。", false, true},
		{"2021至2023年培训6000人次，其中1—6月900人次。", true, true},
		{"培训6000人次，比五年来的平均数多300人次。", false, false},
		{"培训6000人次，较上半年的2000人次增长两倍。", false, false},
	} {
		times := period.Read(c.text, year, lexicon.Builtin())
		if several, parts := times.Has(period.Several), times.Has(period.Part); several != c.several || parts != c.parts {
			t.Errorf("%s has several years: %t, a part of one: %t; want %t, %t", c.text, several, parts, c.several, c.parts)
		}
	}
}

// TestNamed: the words behind a time that are said of it. Those before it are of another.
func TestNamed(t *testing.T) {
	for text, said := range map[string]string{
		"开展检查，办理":                      "开展检查，办理",
		"法治宣传形式多样，2023年办理":             "办理",
		"去年办理90件，今年办理":                 "办理",
		"2023年办理90件，比2022年多":           "办理90件，比2022年多",
		"2023年办理90件，比2022年多8件，比2021年多": "办理90件，比2022年多8件，比2021年多",
	} {
		if got := text[period.Read(text, year, lexicon.Builtin()).Named(len(text)):]; got != said {
			t.Errorf("%s: of the time is said %s, want %s", text, got, said)
		}
	}
}
