package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// comparison is what all bodies state of one indicator in units that count the
// same: a table of bodies and years.
type comparison struct {
	tracks []track  // by body
	units  []string // that are met, the most frequent first
	years  []int    // in which a body states it, newest first
	focus  int      // the year that bodies are ordered by
}

// comparisons are the tables of an indicator and what leads to their rows, both made
// once, when first asked for: the page of each region asks for them too.
type comparisons struct {
	indicator int
	whole     func() *Whole // that they are made from
	sum       func() string // of it
	tables    func() []comparison
	groups    func() []stepItem // see steps
}

// compareAll is what is compared by each indicator.
func (p *portal) compareAll(found []statements) []comparisons {
	list, links := make([]comparisons, len(found)), p.links(found)
	for i := range found {
		whole := func() *Whole { return p.ofIndicator(found[i], links[i]) }
		tables := sync.OnceValue(func() []comparison {
			own := arrange(whole())
			return own.compare(i, own.byIndicator()[i])
		})
		groups := sync.OnceValue(func() []stepItem {
			v := usualView(tables())
			v.split()
			return steps(&v, v.pages())
		})
		list[i] = comparisons{i, whole, sync.OnceValue(func() string { return whole().sum() }), tables, groups}
	}
	return list
}

// compare makes the tables of an indicator, the one with the most values first.
func (p *portal) compare(indicator int, found statements) []comparison {
	var tables []comparison
	for len(found) > 0 {
		b := p.bodies[p.reports[found[0].by].Body]
		of := found.of(p.spans[b.Slug])
		found = found[len(of):]
		for _, t := range p.tracks(b, indicator, of) {
			k := slices.IndexFunc(tables, func(c comparison) bool {
				return p.Catalogue.Alike(indicator, c.tracks[0].points[0].unit, t.points[0].unit)
			})
			if k < 0 {
				k, tables = len(tables), append(tables, comparison{})
			}
			tables[k].tracks = append(tables[k].tracks, t)
		}
	}
	for i := range tables {
		tables[i].survey()
	}
	slices.SortStableFunc(tables, func(a, b comparison) int { return b.values() - a.values() })
	return tables
}

// survey finds the units and years of the table.
func (c *comparison) survey() {
	units, years := map[string]int{}, map[int]int{}
	for i := range c.tracks {
		for _, pt := range c.tracks[i].points {
			units[pt.unit]++
			years[pt.year]++
		}
	}
	for u := range units {
		c.units = append(c.units, u)
	}
	slices.SortFunc(c.units, func(a, b string) int { return cmp.Or(units[b]-units[a], strings.Compare(a, b)) })
	most := 0
	for y, n := range years {
		c.years = append(c.years, y)
		most = max(most, n)
	}
	slices.SortFunc(c.years, func(a, b int) int { return b - a })
	// In spring a few bodies have published and the others have not: the newest year
	// is one that half as many state as state any year.
	c.focus = c.years[slices.IndexFunc(c.years, func(y int) bool { return 2*years[y] >= most })]
}

// values is how many cells of the table are filled.
func (c *comparison) values() int {
	n := 0
	for i := range c.tracks {
		n += len(c.tracks[i].points)
	}
	return n
}
