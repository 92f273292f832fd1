package indicator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestPairs: a body says the same thing a little differently in the next year, and it
// is the same indicator. A line of testdata/pairs.txt is two such sentences and what
// their numbers are: 派出所与司法所联合调处纠纷5起。 | 派出所、司法所联合调处纠纷6起。 | disputes-mediated
func TestPairs(t *testing.T) {
	c := catalogue(t)
	raw, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, " | ")
		if len(parts) != 3 {
			t.Fatalf("%q is not two sentences and their indicators", line)
		}
		n++
		for _, sentence := range parts[:2] {
			var ids []string
			for _, f := range read(c, sentence).Figures {
				if f.Indicator == "" {
					f.Indicator = "-"
				}
				ids = append(ids, f.Indicator)
			}
			if got := strings.Join(ids, " "); got != parts[2] {
				t.Errorf("%s is %s, want %s", sentence, got, parts[2])
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d pairs", n)
	}
}

// shared are things that some year of the demonstration counts together with another
// one that the same indicator claims: each year's reader cannot tell which is all.
var shared = map[string]bool{
	"地方性法规草案": true, // one indicator with 政府规章, and in one year as many of both
}

// TestYearsOfTheDemonstration: what a body of the demonstration names alike in several
// years is the same indicator in each, or none in each.
func TestYearsOfTheDemonstration(t *testing.T) {
	c, lex := catalogue(t), lexicon.Builtin()
	bodies, err := filepath.Glob("../../starter/demo/seeds/*")
	if err != nil || len(bodies) < 4 {
		t.Fatalf("%d bodies, %v", len(bodies), err)
	}
	type named struct {
		label, unit string
		kind        report.Kind
	}
	compared := 0
	for _, body := range bodies {
		first := map[named]report.Figure{}
		files, _ := filepath.Glob(filepath.Join(body, "*.txt"))
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r := outline.Parse(report.NewSource(file, string(raw)), lex)
			figure.Extract(r, lex)
			c.Assign(r, lex)
			for _, f := range r.Figures {
				name := named{f.Label, f.Unit, f.Kind}
				if f.Target || f.Label == "" || shared[f.Label] {
					continue
				}
				before, known := first[name]
				if !known {
					first[name] = f
					continue
				}
				compared++
				if before.Indicator != f.Indicator {
					t.Errorf("%s: %s is %q, and %q where it says %s", file, f.Quote, f.Indicator, before.Indicator, before.Quote)
				}
			}
		}
	}
	if compared < 200 {
		t.Errorf("only %d figures have one of the same name in another year", compared)
	}
}

// catalogue is the one that the project publishes with.
func catalogue(t *testing.T) *indicator.Catalogue {
	t.Helper()
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return c
}
