package check

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
)

// planYears finds headings over the plan, which is for the year to come, that
// name the year reported on or one before it.
func planYears(r *report.Report, c *collector) {
	section := 0 // the first tells what was done, whatever it is called
	for i := range r.Headings {
		h := &r.Headings[i]
		if h.Item || h.Level > 2 {
			continue
		}
		if h.Level == 1 {
			section++
		}
		if section < 2 || !h.Plan || h.Shortcoming {
			continue
		}
		year, _, end := yearIn(h.Text)
		if year == 0 || year > r.Year || laterYear(h.Text[end:], r.Year) {
			continue
		}
		c.add(headingSpan(r, h), fmt.Sprintf("报告的是 %s度，下一年度的安排却写成了 %s", yearText(r.Year), yearText(year)),
			fmt.Sprintf("请核对定稿，这里应当是 %s", yearText(r.Year+1)))
	}
}

// planSentences finds sentences of the plan that say of the year reported on, or of
// one before it, what will be done: 2023年，我局将继续…. What was done for a plan, as
// 2023年以来, is none.
func (in *Input) planSentences(s sections, c *collector) {
	r := in.Report
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockText || b.Heading < 0 || !s.plan[b.Heading] {
			continue
		}
		for sentence := range in.parts(b.Span, isStop) {
			text := r.Source.Slice(sentence)
			in.deadlines(c, sentence)
			year, at, end := yearIn(text)
			rest, isTime := strings.CutPrefix(strings.TrimPrefix(text[end:], "度"), "，")
			if year == 0 || year > r.Year || !isTime || strings.TrimLeftFunc(text[:at], inItemNumber) != "" || laterYear(text[end:], r.Year) {
				continue
			}
			clause, _, _ := strings.Cut(rest, "，")
			if len(clause) > longestBody || !in.Words.CheckPlannedOpenings.In(clause) {
				continue
			}
			c.add(words(c.src.Text, sentence.Start+at, sentence.End, 14), fmt.Sprintf("报告的是 %s度，下一年度的安排却写成了 %s", yearText(r.Year), yearText(year)),
				fmt.Sprintf("请核对定稿，这里应当是 %s", yearText(r.Year+1)))
		}
	}
}

// deadlines finds in a sentence of the plan what is to be done before the end of a year
// that is past by then: 力争2023年底前.
func (in *Input) deadlines(c *collector, sentence report.Span) {
	text := in.Report.Source.Slice(sentence)
	for from := 0; ; {
		year, at, end := yearIn(text[from:])
		if year == 0 {
			return
		}
		at, end = from+at, from+end
		from = end
		if year <= in.Report.Year && in.Words.CheckPlannedAims.Suffix(text[:at]) > 0 && strings.HasPrefix(text[end:], "底前") {
			c.add(words(c.src.Text, sentence.Start+at, sentence.End, 11), fmt.Sprintf("下一年度的安排里，完成的时间写成了 %s", yearText(year)),
				fmt.Sprintf("请核对定稿，报告的是 %s度，安排的是以后的事", yearText(in.Report.Year)))
		}
	}
}
