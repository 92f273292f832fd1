package outline

import (
	"strings"

	"mingfa/generator/report"
)

// Bounds of a table with a cell a line.
const (
	maxLined   = 12 // columns
	maxAbove   = 16 // lines before its first number
	leastLined = 2  // numbers
)

// cellsByLine is the table that begins at line i with a cell a line: the names
// of its columns, then row after row, each of as many cells. How many these are
// is read off the lines that hold nothing but a number: in every row they stand
// at the same places, behind those that hold words.
//
//	类别
//	数量（件）
//	警告
//	31
//	罚款
//	54
func (p *parser) cellsByLine(i int) tableLines {
	none := tableLines{first: i, end: i}
	if !p.isCellLine(i, false) {
		return none
	}
	last, values := 0, 0 // last is where the last number stands
	end := i
	for ; end < len(p.lines) && p.isCellLine(end, end > i+1); end++ {
		s := p.text(end)
		switch {
		case p.isValue(s):
			last = end
			values++
		case report.IsNothing(s):
			last = end
		case values == 0 && end-i >= maxAbove:
			return none
		}
		if values > 0 && end-last > maxLined {
			break
		}
	}
	if values < leastLined {
		return none
	}
	lines := last + 1 - i
	for columns := 2; columns <= min(maxLined, lines/2); columns++ {
		if lines%columns == 0 && p.fitsColumns(i, last+1, columns) {
			return tableLines{i, last + 1, lined, columns}
		}
	}
	return tableLines{first: last + 1, end: last + 1}
}

// isCellLine reports whether line i may be a cell: a few words, and no heading
// unless a table may have begun, for rows too are numbered.
func (p *parser) isCellLine(i int, begun bool) bool {
	s := p.text(i)
	if p.lines[i].kind != report.BlockText || len(s) > maxCell || ended(s) || strings.ContainsAny(s, "\t。，；") || isCaption(s) {
		return false
	}
	if begun {
		return true
	}
	m, marked := readMark(s)
	return (!marked || m.size == len(s)) && !hasSuffix(s, "表", "一览") && !strings.Contains(s, "：")
}

// fitsColumns reports whether lines are a head and rows of so many cells each:
// in every row words first, at most the number of the row before them, and then
// numbers or signs that there are none.
func (p *parser) fitsColumns(first, end, columns int) bool {
	for i := first; i < first+columns; i++ {
		if s := p.text(i); p.isValue(s) || report.IsNothing(s) {
			return false
		}
	}
	numbered := p.words.ColumnsOfNumbers.Has(p.text(first))
	words := 0 // cells of words in a row
	for words < columns && !p.isValue(p.text(first+columns+words)) && !report.IsNothing(p.text(first+columns+words)) || words == 0 && numbered {
		words++
	}
	if words == columns {
		return false
	}
	for i := first + columns; i < end; i++ {
		k := (i - first) % columns
		s := p.text(i)
		number := p.isValue(s) || report.IsNothing(s)
		if number != (k >= words) && (k > 0 || !numbered) {
			return false
		}
	}
	return true
}
