package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"mingfa/generator/report/pack"
	"mingfa/generator/site/regions"
)

// A page over many reports is made from a Whole that holds what it needs of the portal and nothing
// else. So the sum of that Whole, with the catalogue, tells whether the page has to be made again: what is
// not summed up is not there to be shown.

// ofBody is what the pages of a body are made from.
func (p *portal) ofBody(b *Body) *Whole {
	w := &Whole{Site: p.Site, Catalogue: p.Catalogue}
	p.addBody(w, b)
	if parent := p.bodies[b.Parent]; parent != nil && parent != b {
		w.Bodies = append(w.Bodies, parent)
	}
	return w
}

// addBody adds all that is known of a body.
func (p *portal) addBody(w *Whole, b *Body) {
	w.Bodies = append(w.Bodies, b)
	for _, s := range p.of(b.Slug) {
		w.Reports = append(w.Reports, *s)
	}
	w.Gone = append(w.Gone, p.gone[b.Slug]...)
}

// ofRegion is what the page of a region is made from, but for what is compared by indicators.
func (p *portal) ofRegion(pl *place) *Whole {
	w := &Whole{Site: p.Site, Catalogue: p.Catalogue}
	for _, b := range pl.bodies {
		p.addBody(w, b)
	}
	for _, b := range pl.bodies { // those above, also where they are of another region
		for b = p.bodies[b.Parent]; b != nil && !slices.Contains(w.Bodies, b); b = p.bodies[b.Parent] {
			w.Bodies = append(w.Bodies, b)
		}
	}
	return w
}

// ofIndicator is what the pages of an indicator are made from: of each report what it states of that
// one, and in which series those values are.
func (p *portal) ofIndicator(found statements, links []link) *Whole {
	w := &Whole{Site: p.Site, Catalogue: p.Catalogue}
	for len(found) > 0 || len(links) > 0 {
		by := len(p.reports)
		if len(found) > 0 {
			by = found[0].by
		}
		if len(links) > 0 {
			by = min(by, links[0].by)
		}
		s := Summary{Body: p.reports[by].Body, Year: p.reports[by].Year}
		for ; len(found) > 0 && found[0].by == by; found = found[1:] {
			s.stated = append(s.stated, *found[0].stated)
		}
		for ; len(links) > 0 && links[0].by == by; links = links[1:] {
			s.series = append(s.series, *links[0].chained)
		}
		if b := p.bodies[s.Body]; len(w.Bodies) == 0 || w.Bodies[len(w.Bodies)-1] != b {
			w.Bodies = append(w.Bodies, b)
		}
		w.Reports = append(w.Reports, s)
	}
	return w
}

// link is a value of an indicator in a series of its body, as report number by tells of it.
type link struct {
	by int
	*chained
}

// links are the values of each indicator that are in series, by report.
func (p *portal) links(found []statements) [][]link {
	type at struct {
		year   int
		figure string
	}
	all := make([][]link, len(found))
	if len(found) == 0 {
		return all
	}
	for _, sp := range p.spans {
		of := map[at]int{} // indicator of a value
		for by := sp.first; by < sp.end; by++ {
			for k := range p.reports[by].stated {
				v := &p.reports[by].stated[k]
				if i, ok := p.Catalogue.Index(v.indicator); ok {
					of[at{p.reports[by].Year, v.figure}] = i
				}
			}
		}
		for by := sp.first; by < sp.end; by++ {
			for k := range p.reports[by].series {
				c := &p.reports[by].series[k]
				if i, ok := of[at{c.year, c.figure}]; ok {
					all[i] = append(all[i], link{by, c})
				}
			}
		}
	}
	for i := range all { // bodies were met in any order
		slices.SortStableFunc(all[i], func(a, b link) int { return a.by - b.by })
	}
	return all
}

// sum tells a Whole from others. The catalogue is not in it: it is the same for all pages.
func (w *Whole) sum() string {
	var p pack.Packer
	w.Site.pack(&p)
	pack.List(&p, &w.Bodies, func(b **Body) { (*b).pack(&p) })
	pack.List(&p, &w.Reports, func(s *Summary) {
		s.Pack(&p)
		s.history.pack(&p)
	})
	pack.List(&p, &w.Gone, func(g *Gone) {
		g.Body.pack(&p)
		p.Int(&g.Year)
		g.History.pack(&p)
	})
	sum := sha256.Sum256(p.Data)
	return hex.EncodeToString(sum[:])
}

func (s Site) pack(p *pack.Packer) {
	data, _ := json.Marshal(s) // of texts and flags alone
	of := string(data)
	p.Text(&of)
	p.Text(&s.Preview)
	p.Flag(&s.SharePictures)
	p.Flag(&s.KeepOriginal)
	pack.List(p, &s.Regions, func(r *regions.Region) {
		p.Text(&r.Name)
		p.Text(&r.Slug)
	})
}

func (b *Body) pack(p *pack.Packer) {
	for _, text := range []*string{&b.Slug, &b.Name, &b.Short, &b.Region, &b.RegionSlug, &b.Kind, &b.Parent} {
		p.Text(text)
	}
	p.Texts(&b.Former)
}

func (h *History) pack(p *pack.Packer) {
	p.Text(&h.First)
	p.Text(&h.Origin)
	changes := ""
	if len(h.Changes) > 0 {
		data, _ := json.Marshal(h.Changes) // of texts, numbers and flags alone
		changes = string(data)
	}
	p.Text(&changes)
}
