package chart

import (
	"cmp"
	"slices"
	"strings"

	"mingfa/generator/report"
)

// bars makes a chart of each two or more counts or amounts that share an axis:
// of one unit, one kind, all of them goals or none. The figures of one table
// column share more with each other than with the text around it. The order of
// the charts is left to who puts them together.
func (b *builder) bars(figures []int) []Chart {
	var fit []int
	for _, i := range figures {
		f := &b.r.Figures[i]
		if !b.taken[i] && b.values[i].ok && f.Unit != "" && (f.Kind == report.KindCount || f.Kind == report.KindAmount) {
			fit = append(fit, i)
		}
	}
	slices.SortStableFunc(fit, b.byAxis)
	var out []Chart
	for len(fit) > 0 {
		n := 1
		for n < len(fit) && b.byAxis(fit[0], fit[n]) == 0 {
			n++
		}
		if n > 1 {
			out = append(out, b.barChart(fit[:n]))
		}
		fit = fit[n:]
	}
	return out
}

// byAxis orders figures so that those of one axis stand together.
func (b *builder) byAxis(i, k int) int {
	f, g, at, to := &b.r.Figures[i], &b.r.Figures[k], &b.grid.cells[i], &b.grid.cells[k]
	switch {
	case f.Unit != g.Unit:
		return strings.Compare(f.Unit, g.Unit)
	case f.Kind != g.Kind:
		return strings.Compare(string(f.Kind), string(g.Kind))
	case f.Target != g.Target:
		if f.Target {
			return 1
		}
		return -1
	}
	return cmp.Or(at.table-to.table, at.column-to.column)
}

func (b *builder) barChart(figures []int) Chart {
	f := &b.r.Figures[figures[0]]
	c := Chart{Kind: Bars, Unit: f.Unit}
	c.Rows = make([]Row, 0, len(figures))
	largest := b.largest(figures)
	for _, i := range figures {
		row := b.row(i)
		row.Width = Width(b.values[i].v, largest)
		c.Rows = append(c.Rows, row)
	}
	c.Title = b.title(figures, c.Rows)
	c.Sentence = b.describe(figures, c.Rows)
	return c
}

// rates makes one chart of the percentages of the section, one of its goals.
func (b *builder) rates(figures []int) []Chart {
	var out []Chart
	for _, target := range []bool{false, true} {
		var members []int
		for _, i := range figures {
			f := &b.r.Figures[i]
			if !b.taken[i] && f.Target == target && f.Kind == report.KindRate && percent(f) && b.values[i].ok && b.values[i].v <= 100 {
				members = append(members, i)
			}
		}
		if len(members) < 2 {
			continue
		}
		c := Chart{Kind: Rates, Unit: "%"}
		for _, i := range members {
			row := b.row(i)
			row.Width = Width(b.values[i].v, 100)
			row.Note = b.note(i)
			c.Rows = append(c.Rows, row)
		}
		c.Title = b.title(members, c.Rows)
		c.Sentence = b.describe(members, c.Rows)
		out = append(out, c)
	}
	return out
}

func percent(f *report.Figure) bool { return f.Unit == "%" || f.Unit == "％" }

func (b *builder) largest(figures []int) float64 {
	largest := 0.0
	for _, i := range figures {
		largest = max(largest, b.values[i].v)
	}
	return largest
}
