package check_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/check"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

const corpus = "../../../shared/corpus"

// gate is a report's findings as a build sees them.
type gate struct {
	catalogue *indicator.Catalogue
	phrases   *check.Phrases
}

func newGate(t testing.TB) gate {
	t.Helper()
	list, err := os.ReadFile("../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile("../../seeds/phrases.toml")
	if err != nil {
		t.Fatal(err)
	}
	catalogue, findings := indicator.Parse("seeds/indicators.toml", list, nil)
	phrases, more := check.ParsePhrases("seeds/phrases.toml", words, nil)
	if all := append(findings, more...); len(all) > 0 {
		t.Fatalf("%+v", all)
	}
	return gate{catalogue, phrases}
}

func (g gate) read(t testing.TB, path string) (*report.Report, []report.Finding) {
	t.Helper()
	src, findings, err := source.Read(context.Background(), path)
	if err != nil || src == nil {
		t.Fatalf("%s: %+v, %v", path, findings, err)
	}
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	g.catalogue.Assign(r, lexicon.Builtin())
	return r, append(findings, check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Phrases: g.phrases})...)
}

// texts are the corpus files of a folder.
func texts(t testing.TB, folder string) []string {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(corpus, folder, "*.txt"))
	if len(paths) == 0 {
		t.Skipf("the corpus %s is not beside the project", folder)
	}
	return paths
}

// TestPlantedDefects: at least 95 % of the planted defects are found by their
// rule, in the line and the words that were planted.
func TestPlantedDefects(t *testing.T) {
	g := newGate(t)
	found := map[string][]report.Finding{}
	read := map[string]*report.Report{}
	for _, path := range texts(t, "defects") {
		read[filepath.Base(path)], found[filepath.Base(path)] = g.read(t, path)
	}
	raw, err := os.ReadFile(filepath.Join(corpus, "defects", "defects.json"))
	if err != nil {
		t.Fatal(err)
	}
	var planted []struct{ File, Kind, Quote string }
	if err := json.Unmarshal(raw, &planted); err != nil {
		t.Fatal(err)
	}
	hits := 0
	expected := map[string]int{}
	for _, d := range planted {
		expected[d.File+" "+d.Kind]++
		src := read[d.File].Source
		at := strings.Index(src.Text, d.Quote)
		quote := report.Span{Start: at, End: at + len(d.Quote)}
		hit := false
		for _, f := range found[d.File] {
			if f.Rule == d.Kind && f.Line == src.Line(at) && f.Span.Start < quote.End && quote.Start < f.Span.End {
				hit = true
			}
		}
		if hit {
			hits++
		} else {
			t.Logf("%s: %s is not found: %s", d.File, d.Kind, d.Quote)
		}
	}
	if len(planted) == 0 || hits*100 < len(planted)*95 {
		t.Errorf("%d of %d planted defects are found", hits, len(planted))
	}
	t.Logf("%d of %d planted defects are found", hits, len(planted))
	// Beside them nothing is found.
	for file, findings := range found {
		for _, f := range findings {
			if key := file + " " + f.Rule; expected[key] > 0 {
				expected[key]--
			} else if f.Rule != "unread-number" { // what is left of an account number
				t.Errorf("%s:%d: %s was not planted: %s", file, f.Line, f.Rule, f.Quote)
			}
		}
	}
}

// TestNoFalseAlarms: texts without planted defects have no error, and at most
// one warning in ten thousand characters that is not so. In the real texts a
// half-width ? stands where a character was lost; that is so.
func TestNoFalseAlarms(t *testing.T) {
	g := newGate(t)
	for _, folder := range []string{"clean", "reports", "real"} {
		characters, wrong := 0, 0
		for _, path := range texts(t, folder) {
			r, findings := g.read(t, path)
			characters += utf8.RuneCountInString(r.Source.Text)
			for _, f := range findings {
				switch {
				case f.Severity == report.Error:
					t.Errorf("%s:%d: %s: %s", path, f.Line, f.Rule, f.Quote)
				case f.Rule == "halfwidth-punctuation" && strings.Contains(f.Quote, "?"):
				default:
					wrong++
					t.Logf("%s:%d: %s: %s", path, f.Line, f.Rule, f.Quote)
				}
			}
		}
		if wrong*10_000 > characters {
			t.Errorf("%s: %d warnings in %d characters", folder, wrong, characters)
		}
		t.Logf("%s: %d warnings in %d characters", folder, wrong, characters)
	}
}

// TestFirstReport: the first real report has these mistakes, and nothing that
// is not so is found.
func TestFirstReport(t *testing.T) {
	_, findings := newGate(t).read(t, "../../seeds/hubin-sfj/2023.txt")
	got := map[string]string{}
	for _, f := range findings {
		got[f.Rule] += f.Quote
		if f.Severity != report.Error {
			t.Errorf("%s is no error", f.Rule)
		}
	}
	want := map[string]string{
		"missing-heading-number": "推进法治政府建设的主要举措和成效",
		"heading-gap":            "（五）围绕人民群众满意，推进公共法律服务提档升级",
		"repeated-word":          "行政行政",
		"exact-with-approx":      "528余次",
		"misquoted-phrase":       "严格公正文明规范执法",
	}
	if diff := cmp.Diff(want, got); diff != "" || len(findings) != len(want) {
		t.Errorf("%d findings, want - got +:\n%s", len(findings), diff)
	}
}

// BenchmarkReport measures the rules beside the extraction of the figures.
func BenchmarkReport(b *testing.B) {
	g := newGate(b)
	path := "../../seeds/hubin-sfj/2023.txt"
	src, _, err := source.Read(context.Background(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			r := outline.Parse(src, lexicon.Builtin())
			figure.Extract(r, lexicon.Builtin())
		}
	})
	r, _ := g.read(b, path)
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Phrases: g.phrases})
		}
	})
}
