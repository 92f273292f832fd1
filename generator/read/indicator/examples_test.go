package indicator_test

import (
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestExamples reads the examples of every indicator as sentences of a report:
// the number that an example names is the indicator, and no other number of it.
func TestExamples(t *testing.T) {
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		is, isNot := 0, 0
		for _, example := range ind.Examples {
			text, want, found := strings.Cut(example, " -> ")
			if !found {
				t.Errorf("%s: %q has no ->", ind.ID, example)
				continue
			}
			if want == "无" {
				want = ""
				isNot++
			} else {
				is++
			}
			if got := assigned(c, text, ind.ID); got != want {
				t.Errorf("%s: %q gives %q, want %q\n\t%s", ind.ID, text, got, want, describe(c, text))
			}
		}
		if is == 0 || isNot == 0 {
			t.Errorf("%s has %d examples of what it is and %d of what it is not", ind.ID, is, isNot)
		}
		if ind.Rank < 1 || ind.Rank > 5 {
			t.Errorf("%s has rank %d", ind.ID, ind.Rank)
		}
	}
}

// read is a report of one paragraph.
func read(c *indicator.Catalogue, text string) *report.Report {
	return readBy(c, text, lexicon.Builtin())
}

// readBy is read by other words than the built-in ones.
func readBy(c *indicator.Catalogue, text string, lex *lexicon.Lexicon) *report.Report {
	r := outline.Parse(report.NewSource("示例.txt", "示例市甲县人民政府2023年法治政府建设年度报告\n\n一、主要举措和成效\n"+text+"\n"), lex)
	figure.Extract(r, lex)
	c.Assign(r, lex)
	return r
}

// assigned is the numbers of a text that are an indicator, as printed with their
// units.
func assigned(c *indicator.Catalogue, text, id string) string {
	var numbers []string
	for _, f := range read(c, text).Figures {
		if f.Indicator == id {
			numbers = append(numbers, f.Raw+f.Unit)
		}
	}
	return strings.Join(numbers, "；")
}

// describe is what was read of a text, for the message of a failure.
func describe(c *indicator.Catalogue, text string) string {
	var all []string
	for _, f := range read(c, text).Figures {
		all = append(all, f.Raw+f.Unit+" "+string(f.Kind)+" "+f.Label+" = "+f.Indicator)
	}
	return strings.Join(all, "；")
}
