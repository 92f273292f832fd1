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
	if cases < 80 {
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
