package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// columnKind says what the cells of a column hold.
type columnKind uint8

const (
	values  columnKind = iota // figures, as far as they are numbers
	names                     // the names of rows, and of their groups
	units                     // the units of rows
	numbers                   // 序号
	remarks                   // 备注: words, numbers among them
	codes                     // 电话, 日期, 文号: numbers that count nothing
)

// column is what the head of a table says of a column.
type column struct {
	path []string // the names over it, from the top: 行政处罚, 警告
	kind columnKind
	unit string   // that the names print: 行政处罚（件）
	says []string // the part of path that labels have
}

// last is the name next to the cells.
func (c *column) last() string {
	if len(c.path) == 0 {
		return ""
	}
	return c.path[len(c.path)-1]
}

// tableReader reads the figures of one table.
type tableReader struct {
	grammar
	text    string
	t       *report.Table
	columns []column
	name    int      // the column of the rows' names; -1 without one
	group   int      // the column of groups of rows; -1 without one
	unit    int      // the column of units; -1 without one
	title   string   // a row over all columns that names the table
	above   []string // the units that a line above the table names: 单位：件、万元
	valued  []int    // by column: how many rows have a number there
	groups  []string // by row: the group it stands in
	reach   int      // how many cells the longest row below the head has
}

func (g grammar) readTable(text string, t *report.Table, above []string) *tableReader {
	r := &tableReader{grammar: g, text: text, t: t, name: -1, group: t.Nested, unit: -1, above: above}
	r.valued = make([]int, r.width())
	for i := range t.Body() {
		r.reach = max(r.reach, len(t.Body()[i].Cells))
		for k := range t.Body()[i].Cells {
			if g.isValue(t.Body()[i].Cell(text, k)) {
				r.valued[k]++
			}
		}
	}
	r.findNames()
	r.readHeads()
	r.readGroups()
	for k := range r.columns {
		c := &r.columns[k]
		switch {
		case k == r.name || k == r.group:
			c.kind = names
		case k < r.name && (g.ColumnsOfNumbers.Has(c.last()) || c.last() == ""):
			c.kind = numbers
		case g.ColumnsOfNumbers.Has(c.last()):
			c.kind = numbers
		case r.unit < 0 && g.ColumnsOfUnits.Has(c.last()) && r.holdsUnits(k):
			c.kind, r.unit = units, k
		case g.ColumnsOfRemarks.Has(c.last()):
			c.kind = remarks
		case g.isCode(c.last()):
			c.kind = codes
		}
	}
	r.readLabels()
	return r
}

// width is how many columns there are at most.
func (r *tableReader) width() int {
	n := 0
	for i := range r.t.Grid {
		n = max(n, len(r.t.Grid[i].Cells))
	}
	return n
}

// isValue reports whether a cell holds a number that is no year.
func (g grammar) isValue(cell string) bool {
	return report.IsValue(cell, func(s string) int { return len(g.matchUnit(s)) })
}

// findNames finds the column of the rows' names: the first that does not hold
// numbers, 序号 left out. A table of numbers alone has none.
func (r *tableReader) findNames() {
	if r.t.Nested >= 0 {
		r.name = r.t.Nested + 1
		return
	}
	for k := range min(3, len(r.valued)) {
		head := ""
		if n := r.t.Names(); n > 0 {
			head = r.t.Grid[n-1].Cell(r.text, k)
		}
		if k == 0 && (r.ColumnsOfNumbers.Has(head) || head == "" && r.countsRows()) {
			continue
		}
		if r.isCode(head) && k+1 < len(r.valued) && r.valued[k+1] == 0 && r.filled(k+1) > 0 {
			continue // 时间, before 培训内容
		}
		if r.filled(k) > r.valued[k] || r.isCode(head) || r.dials(k) {
			if r.name = k; r.repeats(k) {
				r.group, r.name = k, k+1
			}
		}
		return
	}
}

// repeats reports whether a column names groups, each beside all of its rows: two
// rows that follow each other have one name, and the next column tells them apart.
func (r *tableReader) repeats(k int) bool {
	body := r.t.Body()
	if k+1 >= len(r.valued) || r.valued[k+1] > 0 || r.holdsUnits(k+1) {
		return false
	}
	twice := false
	for i := range body {
		name, next := body[i].Cell(r.text, k), body[i].Cell(r.text, k+1)
		if name == "" {
			return false
		}
		if i == 0 || name != body[i-1].Cell(r.text, k) {
			continue
		}
		if twice = true; next == "" || next == body[i-1].Cell(r.text, k+1) {
			return false
		}
	}
	return twice
}

// isCode reports whether a column or a row is named after something whose numbers
// count nothing: 联系电话.
func (g grammar) isCode(name string) bool { return g.ColumnsOfCodes.Suffix(name) > 0 }

// filled is how many cells of column k are not empty.
func (r *tableReader) filled(k int) int {
	n := 0
	for i := range r.t.Body() {
		if r.t.Body()[i].Cell(r.text, k) != "" {
			n++
		}
	}
	return n
}

// dials reports whether all of a column are hotlines, 合计 left out.
func (r *tableReader) dials(k int) bool {
	n := 0
	for i := range r.t.Body() {
		switch s := r.t.Body()[i].Cell(r.text, k); {
		case s == "":
		case r.Hotlines.Has(s), len(s) == len("12345") && r.HotlineOpenings.Prefix(s) > 0:
			n++
		default:
			return false
		}
	}
	return n > 0 && r.t.Heads > 0 && r.Dialled.In(r.t.Grid[r.t.Names()-1].Cell(r.text, k))
}

// countsRows reports whether the first column counts the rows: 1, 2, 3.
func (r *tableReader) countsRows() bool {
	next := 1
	for i := range r.t.Body() {
		s := r.t.Body()[i].Cell(r.text, 0)
		if s == "" {
			continue
		}
		if n, ok := numeral.Int(s); !ok || n != next {
			return false
		}
		next++
	}
	return next > 2
}

// holdsUnits reports whether a column holds units rather than bodies, which 单位
// are too.
func (r *tableReader) holdsUnits(k int) bool {
	for i := range r.t.Body() {
		if u := r.t.Body()[i].Cell(r.text, k); r.isUnit(u) {
			return true
		}
	}
	return false
}

// isUnit reports whether all of a name is a unit: 件, 万元.
func (g grammar) isUnit(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "亿"), "万")
	return s != "" && g.matchUnit(s) == s
}

// readHeads reads the names over each column, those over several of them too.
func (r *tableReader) readHeads() {
	r.columns = make([]column, len(r.valued))
	heads := r.t.Names()
	for i := range heads {
		row := &r.t.Grid[i]
		if heads > 1 && i == 0 && row.Words() == 1 && row.Cell(r.text, 0) != "" && r.name >= 0 {
			r.title = row.Cell(r.text, 0)
			continue
		}
		for k := range row.Cells {
			name := row.Cell(r.text, k)
			if name == "" {
				continue
			}
			for over := range r.t.Covers(i, k) {
				if c := &r.columns[k+over]; c.last() != name {
					c.path = append(c.path, name)
				}
			}
		}
	}
	if r.title != "" {
		r.above = append(r.above, r.unitsIn(r.title)...)
	}
	for k := range r.columns {
		c := &r.columns[k]
		for level := len(c.path) - 1; level >= 0 && c.unit == ""; level-- {
			if level < len(c.path)-1 && (r.namesShare(r.dropBracket(c.last())) || r.namesSum(r.dropBracket(c.last())) && !r.isSum(r.bracketUnit(c.path[level]))) {
				break // 占比 is no share of what 件 counts
			}
			c.unit = r.bracketUnit(c.path[level])
		}
	}
}

// misfit says why it is unsure which column the cells of the table stand in; ""
// where it is not. Rows whose empty cells were lost have fewer cells than the
// head, and a head whose joined cells were pasted without what they cover has
// fewer than the rows.
func (r *tableReader) misfit() string {
	heads := r.t.Names()
	if heads == 0 {
		return ""
	}
	last := &r.t.Grid[heads-1]
	for k := len(last.Cells); k < len(r.valued); k++ {
		if r.valued[k] > 0 && len(last.Cells) < r.t.Columns {
			return "表头的格数比下面各行少"
		}
	}
	for i := range heads - 1 {
		row := &r.t.Grid[i]
		if row.Words() > 2 && len(row.Cells) < len(last.Cells) && row.Words() == len(row.Cells) {
			return "上层表头盖住哪几栏看不出来"
		}
	}
	return ""
}

// shifted says why it is unsure which column the cells of a row stand in.
func (r *tableReader) shifted(row *report.TableRow) string {
	heads := r.t.Names()
	width := r.t.Columns
	if heads > 0 {
		width = max(width, len(r.t.Grid[heads-1].Cells))
	}
	for k := width; k < len(row.Cells); k++ {
		if row.Cells[k].Span.Len() > 0 {
			return "比表头多出几格"
		}
	}
	for k := len(row.Cells); k < width; k++ {
		if k >= len(r.columns) || r.columns[k].kind != remarks && (r.valued[k] > 0 || k >= r.reach) {
			return "比表头少几格"
		}
	}
	if heads == 0 && row.Words() > 2 {
		return "没有表头"
	}
	for k := max(r.name, r.group, r.unit) + 1; k < len(row.Cells)-1 && k < len(r.columns); k++ {
		if s := row.Cell(r.text, k); r.columns[k].kind == values && 2*r.valued[k] > len(r.t.Body()) && r.isOther(s) {
			return "在数字栏里写了文字"
		}
	}
	return ""
}

// isOther reports whether a cell among numbers holds words that do not say that
// there is none: the name of an inner row, behind that of its group, shifts the
// cells after it.
func (g grammar) isOther(cell string) bool {
	return cell != "" && !hasDigit(cell) && !report.IsNothing(cell) && !strings.ContainsAny(cell, "无未不缺没")
}
