package indicator

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings/findingtest"
)

func TestAssign(t *testing.T) {
	c := published(t)
	golden.Run(t, "testdata/assign/*.txtar", func(t *testing.T, given *golden.Case) string {
		r := findingtest.Marked(strings.TrimSuffix(given.Text("text"), "\n"), 2023)
		c.Assign(r, lexicon.Builtin())
		var b strings.Builder
		for _, f := range r.Figures {
			name := f.Indicator
			if name == "" {
				name = "-"
			}
			fmt.Fprintf(&b, "%s%s %s\n", f.Value, f.Unit, name)
		}
		return b.String() + "\n" + findingtest.Print(r.Findings)
	})
}

func TestParse(t *testing.T) {
	golden.Run(t, "testdata/parse/*.txtar", func(t *testing.T, c *golden.Case) string {
		_, findings := Parse("indicators.toml", []byte(c.Text("indicators.toml")), nil)
		return findingtest.Print(findings)
	})
}

// Of a total and its parts the total is the indicator.
func TestTotalBeatsParts(t *testing.T) {
	r := findingtest.Marked("办理法律援助案件【90|件|法律援助案件】，其中甲县法律援助案件【50|件|甲县法律援助案件】、乙县法律援助案件【40|件|乙县法律援助案件】。", 2023)
	r.Relations = []report.Relation{{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{1, 2}, Complete: true}}
	published(t).Assign(r, lexicon.Builtin())
	if r.Figures[0].Indicator != "legal-aid" || r.Figures[1].Indicator != "" || r.Figures[2].Indicator != "" || len(r.Findings) > 0 {
		t.Errorf("got %+v, %+v", r.Figures, r.Findings)
	}
}

// Goals and hidden figures have no indicator, even if they had one.
func TestNoIndicator(t *testing.T) {
	r := findingtest.Marked("评查执法案卷【60|份】。评查执法案卷【70|份】。", 2023)
	r.Figures[0].Target = true
	r.Figures[1].Hidden, r.Figures[1].Indicator, r.Figures[1].Theme = true, "files-reviewed", "enforcement"
	published(t).Assign(r, lexicon.Builtin())
	for _, f := range r.Figures {
		if f.Indicator != "" || f.Theme != "" {
			t.Errorf("got %+v", f)
		}
	}
}

// What staff have settled stands, and wins over other places; an id that is
// not in the catalogue is an error.
func TestSettled(t *testing.T) {
	r := findingtest.Marked("评查执法案卷【60|份】。评查执法案卷【70|份】。召开听证会【2|场】。召开听证会【3|场】。", 2023)
	r.Figures[1].Settled, r.Figures[1].Indicator = true, "files-reviewed"
	r.Figures[2].Settled = true
	r.Figures[3].Settled, r.Figures[3].Indicator = true, "hearing"
	published(t).Assign(r, lexicon.Builtin())
	got := ""
	for _, f := range r.Figures {
		got += f.Indicator + ":" + f.Theme + " "
	}
	if want := ":enforcement files-reviewed:enforcement : : "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(r.Findings) != 1 || r.Findings[0].Rule != rule.UnknownIndicator || !strings.Contains(r.Findings[0].Suggestion, "hearings") {
		t.Errorf("got %+v", r.Findings)
	}
}

// A figure made by hand, without places, is matched on its label and quote.
func TestWithoutPlaces(t *testing.T) {
	r := &report.Report{Figures: []report.Figure{{Kind: report.KindCount, Unit: "件", Label: "案件", Quote: "受理法律援助案件12件"}}}
	published(t).Assign(r, lexicon.Builtin())
	if r.Figures[0].Indicator != "legal-aid" {
		t.Errorf("got %+v", r.Figures)
	}
}

// A catalogue that could not be read matches nothing and does not fall over.
func TestBrokenCatalogue(t *testing.T) {
	c, findings := Parse("indicators.toml", []byte("[[indicator]\n"), nil)
	r := findingtest.Marked("评查执法案卷【60|份】。", 2023)
	c.Assign(r, lexicon.Builtin())
	if len(findings) != 1 || r.Figures[0].Indicator != "" || c.Has("files-reviewed") || c.ThemeName("rules") != "" {
		t.Errorf("got %+v, %+v", findings, r.Figures)
	}
}

// Reports are read in parallel with one catalogue.
func TestConcurrentAssign(t *testing.T) {
	c := published(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			r := firstReport(t, func(full string) string { return full })
			c.Assign(r, lexicon.Builtin())
			for i, f := range r.Figures {
				if f.Indicator != first[i].indicator {
					t.Errorf("%s is %q", f.Quote, f.Indicator)
				}
			}
		})
	}
	wg.Wait()
}

// The catalogue is complete enough to be read by a citizen: every theme has
// indicators and every definition is a sentence that says more than the name.
func TestCatalogueIsReadable(t *testing.T) {
	c := published(t)
	themes := map[string]int{}
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		themes[ind.Theme]++
		if !strings.HasSuffix(ind.Definition, "。") || len([]rune(ind.Definition)) < 12 || strings.TrimSuffix(ind.Definition, "。") == ind.Name {
			t.Errorf("%s: definition %q", ind.ID, ind.Definition)
		}
		if got, ok := c.Get(ind.ID); !ok || got != ind || ind.Unit() != ind.Units[0] || len(ind.Phrases()) == 0 {
			t.Errorf("%s is not found under its id", ind.ID)
		}
	}
	for _, theme := range c.Themes {
		if themes[theme.ID] < 3 || c.ThemeName(theme.ID) != theme.Name {
			t.Errorf("theme %s has %d indicators", theme.ID, themes[theme.ID])
		}
	}
}

// BenchmarkAssign prints the cost of one figure.
func BenchmarkAssign(b *testing.B) {
	c := published(b)
	r := firstReport(b, func(full string) string { return full })
	b.ReportAllocs()
	for b.Loop() {
		c.Assign(r, lexicon.Builtin())
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(r.Figures)), "ns/figure")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("[[theme]]\nid = \"a\"\nname = \"甲\"\n[[indicator]]\nid = \"b\"\nname = \"乙\"\ntheme = \"a\"\nkind = \"count\"\nunits = [\"件\"]\ndefinition = \"丙。\"\nany = [\"案件…审结\"]\n"))
	f.Add([]byte("never = [\"…\", \"a\"]"))
	f.Add([]byte("[[indicator]]\nany = [\"件件\"]\nall = [\"\"]"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, _ := Parse("indicators.toml", raw, nil)
		r := findingtest.Marked("审结案件【60|件|案件审结】和【70|份】，占【3|%】。", 2023)
		c.Assign(r, lexicon.Builtin())
		for _, fig := range r.Figures {
			if fig.Indicator != "" && !c.Has(fig.Indicator) {
				t.Errorf("got %+v", fig)
			}
		}
	})
}

func FuzzAssign(f *testing.F) {
	c := published(f)
	f.Add("收到行政复议申请【74|件】、受理【68|件】，综合纠错率【14.3|%|纠错率】。")
	f.Add("# 行政复议\n由【3|项|权责清单】增至【5|项】2022年【1|件】")
	f.Fuzz(func(t *testing.T, text string) {
		r := findingtest.Marked(text, 2023)
		c.Assign(r, lexicon.Builtin())
		for _, fig := range r.Figures {
			if ind, ok := c.Get(fig.Indicator); fig.Indicator != "" && (!ok || ind.Theme != fig.Theme || ind.Kind != fig.Kind) {
				t.Errorf("got %+v", fig)
			}
		}
	})
}

// What a report finds wanting does not take an indicator from the year's number that an
// earlier part states, also under a heading below 存在的不足.
func TestShortcomingGivesWay(t *testing.T) {
	r := findingtest.Marked("普法宣传活动【36|场】。\n普法宣传活动仅【4|场】。", 2023)
	if len(r.Figures) != 2 || r.Figures[0].Block == r.Figures[1].Block {
		t.Fatalf("got %+v", r.Figures)
	}
	r.Headings = []report.Heading{{Level: 1, Text: "成效"}, {Level: 1, Text: "不足", Shortcoming: true}, {Level: 2, Text: "宣传"}}
	r.Blocks[r.Figures[0].Block].Heading, r.Blocks[r.Figures[1].Block].Heading = 0, 2
	published(t).Assign(r, lexicon.Builtin())
	if r.Figures[0].Indicator != "publicity-events" || r.Figures[1].Indicator != "" || len(r.Findings) > 0 {
		t.Errorf("got %+v, %+v", r.Figures, r.Findings)
	}
}
