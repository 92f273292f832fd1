package chart

import "mingfa/generator/report"

// section is the figures under one heading that is no numbered sentence.
type section struct {
	title, href string
	figures     []int // indexes of those not hidden, in text order
}

// beforeFirst is the title of the group of figures that stand before the
// first heading.
const beforeFirst = "正文开头"

// sections lists, in text order, the sections that have figures.
func sections(r *report.Report) []section {
	var out []section
	last := -2 // no section; -1 is the one before the first heading
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		at := Section(r, f.Block)
		if len(out) == 0 || at != last {
			s := section{title: beforeFirst, href: "#" + r.Blocks[f.Block].ID}
			if at >= 0 {
				s.title, s.href = r.Headings[at].Number+r.Headings[at].Text, "#"+r.Headings[at].ID
			}
			out = append(out, s)
			last = at
		}
		s := &out[len(out)-1]
		s.figures = append(s.figures, i)
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
