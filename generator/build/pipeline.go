package build

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"

	"mingfa"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/tree"
	"mingfa/generator/report/pack"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
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
	p.reader.ahead = newAhead()
	defer func() { p.reader.ahead = nil }()
	p.kept.findStanding(p.portal, p.reader.today)
	if err := p.reader.sketchAll(ctx, p.portal, p.project, 0, p.kept.sketches); err != nil {
		return err
	}
	p.kept.compareNeighbours(p.reader.neighbours)
	if err := p.comparePast(); err != nil {
		return err
	}
	return eachBody(ctx, p.portal, func(ctx context.Context, body int) error {
		kept, err := p.kept.takeBody(body)
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
		return p.kept.writeBody(body, p.project)
	})
}

// takeKept takes of a body that stands what take does of each of its reports.
func (p *pipeline) takeKept(ctx context.Context, body int, kept *keptBody) error {
	p.takeFiles(kept.files)
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
