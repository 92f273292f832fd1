package build

import (
	"context"
	"slices"

	"mingfa/generator/read/correction"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site"
	"mingfa/generator/site/dataset"
	"mingfa/generator/site/original"
)

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
		p.kept.noteReport(body, entry, current, of)
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
