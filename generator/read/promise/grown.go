package promise

import (
	"strings"

	"mingfa/generator/report"
)

// How many are added may be told by how many there were and are: 免罚事项由9项增加到12项 of 新增免罚事项3项.

// byGrown reads by how much what an item is to add to has grown within the year. What is to come, what several
// years made of it and what all reports have (工作人员) tells nothing.
func (p *page) byGrown(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.part != nil || it.times != 1 || it.figure().Kind != report.KindCount || it.figure().Approx != "" || !p.plansMore(it) || p.ownOf(it) == "" {
		return verdict{}, false
	}
	want, ok := it.figure().Decimal()
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; ok && i < end; i++ {
		from, isGrown := p.origins[i]
		if !isGrown || from != i-1 || !p.isGrownHere(it, s, from, i) {
			continue
		}
		then, okThen := p.r.Figures[from].Decimal()
		now, okNow := p.r.Figures[i].Decimal()
		if !okThen || !okNow || now.Cmp(then) <= 0 {
			continue
		}
		switch p.compared(it, reach{low: now.Sub(then), high: now.Sub(then)}, want) {
		case report.PromiseMet:
			return p.byWords(s, report.PromiseMet)
		case report.PromiseUnmet:
			return p.byWords(s, report.PromisePartly)
		}
	}
	return verdict{}, false
}

// byGrownTo reads up to how many what an item is to have has grown within the year: 由5名增至8名 of 不少于8名.
func (p *page) byGrownTo(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.part != nil || it.times != 1 || it.figure().Kind != report.KindCount || it.figure().Approx != "" || p.ownOf(it) == "" {
		return verdict{}, false
	}
	core, goal := it.r.Source.Slice(it.core), it.figure()
	if !p.words.PromiseLevels.In(core) && goal.Bound != report.BoundAtLeast && goal.Bound != report.BoundAbove || p.saysNew(core) || p.words.PromiseMore.Prefix(core) > 0 {
		return verdict{}, false
	}
	want, ok := goal.Decimal()
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; ok && i < end; i++ {
		from, isGrown := p.origins[i]
		now, isNumber := p.r.Figures[i].Decimal()
		if !isGrown || !isNumber || from != i-1 || !p.isGrownHere(it, s, from, i) {
			continue
		}
		if status := p.compared(it, reach{low: now, high: now}, want); status == report.PromiseMet || status == report.PromiseUnmet {
			return p.byWords(s, status)
		}
	}
	return verdict{}, false
}

// plansMore reports whether an item plans how many are to be added, and not up to how many.
func (p *page) plansMore(it *item) bool {
	core := it.r.Source.Slice(it.core)
	return !p.words.PromiseLevels.In(core) && !p.words.PromiseStanding.In(core) && (p.saysNew(core) || p.words.PromiseMore.Prefix(core) > 0)
}

// isGrownHere reports whether two numbers, of which the second one grew out of the first one, count what an item is
// about and nothing else, within the year.
func (p *page) isGrownHere(it *item, s *sentence, from, i int) bool {
	then, now, text := &p.r.Figures[from], &p.r.Figures[i], p.r.Source.Text
	if then.Unit != now.Unit || !p.sameUnit(it.figure(), now) || !then.Exact() || !now.Exact() || then.Hidden || now.Hidden || now.Target {
		return false
	}
	if strings.HasPrefix(strings.TrimPrefix(text[now.Span.End:s.span.End], now.Unit), "的") { // 的方案已上报
		return false
	}
	lead := text[s.span.Start:now.Span.Start]
	name := p.wordsBehind(s, from)
	if m, ok := p.words.Origins.FindLast(name); ok && p.isYearBefore(name[m.End:]) {
		name = name[:m.Start]
	} else {
		return false
	}
	name = p.withoutEnds(lastClause(name))
	isNamed := p.holds(it.key, name) && !p.namesBeyond(it, name)
	isAhead := p.words.PromiseForecast.In(lead) || p.words.PromiseLead.In(text[p.clauseOf(then).Start:now.Span.Start]) || p.comingAt(lead) >= 0
	isElse := p.isOtherTime(it, s.span.Start) || p.isOtherTime(it, then.Span.Start-1) || p.isOtherTime(it, now.Span.Start) || p.isOfMonths(lead) || p.narrows(it, lead) || p.byOthers(it, lead)
	return isNamed && !isAhead && !isElse && p.words.Rises.In(text[then.Span.End:now.Span.Start]+now.Label) && !p.isUndone(it, p.r.Source.Slice(s.span))
}

// isYearBefore reports whether words behind 由 say nothing, or that the number is of the year before: 年初的, 去年的.
func (p *page) isYearBefore(words string) bool {
	words = strings.TrimSuffix(words, "的")
	return words == "" || p.words.YearBefore.Has(words) || p.words.PromiseYearBegin.Has(words)
}

// namesBeyond reports whether words name what neither an item nor the paragraph that plans it does: 行政复议机构 before
// 办案人员 is none where the paragraph is on 行政复议.
func (p *page) namesBeyond(it *item, words string) bool {
	if !p.namesMore(it, words) {
		return false
	}
	block := blockOf(it.r, it.core.Start)
	if block < 0 || it.r.Blocks[block].Span.Len() > longest {
		return true
	}
	more := *it
	more.full = append(append([]rune(string(it.full)), 0), (&planner{r: it.r, words: p.words}).keyOf(it.r.Blocks[block].Span)...)
	return p.namesMore(&more, words)
}
