package web

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mingfa/generator/report"
)

// mostColumns is how many columns a table may have; a wider one is read as
// paragraphs.
const mostColumns = 1000

// tableRow is a row as the page has it.
type tableRow struct {
	cells []*html.Node
	head  bool
	group int // rows of one thead, tbody or tfoot: no cell reaches out of it
}

// table reads a table: with its grid where it holds data, as paragraphs where it
// only lays out the page.
func (r *reader) table(n *html.Node) {
	r.flush()
	rows, caption := rowsOf(n)
	if r.cells != nil || r.lays(n, rows) {
		if caption != nil {
			r.block(caption)
			r.flush()
		}
		for _, row := range rows {
			for _, cell := range row.cells {
				if !r.sheet.of(cell).hidden {
					r.block(cell)
				}
				r.flush()
			}
		}
		return
	}
	if caption != nil {
		r.block(caption)
		r.flush()
	}
	grid := r.grid(rows)
	if grid.Columns > 0 {
		r.doc.Passages = append(r.doc.Passages, report.Passage{Grid: grid})
	}
	lead := 0
	r.keepPending(&lead)
}

// rowsOf are the rows of a table in the order in which they are shown: heads
// first, feet last.
func rowsOf(table *html.Node) (rows []tableRow, caption *html.Node) {
	var heads, bodies, feet []tableRow
	group := 0
	add := func(to *[]tableRow, tr *html.Node, head bool) {
		row := tableRow{group: group, head: head}
		all := true
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				row.cells = append(row.cells, c)
				all = all && c.DataAtom == atom.Th
			}
		}
		row.head = head || all && len(row.cells) > 0
		*to = append(*to, row)
	}
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		to, head := &bodies, false
		switch c.DataAtom {
		case atom.Caption:
			caption = c
			continue
		case atom.Thead:
			to, head = &heads, true
		case atom.Tfoot:
			to = &feet
		case atom.Tbody:
		case atom.Tr:
			add(to, c, false)
			continue
		default:
			continue
		}
		group++
		for tr := c.FirstChild; tr != nil; tr = tr.NextSibling {
			if tr.DataAtom == atom.Tr {
				add(to, tr, head)
			}
		}
	}
	return append(append(heads, bodies...), feet...), caption
}

// lays reports whether a table only lays out the page: it has one column, holds
// another table or whole paragraphs, or has no lines and its cells are no columns
// of data.
func (r *reader) lays(n *html.Node, rows []tableRow) bool {
	widest, filled, long, words, cells, heads, nested := 0, 0, 0, 0, 0, 0, false
	for _, row := range rows {
		here, columns := 0, 0
		for _, c := range row.cells {
			columns += span(c, "colspan")
			cells++
			if c.DataAtom == atom.Th {
				heads++
			}
			size := utf8.RuneCountInString(squeezed(textUpTo(c, 4000)))
			words += size
			if size > 0 {
				here++
			}
			if size > 300 {
				long++
			}
			nested = nested || find(c, func(x *html.Node) bool { return x.DataAtom == atom.Table }) != nil
		}
		widest = max(widest, columns)
		if here >= 2 {
			filled++
		}
	}
	switch {
	case widest <= 1, widest > mostColumns, nested, filled == 0 && heads == 0, long*4 > cells:
		return true
	case heads > 0, r.ruled(n, rows):
		return false
	}
	return filled < 2 || words > 40*cells
}

// ruled reports whether the cells of a table have lines around them.
func (r *reader) ruled(n *html.Node, rows []tableRow) bool {
	if border, ok := lookup(n, "border"); ok && border != "0" {
		return true
	}
	if strings.Contains(attribute(n, "class"), "MsoTableGrid") || r.sheet.of(n).bordered {
		return true
	}
	return len(rows) > 0 && len(rows[0].cells) > 0 && r.sheet.of(rows[0].cells[0]).bordered
}

// span is how many columns or rows a cell takes; 0 rows are all that follow in its
// group.
func span(cell *html.Node, name string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attribute(cell, name)))
	if err != nil || n < 0 || n == 0 && name == "colspan" {
		return 1
	}
	return min(n, 65534)
}

// grid reads the cells of a table's rows.
func (r *reader) grid(rows []tableRow) *report.Grid {
	g := &report.Grid{}
	taken := make([]int, mostColumns+1) // by column: the row from which on it is free
	for i, row := range rows {
		out := report.GridRow{Head: row.head}
		end := i + 1 // of the row's group
		for end < len(rows) && rows[end].group == row.group {
			end++
		}
		column := 0
		for _, c := range row.cells {
			for column < mostColumns && taken[column] > i {
				column++
			}
			columns := min(span(c, "colspan"), mostColumns-column)
			if columns < 1 {
				break
			}
			down := span(c, "rowspan")
			if down == 0 || i+down > end {
				down = end - i
			}
			for k := range columns {
				taken[column+k] = i + down
			}
			out.Cells = append(out.Cells, report.GridCell{Text: r.cell(c), Column: column, Columns: columns, RowsDown: down})
			column += columns
			g.Columns = max(g.Columns, column)
		}
		g.Rows = append(g.Rows, out)
	}
	return g
}

// cell is the text of a cell, its paragraphs parted by line ends.
func (r *reader) cell(n *html.Node) string {
	if r.sheet.of(n).hidden {
		return ""
	}
	var lines []string
	r.cells = &lines
	r.block(n)
	r.flush()
	r.cells = nil
	return strings.Join(lines, "\n")
}
