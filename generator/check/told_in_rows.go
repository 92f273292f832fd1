package check

import (
	"slices"

	"mingfa/generator/report"
)

// row is figures that one opening tells one by one: 41.8%、22.4%和35.8% of 占比分别为41.8%、22.4%和35.8%.
type row struct {
	first, last int
	opening     string // the words before the first, from the last comma or the figure before on
}

func (w row) len() int { return w.last - w.first + 1 }

// rows are the rows of a report.
func (in *Input) rows() []row { return in.inRows.Get(in.Report, in.findRows) }

func (in *Input) findRows() []row {
	r := in.Report
	var all []row
	for i := 0; i < len(r.Figures); i++ {
		opening := ownWords(r, i)
		if r.Blocks[r.Figures[i].Block].Kind == report.BlockRow || !in.Words.CheckOneByOne.In(opening) {
			continue
		}
		last := i
		for last+1 < len(r.Figures) && last-i < maxListed && in.goesOnInRow(last) {
			last++
		}
		if last > i {
			all = append(all, row{i, last, opening})
			i = last
		}
	}
	return all
}

// goesOnInRow reports whether nothing but a mark, and for changes the word for more or less, stands
// between figures i and i+1.
func (in *Input) goesOnInRow(i int) bool {
	if !in.follows(i) {
		return false
	}
	words, ok := cutJoint(in.gap(i))
	return ok && (words == "" || in.wayOf(words) != 0)
}

// ofUnit reports whether all figures of a row are exact and of a unit.
func (in *Input) ofUnit(w row, unit string) bool {
	return !slices.ContainsFunc(in.Report.Figures[w.first:w.last+1], func(f report.Figure) bool { return f.Unit != unit || !f.Exact() || f.Hidden || f.Target })
}
