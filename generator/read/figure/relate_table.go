package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// relateRow ties the cells of a row under columns of two years.
func (e *extractor) relateRow(first int) {
	if len(e.r.Figures)-first != 2 {
		return
	}
	a, b := &e.r.Figures[first], &e.r.Figures[first+1]
	yearA, okA := e.columnYear(a.Label)
	yearB, okB := e.columnYear(b.Label)
	if !okA || !okB || yearA == yearB || a.Unit != b.Unit {
		return
	}
	rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: first + 1, Parts: []int{first}}
	if yearA > yearB {
		rel.Whole, rel.Parts = first, []int{first + 1}
	}
	e.r.Relations = append(e.r.Relations, rel)
}

// columnYear reads the year of a label such as 行政检查（2022年）.
func (g grammar) columnYear(label string) (int, bool) {
	at := strings.LastIndex(label, "（")
	if at < 0 {
		return 0, false
	}
	column := strings.TrimSuffix(label[at+len("（"):], "）")
	if at := strings.LastIndex(column, joint); at >= 0 {
		column = column[at+len(joint):]
	}
	switch {
	case g.YearBefore.Has(column):
		return 1, true
	case g.YearItself.Has(column):
		return 2, true
	}
	return numeral.Int(strings.TrimSuffix(strings.TrimSuffix(column, "度"), "年"))
}

// tableRow is a row with its figures, by column.
type tableRow struct {
	name    string
	figures []int // -1 where a cell holds none
}

// relateTables ties the rows of each table that add up: the rows after 其中 to
// the row before them, and the rows above 小计 and 合计 to it. A row of 合计 says that
// it is the sum; 其中 must be exact, since it need not name all.
func (e *extractor) relateTables() {
	next := 0 // in Figures
	for t := range e.r.Tables {
		table := &e.r.Tables[t]
		r := e.readTable(e.text, table, nil)
		var rows []tableRow
		for i := table.Heads; i < len(table.Grid); i++ {
			list := table.Grid[i].Cells
			for next < len(e.r.Figures) && e.r.Figures[next].Block < table.Grid[i].Block {
				next++
			}
			row := tableRow{figures: make([]int, len(list)), name: noSpaces.Replace(table.Grid[i].Cell(e.text, r.name))}
			if name := table.Grid[i].Cell(e.text, r.group); name != "" && (row.name == "" || e.Totals.Has(noSpaces.Replace(name))) {
				row.name = noSpaces.Replace(name)
			}
			for k, c := range list {
				row.figures[k] = -1
				for next < len(e.r.Figures) && e.r.Figures[next].Block == c.Block && e.r.Figures[next].Span.Start < c.Span.End {
					if f := &e.r.Figures[next]; f.Span.Start == c.Span.Start {
						row.figures[k] = next
					}
					next++
				}
			}
			rows = append(rows, row)
		}
		e.relateRows(rows)
	}
}

var noSpaces = strings.NewReplacer(" ", "", "　", "")

func (e *extractor) relateRows(rows []tableRow) {
	inner := map[int]bool{} // figures that are parts of the row before 其中
	from := 0               // the first row that no total of some rows counts
	onTop := false          // such totals stand over the rows that they count
	var counted []tableRow  // rows that a total counts: of those before from the totals alone
	for i := range rows {
		name := rows[i].name
		if i+1 < len(rows) && strings.HasPrefix(rows[i+1].name, "其中") && !strings.HasPrefix(name, "其中") {
			e.relateInner(rows[i], rows[i+1:], inner)
		}
		switch {
		case e.TotalsOfSome.Suffix(name) > 0:
			if onTop = onTop || len(counted) == 0 && i == from; !onTop && i > from {
				e.relateSum(rows[i], rows[from:i], inner, false)
			}
			counted, from = append(counted, rows[i]), i+1
		case i > 1 && e.Totals.Has(name):
			if !onTop {
				counted = append(counted, rows[from:i]...)
			}
			e.relateSum(rows[i], counted, inner, onTop)
			counted, from, onTop = nil, i+1, false
		}
	}
}

// relateInner ties the rows that begin with 其中, and those after them as far as
// they are needed to fill it, to the row above.
func (e *extractor) relateInner(whole tableRow, rest []tableRow, inner map[int]bool) {
	for k, w := range whole.figures {
		if w < 0 {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: w}
		for n := 0; n < len(rest) && n < maxParts; n++ {
			if k >= len(rest[n].figures) || rest[n].figures[k] < 0 || !e.sameKind(rest[n].figures[k], w) {
				break
			}
			rel.Parts = append(rel.Parts, rest[n].figures[k])
			if e.sumParts(&rel); rel.Complete || !rel.Agrees {
				break
			}
		}
		if rel.Complete && len(rel.Parts) > 1 {
			e.r.Relations = append(e.r.Relations, rel)
			for _, part := range rel.Parts {
				inner[part] = true
			}
		}
	}
}

// relateSum ties the rows above a total to it, those after 其中 left out, and those
// of 另有, which it does not count. Where rows after 其中 may be parts of the row before
// them without saying so, it is tied only if they add up, and so with onlyExact; nor
// is it tied to rows of which some count others.
func (e *extractor) relateSum(whole tableRow, above []tableRow, inner map[int]bool, onlyExact bool) {
	for k, w := range whole.figures {
		if w < 0 || len(above) > maxParts {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: w, Closed: true}
		alike, within, unsure := true, false, onlyExact
		for _, row := range above {
			if strings.HasPrefix(row.name, "其中") {
				within = true
				continue
			}
			if k >= len(row.figures) || row.figures[k] < 0 {
				continue // — or nothing at all
			}
			if e.CheckTotalsBeside.Prefix(row.name) > 0 || inner[row.figures[k]] {
				continue
			}
			unsure = unsure || within
			alike = alike && e.sameKind(row.figures[k], w)
			rel.Parts = append(rel.Parts, row.figures[k])
		}
		if !alike || len(rel.Parts) < 2 {
			continue
		}
		if e.sumParts(&rel); !rel.Complete && (unsure || e.nests(&rel)) {
			continue
		}
		rel.Agrees = rel.Complete
		e.r.Relations = append(e.r.Relations, rel)
	}
}

// nests reports whether the parts of a relation add up once those are left out
// that the part before them counts already: 公共安全支出 320, of it 司法 320, and 社会保障
// 45 are 365.
func (e *extractor) nests(rel *report.Relation) bool {
	value := func(k int) numeral.Decimal {
		d, _ := e.r.Figures[rel.Parts[k]].Decimal()
		return d
	}
	var sum numeral.Decimal
	for k := 0; k < len(rel.Parts); k++ {
		sum = sum.Add(value(k))
		var inner numeral.Decimal
		for n := k + 1; n < len(rel.Parts) && inner.Cmp(value(k)) < 0; n++ {
			if inner = inner.Add(value(n)); inner.Cmp(value(k)) == 0 {
				k = n
				break
			}
		}
	}
	whole, ok := e.r.Figures[rel.Whole].Decimal()
	return ok && whole.Cmp(sum) == 0
}

// relateToTables ties changes of the running text that name a row of a table
// to the two years of that row: 从表1看，行政检查减少4014次，下降14.1%.
func (e *extractor) relateToTables() {
	if len(e.r.Tables) == 0 {
		return
	}
	rows := map[string]int{} // the relation of each row that compares two years
	tied := map[int]bool{}
	for k := range e.r.Relations {
		rel := &e.r.Relations[k]
		if rel.Result >= 0 {
			tied[rel.Result] = true
		}
		if rel.Kind != report.RelationChange || rel.Result >= 0 || len(rel.Parts) == 0 || e.r.Blocks[e.r.Figures[rel.Whole].Block].Kind != report.BlockRow {
			continue
		}
		label := e.r.Figures[rel.Whole].Label
		if at := strings.LastIndex(label, "（"); at > 0 {
			name := label[:at]
			if _, ok := rows[name]; ok {
				rows[name] = -1 // two rows of one name
			} else {
				rows[name] = k
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	for i := range e.r.Figures {
		f := &e.r.Figures[i]
		if f.Kind != report.KindChange || tied[i] || e.r.Blocks[f.Block].Kind == report.BlockRow {
			continue
		}
		if k, ok := rows[e.changed(f.Label)]; ok && k >= 0 {
			rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: e.r.Relations[k].Whole, Parts: e.r.Relations[k].Parts}
			if e.checkPair(&rel, i); rel.Agrees {
				e.r.Relations = append(e.r.Relations, rel)
			}
		}
	}
}
