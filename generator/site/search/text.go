package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// words is what the index takes from a report:
//
//	{"blocks":[["","…"],["p0a1b2c3d","…",[12,3,"f4e5d6c7b",0]],["h0a1b2c3d","…",1],…]}
//
// in text order. A block is the id of its place on the report's page ("" for
// the title, which is the first and the page's head), its text as issued, and
// either 1 for a heading or, four to each, its figures: where the words begin and how many
// there are, in UTF-16 units, the figure's id, and its theme (-1 for none).
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
	start, end int32
	theme      int32 // -1 for none
	id         string
}

func wordsOf(r *report.Report, entry int, themes map[string]int) words {
	// A clone, so that it does not keep the whole text in memory.
	w := words{entry: entry, sha256: r.Source.SHA256, title: strings.Clone(r.Title), blocks: make([]block, 0, len(r.Blocks))}
	figures := shown(r)
	places := make([]place, 0, len(figures))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		first, at, own := len(places), b.Span.Start, len(figures)
		for len(figures) > 0 && r.Figures[figures[0]].Block == i {
			f := &r.Figures[figures[0]]
			figures = figures[1:]
			span := chart.Span(r, f)
			if span.Start < at || span.End > b.Span.End { // it shares its words with another
				continue
			}
			theme, ok := themes[f.Theme]
			if !ok || f.Indicator == "" {
				theme = -1
			} else {
				w.themes = append(w.themes, theme)
			}
			places = append(places, place{int32(span.Start - b.Span.Start), int32(span.End - b.Span.Start), int32(theme), f.ID})
			at = span.End
		}
		if b.Span.Len() == 0 || b.Kind == report.BlockTitle && own == len(figures) {
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
	inOrder := func(a, b int) int {
		x, y := &r.Figures[a], &r.Figures[b]
		return cmp.Or(x.Block-y.Block, x.Span.Start-y.Span.Start)
	}
	if !slices.IsSortedFunc(figures, inOrder) { // they nearly always are
		slices.SortStableFunc(figures, inOrder)
	}
	return figures
}

// idOf is the id of a block on its page; see site's Markdown.
func idOf(r *report.Report, block *report.Block) string {
	if block.Kind == report.BlockHeading && block.Heading >= 0 {
		return r.Headings[block.Heading].ID
	}
	return block.ID
}

// appendJSON appends the words as the page reads them; text is the whole of the
// source.
func (w *words) appendJSON(b []byte, text string) []byte {
	b = append(escape.JSON(append(b, `{"blocks":[["",`...), w.title), ']')
	for i := range w.blocks {
		block := &w.blocks[i]
		own := text[block.span.Start:block.span.End]
		b = escape.JSON(append(b, `,[`...), block.id)
		b = escape.JSON(append(b, ','), own)
		if block.heading {
			b = append(b, `,1`...)
		} else if len(block.figures) > 0 {
			b = appendFigures(b, own, block.figures)
		}
		b = append(b, ']')
	}
	return append(b, "]}"...)
}

// appendFigures appends the figures of a block of text.
func appendFigures(b []byte, text string, figures []place) []byte {
	at, unit := int32(0), 0 // a place in bytes, and the same in UTF-16 units
	for i, f := range figures {
		if b = append(b, ','); i == 0 {
			b = append(b, '[')
		}
		unit += units(text[at:f.start])
		length := units(text[f.start:f.end])
		b = append(strconv.AppendInt(b, int64(unit), 10), ',')
		b = append(strconv.AppendInt(b, int64(length), 10), ',')
		b = append(escape.JSON(b, f.id), ',')
		b = strconv.AppendInt(b, int64(f.theme), 10)
		at, unit = f.end, unit+length
	}
	return append(b, ']')
}

// units is the length of s in UTF-16, as JavaScript counts.
func units(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
		case escape.Han(s, i):
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r > 0xFFFF {
				n++
			}
			i += size
		}
		n++
	}
	return n
}
