package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// plans says of every heading whether it stands over what is still to be done:
// its own words say so, or a heading above it does.
func plans(r *report.Report) []bool {
	plan := make([]bool, len(r.Headings))
	var open []int // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && r.Headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		switch {
		case isPlan(h.Text, r.Year):
			plan[i] = true
		case len(open) > 0 && plan[open[len(open)-1]]:
			plan[i] = true
		}
		open = append(open, i)
	}
	return plan
}

// isPlan reports whether a heading announces the plan of a coming year. One
// that holds shortcomings and plan together is none: its goals announce
// themselves.
func isPlan(text string, year int) bool {
	if len(text) > 180 {
		return false
	}
	when := yearAhead(text, year)
	announced := when == ahead || when != past && planned.within(text)
	return announced && !looksBack.within(text)
}

// looksBack are words of a heading that holds more than a plan.
var looksBack = prefixes("问题 不足 举措和成效")

// planned are the words of such a heading.
var planned = prefixes("工作安排 工作打算 工作计划 下一步 下一年 下年度 主要安排 工作思路 工作重点 明年 目标任务 今后 工作目标 努力方向 重点任务 主要任务 工作要点 重点工作 工作部署 下步 来年 新一年 新的一年 下阶段 下一阶段 展望")

type tense uint8

const (
	unsaid tense = iota
	past
	ahead
)

// yearAhead compares the years that words name with the year reported on.
func yearAhead(text string, year int) tense {
	found := unsaid
	for i := strings.Index(text, "年"); i >= 0; {
		if i >= 4 {
			if n, ok := numeral.Int(text[i-4 : i]); ok && n > 1990 && n < 2100 && year > 0 {
				if n > year {
					return ahead
				}
				found = past
			}
		}
		next := strings.Index(text[i+len("年"):], "年")
		if next < 0 {
			break
		}
		i += len("年") + next
	}
	return found
}

// goals marks the figures of a block that are goals: all under the heading of
// a plan, else those of a sentence that opens with 下一步 or a coming year.
func (e *extractor) goals(b *report.Block) {
	s := &e.scanner
	if b.Heading >= 0 && e.plans[b.Heading] {
		for k := range s.marks {
			s.marks[k].target = true
		}
		return
	}
	coming := false
	sentence := -1
	k := 0
	for i := 0; i < len(s.clauses) && k < len(s.marks); i++ {
		c := &s.clauses[i]
		if c.sentence != sentence {
			sentence = c.sentence
			coming = coming || opensPlan(e.text[c.start:min(c.end, c.start+90)], e.r.Year)
		}
		if c.last == 0 {
			continue
		}
		if words := e.text[c.start:c.end]; coming || strings.HasPrefix(words, "力争") || strings.HasPrefix(words, "确保") {
			for ; k < c.last; k++ {
				s.marks[k].target = s.marks[k].target || k >= c.first
			}
		}
		k = max(k, c.last)
	}
}

// opensPlan reports whether a sentence opens with words of the future.
func opensPlan(words string, year int) bool {
	words = skipIndent(words)
	if future.leading(words) > 0 || setsGoal(words) {
		return true
	}
	const reach = 9 // bytes before the first 年
	return strings.Contains(words[:min(len(words), reach+len("年"))], "年") && yearAhead(head(words, 18), year) == ahead
}

// future opens a sentence of what is to come.
var future = prefixes("下一步 下步 今后 明年 来年 新一年 新的一年 下一年 下年度 下阶段 下一阶段 力争到")

// setsGoal reports whether words say what is aimed at.
func setsGoal(words string) bool {
	for {
		before, after, found := strings.Cut(words, "目标")
		if !found {
			return false
		}
		if strings.HasPrefix(after, "是") || strings.HasPrefix(after, "为") || strings.HasSuffix(before, "预期") || strings.HasSuffix(before, "主要") {
			return true
		}
		words = after
	}
}
