package chart

import (
	"strings"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// Change says how f differs from g, the same of the year before: 比上年多123件,
// 比上年低1.2个百分点, 与上年持平. It is "" where no difference is sure.
func Change(f, g *report.Figure) string {
	c, ok := series.Compare(g, f)
	if !ok {
		return ""
	}
	lead, rest := ChangeWords(c, g, f)
	return lead + "上年" + rest
}

// ChangeWords says how a value stands to the one before, in two pieces between
// which the year of that one stands: 比 and 多123件, 与 and 持平.
func ChangeWords(c series.Change, then, now *report.Figure) (lead, rest string) {
	more, less, unit := "多", "少", now.Unit
	if now.Kind == report.KindRate {
		more, less = "高", "低"
	}
	if c.Points {
		unit = "个百分点"
	}
	switch c.Difference.Sign() {
	case 0:
		return "与", "持平"
	case -1:
		more = less
	}
	return "比", more + inScale(c.Difference.Abs(), then, now) + unit
}

// ChangePercent is the percentage of a change as print has it, （−2.7%）; "" where
// there is none.
func ChangePercent(c series.Change) string {
	if c.Percent == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(c.Percent, "-"); ok {
		return "（−" + rest + "%）"
	}
	return "（+" + c.Percent + "%）"
}
