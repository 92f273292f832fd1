package lastyear

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// column is what a label ends in in brackets, which names the column of its figure: 2022年
// of 出庭率（2022年）. "" without brackets.
func column(label string) string {
	inside, ok := strings.CutSuffix(label, "）")
	if !ok {
		return ""
	}
	return inside[strings.LastIndex(inside, "（")+len("（"):]
}

// yearOf is the year of 2022年 or 2022年度, 0 for anything else.
func yearOf(s string) int {
	year, _ := numeral.Year(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
	return year
}

// isFigure reports whether i is the index of a figure of r; a relation gives -1
// for what it has not.
func isFigure(r *report.Report, i int) bool { return i >= 0 && i < len(r.Figures) }
