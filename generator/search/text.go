package search

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"mingfa/generator/chart"
	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// text is a report as the page searches it:
//
//	{"blocks":[["","…"],["p0a1b2c3d","…",[12,3,"f4e5d6c7b",0]],["h0a1b2c3d","…",1],…]}
//
// in text order. A block is the id of its place on the report's page ("" for
// the title, which is the first and the page's head), its text as issued, and
// either 1 for a heading or, four to each, its figures: where the words begin and how many
// there are, in UTF-16 units, the figure's id, and its theme (-1 for none).
type text struct {
	data   []byte
	themes []int // that occur
}

// textOf appends that of a report to data.
func textOf(data []byte, r *report.Report, themes map[string]int) text {
	t := text{data: data}
	figures := shown(r)
	t.data = append(t.data, `{"blocks":[`...)
	t.data = escape.JSON(append(t.data, `["",`...), r.Title)
	t.data = append(t.data, ']')
	for i := range r.Blocks {
		block := &r.Blocks[i]
		own := figures
		for len(figures) > 0 && r.Figures[figures[0]].Block == i {
			figures = figures[1:]
		}
		own = own[:len(own)-len(figures)]
		if block.Span.Len() == 0 || block.Kind == report.BlockTitle && len(own) == 0 {
			continue
		}
		t.data = escape.JSON(append(t.data, `,[`...), place(r, block))
		t.data = escape.JSON(append(t.data, ','), r.Source.Slice(block.Span))
		if block.Kind == report.BlockHeading {
			t.data = append(t.data, `,1`...)
		} else if len(own) > 0 {
			t.figures(r, block.Span, own, themes)
		}
		t.data = append(t.data, ']')
	}
	t.data = append(t.data, "]}"...)
	slices.Sort(t.themes)
	t.themes = slices.Compact(t.themes)
	return t
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

// place is the id of a block on its page; see site's Markdown.
func place(r *report.Report, block *report.Block) string {
	if block.Kind == report.BlockHeading && block.Heading >= 0 {
		return r.Headings[block.Heading].ID
	}
	return block.ID
}

// figures appends the figures of a block, in text order.
func (t *text) figures(r *report.Report, sp report.Span, figures []int, themes map[string]int) {
	at, unit := sp.Start, 0 // a place in bytes, and the same in UTF-16 units
	open := `,[`
	for _, i := range figures {
		f := &r.Figures[i]
		words := chart.Span(r, f)
		if words.Start < at || words.End > sp.End { // it shares its words with another
			continue
		}
		unit += units(r.Source.Text[at:words.Start])
		length := units(r.Source.Slice(words))
		theme, ok := themes[f.Theme]
		if !ok || f.Indicator == "" {
			theme = -1
		} else {
			t.themes = append(t.themes, theme)
		}
		t.data = append(t.data, open...)
		t.data = append(strconv.AppendInt(t.data, int64(unit), 10), ',')
		t.data = append(strconv.AppendInt(t.data, int64(length), 10), ',')
		t.data = append(escape.JSON(t.data, f.ID), ',')
		t.data = strconv.AppendInt(t.data, int64(theme), 10)
		open, at, unit = ",", words.End, unit+length
	}
	if open == "," {
		t.data = append(t.data, ']')
	}
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
