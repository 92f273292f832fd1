package chart

import (
	"mingfa/generator/report"
)

// axis is what figures must share to be bars of one chart. The figures of one
// table column share more with each other than with the text around it.
type axis struct {
	kind   report.Kind
	unit   string
	target bool
	table  int
	column int
}

// bars makes a chart of each two or more counts or amounts that share an axis.
func (b *builder) bars(figures []int) []Chart {
	var order []axis
	members := map[axis][]int{}
	for _, i := range figures {
		f := &b.r.Figures[i]
		if b.taken[i] || !b.values[i].ok || f.Unit == "" || f.Kind != report.KindCount && f.Kind != report.KindAmount {
			continue
		}
		a := axis{f.Kind, f.Unit, f.Target, b.grid.cells[i].table, b.grid.cells[i].column}
		if members[a] == nil {
			order = append(order, a)
		}
		members[a] = append(members[a], i)
	}
	var out []Chart
	for _, a := range order {
		if len(members[a]) > 1 {
			out = append(out, b.barChart(members[a]))
		}
	}
	return out
}

func (b *builder) barChart(figures []int) Chart {
	f := &b.r.Figures[figures[0]]
	c := Chart{Kind: Bars, Unit: f.Unit}
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
