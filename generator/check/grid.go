package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// grid is a table as the rules about numbers see it.
type grid struct {
	names []gridName // of its columns
	rows  []gridRow
}

// gridName is what stands over a column.
type gridName struct {
	text string // next to the cells
	over string // above that, over several columns: 行政处罚
}

// gridRow is a row below the names of the columns.
type gridRow struct {
	name  string
	cells []gridCell // by column; there may be fewer than names
}

// gridCell is one cell and the figure that fills it.
type gridCell struct {
	text   string
	span   report.Span // of text
	figure int         // -1 where it holds none, or words besides it
	sign   string      // what stands before the numeral: 下降, ↓
}

// most columns of a row that are read.
const maxColumns = 60

// tables are those of the report, read once.
func (in *Input) tables() []grid { return in.tabled.Get(in.Report, in.tablesOf) }

// tablesOf reads the tables of a report.
func (in *Input) tablesOf() []grid {
	r := in.Report
	list := make([]grid, 0, len(r.Tables))
	next := 0 // in Figures
	for i := range r.Tables {
		t := &r.Tables[i]
		g := grid{names: in.columnNames(t)}
		name := 0 // the column of the rows' names
		if t.Nested >= 0 {
			name = t.Nested + 1
		} else if len(g.names) > 1 && in.Words.ColumnsOfNumbers.Has(g.names[0].text) {
			name = 1
		}
		for k := t.Heads; k < len(t.Grid); k++ {
			var row gridRow
			row.cells, next = in.cellsOf(&t.Grid[k], next)
			for column := name; column >= max(0, t.Nested) && row.name == ""; column-- {
				row.name = withoutSpaces(t.Grid[k].Cell(r.Source.Text, column))
			}
			g.rows = append(g.rows, row)
		}
		list = append(list, g)
	}
	return list
}

// columnNames are the names over the columns of a table: of several levels the
// lowest, and those over it.
func (in *Input) columnNames(t *report.Table) []gridName {
	var list []gridName
	for i := range t.Names() {
		row := &t.Grid[i]
		for k := range row.Cells {
			name := withoutSpaces(row.Cell(in.Report.Source.Text, k))
			if name == "" || k >= maxColumns {
				continue
			}
			for over := range t.Covers(i, k) {
				for len(list) <= k+over {
					list = append(list, gridName{})
				}
				if n := &list[k+over]; n.text != name {
					n.over, n.text = n.over+n.text, name
				}
			}
		}
	}
	return list
}

// cellsOf are the cells of a row with their figures, of which next is the first
// that may stand in it or after it.
func (in *Input) cellsOf(line *report.TableRow, next int) (cells []gridCell, after int) {
	r := in.Report
	for _, place := range line.Cells[:min(len(line.Cells), maxColumns)] {
		c := gridCell{text: r.Source.Slice(place.Span), span: place.Span, figure: -1}
		for next < len(r.Figures) && (r.Figures[next].Block < place.Block || r.Figures[next].Block == place.Block && r.Figures[next].Span.Start < place.Span.Start) {
			next++
		}
		n := 0
		for ; next < len(r.Figures) && r.Figures[next].Block == place.Block && r.Figures[next].Span.Start < place.Span.End; next++ {
			c.figure = next
			n++
		}
		if n != 1 {
			c.figure = -1
		} else {
			f := &r.Figures[c.figure]
			c.sign = strings.TrimSpace(r.Source.Text[place.Span.Start:f.Span.Start])
			if !in.isSign(c.sign) || f.Span.End < place.Span.End && strings.TrimSpace(r.Source.Text[f.Span.End:place.Span.End]) != "" {
				c.figure = -1
			}
		}
		cells = append(cells, c)
	}
	return cells, next
}

// increase reads a cell such as +12%, in which the extraction reads no figure;
// nil for any other.
func (c *gridCell) increase() *report.Figure {
	for _, sign := range [...]string{"+", "＋"} {
		number, ok := strings.CutPrefix(c.text, sign)
		n, isNumber := numeral.Scan(number)
		if !ok || !isNumber || !n.Arabic || n.Approx != "" {
			continue
		}
		switch unit := number[n.Size:]; unit {
		case "", "%", "％", "个百分点":
			return &report.Figure{Value: n.Value, Raw: number[:n.Size], Unit: unit, Span: c.span}
		}
	}
	return nil
}

// isSign reports whether s says no more before a numeral than whether it is
// more or less.
func (in *Input) isSign(s string) bool {
	switch s {
	case "", "+", "＋", "-", "－", "↑", "↓":
		return true
	}
	return in.Words.Rises.Has(s) || in.Words.Falls.Has(s)
}

var spaces = strings.NewReplacer(" ", "", "　", "")

// withoutSpaces is a name without those that spread it: 合　计.
func withoutSpaces(s string) string { return spaces.Replace(s) }
