package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/check"
	"mingfa/generator/figure"
	"mingfa/generator/indicator"
	"mingfa/generator/outline"
	"mingfa/generator/progress"
	"mingfa/generator/report"
	"mingfa/generator/review"
	"mingfa/generator/revision"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/source"
	"mingfa/generator/tree"
)

// owned are the folders that the generator writes for Hugo, and empties of
// what has no source any more.
var owned = []string{"content/reports", "content/bodies", "content/indicators"}

// configPath is where Hugo finds what seeds/site.toml says.
const configPath = ".mingfa/site.json"

// keptErrors bounds the error-level findings held in memory; a portal with
// more has one fault made many times over.
const keptErrors = 200

// tally is what a run over all reports found.
type tally struct {
	bodies, reports             int
	headings, figures, known    int
	citations, warnings, errors int
	faults                      []report.Finding // of severity error, at most keptErrors
}

func (t *tally) add(findings []report.Finding) {
	for _, f := range findings {
		if f.Severity != report.Error {
			t.warnings++
			continue
		}
		t.errors++
		if len(t.faults) < keptErrors {
			t.faults = append(t.faults, f)
		}
	}
}

func (t *tally) count(r *report.Report) {
	t.reports++
	t.headings += len(r.Headings)
	t.citations += len(r.Citations)
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden {
			t.figures++
			if f.Indicator != "" {
				t.known++
			}
		}
	}
}

// readReport takes one report through the stages, up to its indicators. A nil
// report comes with at least one error-level finding. year is the one its file
// is named after, 0 when the name says none; reviewPath may be "".
func readReport(path, reviewPath string, year int, catalogue *indicator.Catalogue) (*report.Report, *review.Review, []report.Finding, error) {
	src, findings, err := source.Read(path)
	if err != nil || src == nil {
		return nil, nil, findings, err
	}
	r := outline.Parse(src)
	figure.Extract(r)
	r.Findings = append(r.Findings, check.Year(r, year)...)
	var rv *review.Review
	if reviewPath != "" {
		raw, err := os.ReadFile(reviewPath)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("failed to read review: %w", err)
		}
		var faults []report.Finding
		rv, faults = review.Parse(reviewPath, raw)
		r.Findings = append(r.Findings, faults...)
		rv.Catalogue = catalogue
		rv.Apply(r)
	}
	catalogue.Assign(r)
	return r, rv, append(findings, r.Findings...), nil
}

// generate reads every report of the portal and writes what Hugo renders.
// Reports are read in parallel; of each only a summary is kept. Findings are
// in the tally; when one is an error, what Hugo renders is incomplete.
func generate(ctx context.Context, project string, portal *seeds.Portal, rev <-chan revision.Revision, line *progress.Line) (*tally, error) {
	w, err := tree.Open(project, owned...)
	if err != nil {
		return nil, err
	}
	whole := wholeOf(portal)
	t := &tally{}
	var mu sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, body := range portal.Bodies {
		if len(body.Entries) > 0 {
			t.bodies++
		}
		for j := range body.Entries {
			group.Go(func() error {
				if ctx.Err() != nil {
					return context.Cause(ctx)
				}
				summary, r, findings, err := writeReport(w, portal, whole, i, j)
				if err != nil {
					return err
				}
				line.Add(1)
				mu.Lock()
				defer mu.Unlock()
				t.add(findings)
				if r != nil {
					t.count(r)
					whole.Reports = append(whole.Reports, summary)
				}
				return nil
			})
		}
	}
	if err := group.Wait(); err != nil {
		w.Abort()
		return nil, err
	}
	if t.errors > 0 {
		w.Abort()
		return t, nil
	}
	slices.SortFunc(whole.Reports, func(a, b site.Summary) int {
		return cmp.Or(cmp.Compare(a.Body, b.Body), a.Year-b.Year)
	})
	if r := <-rev; r.Commit != "" {
		whole.Revision = site.Revision{Commit: r.Commit, Short: r.Short(), Time: r.Time, Dirty: r.Dirty}
	}
	var writes errgroup.Group
	writes.SetLimit(runtime.GOMAXPROCS(0))
	for f := range site.Portal(whole) {
		writes.Go(func() error { return w.Write(f.Path, f.Data) })
	}
	if err := writes.Wait(); err != nil {
		return nil, err
	}
	if _, err := tree.WriteFile(filepath.Join(project, configPath), site.Config(whole)); err != nil {
		return nil, err
	}
	_, err = w.Finish()
	return t, err
}

// writeReport reads one report and writes its files.
func writeReport(w *tree.Writer, portal *seeds.Portal, whole *site.Whole, body, entry int) (site.Summary, *report.Report, []report.Finding, error) {
	entries := portal.Bodies[body].Entries
	e := entries[entry]
	r, rv, findings, err := readReport(e.Path, e.ReviewPath, e.Year, portal.Catalogue)
	if err != nil || r == nil {
		return site.Summary{}, nil, findings, err
	}
	r.Year = e.Year // check.Year has said so where the text says otherwise
	in := &site.Input{
		Body: whole.Bodies[body], Report: r, Original: r.Source.Raw,
		Catalogue: portal.Catalogue, Domain: portal.Site.Domain,
	}
	for _, item := range rv.Disclosure(r) {
		in.Disclosure = append(in.Disclosure, site.Field{Name: item.Name, Value: item.Value})
	}
	if entry > 0 {
		in.Previous = entries[entry-1].Year
	}
	if entry+1 < len(entries) {
		in.Next = entries[entry+1].Year
	}
	for _, f := range site.Report(in) {
		if err := w.Write(f.Path, f.Data); err != nil {
			return site.Summary{}, nil, nil, err
		}
	}
	return site.Summarise(in), r, findings, nil
}

// wholeOf gives the portal in the site's own terms.
func wholeOf(p *seeds.Portal) *site.Whole {
	whole := &site.Whole{Site: site.Site(p.Site), Catalogue: p.Catalogue}
	for _, b := range p.Bodies {
		whole.Bodies = append(whole.Bodies, &site.Body{Slug: b.Slug, Name: b.Name, Short: b.Short, Region: b.Region, Parent: b.Parent})
	}
	return whole
}

func countReports(p *seeds.Portal) int {
	n := 0
	for _, b := range p.Bodies {
		n += len(b.Entries)
	}
	return n
}
