package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// joint stands between the names of levels in a label: 行政处罚·警告.
const joint = "·"

// maxCellLabel bounds a label, in bytes: of a longer one no part is said.
const maxCellLabel = 240

// label is what a cell counts: the name of its row, and in brackets those of its
// column (行政检查（2022年））; that of its column alone in a table whose rows have no
// names. It is "" where the row's name is missing.
func (r *tableReader) label(i, k int) string {
	name, column := r.rowName(i), strings.Join(r.columns[k].says, joint)
	label := name + "（" + column + "）"
	switch path := r.columns[k].says; {
	case r.name < 0 && len(path) > 1:
		label = strings.Join(path[:len(path)-1], joint) + "（" + path[len(path)-1] + "）"
	case r.name < 0:
		label = column
	case name == "" || isYearName(name) && column == "":
		return ""
	case isYearName(name):
		label = column + "（" + name + "）"
	case column == "", name == column: // the total of totals is 合计, once
		label = name
	}
	if len(label) > maxCellLabel {
		return ""
	}
	return label
}

// rowName is the name of row i after that of its group. Where its cell is empty, a
// row of 合计 may be named before it.
func (r *tableReader) rowName(i int) string {
	name := r.bare(r.t.Grid[i].Cell(r.text, r.name))
	for k := r.name - 1; k >= 0 && name == "" && r.group < 0; k-- {
		if s := noSpaces.Replace(r.t.Grid[i].Cell(r.text, k)); r.Totals.Has(s) || r.TotalsOfSome.Has(s) {
			name = s
		}
	}
	switch group := r.groups[i]; {
	case group == "" || name == group:
		return name
	case name == "":
		return group
	default:
		return group + joint + name
	}
}

// readGroups notes the group of each row: an empty cell goes on the one above.
func (r *tableReader) readGroups() {
	r.groups = make([]string, len(r.t.Grid))
	group := ""
	for i := r.t.Heads; i < len(r.t.Grid) && r.group >= 0; i++ {
		if name := r.bare(r.t.Grid[i].Cell(r.text, r.group)); name != "" {
			group = name
		}
		r.groups[i] = group
	}
}

// bare is the name of a row without its unit, its number and 其中.
func (r *tableReader) bare(name string) string {
	name = r.dropBracket(name)
	return trimNumber(strings.TrimLeft(strings.TrimPrefix(name, "其中"), "：:"))
}

// readLabels notes what labels say of each column: the names over it without
// their units. 数量 says nothing more than a number does, nor does 合计 where it is
// the only column of numbers. A name over several columns says nothing of one that
// counts in another unit: the sum in 万元 below 行政处罚（件）.
func (r *tableReader) readLabels() {
	valued := 0
	for k := range r.columns {
		if r.columns[k].kind == values && r.valued[k] > 0 {
			valued++
		}
	}
	for k := range r.columns {
		c := &r.columns[k]
		for level, name := range c.path {
			own, last := r.bracketUnit(name), level == len(c.path)-1
			if name = r.dropBracket(name); name == "" || !last && own != "" && c.unit != "" && c.unit != own {
				continue
			}
			if last && r.ColumnsOfCounts.Has(name) && (r.name >= 0 || len(c.says) > 0) && (!r.CheckTotals.Has(name) || r.name >= 0 && valued == 1) {
				continue
			}
			c.says = append(c.says, name)
		}
	}
}

// isYearName reports whether a row is named after a year: 2022, 2022年度.
func isYearName(name string) bool {
	_, ok := numeral.Year(strings.TrimSuffix(strings.TrimSuffix(name, "度"), "年"))
	return ok
}
