package figure

import (
	"strings"

	"mingfa/generator/report"
)

// isMeasure reports whether a unit measures rather than counts things.
func isMeasure(unit string) bool {
	switch unit {
	case "天", "小时", "分钟", "个工作日", "工作日", "个月", "年", "岁", "分", "倍", "学时", "课时", "周", "秒":
		return true
	}
	return strings.HasSuffix(unit, "元") && unit != "元"
}

func isRate(unit string) bool {
	switch unit {
	case "%", "‰", "成", "个百分点":
		return true
	}
	return false
}

// kindOf says what a figure measures.
func kindOf(m *mark) report.Kind {
	switch {
	case m.unit == "个百分点":
		return report.KindChange
	case m.changes && m.pair != earlier && m.pair != later:
		return report.KindChange
	case isRate(m.unit), m.unit == "倍", m.num.Fraction, m.unit == "" && (strings.HasSuffix(m.label, "比") || strings.HasSuffix(m.label, "率")):
		return report.KindRate
	case strings.HasSuffix(numerator(m.unit), "元") || strings.HasSuffix(m.unit, "英镑") || strings.HasSuffix(m.unit, "人民币"):
		return report.KindAmount
	}
	return report.KindCount
}
