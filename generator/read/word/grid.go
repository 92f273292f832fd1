package word

import (
	"strings"

	"mingfa/generator/report"
)

// grid is a table with what stands in its cells.
type grid struct {
	columns int
	rows    []gridRow
}

type gridRow struct {
	head  bool
	cells []gridCell
}

type gridCell struct {
	item
	column, columns, down int
}

// said reports whether there is a word in a table.
func (g *grid) said() bool {
	for _, r := range g.rows {
		for _, c := range r.cells {
			if strings.TrimSpace(c.text) != "" {
				return true
			}
		}
	}
	return false
}

func (g *grid) marks() []mark {
	var all []mark
	for _, r := range g.rows {
		for _, c := range r.cells {
			all = append(all, c.marks...)
		}
	}
	return all
}

// build finds the place of each cell: its column, how many columns and rows it
// stands over.
func (a *table) build() *grid {
	g := &grid{}
	type place struct{ row, cell int }
	open := map[int]place{} // by column: the cell that one below may go on from
	for _, r := range a.rows {
		at := len(g.rows)
		out := gridRow{head: r.head}
		column := r.before
		for _, c := range r.cells {
			columns := min(c.columns, max(1, maxColumns-column))
			if last := len(out.cells) - 1; c.right && last >= 0 {
				out.cells[last].columns += columns
				out.cells[last].swallow(c)
				column += columns
				continue
			}
			if above, ok := open[column]; c.down && ok {
				cell := &g.rows[above.row].cells[above.cell]
				cell.down = at - above.row + 1
				cell.swallow(c)
				column += columns
				continue
			}
			for k := column; k < column+columns; k++ {
				delete(open, k)
			}
			if c.downBegins {
				open[column] = place{at, len(out.cells)}
			}
			out.cells = append(out.cells, gridCell{item: c.join(), column: column, columns: columns, down: 1})
			column += columns
		}
		g.columns = max(g.columns, column)
		g.rows = append(g.rows, out)
	}
	return g
}

// swallow adds what stands in a cell that another one covers. Nobody sees it.
func (g *gridCell) swallow(c cell) {
	i := c.join()
	at := len(g.text)
	if strings.TrimSpace(i.text) != "" {
		g.marks = append(g.marks, mark{kind: report.FlagHidden, offset: at, end: at, quote: clip(i.text, maxQuote)})
	}
	for _, m := range i.marks {
		m.offset, m.end, m.printed = at, at, false
		g.marks = append(g.marks, m)
	}
}

// join is the words of a cell: its paragraphs, a line each, and those of tables
// within it, a row each.
func (c *cell) join() item {
	var all item
	add := func(i item, gap string) {
		if i.text != "" && all.text != "" {
			all.text += gap
		}
		at := len(all.text)
		if all.text == "" {
			all.number = i.number
		}
		all.text += i.text
		for _, m := range i.marks {
			m.offset += at
			m.end += at
			all.marks = append(all.marks, m)
		}
		for _, k := range i.calls {
			k.offset += at
			all.calls = append(all.calls, k)
		}
	}
	for _, i := range c.items {
		add(i, "\n")
		if i.grid == nil {
			continue
		}
		for _, r := range i.grid.rows {
			for k, inner := range r.cells {
				gap := " "
				if k == 0 {
					gap = "\n"
				}
				add(inner.item, gap)
			}
		}
	}
	for _, m := range c.lost {
		m.offset, m.end, m.printed = len(all.text), len(all.text), false
		all.marks = append(all.marks, m)
	}
	return all
}
