package chart

import "mingfa/generator/report"

// Change says how f differs from g, the same of the year before: 比上年多123件,
// 比上年低1.2个百分点, 与上年持平. It is "" where one of them is about, or a bound, and
// where their units differ: then no difference is sure.
func Change(f, g *report.Figure) string {
	d, ok := difference(f, g)
	if !ok || !f.Exact() || !g.Exact() || f.Unit != g.Unit || f.Kind != g.Kind {
		return ""
	}
	unit, more, less := f.Unit, "多", "少"
	if percent(f) {
		unit, more, less = "个百分点", "高", "低"
	}
	switch d.Sign() {
	case 0:
		return "与上年持平"
	case -1:
		more = less
	}
	return "比上年" + more + inScale(d.Abs(), f, g) + unit
}
