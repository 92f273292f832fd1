package chart

import "mingfa/generator/report"

// bars makes a chart of each two or more counts, amounts or percentages that are
// known to count the same. The order of the charts is left to who puts them
// together.
func (b *builder) bars(figures []int) []Chart {
	var fit []int
	for _, i := range figures {
		f := &b.r.Figures[i]
		if b.taken[i] || !b.values[i].ok || f.Unit == "" || f.ShownLabel() == "" {
			continue
		}
		switch f.Kind {
		case report.KindCount, report.KindAmount:
			fit = append(fit, i)
		case report.KindRate:
			if percent(f) && b.values[i].v <= 100 {
				fit = append(fit, i)
			}
		case report.KindChange:
		}
	}
	if len(fit) < 2 {
		return nil
	}
	var out []Chart
	for _, a := range b.alike(fit) {
		out = append(out, b.barChart(&a))
	}
	return out
}

func (b *builder) barChart(a *axis) Chart {
	first := &b.r.Figures[a.figures[0]]
	c := Chart{Kind: Bars, Proof: a.proof, Unit: b.unit(a.figures)}
	length := b.largest(a.figures)
	if percent(first) {
		c.Kind, length = Rates, 100
	}
	c.Rows = make([]Row, 0, len(a.figures))
	for _, i := range a.figures {
		row := b.row(i)
		row.Width = Width(b.values[i].v, length)
		if c.Kind == Rates {
			row.Note = b.note(i)
		}
		c.Rows = append(c.Rows, row)
	}
	c.Title = a.noun
	if c.Title == "" {
		c.Title = listing(c.Rows)
	}
	c.Sentence = b.describe(a.figures, c.Rows)
	return c
}

// unit is the unit of figures, "" where they have several.
func (b *builder) unit(figures []int) string {
	unit := b.r.Figures[figures[0]].Unit
	for _, i := range figures {
		if b.r.Figures[i].Unit != unit {
			return ""
		}
	}
	return unit
}

func percent(f *report.Figure) bool { return f.Unit == "%" || f.Unit == "％" }

func (b *builder) largest(figures []int) float64 {
	largest := 0.0
	for _, i := range figures {
		largest = max(largest, b.values[i].v)
	}
	return largest
}
