package site

import (
	"strconv"
	"strings"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// change says in words how a value stands to the one before it, 比2022年多22件; "" where
// there is none in the year before: over a year that is silent nobody knows whether
// it was counted in the same way, nor where the two need not be the same thing. Where
// no change can be computed, it says why.
func change(before, now *point) string {
	if before == nil || before.year != now.year-1 || now.apart {
		return ""
	}
	then, is := before.asFigure(), now.asFigure()
	if !isMoney(then.Unit) && !isMoney(is.Unit) {
		then.Unit = is.Unit // 件 and 起 of one track count the same
	}
	c, ok := series.Compare(&then, &is)
	switch {
	case now.broken != "":
		return "口径有变化，不与以前相比"
	case !then.Exact() || !is.Exact():
		return "约数、上下限，不算增减"
	case then.Unit != is.Unit:
		return "计量单位不同，不算增减"
	case !ok:
		return "取整的程度不同，不算增减"
	}
	lead, rest := chart.ChangeWords(c, &then, &is)
	return lead + strconv.Itoa(before.year) + "年" + rest
}

// asFigure is a point as the figure that states it, as far as comparing needs it.
func (pt *point) asFigure() report.Figure {
	f := report.Figure{Kind: report.KindCount, Value: pt.value, Raw: pt.raw, Unit: pt.unit, Approx: pt.approx, Bound: pt.bound}
	if pt.unit == "%" || pt.unit == "％" {
		f.Kind = report.KindRate
	}
	return f
}

// alikeUnits reports whether values in two units that count the same can stand in one
// row: sums of money in 万元 and 亿元 would need a conversion that nobody has stated.
func alikeUnits(a, b string) bool { return a == b || !isMoney(a) && !isMoney(b) }

func isMoney(unit string) bool { return strings.HasSuffix(unit, "元") }
