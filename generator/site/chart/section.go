package chart

import (
	"slices"

	"mingfa/generator/report"
)

// lot is the figures of one theme in one section, which may share a chart.
type lot struct {
	theme   string
	heading int   // index in Headings; -1 before the first
	figures []int // indexes of those not hidden, in text order
	shown   bool  // under its theme
}

// number tells lots apart: the figures of one theme in one section have the
// same number. It gives how many there are.
func (b *builder) number() int {
	type place struct {
		theme   string
		heading int
	}
	seen := map[place]int{}
	var last place
	for i := range b.r.Figures {
		at := place{b.themes[i], Section(b.r, b.r.Figures[i].Block)}
		if i > 0 && at == last { // as most are, which saves the look-up
			b.lot[i] = b.lot[i-1]
			continue
		}
		n, ok := seen[at]
		if !ok {
			n = len(seen)
			seen[at] = n
		}
		b.lot[i], last = n, at
	}
	return len(seen)
}

// lots lists the lots that have figures, in text order of their first ones.
func (b *builder) lots() []lot {
	shown := make([]int, 0, len(b.r.Figures))
	for i := range b.r.Figures {
		if !b.r.Figures[i].Hidden {
			shown = append(shown, i)
		}
	}
	slices.SortStableFunc(shown, func(i, k int) int { return b.lot[i] - b.lot[k] })
	out := make([]lot, 0, len(b.related))
	for len(shown) > 0 {
		first, n := shown[0], 1
		for n < len(shown) && b.lot[shown[n]] == b.lot[first] {
			n++
		}
		out = append(out, lot{theme: b.themes[first], heading: Section(b.r, b.r.Figures[first].Block), figures: shown[:n:n]})
		shown = shown[n:]
	}
	slices.SortFunc(out, func(a, c lot) int { return a.figures[0] - c.figures[0] })
	return out
}

// section is the lots under one heading that are of no theme shown.
type section struct {
	title, href string
	lots        [][]int
}

// beforeFirst is the title of the group of figures that stand before the
// first heading.
const beforeFirst = "正文开头"

// sections lists, in text order, the lots that are not shown under a theme.
func (b *builder) sections(lots []lot) []section {
	var out []section
	at := map[int]int{} // heading -> index in out
	for _, c := range lots {
		if c.shown {
			continue
		}
		k, ok := at[c.heading]
		if !ok {
			k = len(out)
			at[c.heading] = k
			s := section{title: beforeFirst, href: "#" + b.r.Blocks[b.r.Figures[c.figures[0]].Block].ID}
			if c.heading >= 0 {
				h := &b.r.Headings[c.heading]
				s.title, s.href = h.Number+h.Text, "#"+h.ID
			}
			out = append(out, s)
		}
		out[k].lots = append(out[k].lots, c.figures)
	}
	return out
}

// Section is the index of the heading that block stands under, numbered
// sentences passed over; -1 before the first.
func Section(r *report.Report, block int) int {
	h := r.Blocks[block].Heading
	for h >= 0 && r.Headings[h].Item {
		h--
	}
	return h
}
