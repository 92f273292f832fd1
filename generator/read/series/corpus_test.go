package series_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"mingfa"
	"mingfa/generator/numeral"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

const corpus = "../../../../shared/corpus"

// catalogue is the built-in one.
var catalogue = sync.OnceValue(func() *indicator.Catalogue {
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		panic(err)
	}
	c, _ := indicator.Parse("seeds/indicators.toml", raw, raw)
	return c
})

// read takes the text of a report through the stages before this one.
func read(t testing.TB, text string) *report.Report {
	t.Helper()
	r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	catalogue().Assign(r, lexicon.Builtin())
	return r
}

// written is a link as truths are written: 12件 15件, and 口径 where it has a break.
func written(before, now *report.Report, l series.Link) string {
	a, b := &before.Figures[l.Before], &now.Figures[l.Now]
	s := a.Value + a.Unit + " " + b.Value + b.Unit
	if l.Break != nil {
		s += " 口径"
	}
	return s
}

// TestPairsOfCorpus measures on pairs of reports with their truth, where those are.
func TestPairsOfCorpus(t *testing.T) {
	pairs, _ := filepath.Glob(filepath.Join(corpus, "reports", "pair_*.json"))
	if len(pairs) == 0 {
		t.Skipf("the corpus %s is not beside the project", corpus)
	}
	for _, path := range pairs {
		t.Run(filepath.Base(path), func(t *testing.T) { scorePair(t, path) })
	}
}

func scorePair(t *testing.T, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var truth struct {
		Files      []string
		Comparable []map[string]any
	}
	if err := json.Unmarshal(raw, &truth); err != nil || len(truth.Files) != 2 {
		t.Fatalf("%v, of %d files", err, len(truth.Files))
	}
	var reports [2]*report.Report
	for i, name := range truth.Files {
		text, err := os.ReadFile(filepath.Join(filepath.Dir(path), name))
		if err != nil {
			t.Fatal(err)
		}
		reports[i] = read(t, string(text))
	}
	before, now := reports[0], reports[1]
	found := map[string]int{}
	for _, l := range match(before, now, lexicon.Builtin()) {
		a, b := &before.Figures[l.Before], &now.Figures[l.Now]
		found[pairKey(a.Value, b.Value, b.Unit)] = l.Now
	}
	joined := 0
	for _, c := range truth.Comparable {
		unit := fmt.Sprint(c["unit"])
		key := pairKey(fmt.Sprint(c[fmt.Sprint(before.Year)]), fmt.Sprint(c[fmt.Sprint(now.Year)]), unit)
		if _, ok := found[key]; ok {
			joined++
			delete(found, key)
		} else {
			t.Logf("not joined: %v %s", c["label"], key)
		}
	}
	for key, at := range found {
		t.Errorf("joined, and not in the truth: %s %s", key, now.Figures[at].Label)
	}
	t.Logf("%d of %d comparable pairs are joined", joined, len(truth.Comparable))
	if joined*100 < 95*len(truth.Comparable) {
		t.Errorf("fewer than 95 of a hundred")
	}
}

// pairKey is two values and their unit, written alike.
func pairKey(a, b, unit string) string {
	plain := func(s string) string {
		d, ok := numeral.Parse(strings.TrimSuffix(s, ".0"))
		if !ok {
			return s
		}
		return d.String()
	}
	return plain(a) + " " + plain(b) + " " + unit
}
