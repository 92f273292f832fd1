package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// sums compares the totals of a table with what they add up: a column of 合计
// beside others, under one head where they have several, and a row of 合计 above or below others whose figures are not
// known to belong together. Where only some of the totals fit, the others are
// mistakes; where none does, the table may add up otherwise.
func (g *grid) sums(in *Input, c *collector, related []bool) {
	g.sumColumns(in, c, related)
	for k := range g.rows {
		if in.isSum(g.rows[k].name) {
			g.sumRows(in, c, related, k)
			return
		}
	}
}

// judge reports those of sums that do not fit, where as many others do. sure
// says that even a single one was meant to.
func (in *Input) judge(c *collector, sums []report.Relation, sure bool) {
	r := in.Report
	var wrong []*report.Relation
	for k := range sums {
		if total, sum, ok := addUp(r, &sums[k]); ok && total.Cmp(sum) != 0 {
			wrong = append(wrong, &sums[k])
			sure = sure && near(total, sum)
		}
	}
	if 2*len(wrong) > len(sums) && !sure {
		return
	}
	for _, rel := range wrong {
		_, sum, _ := addUp(r, rel)
		sumNote(c, r, report.Warning, rel, sum)
	}
}

// isSum reports whether the name of a row or a column says that it is a sum.
func (in *Input) isSum(name string) bool {
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "(", "（"), "（")
	return in.Words.CheckTotals.Has(name)
}

// sumColumns compares the column of sums with those beside it.
func (g *grid) sumColumns(in *Input, c *collector, related []bool) {
	r := in.Report
	at := -1
	for k := range g.names {
		switch name := g.names[k].text; {
		case in.isSum(name) && at >= 0, in.isChangeColumn(name), hasAny(name, "其中", "率", "占", "%", "％", "小计"):
			return // not simply all of the others
		case in.isSum(name):
			at = k
		}
	}
	if at < 0 {
		return
	}
	var sums []report.Relation
	for _, row := range g.rows {
		s, ok := report.Relation{Whole: -1}, true
		for k, cell := range row.cells {
			switch {
			case cell.figure < 0:
				ok = ok && (k == 0 || isEmpty(cell.text) || !strings.ContainsFunc(cell.text, numeral.IsDigit))
			case !isPlainCell(r, &cell) || related[cell.figure] && !in.isSum(row.name):
				ok = false
			case k == at:
				s.Whole = cell.figure
			case k < len(g.names) && g.names[at].over != "" && g.names[k].over != g.names[at].over:
				// of another group of columns
			default:
				s.Parts = append(s.Parts, cell.figure)
			}
		}
		if ok && s.Whole >= 0 && len(s.Parts) > 1 && alike(r, &s) {
			sums = append(sums, s)
		}
	}
	in.judge(c, sums, false)
}

// sumRows compares the row of sums, row at, with all others.
func (g *grid) sumRows(in *Input, c *collector, related []bool, at int) {
	r := in.Report
	if at > 0 && at < len(g.rows)-1 {
		return // of some of them
	}
	var sums []report.Relation
	for k := range g.rows[at].cells {
		cell := &g.rows[at].cells[k]
		if cell.figure < 0 || !isPlainCell(r, cell) || related[cell.figure] {
			continue
		}
		s, ok := report.Relation{Whole: cell.figure}, true
		for n, row := range g.rows {
			switch {
			case n == at || k >= len(row.cells) || isEmpty(row.cells[k].text):
			case row.cells[k].figure < 0 || !isPlainCell(r, &row.cells[k]) || strings.HasPrefix(row.name, "其中") || strings.Contains(row.name, "小计") || in.Words.CheckTotals.In(row.name):
				ok = false
			default:
				s.Parts = append(s.Parts, row.cells[k].figure)
			}
		}
		if ok && len(s.Parts) > 1 && alike(r, &s) {
			sums = append(sums, s)
		}
	}
	in.judge(c, sums, at > 0)
}

// isEmpty reports whether a cell says that there is nothing.
func isEmpty(text string) bool { return strings.Trim(text, "—－-/／ ") == "" }

// isPlainCell reports whether a cell holds an exact number, of no share.
func isPlainCell(r *report.Report, cell *gridCell) bool {
	f := &r.Figures[cell.figure]
	return cell.sign == "" && f.Exact() && !f.Hidden && !f.Target && f.Kind != report.KindRate && f.Kind != report.KindChange && !strings.ContainsAny(f.Raw, ".．万亿")
}

// alike reports whether the parts have the unit of the total, as far as they
// print one.
func alike(r *report.Report, s *report.Relation) bool {
	for _, i := range s.Parts {
		if unit := r.Figures[i].Unit; unit != "" && unit != r.Figures[s.Whole].Unit {
			return false
		}
	}
	return true
}
