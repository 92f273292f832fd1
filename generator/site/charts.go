package site

import "mingfa/generator/site/chart"

// themes are the figures of the report by theme, and those of no theme by section
// under one heading for all of them.
func (in *Input) themes() []themeItem {
	var known []chart.Theme
	if in.Catalogue != nil {
		for _, t := range in.Catalogue.Themes {
			known = append(known, chart.Theme{ID: t.ID, Name: t.Name})
		}
	}
	items, beside := []themeItem{}, in.beside()
	other := themeItem{ID: "t-other", Name: "其他"}
	for _, g := range chart.Build(in.Report, known, in.words()) {
		if g.Theme == "" {
			other.Groups = append(other.Groups, in.group(&g, beside))
			continue
		}
		items = append(items, themeItem{ID: "t-" + g.Theme, Name: g.Title, Groups: []groupItem{in.group(&g, beside)}})
	}
	if len(items) == 0 {
		other.Name = "按章节"
	}
	if len(other.Groups) > 0 {
		items = append(items, other)
	}
	for i := range items {
		items[i].Figures = items[i].count()
	}
	return items
}

// count is how many figures the theme has.
func (t *themeItem) count() int {
	n := 0
	for _, g := range t.Groups {
		n += len(g.Numbers)
		for _, c := range g.Charts {
			n += len(c.Rows)
		}
	}
	return n
}

func (in *Input) group(g *chart.Group, beside map[int][]besideItem) groupItem {
	item := groupItem{ID: g.ID, Charts: make([]chartItem, 0, len(g.Charts)), Numbers: in.rows(g.Numbers, beside)}
	if g.Theme == "" {
		item.Title, item.Href = g.Title, g.Href
	}
	for _, c := range g.Charts {
		item.Charts = append(item.Charts, chartItem{ID: c.ID, Kind: string(c.Kind), Title: c.Title, Unit: c.Unit, Sentence: c.Sentence, Rows: in.rows(c.Rows, beside)})
	}
	return item
}

func (in *Input) rows(list []chart.Row, beside map[int][]besideItem) []rowItem {
	items := make([]rowItem, 0, len(list))
	for k := range list {
		r := &list[k]
		item := rowItem{r.ID, r.Label, nil, r.Display, r.Width, r.Quote, r.Note, r.Indicator, r.Target, in.before(r.Index()), beside[r.Index()]}
		if r.Label == "" {
			item.Clause = &clauseItem{r.Clause.Before, r.Clause.Words, r.Clause.After}
		}
		items = append(items, item)
	}
	return items
}
