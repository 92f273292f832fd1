package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

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
			s.plan[i], s.shortcoming[i] = h.Plan, h.Shortcoming
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

// history ends with this year: what a report tells of years up to it is no slip.
const history = 1990

// yearBefore is the year that ends at i, 0 when there is none.
func yearBefore(s string, i int) int {
	for _, size := range [...]int{4, 4 * han} {
		if i < size || size == 4 && i > 4 && numeral.IsDigit(rune(s[i-5])) {
			continue
		}
		if n, ok := numeral.Year(s[i-size : i]); ok && n > history {
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

// withoutPlans is words without titles and without the years that a bracket gives to a plan: 《法治政府建设
// 实施纲要（2021—2025年）》, “八五”普法规划（2021—2025年）. What such years are is no time of what is told.
func withoutPlans(words string) string {
	return without(withoutTitles(words), "（", "）", isSpanOfYears)
}

// withoutTitles is words without what stands in 《》.
func withoutTitles(words string) string {
	return without(words, "《", "》", func(string) bool { return true })
}

// without is words without the brackets whose content drops is true of.
func without(words, opening, closing string, drops func(within string) bool) string {
	var b strings.Builder
	for {
		before, rest, opened := strings.Cut(words, opening)
		within, after, closed := strings.Cut(rest, closing)
		if !opened || !closed {
			b.WriteString(words)
			return b.String()
		}
		b.WriteString(before)
		if !drops(within) {
			b.WriteString(opening + within + closing)
		}
		words = after
	}
}

// isSpanOfYears reports whether words are two years and nothing else: 2021—2025年, 2020年至2025年.
func isSpanOfYears(words string) bool {
	years := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("年至到-－—–~～ ", r) })
	for _, year := range years {
		if yearBefore(year, len(year)) == 0 {
			return false
		}
	}
	return len(years) == 2
}
