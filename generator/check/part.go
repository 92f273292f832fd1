package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// isPlan reports whether the words of a heading stand over what is to be done:
// 2024年工作安排, 下一步打算. Words of the past beside 工作计划 and the like say
// that they do not: 2023年工作计划完成情况.
func isPlan(heading string) bool {
	if hasAny(heading, "下一步", "下一年", "下年度", "下步", "下阶段", "下一阶段", "明年", "今后") {
		return !hasAny(heading, "成效", "回顾", "完成情况")
	}
	return hasAny(heading, "工作安排", "工作打算", "工作计划", "工作思路", "工作设想", "工作要点", "工作部署", "工作重点", "主要安排", "重点安排", "努力方向", "目标任务", "打算") &&
		!hasAny(heading, "情况", "完成", "回顾", "总结", "成效", "举措", "做法", "以来", "进展")
}

// isShortcoming reports whether the words of a heading stand over what was
// found wanting.
func isShortcoming(heading string) bool {
	return hasAny(heading, "不足", "问题", "短板", "薄弱", "差距", "困难", "欠缺")
}

// sections says of every heading under which part of the report it stands.
type sections struct {
	plan, shortcoming []bool
}

// sectionsOf looks at the words of every heading and of those above it.
func sectionsOf(r *report.Report) sections {
	s := sections{make([]bool, len(r.Headings)), make([]bool, len(r.Headings))}
	var open []int // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && r.Headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		if !h.Item {
			s.plan[i], s.shortcoming[i] = isPlan(h.Text), isShortcoming(h.Text)
		}
		if len(open) > 0 {
			above := open[len(open)-1]
			s.plan[i] = s.plan[i] || s.plan[above]
			s.shortcoming[i] = s.shortcoming[i] || s.shortcoming[above]
		}
		open = append(open, i)
	}
	return s
}

// yearIn is the first year of the calendar that s names, as 2023年 or
// 二〇二三年, where it begins and where, after 年, it ends; 0 when s names none.
func yearIn(s string) (year, at, end int) {
	for from := 0; ; {
		i := strings.Index(s[from:], "年")
		if i < 0 {
			return 0, 0, 0
		}
		i += from
		from = i + len("年")
		digits := len(strings.TrimRight(s[:i], " 　")) // 2023 年
		if year := yearBefore(s, digits); year > 0 {
			size := 4 * han
			if s[digits-1] < 0x80 {
				size = 4
			}
			return year, digits - size, from
		}
	}
}

// yearBefore is the year that ends at i, 0 when there is none.
func yearBefore(s string, i int) int {
	for _, size := range [...]int{4, 4 * han} {
		if i < size || size == 4 && i > 4 && isDigit(rune(s[i-5])) {
			continue
		}
		if n, ok := numeral.Int(s[i-size : i]); ok && n > 1990 && n < 2100 {
			return n
		}
	}
	return 0
}

// monthOf is the month that s names, 0 when it names none.
func monthOf(s string) int {
	if n, ok := numeral.Int(s); ok && n >= 1 && n <= 12 {
		return n
	}
	return 0
}

// yearText is a year as messages print it.
func yearText(year int) string { return fmt.Sprintf("%d 年", year) }
