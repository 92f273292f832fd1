package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"mingfa/generator/report"
)

// textFile is the text of a report as the page reads it:
//
//	{"blocks":[["","…"],["p0a1b2c3d","…",[12,3,"f4e5d6c7b",0]],["h0a1b2c3d","…",1],…]}
//
// in text order. A block is the id of its place on the report's page ("" for
// the title, which is the first and the page's head), its text as issued, and
// either 1 for a heading or, four to each, its figures: where the words begin and
// how many there are, in UTF-16 units, the figure's id, and its theme (-1 for
// none).
type textFile struct {
	Blocks [][]any `json:"blocks"`
}

// words is where in its source a report has what. It holds none of the text, so
// that all reports of a portal fit in memory.
type words struct {
	entry  int // number of the report among its body's
	sha256 string
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
}

// place is where a figure's words stand in a block, in bytes.
type place struct {
	start, end int
	theme      int // -1 for none
	id         string
}

func wordsOf(r *report.Report, entry int, themes map[string]int) words {
	// A clone, so that it does not keep the whole text in memory.
	w := words{entry: entry, sha256: r.Source.SHA256, title: strings.Clone(r.Title), blocks: make([]block, 0, len(r.Blocks))}
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
		w.blocks = append(w.blocks, block{b.Span, idOf(r, b), b.Kind == report.BlockHeading, places[first:len(places):len(places)]})
	}
	slices.Sort(w.themes)
	w.themes = slices.Compact(w.themes)
	return w
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
