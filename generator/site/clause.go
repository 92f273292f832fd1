package site

import (
	"strings"

	"mingfa/generator/report"
)

// clauseEnds end a clause, or begin or end what is put into one in brackets.
const clauseEnds = "，；：。！？,;:!?（）()\n\t"

// clauseFigures are the first of the figures of a block and those that follow it
// in the same clause: 受理 1260件，办结 1247件 are two clauses, 罚款1.2万元、没收3起 is
// one. The list is in text order and not empty.
func clauseFigures(r *report.Report, figures []int, sp report.Span) []int {
	end := r.Words(&r.Figures[figures[0]]).End
	n := 1
	for ; n < len(figures); n++ {
		words := r.Words(&r.Figures[figures[n]])
		if words.End > sp.End || words.Start > end && strings.ContainsAny(r.Source.Text[end:words.Start], clauseEnds) {
			break
		}
		end = max(end, words.End)
	}
	return figures[:n]
}

// besideItem is another figure of the clause that a figure opens.
type besideItem struct {
	ID      string
	Display string
}

// beside are, by figure, the others of the clause that it opens: the link of the
// clause leads to its row, and from there a reader comes to theirs.
func (in *Input) beside() map[int][]besideItem {
	r := in.Report
	all := map[int][]besideItem{}
	for block, figures := range byBlock(r) {
		for len(figures) > 0 {
			clause := figures[:1]
			if r.Blocks[block].Kind != report.BlockRow {
				clause = clauseFigures(r, figures, r.Blocks[block].Span)
			}
			for _, i := range clause[1:] {
				all[clause[0]] = append(all[clause[0]], besideItem{r.Figures[i].ID, r.Printed(&r.Figures[i])})
			}
			figures = figures[len(clause):]
		}
	}
	return all
}
