package search

import (
	"cmp"
	"slices"
	"unicode/utf16"

	"mingfa/generator/report"
)

// textFile is the text of a report as the page reads it:
//
//	{"blocks":[["","…"],["p0a1b2c3d","…",[12,3,"f4e5d6c7b",0]],["h0a1b2c3d","…",1],…,
//	 ["p1a2b3c4d","领域\t立案（件）",[],0,["领域","立案（件）"]],["p2a3b4c5d","食品安全\t612",[5,3,"f5a6b7c8d",0],0],…]}
//
// in text order. A block is the id of its place on the report's page ("" for
// the title, which is the first and the page's head), its text as issued, and
// either 1 for a heading or, four to each, its figures: where the words begin and
// how many there are, in UTF-16 units, the figure's id, and its theme (-1 for
// none). What is in a table has fourth the column in which it begins, and its first
// line, where the table names its columns, fifth these names.
type textFile struct {
	Blocks [][]any `json:"blocks"`
}

// words is where in its source a report has what.
type words struct {
	title  string // its lines joined, as the page has it
	blocks []block
	themes []int // that occur
}

// block is a block of a report but for its text.
type block struct {
	span    report.Span
	id      string
	heading bool
	figures []place
	column  int      // of a table; -1 outside of one
	names   []string // of its columns, at its first line
}

// place is where a figure's words stand in a block, in bytes.
type place struct {
	start, end int
	theme      int // -1 for none
	id         string
}

func wordsOf(r *report.Report, themes map[string]int) words {
	w := words{title: r.Title, blocks: make([]block, 0, len(r.Blocks))}
	figures := shown(r)
	places := make([]place, 0, len(figures))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		first, at, left := len(places), b.Span.Start, len(figures)
		for len(figures) > 0 && r.Figures[figures[0]].Block == i {
			f := &r.Figures[figures[0]]
			figures = figures[1:]
			span := r.Words(f)
			if span.Start < at || span.End > b.Span.End { // it shares its words with another
				continue
			}
			theme, ok := themes[f.Theme]
			if !ok || f.Indicator == "" {
				theme = -1
			} else {
				w.themes = append(w.themes, theme)
			}
			places = append(places, place{span.Start - b.Span.Start, span.End - b.Span.Start, theme, f.ID})
			at = span.End
		}
		if b.Span.Len() == 0 || b.Kind == report.BlockTitle && left == len(figures) {
			continue
		}
		added := block{b.Span, idOf(r, b), b.Kind == report.BlockHeading, places[first:len(places):len(places)], -1, nil}
		if b.Table >= 0 {
			t := &r.Tables[b.Table]
			added.column = columnOf(t, i)
			if i == t.First {
				added.names = columnNames(r, t)
			}
		}
		w.blocks = append(w.blocks, added)
	}
	slices.Sort(w.themes)
	w.themes = slices.Compact(w.themes)
	return w
}

// columnOf is the column of a table in which block i begins: 0 of a row that is one
// line, the cell's own where each cell has a line.
func columnOf(t *report.Table, i int) int {
	row, found := slices.BinarySearchFunc(t.Grid, i, func(row report.TableRow, i int) int { return cmp.Compare(row.Block, i) })
	if !found {
		row--
	}
	if row < 0 {
		return 0
	}
	return max(0, slices.IndexFunc(t.Grid[row].Cells, func(c report.TableCell) bool { return c.Block == i }))
}

// columnNames are the names of a table's columns, of several rows of them the lowest
// that is not empty.
func columnNames(r *report.Report, t *report.Table) []string {
	var names []string
	for i := range t.Grid[:t.Names()] {
		row := &t.Grid[i]
		for k := range row.Cells {
			if k == len(names) {
				names = append(names, "")
			}
			if name := row.Cell(r.Source.Text, k); name != "" {
				names[k] = name
			}
		}
	}
	return names
}

// shown is the figures that are not hidden, in text order.
func shown(r *report.Report) []int {
	figures := make([]int, 0, len(r.Figures))
	for i := range r.Figures {
		if !r.Figures[i].Hidden {
			figures = append(figures, i)
		}
	}
	slices.SortStableFunc(figures, func(a, b int) int {
		x, y := &r.Figures[a], &r.Figures[b]
		return cmp.Or(x.Block-y.Block, x.Span.Start-y.Span.Start)
	})
	return figures
}

// idOf is the id of a block on its page; see site's Markdown.
func idOf(r *report.Report, block *report.Block) string {
	if block.Kind == report.BlockHeading && block.Heading >= 0 {
		return r.Headings[block.Heading].ID
	}
	return block.ID
}

// text is the words as the page reads them; source is the whole text of the
// report's source.
func (w *words) text(source string) textFile {
	blocks := make([][]any, 0, 1+len(w.blocks))
	blocks = append(blocks, []any{"", w.title})
	for _, b := range w.blocks {
		text := source[b.span.Start:b.span.End]
		item := []any{b.id, text}
		switch {
		case b.heading:
			item = append(item, 1)
		case len(b.figures) > 0:
			item = append(item, figures(text, b.figures))
		case b.column >= 0:
			item = append(item, []any{})
		}
		if b.column >= 0 && !b.heading {
			item = append(item, b.column)
			if b.names != nil {
				item = append(item, b.names)
			}
		}
		blocks = append(blocks, item)
	}
	return textFile{blocks}
}

// figures are the figures of a block of text, four items each.
func figures(text string, places []place) []any {
	items := make([]any, 0, 4*len(places))
	at, unit := 0, 0 // a place in bytes, and the same in UTF-16 units
	for _, f := range places {
		unit += units(text[at:f.start])
		length := units(text[f.start:f.end])
		items = append(items, unit, length, f.id, f.theme)
		at, unit = f.end, unit+length
	}
	return items
}

// units is the length of s in UTF-16, as JavaScript counts.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
