package main

import (
	"cmp"
	"context"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/progress"
	"mingfa/generator/release"
	"mingfa/generator/report"
	"mingfa/generator/revision"
	"mingfa/generator/search"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/tree"
)

// owned are the folders that the generator writes for Hugo, and empties of
// what has no source any more.
var owned = []string{"content/reports", "content/bodies", "content/indicators", "content/glossary", search.Folder}

// isOwned reports whether a path lies in one of the owned folders.
func isOwned(path string) bool {
	return slices.ContainsFunc(owned, func(folder string) bool { return strings.HasPrefix(path, folder+"/") })
}

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
	released                    []release.Report // what a release carries; empty without a record
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

// generate reads every report of the portal and writes what Hugo renders.
// Reports are read in parallel; of each only a summary is kept. Findings are
// in the tally; when one is an error, what Hugo renders is incomplete. first is
// the day a report was first published; nil outside of a release.
func generate(ctx context.Context, project string, portal *seeds.Portal, rd *reader, rev <-chan revision.Revision, first func(body string, year int) string, line *progress.Line) (*tally, error) {
	w, err := tree.Open(project, owned...)
	if err != nil {
		return nil, err
	}
	whole, index := wholeOf(portal), indexOf(portal)
	whole.Release = first != nil
	t := &tally{}
	for _, body := range portal.Bodies {
		if len(body.Entries) > 0 {
			t.bodies++
		}
	}
	var mu sync.Mutex
	err = rd.readAll(ctx, portal, func(body, entry int, one, previous *reading) error {
		summary, err := writeReport(w, portal, whole, body, entry, one, previous, first)
		if err == nil && one.report != nil {
			err = writeText(w, index.Add(body, entry, one.report))
		}
		if err != nil {
			return err
		}
		line.Add(1)
		mu.Lock()
		defer mu.Unlock()
		t.add(one.findings)
		if one.report != nil {
			t.count(one.report)
			if first != nil {
				t.released = append(t.released, released(portal.Bodies[body].Slug, one))
			}
			whole.Reports = append(whole.Reports, summary)
		}
		return nil
	})
	if err != nil {
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
	for files := range site.Portal(whole) {
		writes.Go(func() error { return writeAll(w, files()) })
	}
	for f := range index.Finish() {
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

// writeReport writes the files of one report; one that could not be read has
// none.
func writeReport(w *tree.Writer, portal *seeds.Portal, whole *site.Whole, body, entry int, one, previous *reading, first func(string, int) string) (site.Summary, error) {
	r := one.report
	if r == nil {
		return site.Summary{}, nil
	}
	entries := portal.Bodies[body].Entries
	r.Year = entries[entry].Year // a finding has said so where the text says otherwise
	in := &site.Input{
		Body: whole.Bodies[body], Report: r, Original: r.Source.Raw,
		Catalogue: portal.Catalogue, Glossary: portal.Glossary, Domain: portal.Site.Domain, Before: previous.published(),
	}
	for _, item := range one.review.Disclosure(r) {
		in.Disclosure = append(in.Disclosure, site.Field{Name: item.Name, Value: item.Value})
	}
	if first != nil {
		in.Published = first(in.Body.Slug, r.Year)
	}
	for _, x := range one.waived {
		in.Waived = append(in.Waived, site.Waived(x))
	}
	if entry > 0 {
		in.Previous = entries[entry-1].Year
	}
	if entry+1 < len(entries) {
		in.Next = entries[entry+1].Year
	}
	if err := writeAll(w, site.Report(in)); err != nil {
		return site.Summary{}, err
	}
	return site.Summarise(in), nil
}

func writeAll(w *tree.Writer, files []site.File) error {
	for _, f := range files {
		if err := w.Write(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// writeText writes what the search index has of a report.
func writeText(w *tree.Writer, files []search.File) error {
	for _, f := range files {
		if err := w.Write(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
}

// indexOf is a search index for the portal's reports.
func indexOf(p *seeds.Portal) *search.Index {
	bodies := make([]search.Body, len(p.Bodies))
	for i, b := range p.Bodies {
		bodies[i] = search.Body{Slug: b.Slug, Name: b.Name}
		for _, e := range b.Entries {
			bodies[i].Years = append(bodies[i].Years, e.Year)
		}
	}
	return search.New(bodies, p.Catalogue)
}

// wholeOf gives the portal in the site's own terms.
func wholeOf(p *seeds.Portal) *site.Whole {
	whole := &site.Whole{Site: site.Site(p.Site), Catalogue: p.Catalogue, Glossary: p.Glossary}
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
