package search

import (
	"cmp"
	"slices"
	"strings"

	"mingfa/generator/read/indicator"
)

// Term is a term of the glossary: how reports write it and how people say it.
type Term struct {
	ID, Name, Meaning string
	Forms             []string // other ways to write it
	Spoken            []string // what people say instead: 法援 for 法律援助
}

// manifestFile is index.json, what the page knows before it has read a text:
//
//	{"version":"…","bits":5,"themes":[["id","name"],…],
//	 "bodies":[["slug","name",[2015,-9],"short",region],…],"regions":[["slug","name"],…],
//	 "indicators":[["id","name",rank,["调解…纠纷",…],["spoken",…],"question",stated],…],
//	 "terms":[["id","name",["other form",…],["spoken",…],"meaning"],…],
//	 "asking":["多少",…],"units":["件",…],
//	 "undone":["没做到",…],"unmet":["没有完成",…],"plans":[[body,2023,2,"2项未达到，1项到位"],…]}
//
// Bits is the base-2 logarithm of the number of parts of the term index, or -1
// when text.json holds everything. A theme that no report states has no name. Years
// are postings, the first one's distance counted from 0. A region is its number
// among the regions, -1 for none. An indicator that no report states has 0 at its
// end: its words help to find others, its page shows nothing. A plan is a page on what
// came of what a body planned for a year: the body's number, the year, how many items
// were not done, and what is said of all of them.
type manifestFile struct {
	Version    string      `json:"version"`
	Bits       int         `json:"bits"`
	Together   int         `json:"together"`
	Themes     [][2]string `json:"themes"`
	Bodies     [][5]any    `json:"bodies"`
	Regions    [][2]string `json:"regions"`
	Indicators [][7]any    `json:"indicators"`
	Terms      [][5]any    `json:"terms"`
	Asking     []string    `json:"asking"`
	Units      []string    `json:"units"`
	Undone     []string    `json:"undone"`
	Unmet      []string    `json:"unmet"`
	Plans      [][4]any    `json:"plans"`
}

func (x *Index) manifest(bits int) manifestFile {
	m := manifestFile{
		Version: x.version(), Bits: bits, Together: together, Themes: [][2]string{}, Bodies: [][5]any{}, Regions: [][2]string{}, Indicators: [][7]any{},
		Terms: [][5]any{}, Asking: list(x.catalogue.Asking), Units: x.units(), Undone: list(x.catalogue.Undone), Unmet: list(x.catalogue.Unmet), Plans: [][4]any{},
	}
	for i, t := range x.catalogue.Themes {
		if !x.used[i] {
			t.Name = ""
		}
		m.Themes = append(m.Themes, [2]string{t.ID, t.Name})
	}
	for i := range x.bodies {
		b := &x.bodies[i]
		years := postings{list: []int{}}
		for _, y := range b.Years {
			years.add(y)
		}
		region := slices.IndexFunc(m.Regions, func(r [2]string) bool { return r[1] == b.Region })
		if region < 0 && b.Region != "" && len(b.Years) > 0 {
			region, m.Regions = len(m.Regions), append(m.Regions, [2]string{b.RegionSlug, b.Region})
		}
		m.Bodies = append(m.Bodies, [5]any{b.Slug, b.Name, years.list, b.Short, region})
	}
	for i := range x.catalogue.Indicators {
		ind, stated := &x.catalogue.Indicators[i], 0
		if x.stated[i] {
			stated = 1
		}
		m.Indicators = append(m.Indicators, [7]any{ind.ID, ind.Name, ind.Rank, phrases(ind), list(ind.Spoken), ind.Question, stated})
	}
	for _, t := range x.terms {
		m.Terms = append(m.Terms, [5]any{t.ID, t.Name, list(t.Forms), list(t.Spoken), t.Meaning})
	}
	slices.SortFunc(x.plans, func(a, b plan) int { return cmp.Or(a.body-b.body, a.entry-b.entry) })
	for _, p := range x.plans {
		m.Plans = append(m.Plans, [4]any{p.body, x.bodies[p.body].Years[p.entry], p.undone, p.says})
	}
	return m
}

// phrases are the words that identify an indicator whatever stands around them.
// Short ones, such as 受理, say something only beside others.
func phrases(ind *indicator.Indicator) []string {
	shown := []string{}
	for _, phrase := range ind.Phrases() {
		if slices.Contains(ind.Any, phrase) {
			shown = append(shown, phrase)
		}
	}
	return shown
}

// units are the units of the portal's figures, so that the page can tell 2023件
// from the year in 2023调解.
func (x *Index) units() []string {
	units := []string{}
	for i := range x.catalogue.Indicators {
		units = append(units, x.catalogue.Indicators[i].Units...)
	}
	slices.SortFunc(units, strings.Compare)
	return slices.Compact(units)
}

// list is a list that is written as [] where it is empty.
func list(words []string) []string {
	if words == nil {
		return []string{}
	}
	return words
}
