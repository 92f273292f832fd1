package lastyear

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// bracket parts a label that ends in brackets: 出庭率 and 2022年 of
// 出庭率（2022年）.
func bracket(label string) (before, in string, ok bool) {
	open := strings.LastIndex(label, "（")
	if open < 0 || !strings.HasSuffix(label, "）") {
		return label, "", false
	}
	return label[:open], strings.TrimSuffix(label[open+len("（"):], "）"), true
}

// yearOf is the year of 2022年 or 2022年度, 0 for anything else.
func yearOf(s string) int {
	year, _ := numeral.Year(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
	return year
}

// isFigure reports whether i is the index of a figure of r; a relation gives -1
// for what it has not.
func isFigure(r *report.Report, i int) bool { return i >= 0 && i < len(r.Figures) }
