package site

import (
	"unicode"

	"mingfa/generator/report"
)

// What is to be read in one minute besides the figures that announce the report:
// how long the text is, and where it says what was found wanting and what is
// planned.

// characters counts the characters of a text as Chinese word processors do,
// white space left out. The text is UTF-8.
func characters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// parts are the headings over shortcomings and plans, which every annual report
// has to have; of headings that stand under each other the outermost.
func parts(r *report.Report) []partItem {
	items := []partItem{}
	const below = 99
	inside := [2]int{below, below} // the level of the heading that the next one may stand under
	for i := range r.Headings {
		h := &r.Headings[i]
		if h.Item {
			continue
		}
		for k := range inside {
			if h.Level <= inside[k] {
				inside[k] = below
			}
		}
		shortcoming, plan := h.Shortcoming && inside[0] == below, h.Plan && inside[1] == below
		if shortcoming {
			inside[0] = h.Level
		}
		if plan {
			inside[1] = h.Level
		}
		name := ""
		switch {
		case shortcoming && plan:
			name = "存在的不足和下一年安排"
		case shortcoming:
			name = "存在的不足"
		case plan:
			name = "下一年安排"
		}
		if name != "" {
			first, all := points(r, i)
			items = append(items, partItem{name, h.Number + h.Text, "#" + h.ID, first, all})
		}
	}
	return items
}
