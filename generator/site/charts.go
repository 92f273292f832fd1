package site

import "mingfa/generator/site/chart"

// themes writes the figures of the report by theme, and those of no theme by
// section under one heading for all of them.
func (in *Input) themes(o *object) {
	var known []chart.Theme
	if in.Catalogue != nil {
		for _, t := range in.Catalogue.Themes {
			known = append(known, chart.Theme{ID: t.ID, Name: t.Name})
		}
	}
	groups := chart.Build(in.Report, known)
	o.array("themes", func() {
		for i := 0; i < len(groups); {
			g, end := &groups[i], i+1
			id, name := "t-"+g.Theme, g.Title
			if g.Theme == "" {
				end = len(groups)
				id, name = "t-other", "其他"
				if i == 0 {
					name = "按章节"
				}
			}
			o.item(func() {
				o.text("id", id)
				o.text("name", name)
				o.array("groups", func() {
					for k := i; k < end; k++ {
						o.item(func() { group(o, &groups[k]) })
					}
				})
			})
			i = end
		}
	})
}

func group(o *object, g *chart.Group) {
	o.text("id", g.ID)
	if g.Theme == "" {
		o.text("title", g.Title)
		o.text("href", g.Href)
	}
	o.array("charts", func() {
		for i := range g.Charts {
			c := &g.Charts[i]
			o.item(func() {
				o.text("id", c.ID)
				o.text("kind", string(c.Kind))
				o.text("title", c.Title)
				o.optional("unit", c.Unit)
				o.text("sentence", c.Sentence)
				o.array("rows", func() { rows(o, c.Rows) })
			})
		}
	})
	o.array("numbers", func() { rows(o, g.Numbers) })
}

func rows(o *object, list []chart.Row) {
	for i := range list {
		row := &list[i]
		o.item(func() {
			o.text("id", row.ID)
			o.text("label", row.Label)
			o.text("display", row.Display)
			o.optional("width", row.Width)
			o.optional("quote", row.Quote)
			o.optional("note", row.Note)
			o.optional("indicator", row.Indicator)
			if row.Target {
				o.flag("target", true)
			}
		})
	}
}
