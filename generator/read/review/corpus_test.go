package review_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/review"
	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// read is a report with its figures and their indicators.
func read(t *testing.T, path string, c *indicator.Catalogue, rv *review.Review) *report.Report {
	t.Helper()
	src, findings, err := source.Read(t.Context(), path)
	if err != nil || src == nil {
		t.Fatalf("%s: %+v, %v", path, findings, err)
	}
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	if rv != nil {
		rv.Catalogue = c
		rv.Apply(r, lexicon.Builtin())
	}
	c.Assign(r, lexicon.Builtin())
	return r
}

func catalogue(t *testing.T) *indicator.Catalogue {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return c
}

// The review of the first report is borne out by its text, word for word, and
// names each of its figures.
func TestFirstReviewHolds(t *testing.T) {
	raw, err := os.ReadFile("../../../seeds/hubin-sfj/2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	rv, findings := review.Parse("2023.toml", raw)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	c := catalogue(t)
	r := read(t, "../../../seeds/hubin-sfj/2023.txt", c, rv)
	for _, f := range r.Findings {
		if f.File == "2023.toml" {
			t.Errorf("%+v", f)
		}
	}
	seen := map[string]bool{}
	for _, f := range r.Figures {
		if !f.Reviewed || f.Indicator == "" || f.Theme == "" || seen[f.Indicator] {
			t.Errorf("%s: %+v", f.Quote, f)
		}
		seen[f.Indicator] = true
	}
	if len(r.Figures) != 24 {
		t.Errorf("%d figures", len(r.Figures))
	}
}

// A number that staff add has the address that it would have had if the program
// had read it, so that links to it stay when the program comes to read it.
func TestAddedFiguresKeepTheirAddress(t *testing.T) {
	src := report.NewSource("2023.txt", "示例市2023年法治政府建设年度报告\n全年依法受理投诉12件，办结11件。\n")
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	want := r.Figures
	r.Figures, r.Relations = nil, nil
	rv, findings := review.Parse("2023.toml", []byte(`
[[figure]]
quote = "全年依法受理投诉12件"
value = 12
unit = "件"
label = "受理投诉"
add = true
[[figure]]
quote = "办结11件"
value = 11
unit = "件"
label = "办结"
add = true
`))
	rv.Apply(r, lexicon.Builtin())
	if len(findings) > 0 || len(want) != 2 || len(r.Figures) != 2 {
		t.Fatalf("%+v, %+v, %+v", findings, want, r.Figures)
	}
	for i, f := range r.Figures {
		if f.ID != want[i].ID || f.Span != want[i].Span || f.Raw != want[i].Raw {
			t.Errorf("added as %+v, read as %+v", f, want[i])
		}
	}
}

// Drafts of real reports are borne out by them and change nothing.
func TestDraftsOfCorpus(t *testing.T) {
	paths, err := filepath.Glob("../../../../shared/corpus/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("the development corpus is not here")
	}
	c := catalogue(t)
	for _, path := range paths {
		want := read(t, path, c, nil)
		rv, findings := review.Parse("draft.toml", bytes.ReplaceAll(review.Draft(want, review.Plan{}), []byte(`status = "draft"`), []byte(`status = "confirmed"`)))
		if len(findings) > 0 {
			t.Errorf("%s: %+v", path, findings)
			continue
		}
		got := read(t, path, c, rv)
		for _, f := range got.Figures {
			if !f.Reviewed {
				t.Errorf("%s: not confirmed: %s %s", path, f.Raw, f.Quote)
			}
		}
		// What was settled raises no doubt about indicators any more.
		same := cmpopts.IgnoreFields(report.Figure{}, "Reviewed", "Settled")
		if diff := cmp.Diff(want, got, same, cmpopts.IgnoreUnexported(report.Source{}), cmpopts.IgnoreFields(report.Report{}, "Findings")); diff != "" {
			t.Errorf("%s: the draft changes the report:\n%s", path, diff)
		}
	}
}
