package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// recent is how many years a table shows at first.
const recent = 3

// What a page of an indicator may weigh. A cell is about 15 bytes when compressed,
// most of them the id of its figure; a row with its names and its line as much as six.
const (
	rowWeight  = 6
	pageWeight = 1700
)

// view is a way to look at the comparisons of an indicator: an order, and years.
type view struct {
	path     string // after the indicator's address, by-value/
	name     string // 按数值
	sections []section
}

// section is rows of a table under one heading.
type section struct {
	table *comparison
	years []int // of its columns
	group grouping
	rows  []*track

	continued bool   // its first rows stand on the page before
	plain     bool   // without lines
	says      string // of an order by value
	ordered   bool
	axis      float64
	notes     map[*track]string
}

// grouping is what rows have in common.
type grouping struct{ id, name, href string }

// viewsOf are the ways to look at an indicator, the usual one first: by region or by
// kind, else one after another. Others are there where they show something else.
func (p *portal) viewsOf(tables []comparison) []view {
	if len(tables) == 0 {
		return nil
	}
	usual := usualView(tables)
	earlier := usual.split()
	views := []view{usual}
	if earlier != nil {
		views = append(views, *earlier)
	}
	if v := p.byValue(tables); len(v.sections) > 0 {
		views = append(views, v)
	}
	if len(groupsOf(tables, regionOf)) > 1 && ofKinds(tables) {
		views = append(views, view{path: "by-kind/", name: "按类别", sections: newestYears(sectionsOf(tables, kindOf))})
	}
	if byYear := sectionsByYear(tables); byYear != nil {
		views = append(views, view{path: "by-year/", name: "按最近年度", sections: byYear})
	}
	return views
}

// usualView is the view of all bodies by region, by kind where they are of one region,
// and one after another where no two are of a kind.
func usualView(tables []comparison) view {
	switch {
	case len(groupsOf(tables, regionOf)) > 1:
		return view{name: "按地区", sections: sectionsOf(tables, regionOf)}
	case ofKinds(tables):
		return view{name: "按类别", sections: sectionsOf(tables, kindOf)}
	}
	return view{name: "按单位", sections: sectionsOf(tables, func(*Body) grouping { return grouping{} })}
}

// ofKinds reports whether the bodies are of several kinds, two of them of one.
func ofKinds(tables []comparison) bool {
	kinds := groupsOf(tables, kindOf)
	return len(kinds) > 1 && slices.ContainsFunc(kinds, func(k countedGroup) bool { return k.bodies > 1 })
}

func regionOf(b *Body) grouping {
	if b.Region == "" {
		return grouping{"g_other", "其他", ""} // no address of a region, and so no id of one, has this sign
	}
	return grouping{"g-" + b.RegionSlug, b.Region, "/regions/" + b.RegionSlug + "/"}
}

func kindOf(b *Body) grouping { return grouping{name: cmp.Or(b.Kind, "其他")} }

// countedGroup is a group and how many bodies are in it.
type countedGroup struct {
	grouping
	bodies int
}

// groupsOf are the groups of the bodies of all tables, in their order, what has none
// last.
func groupsOf(tables []comparison, by func(*Body) grouping) []countedGroup {
	var groups []countedGroup
	seen := map[*Body]bool{}
	for i := range tables {
		for k := range tables[i].tracks {
			b := tables[i].tracks[k].body
			if seen[b] {
				continue
			}
			seen[b] = true
			g := by(b)
			at := slices.IndexFunc(groups, func(o countedGroup) bool { return o.grouping == g })
			if at < 0 {
				at, groups = len(groups), append(groups, countedGroup{g, 0})
			}
			groups[at].bodies++
		}
	}
	slices.SortStableFunc(groups, func(a, b countedGroup) int {
		if other := rank(a.name == "其他") - rank(b.name == "其他"); other != 0 {
			return other
		}
		if a.href != "" { // regions by their names, kinds as they come
			return strings.Compare(a.name, b.name)
		}
		return 0
	})
	return groups
}

func rank(last bool) int {
	if last {
		return 1
	}
	return 0
}

// sectionsOf are the rows of each table by groups.
func sectionsOf(tables []comparison, by func(*Body) grouping) []section {
	var sections []section
	for i := range tables {
		c := &tables[i]
		rows := map[grouping][]*track{}
		for k := range c.tracks {
			g := by(c.tracks[k].body)
			rows[g] = append(rows[g], &c.tracks[k])
		}
		for _, g := range groupsOf(tables[i:i+1], by) {
			sections = append(sections, section{table: c, years: c.years, group: g.grouping, rows: rows[g.grouping]})
		}
	}
	return sections
}

// sectionsByYear are the rows of each table by the newest year that a body states;
// nil where all state the same.
func sectionsByYear(tables []comparison) []section {
	var sections []section
	differ := false
	for i := range tables {
		c := &tables[i]
		for _, year := range c.years {
			s := section{table: c, years: []int{year}, plain: true, group: grouping{name: "最近写到" + strconv.Itoa(year) + "年"}}
			for k := range c.tracks {
				if c.tracks[k].newest().year == year {
					s.rows = append(s.rows, &c.tracks[k])
				}
			}
			if len(s.rows) > 0 {
				differ = differ || len(s.rows) < len(c.tracks)
				sections = append(sections, s)
			}
		}
	}
	if !differ {
		return nil
	}
	return sections
}

// newestYears leaves the sections the columns that a table shows at first, and no
// lines: all of it stands in the usual view.
func newestYears(sections []section) []section {
	for i := range sections {
		sections[i].years, sections[i].plain = sections[i].years[:min(recent, len(sections[i].years))], true
	}
	return sections
}

// split takes the years before the newest off a view that is too heavy for one page
// with all, and gives the view of these years; nil where the view may stay whole.
func (v *view) split() *view {
	weight, most := 0, 0
	for i := range v.sections {
		weight += v.sections[i].weight()
		most = max(most, len(v.sections[i].years))
	}
	if weight <= pageWeight || most <= recent {
		return nil
	}
	earlier := view{path: "earlier/", name: "更早年度"}
	for i := range v.sections {
		s := v.sections[i]
		n := min(recent, len(s.years))
		v.sections[i].years, s.years = s.years[:n], s.years[n:]
		s.rows = slices.DeleteFunc(slices.Clone(s.rows), func(t *track) bool {
			return !slices.ContainsFunc(s.years, func(y int) bool { return t.at(y) != nil })
		})
		if len(s.rows) > 0 {
			earlier.sections = append(earlier.sections, s)
		}
	}
	return &earlier
}

func (s *section) weight() int {
	n := 0
	for _, t := range s.rows {
		n += s.rowWeight(t)
	}
	return n
}

func (s *section) rowWeight(t *track) int {
	n := rowWeight
	for _, y := range s.years {
		if t.at(y) != nil {
			n++
		}
	}
	return n
}

// pages are the sections of a view on pages of a bounded weight. A section that goes
// on says so.
func (v *view) pages() [][]section {
	var pages [][]section
	room := 0
	for _, s := range v.sections {
		rest := s
		rest.rows = nil
		for _, t := range s.rows {
			w := s.rowWeight(t)
			if w > room || len(pages) == 0 {
				if len(rest.rows) > 0 {
					pages[len(pages)-1] = append(pages[len(pages)-1], rest)
					rest.rows, rest.continued = nil, true
				}
				pages, room = append(pages, nil), pageWeight
			}
			rest.rows = append(rest.rows, t)
			room -= w
		}
		if len(rest.rows) > 0 {
			pages[len(pages)-1] = append(pages[len(pages)-1], rest)
		}
	}
	return pages
}

// step is what leads from the first page of an indicator to a page of a view.
func (v *view) step(page int) string {
	if page == 0 {
		return v.path
	}
	return v.path + strconv.Itoa(page+1) + "/"
}
