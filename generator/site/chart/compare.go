package chart

import (
	"sort"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// grid is the tables of a report, as far as they hold figures.
type grid struct {
	cells   []cell // by figure
	headers [][]string
	years   [][]int // that a header names, 0 for none
}

// cell is a figure's place in a table. table is -1 for a figure of the running
// text; columns count from 0.
type cell struct {
	table, block, column int
	year                 int    // that the row is named after, 0 for none
	head                 string // the words that begin the row, "" for the first cell
}

func newGrid(r *report.Report) *grid {
	g := &grid{cells: make([]cell, len(r.Figures)), headers: make([][]string, len(r.Tables)), years: make([][]int, len(r.Tables))}
	for i := range r.Figures {
		g.cells[i] = cell{table: -1, block: r.Figures[i].Block}
	}
	var inRows map[int][]int // figures of each block of a table
	for i := range r.Figures {
		if at := r.Figures[i].Block; r.Blocks[at].Kind == report.BlockRow && len(r.Tables) > 0 {
			if inRows == nil {
				inRows = map[int][]int{}
			}
			inRows[at] = append(inRows[at], i)
		}
	}
	for n := range r.Tables {
		t := &r.Tables[n]
		g.readHeads(r, n)
		for i := t.Heads; i < len(t.Grid); i++ {
			row := &t.Grid[i]
			first := strings.Join(strings.Fields(row.Cell(r.Source.Text, 0)), "")
			for column, c := range row.Cells {
				for _, f := range inRows[c.Block] {
					if at := r.Figures[f].Span.Start; c.Span.Start <= at && at < c.Span.End {
						g.cells[f] = cell{n, row.Block, column, yearName(first), first}
						if column == 0 {
							g.cells[f].head = ""
						}
					}
				}
			}
		}
	}
	return g
}

// readHeads notes the lowest name over each column of table n, and the year that
// it or one above it names.
func (g *grid) readHeads(r *report.Report, n int) {
	t := &r.Tables[n]
	for i := range t.Names() {
		row := &t.Grid[i]
		for k := range row.Cells {
			name := row.Cell(r.Source.Text, k)
			if name == "" {
				continue
			}
			for over := range t.Covers(i, k) {
				for len(g.headers[n]) <= k+over {
					g.headers[n], g.years[n] = append(g.headers[n], ""), append(g.years[n], 0)
				}
				g.headers[n][k+over] = name
				if year := numeral.YearIn(name); year != 0 {
					g.years[n][k+over] = year
				}
			}
		}
	}
}

// yearName is the year that a row is named after: 2022年 or 2022; 0 for none.
func yearName(name string) int {
	if year, ok := numeral.Year(name); ok && len(name) == 4 {
		return year
	}
	if year := numeral.YearIn(name); year != 0 && len(name) <= len("2022年度") {
		return year
	}
	return 0
}

// header is the words over figure i; "" where there are none.
func (g *grid) header(i int) string {
	if c := g.cells[i]; c.table >= 0 && c.column < len(g.headers[c.table]) {
		return strings.TrimSpace(g.headers[c.table][c.column])
	}
	return ""
}

// rowHead is the words that begin the row of figure i; "" where there are none.
func (g *grid) rowHead(i int) string { return g.cells[i].head }

// year is the year of figure i's column or row, 0 where neither names one.
func (g *grid) year(i int) int {
	if year := g.cells[i].year; year != 0 {
		return year
	}
	if c := g.cells[i]; c.table >= 0 && c.column < len(g.years[c.table]) {
		return g.years[c.table][c.column]
	}
	return 0
}

// Earlier marks the figures that state an earlier year's value, which are no
// result of the year reported on: the first of 由A到B, and those in a table's
// column of another year.
func Earlier(r *report.Report) []bool {
	out := make([]bool, len(r.Figures))
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && len(rel.Parts) > 0 && rel.Parts[0] >= 0 && rel.Parts[0] < len(out) {
			out[rel.Parts[0]] = true
		}
	}
	if len(r.Tables) == 0 || r.Year == 0 {
		return out
	}
	g := newGrid(r)
	for i := range out {
		if y := g.year(i); y != 0 && y != r.Year {
			out[i] = true
		}
	}
	return out
}

// Years are the years that the columns and rows of tables name, by figure: 0 outside
// of tables, and where neither names one.
func Years(r *report.Report) []int {
	years := make([]int, len(r.Figures))
	if len(r.Tables) == 0 {
		return years
	}
	g := newGrid(r)
	for i := range years {
		years[i] = g.year(i)
	}
	return years
}

// tableCompares makes a chart of each table row that has columns of two or
// more years.
func (b *builder) tableCompares(figures []int) []Chart {
	var out []Chart
	for k := 0; k < len(figures); {
		at := b.grid.cells[figures[k]]
		end := k + 1
		for end < len(figures) && b.grid.cells[figures[end]].block == at.block {
			end++
		}
		if at.table >= 0 {
			out = append(out, b.rowCompare(figures[k:end])...)
		}
		k = end
	}
	return out
}

// rowCompare compares the years of one table row; nothing where there are not
// two of one unit.
func (b *builder) rowCompare(figures []int) []Chart {
	var pair []int
	change := -1
	for _, i := range figures {
		switch {
		case b.grid.year(i) != 0:
			pair = append(pair, i)
		case change < 0 && b.r.Figures[i].Kind == report.KindChange:
			change = i
		}
	}
	if !b.comparable(pair) {
		return nil
	}
	// Tables print the later year first or last.
	sort.SliceStable(pair, func(i, j int) bool { return b.grid.year(pair[i]) < b.grid.year(pair[j]) })
	for i := 1; i < len(pair); i++ {
		if b.grid.year(pair[i]) == b.grid.year(pair[i-1]) {
			return nil
		}
	}
	return []Chart{b.pairChart(pair, change, OverYears)}
}

// comparable tells that figures may stand on one axis as one thing at several
// times.
func (b *builder) comparable(figures []int) bool {
	if len(figures) < 2 {
		return false
	}
	first := &b.r.Figures[figures[0]]
	for k, i := range figures {
		f := &b.r.Figures[i]
		if b.taken[i] || !b.values[i].ok || !b.words.SameUnit(f.Unit, first.Unit) || f.Kind != first.Kind || f.Kind == report.KindChange || f.Target != first.Target {
			return false
		}
		if k > 0 && i == figures[k-1] {
			return false
		}
	}
	return b.r.Figures[figures[len(figures)-1]].ShownLabel() != ""
}

// pairChart compares figures, earlier first; change is the printed change, -1
// without one.
func (b *builder) pairChart(figures []int, change int, proof Proof) Chart {
	last := &b.r.Figures[figures[len(figures)-1]]
	subject := last.Subject()
	c := Chart{Kind: Compare, Proof: proof, Unit: b.unit(figures), Title: subject, Sentence: b.became(figures, subject) + "。"}
	axis := b.largest(figures)
	if percent(last) && axis <= 100 {
		axis = 100
	}
	for _, i := range figures {
		row := b.row(i)
		row.Width = Width(b.values[i].v, axis)
		if b.grid.year(i) != 0 {
			row.Label = b.grid.header(i)
		} else if row.Label == "" { // the earlier of two, which the text names once
			row.Label, row.Clause = subject+"（前）", report.Clause{}
		}
		c.Rows = append(c.Rows, row)
	}
	if change >= 0 && !b.taken[change] && b.r.Figures[change].Kind == report.KindChange && b.lot[change] == b.lot[figures[0]] &&
		b.r.Figures[change].Target == last.Target && b.r.Figures[change].ShownLabel() != "" {
		row := b.row(change)
		row.Note = b.note(change)
		c.Rows = append(c.Rows, row)
	}
	return c
}

// became says what a subject was and what it became; of values that are the same,
// that they are.
func (b *builder) became(figures []int, subject string) string {
	target := b.r.Figures[figures[0]].Target
	same, states := true, make([]string, 0, len(figures))
	for _, i := range figures {
		f := &b.r.Figures[i]
		same = same && Same(f, &b.r.Figures[figures[0]])
		year := ""
		if y := b.grid.year(i); y != 0 {
			year = strconv.Itoa(y) + "年的"
		}
		states = append(states, year+b.r.Printed(f))
	}
	first, last, held := figures[0], figures[len(figures)-1], ""
	if b.r.Figures[last].Exact() {
		held = "，持平"
	}
	switch {
	case !same:
		return ofGoal(target, subject+"由"+strings.Join(states, "变为")+b.difference(figures))
	case b.grid.year(first) != 0:
		return ofGoal(target, strconv.Itoa(b.grid.year(first))+"—"+strconv.Itoa(b.grid.year(last))+"年，"+subject+"均为"+b.r.Printed(&b.r.Figures[last])+held)
	}
	return ofGoal(target, subject+"前后均为"+b.r.Printed(&b.r.Figures[last])+held)
}

// Same reports whether two figures state the same value, and both of them or
// neither as an approximation.
func Same(f, g *report.Figure) bool {
	x, okX := f.Decimal()
	y, okY := g.Decimal()
	return okX && okY && x.Cmp(y) == 0 && f.Approx == g.Approx && f.Bound == g.Bound
}

// difference says by how much the last differs from the first, where both are
// exact: in 万 or 亿 where both are printed so.
func (b *builder) difference(figures []int) string {
	first, last := &b.r.Figures[figures[0]], &b.r.Figures[figures[len(figures)-1]]
	if !first.Exact() || !last.Exact() {
		return ""
	}
	unit, more, less := last.Unit, "，增加", "，减少"
	if percent(last) {
		unit, more, less = "个百分点", "，提高", "，下降"
	}
	d, ok := difference(last, first)
	if !ok {
		return ""
	}
	if d.Sign() < 0 {
		more = less
	}
	return more + inScale(d.Abs(), first, last) + unit
}
