package site

import "mingfa/generator/site/chart"

// themes are the figures of the report by theme, and those of no theme by section
// under one heading for all of them.
func (in *Input) themes() []themeItem {
	var known []chart.Theme
	if in.Catalogue != nil {
		for _, t := range in.Catalogue.Themes {
			known = append(known, chart.Theme{ID: t.ID, Name: t.Name, Headings: t.Headings})
		}
	}
	items, beside := []themeItem{}, in.beside()
	other := themeItem{ID: "t-other", Name: "其他"}
	for _, g := range chart.Build(in.Report, known, in.words()) {
		if g.Theme == "" {
			other.Groups = append(other.Groups, in.group(&g, beside))
			other.Figures += figuresOf(&g)
			continue
		}
		items = append(items, themeItem{ID: "t-" + g.Theme, Name: g.Title, Figures: figuresOf(&g), Groups: []groupItem{in.group(&g, beside)}})
	}
	if len(items) == 0 {
		other.Name = "按章节"
	}
	if len(other.Groups) > 0 {
		items = append(items, other)
	}
	return items
}

// figuresOf is how many figures a group has.
func figuresOf(g *chart.Group) int {
	n := len(g.Numbers)
	for i := range g.Charts {
		n += len(g.Charts[i].Rows)
	}
	return n
}

func (in *Input) group(g *chart.Group, beside map[int][]besideItem) groupItem {
	item := groupItem{ID: g.ID, Charts: make([]chartItem, 0, len(g.Charts)), Numbers: in.figureItems(g.Numbers, beside)}
	if g.Theme == "" {
		item.Title, item.Href = g.Title, g.Href
	}
	for _, c := range g.Charts {
		item.Charts = append(item.Charts, chartItem{ID: c.ID, Kind: string(c.Kind), Title: c.Title, Unit: c.Unit, Rows: in.figureRows(c.Rows, beside)})
	}
	return item
}
