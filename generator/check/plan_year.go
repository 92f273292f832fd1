package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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
// 2023年以来, is none. Other words than these (2023年，一是…) may tell of what was done, too: they
// count where no sentence of the plan names a later year, and as a warning.
func (in *Input) planSentences(s sections, c *collector) {
	r := in.Report
	stale := !namesLater(r, s)
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
			if year == 0 || year > r.Year || !isTime || strings.TrimLeftFunc(text[:at], inItemNumber) != "" || laterYear(withoutPlans(text[end:]), r.Year) {
				continue
			}
			clause, _, _ := strings.Cut(rest, "，")
			severity := report.Error
			if len(clause) > longestBody || !in.Words.CheckPlannedOpenings.In(clause) {
				if !stale || s.shortcoming[b.Heading] || in.Words.CheckToldAsDone.In(rest) || !in.opensPlan(clause) {
					continue
				}
				severity = report.Warning
			}
			c.note(words(c.src.Text, sentence.Start+at, sentence.End, 14), severity, fmt.Sprintf("报告的是 %s度，下一年度的安排却写成了 %s", yearText(r.Year), yearText(year)),
				fmt.Sprintf("请核对定稿，这里应当是 %s", yearText(r.Year+1)))
		}
	}
}

// namesLater reports whether the text of the plan names a year behind the one reported on, so
// that one before it may be told of for comparison. The years of plans are none.
func namesLater(r *report.Report, s sections) bool {
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind == report.BlockText && b.Heading >= 0 && s.plan[b.Heading] && laterYear(withoutPlans(r.Source.Slice(b.Span)), r.Year) {
			return true
		}
	}
	return false
}

// opensPlan reports whether the first clause behind the year of a sentence says what is to be
// done: 一是…, 重点抓好…, 我局计划…, 全局上下将…. What others do, and what is made of a thing
// (将培训纳入考核), is none.
func (in *Input) opensPlan(clause string) bool {
	if in.Words.CheckPlanBegins.Prefix(clause) > 0 {
		return true
	}
	m, ok := in.Words.CheckPlannedDeeds.Find(clause, 0)
	return ok && in.isSelf(clause[:m.Start]) && !in.Words.CheckDisposing.In(clause)
}

// isSelf reports whether words are what the reporting body calls itself: 我局, 全局上下, 市司法局.
func (in *Input) isSelf(name string) bool {
	const few = 3
	if in.Words.CheckSelves.Has(name) || strings.HasPrefix(name, "全") && len(name) <= 4*han {
		return true
	}
	for _, own := range append(slices.Clone(in.Body), in.Report.Issuer) {
		if utf8.RuneCountInString(name) >= few && isShortOf(name, own) {
			return true
		}
	}
	return false
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
