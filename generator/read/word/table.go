package word

import (
	"unicode/utf8"

	"mingfa/generator/report"
)

// maxColumns is how many columns Word allows a table.
const maxColumns = 63

// table is a table that is being read.
type table struct {
	outer   *table
	columns int // of its grid, 0 if it has none
	style   string
	borders borders
	drawn   bool // a cell has a line of its own
	changed bool
	rows    []row
	row     row
	cell    cell
}

type row struct {
	before  int // columns that it leaves free at its beginning
	head    bool
	hidden  bool
	added   bool
	deleted bool
	cells   []cell
}

type cell struct {
	columns        int
	down, right    bool // goes on from the cell above, or from that on its left
	downBegins     bool
	shade          string
	added, deleted bool
	items          []item
	lost           []mark
}

func (w *walker) beginTable() {
	w.flush(w.flow)
	w.table = &table{outer: w.table}
}

func (w *walker) beginRow() {
	if w.table != nil {
		w.table.row = row{}
	}
}

func (w *walker) beginCell() {
	w.flow = &flow{outer: w.flow, depth: w.flow.depth + 1}
	if w.table != nil {
		w.table.cell = cell{columns: 1}
	}
}

// tableProperties reads the properties of a table, a row or a cell.
func (w *walker) tableProperties(t *token) error {
	at := w.table
	if at == nil {
		return w.x.skip()
	}
	switch t.local {
	case "tblPr":
		return w.x.children(at.property(w.x))
	case "tblGrid":
		return w.x.children(func(t *token) (bool, error) {
			if t.local == "gridCol" {
				at.columns = min(at.columns+1, maxColumns)
			}
			return false, nil
		})
	case "trPr":
		err := w.x.children(at.row.property)
		if at.row.deleted {
			w.deleted++
		}
		if at.row.hidden {
			w.hiding++
		}
		if at.row.added {
			w.added++
		}
		return err
	}
	err := w.x.children(at.cellProperty(w.x))
	if at.cell.deleted {
		w.deleted++
	}
	if at.cell.added {
		w.added++
	}
	return err
}

func (a *table) property(x *tokens) func(t *token) (bool, error) {
	return func(t *token) (bool, error) {
		switch t.local {
		case "tblStyle":
			a.style = t.val()
		case "tblBorders":
			return true, a.borders.read(x)
		case "tblPrChange":
			a.changed = true
		}
		return false, nil
	}
}

func (r *row) property(t *token) (bool, error) {
	switch t.local {
	case "gridBefore":
		n, _ := t.number()
		r.before = min(max(n, 0), maxColumns)
	case "tblHeader":
		r.head = t.on()
	case "hidden":
		r.hidden = t.on()
	case "ins":
		r.added = true
	case "del":
		r.deleted = true
	}
	return false, nil
}

func (a *table) cellProperty(x *tokens) func(t *token) (bool, error) {
	c := &a.cell
	return func(t *token) (bool, error) {
		switch t.local {
		case "gridSpan":
			if n, ok := t.number(); ok && n > 1 && n <= maxColumns { // more is no table of Word's
				c.columns = n
			}
		case "vMerge", "vmerge":
			c.down, c.downBegins = t.val() != "restart", t.val() == "restart"
		case "hMerge", "hmerge":
			c.right = t.val() != "restart"
		case "tcBorders":
			var b borders
			err := b.read(x)
			a.drawn = a.drawn || b.drawn != 0
			return true, err
		case "shd":
			c.shade = t.attr("fill")
		case "cellIns":
			c.added = true
		case "cellDel":
			c.deleted = true
		case "cellMerge": // a tracked merge: as it will be
			c.down = t.attr("vMerge") == "cont"
		case "tcPrChange":
			a.changed = true
		}
		return false, nil
	}
}

func (w *walker) endCell() {
	f := w.flow
	w.flush(f)
	f.settle()
	w.flow = f.outer
	at := w.table
	if at == nil {
		w.flow.items = append(w.flow.items, f.items...)
		w.flow.lost = append(w.flow.lost, f.lost...)
		return
	}
	c := at.cell
	at.cell = cell{columns: 1}
	if c.added {
		w.added--
	}
	if c.deleted {
		w.deleted--
		w.flow.lost = append(w.flow.lost, f.lost...)
		return
	}
	if w.cells++; w.cells > maxCells {
		w.failed = tooLarge()
	}
	c.items, c.lost = f.items, f.lost
	at.row.cells = append(at.row.cells, c)
}

func (w *walker) endRow() {
	at := w.table
	if at == nil {
		return
	}
	r := at.row
	at.row = row{}
	if r.added {
		w.added--
	}
	if r.hidden {
		w.hiding--
	}
	if r.deleted {
		w.deleted--
	}
	if r.deleted || r.hidden {
		for _, c := range r.cells {
			w.flow.lost = append(w.flow.lost, c.lost...)
			for _, i := range c.items {
				w.flow.lost = append(w.flow.lost, i.marks...)
			}
		}
		return
	}
	at.rows = append(at.rows, r)
}

// endTable puts the table where it stands: as a table, or, where it only holds
// things in place, as the paragraphs in it.
func (w *walker) endTable() {
	at := w.table
	w.table = at.outer
	if len(at.rows) == 0 {
		return
	}
	f := w.flow
	if w.isLayout(at) {
		for _, r := range at.rows {
			for _, c := range r.cells {
				f.lost = append(f.lost, c.lost...)
				f.items = append(f.items, c.items...)
			}
		}
		return
	}
	i := item{grid: at.build()}
	if !i.grid.said() {
		f.lost = append(f.lost, i.grid.marks()...)
		return
	}
	i.marks, f.lost = f.lost, nil
	for k := range i.marks {
		i.marks[k].offset, i.marks[k].end, i.marks[k].printed = 0, 0, false
	}
	if at.changed {
		i.marks = append(i.marks, mark{kind: report.FlagTracked, form: report.FormFormatting})
	}
	f.items = append(f.items, i)
	if w.passages++; w.passages > maxPassages {
		w.failed = tooLarge()
	}
}

// isLayout reports whether a table is none to its readers: it has one column, or
// no lines and no rows and columns of short words.
func (w *walker) isLayout(t *table) bool {
	column := true
	for _, r := range t.rows {
		column = column && r.before == 0 && len(r.cells) <= 1
	}
	if column || t.holdsReport() {
		return true
	}
	return !w.isDrawn(t) && !t.isGrid()
}

// isDrawn reports whether a table has lines, of its own or by its style.
func (w *walker) isDrawn(t *table) bool {
	if t.drawn || t.borders.drawn != 0 {
		return true
	}
	const outside = 1 | 2 | 4 | 8
	if t.borders.said&outside == outside {
		return false
	}
	s := w.styles.get(t.style)
	if s == nil && t.style != "" {
		return true // a style that is not in the file: most have lines
	}
	if s == nil {
		s = w.styles.usual["table"]
	}
	return s != nil && s.borders.drawn != 0
}

// isGrid reports whether cells stand in rows and columns like those of a table:
// two rows or more with words in two columns or more, which are short, or are a
// paragraph a cell in every row.
func (a *table) isGrid() bool {
	const short = 30 // characters
	rows, long, even := 0, 0, true
	for i := range a.rows {
		r := &a.rows[i]
		filled := r.filled()
		if filled > 1 {
			rows++
		}
		even = even && filled == a.rows[0].filled()
		for k := range r.cells {
			even = even && len(r.cells[k].items) <= 1
			if r.cells[k].characters() > short {
				long++
			}
		}
	}
	return rows > 1 && (even || long <= rows/2)
}

// holdsReport reports whether a cell holds so much that it is a page and no cell.
// A table of three columns is one whatever stands in it.
func (a *table) holdsReport() bool {
	const paragraphs, characters = 6, 600
	page := false
	for i := range a.rows {
		if a.rows[i].filled() > 2 {
			return false
		}
		for k := range a.rows[i].cells {
			c := &a.rows[i].cells[k]
			page = page || len(c.items) >= paragraphs && c.characters() >= characters
		}
	}
	return page
}

// filled is how many cells of a row hold something, or are merged with others.
func (r *row) filled() int {
	n := 0
	for k := range r.cells {
		if c := &r.cells[k]; c.down || c.downBegins || c.characters() > 0 {
			n++
		}
	}
	return n
}

// characters is how long the text of a cell is.
func (c *cell) characters() int {
	n := 0
	for _, i := range c.items {
		n += utf8.RuneCountInString(i.text)
	}
	return n
}
