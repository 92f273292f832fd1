package outline

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// addTable adds the table of lines whose first is about to become the block at.
func (p *parser) addTable(r *report.Report, t tableLines, at int) {
	table := report.Table{Caption: p.captionOf(r, at), First: at, Rows: t.end - t.first, Nested: -1}
	for i := t.first; i < t.end; i++ {
		block := at + i - t.first
		if t.form == piped && p.isRule(i) {
			if len(table.Grid) == 0 {
				continue // the upper edge of a frame
			}
			row := &table.Grid[len(table.Grid)-1]
			if row.Rule.Len() == 0 {
				row.Rule = p.lines[i].span
			}
			row.Rule.End = p.lines[i].span.End
			continue
		}
		cells := p.split(i, t.form)
		for k := range cells {
			cells[k].Block = block
		}
		if n := len(table.Grid); t.form == lined && (i-t.first)%t.columns > 0 {
			table.Grid[n-1].Cells = append(table.Grid[n-1].Cells, cells...)
			continue
		}
		table.Grid = append(table.Grid, report.TableRow{Block: block, Cells: cells})
	}
	l := layout{p: p, t: &table}
	l.read()
	r.Tables = append(r.Tables, table)
}

// captionOf is the caption of a table whose first block is at; 单位：万元 may stand
// between.
func (p *parser) captionOf(r *report.Report, at int) int {
	back := at - 1
	if back > 0 && r.Blocks[back].Kind == report.BlockText {
		if s := strings.TrimLeft(p.src.Slice(r.Blocks[back].Span), "（("); hasLength(s, 3, 30) && p.words.ColumnsOfUnits.Prefix(s) > 0 {
			back--
		}
	}
	if back >= 0 && r.Blocks[back].Kind == report.BlockCaption {
		return back
	}
	return -1
}

// layout reads which rows of a table name its columns.
type layout struct {
	p *parser
	t *report.Table
}

// maxHeads bounds the rows that name columns.
const maxHeads = 4

func (l *layout) read() {
	t := l.t
	t.Columns = l.columns()
	if len(t.Grid) < 2 || l.anyValue(0) {
		return
	}
	t.Heads = 1
	for t.Heads < maxHeads && t.Heads+1 < len(t.Grid) && l.isHeadBelow(t.Heads) {
		t.Heads++
	}
	if t.Heads+1 < len(t.Grid) && l.countsColumns(t.Heads) {
		t.Heads, t.Counted = t.Heads+1, true
	}
	t.Nested = l.nested()
}

// columns is how many cells most of the rows with numbers have, of all rows
// where none has any.
func (l *layout) columns() int {
	for _, all := range [...]bool{false, true} {
		counts := map[int]int{}
		most := 0
		for i := range l.t.Grid {
			if n := len(l.t.Grid[i].Cells); all || l.anyValue(i) {
				if counts[n]++; counts[n] > counts[most] || counts[n] == counts[most] && n == len(l.t.Grid[0].Cells) {
					most = n
				}
			}
		}
		if most > 0 {
			return most
		}
	}
	return 0
}

func (l *layout) cell(row, k int) string { return l.t.Grid[row].Cell(l.p.src.Text, k) }

func (l *layout) anyValue(row int) bool {
	for k := range l.t.Grid[row].Cells {
		if l.p.isValue(l.cell(row, k)) {
			return true
		}
	}
	return false
}

// isHeadBelow reports whether a row names columns below those of the row above:
// a name there stands over several of this row's, beside it empty cells or
// itself again.
func (l *layout) isHeadBelow(row int) bool {
	cells := l.t.Grid[row].Cells
	spans := false
	for k := range cells {
		s := l.cell(row, k)
		if l.p.isValue(s) || report.IsNothing(s) {
			return false
		}
		if k == 0 || s == "" {
			continue
		}
		above, before, left := l.cell(row-1, k), l.cell(row-1, k-1), l.cell(row, k-1)
		spans = spans || above == "" && l.coveredFrom(row, k) || above != "" && above == before && left != "" && s != left
	}
	if !spans {
		return false
	}
	for below := row + 1; below < len(l.t.Grid) && below <= row+maxHeads; below++ {
		if l.anyValue(below) {
			return true
		}
	}
	return false
}

// coveredFrom reports whether the empty cell above cell k of a row has a name to
// its left that stands over a cell of the row too.
func (l *layout) coveredFrom(row, k int) bool {
	for k--; k >= 0; k-- {
		if l.cell(row-1, k) != "" {
			return l.cell(row, k) != ""
		}
	}
	return false
}

// countsColumns reports whether a row counts the columns, as statistical forms
// have it: 甲, 1, 2, 3 below their names.
func (l *layout) countsColumns(row int) bool {
	next, first := 0, -1
	for k := range l.t.Grid[row].Cells {
		s := l.cell(row, k)
		n, ok := numeral.Int(s)
		switch {
		case s == "" && next == 0:
		case ok && n == next+1:
			if next = n; first < 0 {
				first = k
			}
		case next > 0 || utf8.RuneCountInString(s) > 1 && !l.p.words.ColumnsOfNumbers.Has(s):
			return false
		}
	}
	return next >= 3 || next == 2 && first > 0
}

// nested is the column of groups, whose empty cells go on the cell above; the
// column after it names the rows. It is -1 where there is none.
func (l *layout) nested() int {
	t, words := l.t, l.p.words
	k := 0
	if words.ColumnsOfNumbers.Has(l.cell(t.Names()-1, 0)) {
		k = 1
	}
	if words.ColumnsOfUnits.Has(l.cell(t.Names()-1, k+1)) || len(t.Grid) == t.Heads || l.cell(t.Heads, k) == "" {
		return -1
	}
	goesOn, units := 0, true
	for row := t.Heads; row < len(t.Grid); row++ {
		group, name := l.cell(row, k), l.cell(row, k+1)
		if l.p.isValue(name) || report.IsNothing(name) || group == "" && name == "" {
			return -1
		}
		if group == "" {
			goesOn++
		}
		units = units && (name == "" || words.Units.Has(strings.TrimPrefix(name, "万")))
	}
	if goesOn == 0 || units {
		return -1
	}
	return k
}
