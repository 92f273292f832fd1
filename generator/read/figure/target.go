package figure

import (
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// plans says of every heading whether all under it is still to be done: it
// stands over a plan, or a heading above it does. Under a heading of shortcomings
// and plan together only the sentences are goals that say so.
func plans(r *report.Report) []bool {
	plan := make([]bool, len(r.Headings))
	var open []int // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && r.Headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		plan[i] = h.Plan && !h.Shortcoming || len(open) > 0 && plan[open[len(open)-1]]
		open = append(open, i)
	}
	return plan
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
			coming = coming || e.opensPlan(e.text[c.start:min(c.end, c.start+90)], e.r.Year)
		}
		if c.last == 0 {
			continue
		}
		if words := e.text[c.start:c.end]; coming || e.Goals.Prefix(words) > 0 {
			for ; k < c.last; k++ {
				s.marks[k].target = s.marks[k].target || k >= c.first
			}
		}
		k = max(k, c.last)
	}
}

// opensPlan reports whether a sentence opens with words of the future.
func (g grammar) opensPlan(words string, year int) bool {
	words = trimIndent(words)
	if g.SentenceComing.Prefix(words) > 0 || g.GoalsSet.In(words) {
		return true
	}
	const reach = 9 // bytes before the first 年
	return strings.Contains(words[:min(len(words), reach+len("年"))], "年") && lexicon.IsAhead(head(words, 18), year)
}
