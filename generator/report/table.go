package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// Table is a run of lines whose words stand in rows and columns.
type Table struct {
	Caption int // index in Blocks; -1 without one
	First   int // index in Blocks of its first line
	Rows    int // how many blocks: as many as lines
	Grid    []TableRow
	Heads   int  // how many rows of Grid, from the first, name the columns; 0 where figures stand in the first
	Counted bool // the last of Heads counts the columns: 甲, 1, 2, 3
	Columns int  // of most rows
	Nested  int  // the column of groups, whose empty cells go on the cell above: 行政处罚 over 警告, 罚款; -1 for none
}

// TableRow is a row of a table: mostly one line, or a line a cell.
type TableRow struct {
	Block int // index in Blocks of its first line
	Cells []TableCell
	Rule  Span // lines of dashes that follow the row, as Markdown draws one under the names of columns
}

// TableCell is a cell of a row. Its span has no white space around it, and no
// length where the cell is empty.
type TableCell struct {
	Span  Span
	Block int // index in Blocks
}

// Cell is the text of cell k of a row, "" where the row has none.
func (r *TableRow) Cell(text string, k int) string {
	if k < 0 || k >= len(r.Cells) {
		return ""
	}
	sp := r.Cells[k].Span
	return text[sp.Start:sp.End]
}

// Words are the cells of a row that are not empty.
func (r *TableRow) Words() int {
	n := 0
	for _, c := range r.Cells {
		if c.Span.Len() > 0 {
			n++
		}
	}
	return n
}

// IsSection reports whether a row below the names of columns is one that stands
// over those after it: nothing but a name in the first column.
func (t *Table) IsSection(row int) bool {
	r := &t.Grid[row]
	return row >= t.Heads && t.Columns > 1 && len(r.Cells) > 0 && r.Cells[0].Span.Len() > 0 && r.Words() == 1
}

// Body are the rows below the names of columns.
func (t *Table) Body() []TableRow { return t.Grid[t.Heads:] }

// Names is how many of the rows of heads hold names.
func (t *Table) Names() int {
	if t.Counted {
		return t.Heads - 1
	}
	return t.Heads
}

// Covers is how many columns the name at column k of a row of heads stands over:
// those after it that are empty there and named in a row of heads below.
func (t *Table) Covers(row, k int) int {
	n := 1
	for t.isCovered(row, k+n) {
		n++
	}
	return n
}

// isCovered reports whether column k is empty in a row of heads and named below.
func (t *Table) isCovered(row, k int) bool {
	if !isBlank(&t.Grid[row], k) {
		return false
	}
	for below := row + 1; below < t.Names(); below++ {
		if !isBlank(&t.Grid[below], k) {
			return true
		}
	}
	return false
}

func isBlank(r *TableRow, k int) bool { return k >= len(r.Cells) || r.Cells[k].Span.Len() == 0 }

// maxCells bounds the cells of a row; the last holds what is left of a longer one.
const maxCells = 200

// SplitCells are the cells of a line that one of separators parts.
func SplitCells(text string, line Span, block int, separators string) []TableCell {
	cells := make([]TableCell, 0, 8)
	for at := line.Start; ; {
		end, next := line.End, line.End
		if n := strings.IndexAny(text[at:line.End], separators); n >= 0 && len(cells) < maxCells-1 {
			end = at + n
			_, size := utf8.DecodeRuneInString(text[end:])
			next = end + size
		}
		cells = append(cells, TableCell{trimmed(text, Span{at, end}), block})
		if next == end {
			return cells
		}
		at = next
	}
}

// trimmed is a span without the white space around it.
func trimmed(text string, sp Span) Span {
	s := strings.TrimLeftFunc(text[sp.Start:sp.End], unicode.IsSpace)
	sp.Start = sp.End - len(s)
	sp.End = sp.Start + len(strings.TrimRightFunc(s, unicode.IsSpace))
	return sp
}

// IsValue reports whether a cell holds a number, and at most a sign or an
// approximation before it and a unit with an approximation after it: 31, -4.5%,
// 约300余件. A year is none, nor is the number of a name (12345热线). unit is the
// length of the unit that words begin with.
func IsValue(cell string, unit func(words string) int) bool {
	number := strings.TrimLeft(cell, "-－−+＋约近超")
	n, ok := numeral.Scan(number)
	if whole, spaced := numeral.ScanSpaced(number); spaced {
		n = whole
	}
	if !ok || !n.Arabic {
		return false
	}
	rest := strings.TrimSpace(number[n.Size:])
	if rest == "" {
		_, isYear := numeral.Year(n.Value)
		return n.Digits != 4 || n.Size != 4 || !isYear
	}
	const approximation = len("以上")
	size := unit(rest)
	return size > 0 && len(rest)-size <= approximation
}

// IsNothing reports whether a cell says that there is no number: —, /, 无.
func IsNothing(cell string) bool {
	return cell != "" && strings.Trim(cell, "—－-–─/／\\*… ") == "" || cell == "无"
}
