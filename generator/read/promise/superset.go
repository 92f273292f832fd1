package promise

import (
	"slices"

	"mingfa/generator/report"
)

// byFewer reads that of all of a wider thing there were fewer than were planned of a part of it: 普法短视频9部 leaves no 12 of
// 节水普法短视频. It must be the only number of its kind in the report, since others may count other parts.
func (p *page) byFewer(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.part != nil || it.times != 1 || it.figure().Kind != report.KindCount || p.words.PromiseLevels.In(it.r.Source.Slice(it.core)) {
		return verdict{}, false
	}
	goal, found := it.figure(), -1
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end && i < first+mostItems; i++ {
		if p.isWider(it, s, i) {
			if found >= 0 {
				return verdict{}, false
			}
			found = i
		}
	}
	if found < 0 || p.isCountedElsewhere(it, found) {
		return verdict{}, false
	}
	f := &p.r.Figures[found]
	now, ok := reachOf(goal, f)
	want, okWant := goal.Decimal()
	if !ok || !okWant || now.low.Sign() <= 0 || p.compared(it, now, want) != report.PromiseUnmet || p.isRestDone(it, f) {
		return verdict{}, false
	}
	if p.isOneByOne(it, goal) {
		return p.byWords(s, report.PromisePartly)
	}
	return p.byWords(s, report.PromiseUnmet)
}

// isWider reports whether a number counts what an item is about without some of its words: all of 执法培训班 where 行政执法
// 人员培训班 is planned.
func (p *page) isWider(it *item, s *sentence, i int) bool {
	f := &p.r.Figures[i]
	if !p.exact(it, f) || !p.sameUnit(it.figure(), f) || p.earlier[i] {
		return false
	}
	before, own := p.wordsOf(f)
	words := p.wordsBehind(s, i)
	_, key := takeDeed(p.words, (&planner{words: p.words}).keyOfWords(lastClause(words)), true)
	p.round++
	p.mark(p.pairs(lastClause(words)))
	if telling(key) < shortestTelling || !p.namesEnd(it) || p.namesMore(it, lastClause(words)) || p.isOfSome(it, f) || p.isOfPart(f.Span.Start) || p.byOthers(it, before) {
		return false
	}
	core := string(it.key)
	isOwn := slices.ContainsFunc([]string{p.ownOf(it)}, func(own string) bool { return own != "" })
	return isOwn && p.sameDeed(it, f, before, own) && !p.restated(it, f, before) && lastRune(core) == lastRune(string(key))
}

// isCountedElsewhere reports whether another number of a report, in the unit of a goal, may count some of what it plans.
func (p *page) isCountedElsewhere(it *item, but int) bool {
	end := string(it.key[max(0, len(it.key)-shortestKey):])
	for i := range p.r.Figures {
		f := &p.r.Figures[i]
		if i == but || p.of[i] < 0 || f.Kind != report.KindCount || !p.sameUnit(it.figure(), f) {
			continue
		}
		s := &p.sentences[p.of[i]]
		if !s.ahead && s.span.Len() <= longest && p.holds([]rune(end), p.wordsBehind(s, i)) {
			return true
		}
	}
	return false
}
