package site

import (
	"strconv"
	"strings"
	"unicode"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// widest is the number of columns up to which short rows are filled with empty
// cells: with more of them these could be the bulk of the page.
const widest = 100

// tableWriter writes one table, with a caption, headers of rows and cells over
// several columns. No line of it is blank; see body.
//
// What parts the cells, such as the strokes of | 警告 | 31 |, is the form of the
// table and not shown. It stays in the page, hidden, so that the text of the page is
// the text of the original to its last character.
type tableWriter struct {
	*page
	t       *report.Table
	columns int
	name    int    // the column of the rows' names
	figures []bool // by column: whether figures stand in it
	at      int    // what is before it in the source has been written
	group   int    // rows that the last name of a group still stands over
}

// table writes table n.
func (p *page) table(n int) {
	t := &p.r.Tables[n]
	w := &tableWriter{page: p, t: t, at: p.r.Blocks[t.First].Span.Start}
	w.measure()
	p.b = append(p.b, `<div class="scroll" role="region" tabindex="0" aria-label="表格`...)
	p.b = strconv.AppendInt(p.b, int64(n+1), 10)
	if t.Caption >= 0 {
		caption := &p.r.Blocks[t.Caption]
		p.b = append(p.b, "："...)
		p.b = escape.Attr(p.b, p.r.Source.Slice(caption.Span))
		p.b = append(p.b, "\"><table>\n<caption id=\""...)
		p.b = append(p.b, caption.ID...)
		p.b = append(p.b, `">`...)
		p.inline(caption.Span, p.figures[t.Caption])
		for i := t.Caption + 1; i < t.First; i++ { // 单位：件
			p.b = append(p.b, `<span class="unit" id="`...)
			p.b = append(p.b, p.r.Blocks[i].ID...)
			p.b = append(p.b, `">`...)
			p.inline(p.r.Blocks[i].Span, p.figures[i])
			p.b = append(p.b, "</span>"...)
		}
		p.b = append(p.b, "</caption>\n"...)
	} else {
		p.b = append(p.b, "\"><table>\n"...)
	}
	w.head()
	w.body()
	p.b = append(p.b, "</table></div>\n"...)
}

// measure finds how many columns there are and what stands in them.
func (w *tableWriter) measure() {
	for i := range w.t.Grid {
		w.columns = max(w.columns, len(w.t.Grid[i].Cells))
	}
	w.figures = make([]bool, w.columns)
	counted := w.columns > 1 // whether the first column counts the rows
	for i := range w.t.Body() {
		row := &w.t.Body()[i]
		for k := range row.Cells {
			if len(w.inside(row, k)) > 0 {
				w.figures[k] = true
			}
		}
		first := row.Cell(w.r.Source.Text, 0)
		counted = counted && strings.Trim(first, "0123456789") == ""
	}
	switch {
	case w.t.Nested >= 0:
		w.name = w.t.Nested + 1
	case counted && !w.figures[0]:
		w.name = 1
	}
	if w.columns > widest {
		w.columns = 0
	}
}

// inside are the figures of cell k of a row.
func (w *tableWriter) inside(row *report.TableRow, k int) []int {
	if k >= len(row.Cells) {
		return nil
	}
	c := row.Cells[k]
	list := w.page.figures[c.Block]
	first := 0
	for first < len(list) && w.r.Figures[list[first]].Span.Start < c.Span.Start {
		first++
	}
	end := first
	for end < len(list) && w.r.Figures[list[end]].Span.Start < c.Span.End {
		end++
	}
	return list[first:end]
}

// head writes the rows that name the columns, a name over several columns or down
// to the last of these rows as one cell.
func (w *tableWriter) head() {
	names := w.t.Names()
	if names == 0 {
		return
	}
	if names > 1 {
		w.columnGroups()
	}
	w.b = append(w.b, "<thead>\n"...)
	taken := make([]int, max(w.columns, len(w.figures))) // by column: the row up to which a cell above reaches
	for i := range w.t.Heads {
		row := &w.t.Grid[i]
		w.open(row)
		width := max(w.columns, len(row.Cells))
		for k := 0; k < width; k++ {
			if k < len(taken) && taken[k] > i {
				continue
			}
			if row.Cell(w.r.Source.Text, k) == "" || i >= names {
				w.cell(row, k, "td", "")
				continue
			}
			over, down := min(w.t.Covers(i, k), max(w.columns-k, 1)), 1
			for i+down < names && w.blank(i+down, k, over) {
				down++
			}
			scope := ` scope="col"`
			if over > 1 {
				scope = ` colspan="` + strconv.Itoa(over) + `"`
				if i == 0 {
					scope = ` scope="colgroup"` + scope
				} else {
					scope = ` scope="col"` + scope
				}
			}
			if down > 1 {
				scope += ` rowspan="` + strconv.Itoa(down) + `"`
			}
			for n := k; n < k+over && n < len(taken); n++ {
				taken[n] = i + down
			}
			if k < len(taken) && over > 1 {
				for n := k + 1; n < k+over; n++ {
					taken[n] = max(taken[n], i+1)
				}
			}
			w.cell(row, k, "th", scope)
		}
		w.close(row)
	}
	w.b = append(w.b, "</thead>\n"...)
}

// columnGroups writes which columns the names of the first row stand over.
func (w *tableWriter) columnGroups() {
	for k := 0; k < w.columns; {
		n := 1
		if w.t.Grid[0].Cell(w.r.Source.Text, k) != "" {
			n = min(w.t.Covers(0, k), w.columns-k)
		}
		w.b = append(w.b, `<colgroup span="`...)
		w.b = strconv.AppendInt(w.b, int64(n), 10)
		w.b = append(w.b, "\"></colgroup>\n"...)
		k += n
	}
}

// blank reports whether n cells of a row of heads are empty from column k on.
func (w *tableWriter) blank(row, k, n int) bool {
	for ; n > 0; n-- {
		if w.t.Grid[row].Cell(w.r.Source.Text, k+n-1) != "" {
			return false
		}
	}
	return true
}

// body writes the other rows. Rows of a group, of which the first names it, are
// within one tbody.
func (w *tableWriter) body() {
	sections := w.t.Heads < len(w.t.Grid) && w.t.Heads > 0 && w.t.IsSection(w.t.Heads)
	w.b = append(w.b, "<tbody>\n"...)
	grouped := false // the row before is within a group
	for i := w.t.Heads; i < len(w.t.Grid); i++ {
		section := sections && w.t.IsSection(i) && i+1 < len(w.t.Grid) && !w.t.IsSection(i+1)
		size := w.groupAt(i)
		if i > w.t.Heads && (section || size > 1 || size == 1 && grouped) {
			w.b = append(w.b, "</tbody>\n<tbody>\n"...)
		}
		if size > 0 {
			grouped = size > 1
		}
		w.row(i, section)
		w.group = max(w.group-1, 0)
	}
	w.b = append(w.b, "</tbody>\n"...)
}

// groupAt is over how many rows the name in the column of groups stands, 0 where
// the cell is empty and goes on the one above.
func (w *tableWriter) groupAt(i int) int {
	if w.t.Nested < 0 || w.t.Grid[i].Cell(w.r.Source.Text, w.t.Nested) == "" {
		return 0
	}
	n := 1
	for i+n < len(w.t.Grid) && w.t.Grid[i+n].Cell(w.r.Source.Text, w.t.Nested) == "" {
		n++
	}
	return n
}

// row writes row i of the body.
func (w *tableWriter) row(i int, section bool) {
	row := &w.t.Grid[i]
	w.open(row)
	if section {
		w.cell(row, 0, "th", ` scope="rowgroup" colspan="`+strconv.Itoa(max(w.columns, 1))+`"`)
		w.close(row)
		return
	}
	for k := range max(w.columns, len(row.Cells)) {
		empty := row.Cell(w.r.Source.Text, k) == ""
		switch size := w.groupAt(i); {
		case k == w.t.Nested && size > 1:
			w.group = size
			w.cell(row, k, "th", ` scope="rowgroup" rowspan="`+strconv.Itoa(size)+`"`)
		case k == w.t.Nested && size == 0 && w.group > 0:
			// within the name of the group
		case (k == w.name || k == w.t.Nested) && !empty && len(w.inside(row, k)) == 0 && max(w.columns, len(row.Cells)) > 1:
			w.cell(row, k, "th", ` scope="row"`)
		default:
			w.cell(row, k, "td", "")
		}
	}
	w.close(row)
}

// open begins a row. A line that is a row is a place to link to; of a row with a
// line a cell, each cell is.
func (w *tableWriter) open(row *report.TableRow) {
	if lined(row) {
		w.b = append(w.b, "<tr>"...)
		return
	}
	w.b = append(w.b, `<tr id="`...)
	w.b = append(w.b, w.r.Blocks[row.Block].ID...)
	w.b = append(strconv.AppendInt(append(w.b, `" data-line="`...), int64(w.r.Blocks[row.Block].Line), 10), `">`...)
	if start := w.r.Blocks[row.Block].Span.Start; w.at < start && strings.TrimSpace(w.r.Source.Text[w.at:start]) == "" {
		w.at = start // the upper edge of a frame goes into the first cell
	}
}

// lined reports whether each cell of a row is a line.
func lined(row *report.TableRow) bool {
	return len(row.Cells) > 1 && row.Cells[1].Block != row.Block
}

// cell writes cell k of a row with what stands before it since the last one.
func (w *tableWriter) cell(row *report.TableRow, k int, tag, attributes string) {
	w.b = append(w.b, '<')
	w.b = append(w.b, tag...)
	if lined(row) && k < len(row.Cells) {
		w.b = append(w.b, ` id="`...)
		w.b = append(w.b, w.r.Blocks[row.Cells[k].Block].ID...)
		w.b = append(w.b, '"')
	}
	w.b = append(w.b, attributes...)
	if !strings.Contains(attributes, "colspan") && w.isNumber(row, k, tag) {
		w.b = append(w.b, ` class="num"`...)
	}
	w.b = append(w.b, '>')
	if k < len(row.Cells) && row.Cells[k].Span.Len() > 0 {
		c := row.Cells[k]
		w.between(c.Span.Start, k > 0 || lined(row))
		w.inline(c.Span, w.inside(row, k))
		w.at = max(w.at, c.Span.End)
	}
	if k+1 >= max(len(row.Cells), w.columns) || k+1 >= len(row.Cells) && !w.ended(row) {
		w.between(w.end(row), false)
	}
	w.b = append(w.b, "</"...)
	w.b = append(w.b, tag...)
	w.b = append(w.b, '>')
}

// ended reports whether all of a row has been written.
func (w *tableWriter) ended(row *report.TableRow) bool { return w.at >= w.end(row) }

// end is where a row ends, with the line of dashes below it.
func (w *tableWriter) end(row *report.TableRow) int {
	last := row.Block
	if n := len(row.Cells); n > 0 {
		last = row.Cells[n-1].Block
	}
	return max(w.r.Blocks[last].Span.End, row.Rule.End)
}

// close ends a row, with what is left of it.
func (w *tableWriter) close(row *report.TableRow) {
	if !w.ended(row) { // its last cells are within a name above
		if at := len(w.b) - len("</td>"); at > 0 && w.b[at] == '<' {
			tail := string(w.b[at:])
			w.b = w.b[:at]
			w.between(w.end(row), false)
			w.b = append(w.b, tail...)
		}
	}
	w.b = append(w.b, "</tr>\n"...)
}

// between writes what stands before a place since the last cell: what parts the
// cells so that nobody sees it, and the white space beside it as any. Spaces and
// line breaks that alone part two cells are left out.
func (w *tableWriter) between(to int, cells bool) {
	if to <= w.at {
		return
	}
	gap := w.r.Source.Text[w.at:to]
	w.at = to
	if cells && strings.TrimSpace(gap) == "" && !strings.Contains(gap, "\t") {
		return
	}
	for gap != "" {
		space := len(gap) - len(strings.TrimLeftFunc(gap, unicode.IsSpace))
		w.b = escape.Text(w.b, strings.ReplaceAll(gap[:space], "\t", ""))
		gap = gap[space:]
		words := strings.IndexFunc(gap, unicode.IsSpace)
		if words < 0 {
			words = len(gap)
		}
		if words > 0 {
			w.b = append(w.b, `<span hidden>`...)
			w.b = escape.Text(w.b, gap[:words])
			w.b = append(w.b, "</span>"...)
		}
		gap = gap[words:]
	}
}

// isNumber reports whether a cell stands at the right: a figure, or a number or
// the sign that there is none in a column of figures, and the name over it.
func (w *tableWriter) isNumber(row *report.TableRow, k int, tag string) bool {
	if k >= len(w.figures) || k >= len(row.Cells) {
		return false
	}
	text := row.Cell(w.r.Source.Text, k)
	switch {
	case len(w.inside(row, k)) > 0:
		return true
	case text == "":
		return false
	case !w.figures[k]:
		return tag == "td" && k > w.name && report.IsValue(text, noUnit)
	case tag == "th":
		return w.isHead(row)
	}
	return report.IsNothing(text) || report.IsValue(text, anyUnit)
}

// anyUnit takes a few characters behind a number for its unit.
func anyUnit(words string) int { return min(len(words), len("个工作日")) }

// noUnit takes nothing behind a number for its unit.
func noUnit(string) int { return 0 }

// isHead reports whether a row names columns.
func (w *tableWriter) isHead(row *report.TableRow) bool {
	return len(w.t.Body()) == 0 || row.Block < w.t.Body()[0].Block
}
