package build

import (
	"cmp"
	"context"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/tree"
	"mingfa/generator/read/correction"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/report/pack"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/site/dataset"
	"mingfa/generator/site/original"
	"mingfa/generator/site/regions"
	"mingfa/generator/site/search"
)

// owned are the folders that the generator writes for Hugo, and empties of
// what has no source any more.
var owned = []string{"content/reports", "content/bodies", "content/regions", "content/indicators", "content/glossary", "content/changes", "content/" + search.Folder}

// IsGenerated reports whether a path below the project lies in one of the owned
// folders.
func IsGenerated(path string) bool {
	return slices.ContainsFunc(owned, func(folder string) bool { return strings.HasPrefix(path, folder+"/") })
}

// configPath is where Hugo finds what seeds/site.toml says.
const configPath = ".mingfa/site.json"

// pipeline takes the reports of a portal to the files that Hugo renders.
type pipeline struct {
	project string
	portal  *seeds.Portal
	reader  *reader
	past    Past         // nil outside of a release
	part    bool         // not all reports are read, and the pages over all are made where the parts are joined
	search  search.Write // what the search index is written by while Hugo renders; nil where Hugo is to serve it
	cards   search.Write // what cards are written by; nil where there are none
	spool   *os.File     // for the search index
	kept    *keeper      // bodies that need not be read; nil for none

	data     *openData
	writer   *tree.Writer
	pictures *pictures
	index    *search.Index
	whole    *site.Whole // of each report a summary

	bundles bundles // what Hugo makes pages from

	mu    sync.Mutex // guards tally and whole.Reports
	tally tally
}

// generate reads every report of the portal and writes what Hugo renders.
// Reports are read in parallel; of each only a summary is kept. Findings are
// in the tally; when one is an error, what Hugo renders is incomplete.
func (p *pipeline) generate(ctx context.Context, rev <-chan revision.Revision, line *progress.Line) (*tally, error) {
	var err error
	if p.writer, err = tree.Open(p.project, owned...); err != nil {
		return nil, err
	}
	if p.pictures, err = newPictures(p.portal.Site.SharePictures); err != nil {
		return nil, err
	}
	p.whole, p.index = wholeOf(p.portal, p.reader.lexicon), p.newIndex()
	p.whole.Release = p.past != nil
	p.tally.Bodies = countBodies(p.portal, p.reader.only)
	boundGarbage(CountReports(p.portal))
	p.tally.bundles, p.tally.kept = &p.bundles, p.kept
	style, err := mingfa.Files.ReadFile("static/css/card.css")
	if err != nil {
		return nil, err
	}
	p.tally.beside = append(site.Redirects(p.whole.Bodies), site.File{Path: "card.css", Data: style})
	if err = p.readAll(ctx, line); err != nil || p.tally.errors > 0 {
		p.writer.Abort()
		return &p.tally, err
	}
	p.reader.neighbours = nil // all of them were compared
	if r := <-rev; r.Commit != "" {
		p.whole.Revision = site.Revision{Commit: r.Commit, Short: r.Short(), Time: r.Time, Dirty: r.Dirty}
	}
	if err := p.finish(); err != nil {
		return nil, err
	}
	p.whole = nil // what was kept of the reports is written, and Hugo takes memory of its own
	return &p.tally, nil
}

// readAll reads the reports of the portal, but for those of bodies that stand.
func (p *pipeline) readAll(ctx context.Context, line *progress.Line) error {
	p.kept.open(p.portal, p.project, p.reader.today)
	if err := p.reader.sketchAll(ctx, p.portal, p.project, 0, p.kept.sketches); err != nil {
		return err
	}
	p.kept.compare(p.reader.neighbours)
	if err := p.comparePast(); err != nil {
		return err
	}
	return eachBody(ctx, p.portal, func(ctx context.Context, body int) error {
		kept, err := p.kept.restore(body)
		if err != nil {
			return err
		}
		if kept != nil {
			line.Add(len(kept.reports))
			return p.takeKept(ctx, body, kept)
		}
		err = p.reader.readBody(ctx, p.portal, body, func(body, entry int, current, previous *reading) error {
			defer line.Add(1)
			return p.take(ctx, body, entry, current, previous)
		})
		if err != nil {
			return err
		}
		return p.kept.finish(body, p.project)
	})
}

// takeKept takes of a body that stands what take does of each of its reports.
func (p *pipeline) takeKept(ctx context.Context, body int, kept *keptBody) error {
	for _, f := range kept.files {
		p.bundles.add(f.name, f.noted)
		p.writer.Keep("content/" + f.name)
	}
	summaries := make([]site.Summary, len(kept.reports))
	for entry := range kept.reports {
		r := &kept.reports[entry]
		if err := p.data.add(body, entry, []byte(r.rows)); err != nil {
			return err
		}
		if err := p.index.Add(body, entry, []byte(r.found)); err != nil {
			return err
		}
		if r.plan != "" {
			p.index.Plan(body, entry, r.undone, r.plan)
		}
		packed := pack.Reader(strings.Clone(r.summary)) // the rest of the body is let go
		summaries[entry].Pack(packed)
		if !packed.Whole() {
			return errMeanwhile
		}
		history, err := p.enterPast(ctx, body, r)
		if err != nil {
			return err
		}
		summaries[entry].Tell(history)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tally.Counts.add(kept.counts)
	p.tally.unread += len(kept.reports)
	for _, r := range kept.reports {
		p.tally.issued = append(p.tally.issued, Issued{p.whole.Bodies[body], r.year, r.sha256, r.stated})
	}
	p.whole.Reports = append(p.whole.Reports, summaries...)
	return nil
}

// take writes what is to be published of one report, and keeps what the pages
// over all of them say of it. One that could not be read has findings only.
func (p *pipeline) take(ctx context.Context, body, entry int, current, previous *reading) error {
	var of *made
	if current.report != nil {
		in, err := p.input(ctx, body, entry, current, previous)
		if err != nil {
			return err
		}
		if of, err = p.make(body, entry, in); err != nil {
			return err
		}
		of.counts, of.issued = countsOf(current.report), issued(p.whole.Bodies[body], current.report, current.review)
		of.counts.Warnings, of.present = warnings(current.findings), current.present
		p.kept.note(body, entry, current, of)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tally.add(current.findings)
	if of == nil {
		return nil
	}
	of.counts.Warnings = 0 // they were added
	p.tally.Counts.add(of.counts)
	p.tally.issued = append(p.tally.issued, of.issued)
	p.whole.Reports = append(p.whole.Reports, *of.summary)
	return nil
}

// make writes the pages of a report, and gives what all of the portal is made from.
func (p *pipeline) make(body, entry int, in *site.Input) (*made, error) {
	note := func(name string, data []byte) {
		below, n, ok := p.bundles.note(name, data)
		if ok {
			p.kept.noteFile(body, below, n)
		}
	}
	if err := p.pictures.draw(p.writer, in, p.portal.Site.Name, note); err != nil {
		return nil, err
	}
	err := site.Report(in, func(name string, data []byte) error {
		note(name, data)
		return p.writer.Write(name, data)
	})
	if err != nil {
		return nil, err
	}
	of := &made{rows: dataset.Pack(in.Rows())}
	if err := p.data.add(body, entry, of.rows); err != nil {
		return nil, err
	}
	if p.cards != nil {
		if err := in.Cards(&p.whole.Site, p.cards); err != nil {
			return nil, err
		}
	}
	if err := p.find(body, entry, in, of); err != nil {
		return nil, err
	}
	summary := site.Summarise(in)
	of.summary = &summary
	return of, nil
}

// find puts a report into the search index.
func (p *pipeline) find(body, entry int, in *site.Input, of *made) (err error) {
	if of.found, err = p.index.Take(in.Report); err != nil {
		return err
	}
	if len(in.Promises) > 0 {
		of.undone, of.plan = site.Undone(in.Promises)
		p.index.Plan(body, entry, of.undone, of.plan)
	}
	return p.index.Add(body, entry, of.found)
}

// write writes a file for Hugo and notes what has to come of it.
func (p *pipeline) write(name string, data []byte) error {
	p.bundles.note(name, data)
	return p.writer.Write(name, data)
}

// writeSections writes no more of the pages over all reports than Hugo needs to render those of
// one: the lists of the sections, which are thrown away.
func (p *pipeline) writeSections(name string, data []byte) error {
	if path.Base(name) != "_index.md" {
		return nil
	}
	return p.write(name, data)
}

// input is what a report's page is made from.
func (p *pipeline) input(ctx context.Context, body, entry int, current, previous *reading) (*site.Input, error) {
	r, entries := current.report, p.portal.Bodies[body].Entries
	if year := entries[entry].Year; r.Year != year { // a finding has said so
		r.Year = year
		current.lastYear = lastyear.Compare(r, previous.published(), p.reader.lexicon)
	}
	var before []string
	if previous != nil {
		before = previous.series
	}
	current.series = series.Keys(current.lastYear.Previous, r, current.lastYear.Links, before)
	in := &site.Input{
		Body: p.whole.Bodies[body], Report: r, LastYear: current.lastYear, Series: current.series, SeriesBefore: before,
		Catalogue: p.portal.Catalogue, Glossary: p.portal.Glossary, Words: p.reader.lexicon, Domain: p.portal.Site.Domain,
	}
	offered := original.Of(r.Source, p.portal.Site.KeepOriginal)
	if in.Original = offered.Data; offered.Cleaned {
		in.Copy = offered.Name
	}
	in.Promises, _ = p.reader.promises(current.lastYear.Previous, current) // its faults are findings already
	in.Disclosure = disclosureOf(current)
	stated := p.reader.corrections(current)
	if p.past != nil {
		now := p.reader.present(in.Body, &entries[entry], current)
		history, err := p.past.Of(ctx, now)
		if err != nil {
			return nil, err
		}
		if current.present, err = keepPresent(now, &history); err != nil {
			return nil, err
		}
		in.History = history
	}
	in.Stated = correction.Unrecorded(in.History.Changes, stated)
	if first := in.History.First; first != "" && p.portal.Site.Preview == "" { // what the record would know is not told without it
		in.Stated = slices.DeleteFunc(in.Stated, func(s report.Correction) bool { return correction.Unfounded(first, in.History.Changes, s) })
	}
	for _, x := range current.waived {
		in.Waived = append(in.Waived, site.Waived(x))
	}
	if entry > 0 {
		in.Previous = entries[entry-1].Year
	}
	if entry+1 < len(entries) {
		in.Next = entries[entry+1].Year
	}
	return in, nil
}

// finish writes the pages over all reports and removes what has no source any
// more.
func (p *pipeline) finish() error {
	slices.SortFunc(p.whole.Reports, func(a, b site.Summary) int {
		return cmp.Or(cmp.Compare(a.Body, b.Body), a.Year-b.Year)
	})
	if p.past != nil {
		var err error
		if p.whole.Gone, err = p.past.Gone(StandingOf(p.portal)); err != nil {
			return err
		}
	}
	write := p.write
	if p.part {
		write = p.writeSections
	}
	var writes errgroup.Group
	writes.SetLimit(runtime.GOMAXPROCS(0))
	for page := range site.Portal(p.whole) {
		writes.Go(func() error {
			return outcome.Guard("生成网页", func() error { return page(write) })
		})
	}
	writes.Go(func() error { return p.data.finish(p.whole) })
	feeds, failed := site.Feeds(p.whole)
	p.tally.beside = append(p.tally.beside, feeds...)
	switch {
	case p.part:
	case p.search == nil:
		writes.Go(p.finishIndex)
	default:
		p.tally.index = p.index
	}
	if err := cmp.Or(writes.Wait(), failed); err != nil { // whatever fails, nobody writes any more when this returns
		return err
	}
	if _, err := tree.WriteFile(filepath.Join(p.project, configPath), site.Config(p.whole)); err != nil {
		return err
	}
	_, err := p.writer.Finish()
	return err
}

// closeSpool ends the use of what the search index keeps meanwhile.
func (p *pipeline) closeSpool() {
	_ = p.spool.Close() // it is no part of the site
	_ = os.Remove(p.spool.Name())
}

// finishIndex completes the search index.
func (p *pipeline) finishIndex() error { return outcome.Guard("生成检索数据", p.index.Finish) }

// newIndex is a search index for the portal's reports.
func (p *pipeline) newIndex() *search.Index {
	known := search.Portal{Bodies: make([]search.Body, len(p.portal.Bodies)), Catalogue: p.portal.Catalogue}
	for i, b := range p.portal.Bodies {
		body := search.Body{Slug: b.Slug, Name: b.Name, Short: b.Short, Region: b.Region}
		if b.Region != "" {
			body.RegionSlug = regions.Slug(b.Region, p.portal.Site.Regions)
		}
		for _, e := range b.Entries {
			body.Years = append(body.Years, e.Year)
		}
		known.Bodies[i] = body
	}
	if p.portal.Glossary != nil {
		for _, t := range p.portal.Glossary.Terms {
			known.Terms = append(known.Terms, search.Term{ID: t.ID, Name: t.Name, Meaning: t.Meaning, Forms: t.Aliases, Spoken: t.Spoken})
		}
	}
	write := p.search
	if write == nil {
		write = func(path string, data []byte) error { return p.writer.Write("content/"+path, data) }
	}
	return search.New(known, p.spool, write)
}

// wholeOf gives the portal in the site's own terms.
func wholeOf(p *seeds.Portal, words *lexicon.Lexicon) *site.Whole {
	whole := &site.Whole{Site: site.Site(p.Site), Catalogue: p.Catalogue, Glossary: p.Glossary}
	for _, b := range p.Bodies {
		body := &site.Body{Slug: b.Slug, Name: b.Name, Short: b.Short, Region: b.Region, Parent: b.Parent, Former: b.Former}
		body.Kind = cmp.Or(b.Kind, words.BodyKind(b.Name))
		if b.Region != "" {
			body.RegionSlug = regions.Slug(b.Region, p.Site.Regions)
		}
		whole.Bodies = append(whole.Bodies, body)
	}
	return whole
}

// bodiesOf are the bodies of a portal, with no more than their names and addresses.
func bodiesOf(p *seeds.Portal) []*site.Body {
	var bodies []*site.Body
	for _, b := range p.Bodies {
		bodies = append(bodies, &site.Body{Slug: b.Slug, Name: b.Name, Former: b.Former})
	}
	return bodies
}

// StandingOf is which reports a portal has.
func StandingOf(p *seeds.Portal) *Standing {
	s := &Standing{Bodies: bodiesOf(p), Reports: map[string]bool{}}
	for _, b := range p.Bodies {
		for _, e := range b.Entries {
			s.Reports[b.Slug+"/"+strconv.Itoa(e.Year)] = true
		}
	}
	s.Withdrawn = p.Withdrawals()
	s.Why = func(slug string, year int) string {
		for _, b := range p.Bodies {
			if b.Slug == slug {
				return b.WhyWithdrawn(year)
			}
		}
		return ""
	}
	return s
}

// CountReports is how many reports a portal has.
func CountReports(p *seeds.Portal) int {
	n := 0
	for _, b := range p.Bodies {
		n += len(b.Entries)
	}
	return n
}

// countBodies is how many bodies have a report, of all or of those of a part.
func countBodies(p *seeds.Portal, only []bool) int {
	n := 0
	for i, b := range p.Bodies {
		if len(b.Entries) > 0 && (only == nil || only[i]) {
			n++
		}
	}
	return n
}
