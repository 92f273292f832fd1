package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// grid is a table as the rules about numbers see it.
type grid struct {
	names []string // of its columns
	rows  []gridRow
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
	for _, t := range r.Tables {
		var g grid
		name := 0 // the column of the rows' names
		for b := t.First; b < t.First+t.Rows && b < len(r.Blocks); b++ {
			for next < len(r.Figures) && r.Figures[next].Block < b {
				next++
			}
			end := next
			for end < len(r.Figures) && r.Figures[end].Block == b {
				end++
			}
			cells := in.cellsOf(r.Blocks[b].Span, next, end)
			if b > t.First {
				row := gridRow{cells: cells}
				if name < len(cells) {
					row.name = withoutSpaces(cells[name].text)
				}
				g.rows = append(g.rows, row)
				continue
			}
			for _, c := range cells {
				g.names = append(g.names, withoutSpaces(c.text))
			}
			if len(g.names) > 1 && (g.names[0] == "序号" || g.names[0] == "编号") {
				name = 1
			}
		}
		list = append(list, g)
	}
	return list
}

// cellsOf splits a row, whose figures are those from first to end.
func (in *Input) cellsOf(sp report.Span, first, end int) []gridCell {
	r := in.Report
	var cells []gridCell
	at := sp.Start
	for text := range strings.SplitSeq(r.Source.Slice(sp), "\t") {
		c := gridCell{text: strings.TrimSpace(text), figure: -1}
		c.span.Start = at + strings.Index(text, c.text)
		c.span.End = c.span.Start + len(c.text)
		stop := at + len(text)
		n := 0
		for ; first < end && r.Figures[first].Span.Start < stop; first++ {
			c.figure = first
			n++
		}
		if n == 1 {
			f := &r.Figures[c.figure]
			c.sign = strings.TrimSpace(r.Source.Text[at:f.Span.Start])
			if !in.isSign(c.sign) || strings.TrimSpace(r.Source.Text[f.Span.End:stop]) != "" {
				c.figure = -1
			}
		} else {
			c.figure = -1
		}
		if cells = append(cells, c); len(cells) == maxColumns {
			break
		}
		at = stop + 1
	}
	return cells
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
