package build

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/outcome"
	"mingfa/generator/build/tree"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/site/regions"
	"mingfa/generator/site/search"
)

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
			return outcome.Guard("生成网页", func() error { return p.makePages(page, write) })
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
	if err := p.writePages(); err != nil {
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
