package site

import (
	"strconv"

	"mingfa/generator/read/series"
)

// change says in words how a value stands to the one before it, 比2022年多22件; "" where
// there is none before. Of numbers that are about, beyond or short of a value, or
// that are rounded to 万 where the one before is not, none is computed.
func change(before, now *point) string {
	if before == nil {
		return ""
	}
	switch {
	case now.broken != "":
		return "口径有变化，不与以前相比"
	case !before.exact() || !now.exact():
		return "约数、上下限，不算增减"
	case !series.RoundedAlike(before.raw, now.raw):
		return "一个取整到万，不算增减"
	}
	year := strconv.Itoa(before.year) + "年"
	d := now.number().Sub(before.number())
	more, less, unit := "多", "少", now.unit
	if unit == "%" {
		more, less, unit = "高", "低", "个百分点"
	}
	switch d.Sign() {
	case 0:
		return "与" + year + "持平"
	case 1:
		return "比" + year + more + d.String() + unit
	}
	return "比" + year + less + d.Abs().String() + unit
}
