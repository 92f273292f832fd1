package outline

import (
	"fmt"
	"sort"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// settlePlans takes back that a heading stands over a plan where its words alone
// would say so, but its place says that the work is done: （三）抓好重点任务 under 2023年工作情况,
// or 二、重点工作 before 三、存在的问题, as a plan stands behind the shortcomings. Words that
// can mean nothing else (下一步, 打算, a year to come) are believed wherever they stand.
func (p *parser) settlePlans(r *report.Report) {
	last := -1 // the last heading of shortcomings
	for i := range r.Headings {
		if r.Headings[i].Shortcoming {
			last = i
		}
	}
	p.ledPlans(r)
	var open []*report.Heading // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && open[len(open)-1].Level >= h.Level {
			open = open[:len(open)-1]
		}
		switch {
		case p.words.Intends(h.Text, r.Year), h.Item:
		case len(open) > 0 && open[len(open)-1].Plan && open[len(open)-1].Shortcoming && !h.Shortcoming && p.words.DocumentPlanEnds.In(h.Text):
			h.Plan = true // （二）计划：… under 问题和计划
		case p.heads[i].bare && !h.Shortcoming && (h.Plan || p.words.DocumentPlanEnds.In(h.Text)) && !p.words.HeadingDone.In(h.Text):
			p.settleBare(r, i, last)
		case h.Plan && !h.Shortcoming && (len(open) == 0 && i < last || underResults(open)):
			h.Plan = false
		}
		open = append(open, h)
	}
}

// ledPlans makes plans of the points to which a paragraph leads over in its last sentence:
// 执法人员只有8名。2024年将抓好以下工作： above 1.检查河道130次。
func (p *parser) ledPlans(r *report.Report) {
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockText || i+1 == len(r.Blocks) || r.Blocks[i+1].Heading <= b.Heading {
			continue
		}
		s := p.src.Slice(b.Span)
		if !hasSuffix(s, "：", ":") || !p.announcesPlan(s[strings.LastIndex(s, "。")+1:]) {
			continue
		}
		first, n := r.Blocks[i+1].Heading, 1 // n is the number that goes on with the list
		for k := first; k < len(r.Headings); k++ {
			f := p.heads[k].family
			if f < p.heads[first].family || f >= families || f == p.heads[first].family && p.heads[k].n != n {
				break
			}
			if f == p.heads[first].family {
				n++
			}
			r.Headings[k].Plan = r.Headings[k].Item
		}
	}
}

// announcesPlan reports whether a sentence says that what is to come follows.
func (p *parser) announcesPlan(s string) bool {
	if !hasLength(s, 4, leadRunes) || p.words.PlanDone.In(s) || p.words.HeadingDone.In(s) || strings.Contains(s, "《") {
		return false
	}
	return (lexicon.IsAhead(s, p.about) || p.words.SentenceComing.In(s)) && (strings.Contains(s, "将") || p.words.HeadingPlanned.In(s))
}

// underResults reports whether headings that enclose another are of neither
// plans nor shortcomings.
func underResults(open []*report.Heading) bool {
	for _, h := range open {
		if h.Plan || h.Shortcoming {
			return false
		}
	}
	return len(open) > 0
}

// settleBare says whether heading i, a line that only names a plan and no time to come
// (工作计划：, 重点任务：, 2023年计划：), stands over what is to be done: the words below it
// tell, else its place behind the shortcomings. What neither tells is no plan, and a
// finding says so. last is the last heading of shortcomings.
func (p *parser) settleBare(r *report.Report, i, last int) {
	h := &r.Headings[i]
	coming, done := p.tellsTime(r, i)
	after := last >= 0 && i > last
	switch {
	case coming != done:
		h.Plan = coming
	case after && !done:
		h.Plan = true
	default:
		h.Plan = false
		p.findings = append(p.findings, p.src.FindingAt(h.Span, rule.UnclearPlan, report.Warning,
			fmt.Sprintf("“%s”下面写的是已经做了的事，还是下一年的安排，读不出来", h.Text), p.howToTell(r.Year)))
	}
}

// howToTell is what staff may write instead of a heading that does not tell the year.
func (p *parser) howToTell(year int) string {
	if year == 0 {
		return "请核对定稿：是下一年的安排，题目写明“下一年工作安排”；是已经做了的，写明“工作完成情况”"
	}
	return fmt.Sprintf("请核对定稿：是下一年的安排，题目写明“%d年工作安排”；是已经做了的，写明“%d年工作完成情况”", year+1, year)
}

// tellsTime reports whether the words under heading i speak of what is to come, and
// whether they speak of what was done.
func (p *parser) tellsTime(r *report.Report, i int) (coming, done bool) {
	end := i + 1
	for end < len(r.Headings) && r.Headings[end].Level > r.Headings[i].Level {
		end++
	}
	first := sort.Search(len(r.Blocks), func(k int) bool { return r.Blocks[k].Span.Start >= r.Headings[i].Span.End })
	for k := first; k < len(r.Blocks) && r.Blocks[k].Heading < end; k++ {
		if b := &r.Blocks[k]; b.Kind == report.BlockText && b.Heading >= i {
			s := p.src.Slice(b.Span)
			coming = coming || p.words.PlanComing.In(s) || lexicon.IsAhead(s, r.Year)
			done = done || p.words.PlanDone.In(s)
		}
	}
	return coming, done
}

// goesOn reports whether a paragraph goes on with the plan of the one above, which its name
// stands before (2024年计划：检查河道130次。): 二是…, 同时…, — 举办讲座.
func (p *parser) goesOn(s string) bool {
	rest := strings.TrimLeft(s, "—-●•·*◆ 　")
	return rest != s || p.words.GoalsGoOn.Prefix(s) > 0 || p.words.PlanComing.In(s)
}

// takesUpResults reports whether a paragraph below a bare heading of a plan speaks again
// of the year reported on: 2023年，我局检查…. There the plan has ended.
func takesUpResults(s string, year int) bool {
	at, size, named := findYear(s[:min(len(s), len("二〇二三年"))])
	return at == 0 && size > 0 && named == year && strings.HasPrefix(strings.TrimPrefix(s[size:], "度"), "，")
}
