package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// withoutDomain are the kinds of page that Hugo leaves out where the portal has
// no address yet: those of hugo.toml, and the sitemap, which is a list of
// absolute addresses.
var withoutDomain = []string{"taxonomy", "term", "rss", "sitemap"}

// Config is the JSON configuration that Hugo merges with hugo.toml: what the
// portal is called and where it stands, and what every page or the front page
// shows of the whole.
func Config(w *Whole) []byte {
	p := arrange(w)
	figures := 0
	for _, s := range p.reports {
		figures += s.Figures
	}
	regions, more := p.regions()
	var without []string
	if w.Site.Domain == "" {
		without = withoutDomain
	}
	return document(configuration{
		Title: w.Site.Name, BaseURL: cmp.Or(w.Site.Domain, "/"), DisableKinds: without,
		Params: configParams{
			Site:     &w.Site,
			Build:    buildParams{w.Revision, w.Release},
			Totals:   totals{strconv.Itoa(len(p.spans)), strconv.Itoa(len(p.reports)), strconv.Itoa(figures)},
			Glossary: p.glossary(),
			Telling:  p.telling(), Questions: p.questions(), Planned: p.planned(),
			Latest:  p.latest(),
			Regions: regions, More: more,
			Data: w.data,
			Feed: p.hasFeed(),
		},
	})
}

// latest are the newest reports: by the day on which they were published, those of
// which none is known by their year, those of one day by year and body.
func (p *portal) latest() []latestItem {
	newest := slices.Clone(p.reports)
	slices.SortStableFunc(newest, func(a, b *Summary) int { return cmp.Or(cmp.Compare(b.order(), a.order()), b.Year-a.Year) })
	items := []latestItem{}
	for _, s := range newest[:min(latest, len(newest))] {
		url := pageURL(s.Body, s.Year)
		item := latestItem{Body: s.Body, BodyName: p.bodies[s.Body].Name, Year: s.Year, Title: s.title, URL: url, Figures: s.Figures, Day: s.day, Stated: s.byStaff}
		item.Leads = s.leadsAt(url, len(newest) <= roomy)
		items = append(items, item)
	}
	return items
}

// order is the day by which a report stands among the newest. One of which no day is
// known stands where the regulation would have it published, on 1 April of the year
// after; no page says so.
func (s *Summary) order() string {
	if s.day == "" {
		return strconv.Itoa(s.Year+1) + "-04-01"
	}
	return s.day
}

// depth is how many bodies of the portal stand above one.
func (p *portal) depth(b *Body) int {
	const most = 8 // a circle of parents is a finding elsewhere
	d := 0
	for ; d < most && p.bodies[b.Parent] != nil; d++ {
		b = p.bodies[b.Parent]
	}
	return d
}

// regions are the bodies by region, those without one last: the region of the
// highest body first, in a region the government before its bureaux. more tells that there
// are bodies that are left out.
func (p *portal) regions() (regions []regionItem, more bool) {
	var bodies []*Body
	for _, b := range p.Bodies {
		if len(p.of(b.Slug)) > 0 {
			bodies = append(bodies, b)
		}
	}
	more = len(bodies) > bodiesListed
	bodies = bodies[:min(len(bodies), bodiesListed)]
	depth, top := map[string]int{}, map[string]int{} // of a body, and of the highest body of a region
	for _, b := range bodies {
		d := p.depth(b)
		depth[b.Slug] = d
		if at, seen := top[b.Region]; !seen || d < at {
			top[b.Region] = d
		}
	}
	slices.SortStableFunc(bodies, func(a, b *Body) int {
		if (a.Region == "") != (b.Region == "") {
			return len(b.Region) - len(a.Region)
		}
		return cmp.Or(cmp.Compare(top[a.Region], top[b.Region]), strings.Compare(a.Region, b.Region), cmp.Compare(depth[a.Slug], depth[b.Slug]))
	})
	regions = []regionItem{}
	for _, b := range bodies {
		if last := len(regions) - 1; last < 0 || regions[last].Name != b.Region {
			item := regionItem{Name: b.Region}
			if b.RegionSlug != "" {
				item.URL = "/regions/" + b.RegionSlug + "/"
			}
			regions = append(regions, item)
		}
		region := &regions[len(regions)-1]
		item := regionBody{Slug: b.Slug, Name: b.Name, URL: "/bodies/" + b.Slug + "/"}
		of := p.of(b.Slug)
		for _, s := range of[:min(yearsListed, len(of))] {
			item.Years = append(item.Years, s.Year)
		}
		region.Bodies = append(region.Bodies, item)
	}
	return regions, more
}
