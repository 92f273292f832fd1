package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/site/regions"
)

const (
	regionLatest = 6 // newest reports on the page of a region
	regionValues = 5 // of an indicator, there; all are on its own page
	regionShown  = 4 // indicators of a theme that are shown with values; to the others there are links
)

// place is a region and its bodies.
type place struct {
	name, slug string
	bodies     []*Body
}

// places are the regions of the bodies that have a report, by name. A body without
// a region is on no such page.
func (p *portal) places() []place {
	var list []place
	for _, b := range p.Bodies {
		if b.Region == "" || len(p.of(b.Slug)) == 0 {
			continue
		}
		k := slices.IndexFunc(list, func(pl place) bool { return pl.name == b.Region })
		if k < 0 {
			k, list = len(list), append(list, place{name: b.Region, slug: b.RegionSlug})
		}
		list[k].bodies = append(list[k].bodies, b)
	}
	slices.SortFunc(list, func(a, b place) int { return strings.Compare(a.name, b.name) })
	return list
}

// regionList is /regions/.
func (p *portal) regionList(all []place) File {
	params := regionsParams{Regions: []regionLink{}}
	for i := range all {
		link := regionLink{Name: all[i].name, URL: "/regions/" + all[i].slug + "/", Bodies: len(all[i].bodies)}
		for _, b := range all[i].bodies {
			link.Reports += len(p.of(b.Slug))
		}
		params.Regions = append(params.Regions, link)
	}
	return list("content/regions/", "地区", "各地区发布法治政府建设年度报告的单位，每个地区一页。", params)
}

// leads reports whether the address that a region had before staff chose another is free to lead to it.
func (pl *place) leads(others []place) bool {
	first := regions.Default(pl.name)
	return !slices.ContainsFunc(others, func(o place) bool { return o.slug == first })
}

// writeRegion writes the page of a region, and one that leads to it from the
// address that it had before staff chose another.
func (p *portal) writeRegion(pl *place, lead bool, all []comparisons, write Write) error {
	url := "/regions/" + pl.slug + "/"
	feeds, err := p.regionFeeds(pl)
	if err != nil {
		return err
	}
	files := append([]File{p.regionPage(pl, all, len(feeds) > 0)}, feeds...)
	if lead {
		first := regions.Default(pl.name)
		files = append(files, moved("content/regions/"+first+"/index.md", pl.name, "/regions/"+first+"/", url))
	}
	return writeAll(write, files...)
}

func (p *portal) regionPage(pl *place, all []comparisons, feed bool) File {
	params := regionParams{Slug: pl.slug, Bodies: len(pl.bodies), Kinds: p.kindsIn(pl), Latest: p.latestIn(pl), Themes: []regionTheme{}, Feed: feed}
	if p.Catalogue != nil {
		params.Themes = p.comparedIn(pl, all)
	}
	return File{"content/regions/" + pl.slug + "/index.md", document(frontMatter{
		Title:       pl.name,
		Description: pl.name + strconv.Itoa(len(pl.bodies)) + "个单位发布的法治政府建设年度报告，和它们都写到的指标。", Params: params,
	})}
}

// kindsIn are the bodies of a region by kind, those above before those below.
func (p *portal) kindsIn(pl *place) []regionKind {
	bodies := slices.Clone(pl.bodies)
	slices.SortStableFunc(bodies, func(a, b *Body) int { return cmp.Compare(p.depth(a), p.depth(b)) })
	kinds := []regionKind{}
	for _, b := range bodies {
		k := slices.IndexFunc(kinds, func(k regionKind) bool { return k.Name == cmp.Or(b.Kind, "其他") })
		if k < 0 {
			k, kinds = len(kinds), append(kinds, regionKind{Name: cmp.Or(b.Kind, "其他")})
		}
		kinds[k].Bodies = append(kinds[k].Bodies, regionBodyLink{b.Name, "/bodies/" + b.Slug + "/", fromTo(p.of(b.Slug))})
	}
	slices.SortStableFunc(kinds, func(a, b regionKind) int { return rank(a.Name == "其他") - rank(b.Name == "其他") })
	if len(kinds) == 1 || !slices.ContainsFunc(kinds, func(k regionKind) bool { return len(k.Bodies) > 1 }) { // such headings say nothing
		one := regionKind{}
		for _, k := range kinds {
			one.Bodies = append(one.Bodies, k.Bodies...)
		}
		return []regionKind{one}
	}
	return kinds
}

// fromTo says from when to when reports are, the newest first, and how many.
func fromTo(reports []*Summary) string {
	last, first := strconv.Itoa(reports[0].Year), strconv.Itoa(reports[len(reports)-1].Year)
	if len(reports) == 1 {
		return last + "年"
	}
	return first + "—" + last + "年，" + strconv.Itoa(len(reports)) + "份报告"
}

// latestIn are the newest reports of a region, in the order of those of the portal.
func (p *portal) latestIn(pl *place) []regionReport {
	var all []*Summary
	for _, b := range pl.bodies {
		all = append(all, p.of(b.Slug)...)
	}
	slices.SortStableFunc(all, func(a, b *Summary) int { return cmp.Or(cmp.Compare(b.order(), a.order()), b.Year-a.Year) })
	items := []regionReport{}
	for _, s := range all[:min(len(all), regionLatest)] {
		items = append(items, regionReport{p.bodies[s.Body].Name, s.Year, pageURL(s.Body, s.Year), s.Figures, s.day})
	}
	return items
}

// comparedIn are the indicators that two bodies of a region or more state for one
// year, in units that count the same, the newest such year of each.
func (p *portal) comparedIn(pl *place, all []comparisons) []regionTheme {
	themes := []regionTheme{}
	for _, t := range p.Catalogue.Themes {
		theme := regionTheme{ID: t.ID, Name: t.Name}
		for i := range p.Catalogue.Indicators {
			ind := &p.Catalogue.Indicators[i]
			if ind.Theme != t.ID {
				continue
			}
			if item, ok := comparedBy(all[i].tables(), pl); ok {
				item.Name = ind.Name
				item.URL = "/indicators/" + ind.ID + "/" + rowsOf(all[i].groups(), pl)
				if item.rank = ind.Rank; item.rank == 0 {
					item.rank = lastRank
				}
				theme.Indicators = append(theme.Indicators, item)
			}
		}
		theme.short()
		if len(theme.Indicators) > 0 {
			themes = append(themes, theme)
		}
	}
	return themes
}

// lastRank stands behind every rank that an indicator may have.
const lastRank = 9

// short keeps of the indicators those that readers want most, and that most bodies
// state, in the order of the catalogue; of the others their names.
func (t *regionTheme) short() {
	order := make([]int, len(t.Indicators))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int {
		a, b := &t.Indicators[i], &t.Indicators[k]
		return cmp.Or(a.rank-b.rank, b.Bodies-a.Bodies)
	})
	shown := order[:min(regionShown, len(order))]
	all := t.Indicators
	t.Indicators = nil
	for i := range all {
		if slices.Contains(shown, i) {
			t.Indicators = append(t.Indicators, all[i])
		} else {
			t.More = append(t.More, regionMore{all[i].Name, all[i].URL, all[i].Bodies})
		}
	}
}

// comparedBy is what bodies of a region state of an indicator; false where no two
// state it for the same year.
func comparedBy(tables []comparison, pl *place) (item regionIndicator, ok bool) {
	for i := range tables {
		c := &tables[i]
		var of []*track
		for k := range c.tracks {
			if c.tracks[k].body.Region == pl.name {
				of = append(of, &c.tracks[k])
			}
		}
		for _, year := range c.years {
			item = regionIndicator{Year: year, Values: []regionValue{}}
			for _, t := range of {
				pt := t.at(year)
				if pt == nil {
					continue
				}
				if item.Bodies++; len(item.Values) < regionValues {
					item.Values = append(item.Values, regionValue{cmp.Or(t.body.Short, t.body.Name), pt.display, t.href(pt)})
				}
			}
			if item.Bodies > 1 {
				return item, true
			}
		}
	}
	return item, false
}

// rowsOf is where the usual view of an indicator has the rows of a region, from the
// indicator's first page on: 2/#g-shili.
func rowsOf(groups []stepItem, pl *place) string {
	for _, step := range groups {
		if step.Name == pl.name {
			return step.Href
		}
	}
	return ""
}
