package promise

import (
	"strings"

	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// byRest reads two numbers that make up the goal, of which one is done and the other is not: 除险加固2座，另1座
// 完成65%.
func (p *page) byRest(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.figure().Kind != report.KindCount || it.figure().Bound == report.BoundAtMost || it.figure().Bound == report.BoundBelow {
		return verdict{}, false
	}
	want, ok := it.figure().Decimal()
	if !ok || !p.holds(it.key, p.r.Source.Slice(s.span)) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first; i+1 < end; i++ {
		done, rest := &p.r.Figures[i], &p.r.Figures[i+1]
		if !p.exact(it, done) || rest.Kind != report.KindCount || rest.Approx != "" || !p.sameUnit(it.figure(), done) || !p.sameUnit(it.figure(), rest) {
			continue
		}
		a, okA := done.Decimal()
		b, okB := rest.Decimal()
		if !okA || !okB || a.Sign() <= 0 || b.Sign() <= 0 || a.Add(b).Cmp(want) != 0 || !p.isOpen(it, s, i+1) || !p.isNamedUpTo(it, s, i) {
			continue
		}
		if p.words.PromiseTimes.Has(it.figure().Unit) { // of 10场 there are no parts
			return p.byWords(s, report.PromiseUnmet)
		}
		return p.byWords(s, report.PromisePartly)
	}
	return verdict{}, false
}

// isNamedUpTo reports whether the words right before a figure name what an item is about, or are its deed
// alone behind words that do: 3个办案区，已建成2个.
func (p *page) isNamedUpTo(it *item, s *sentence, i int) bool {
	own := p.wordsBehind(s, i)
	if p.holds(it.key, own+p.clauseBehind(s, &p.r.Figures[i])) { // 完成9个街道的评估
		return true
	}
	return !p.namesMore(it, own) && p.holds(it.key, p.r.Source.Text[s.span.Start:p.r.Figures[i].Span.Start])
}

// isOpen reports whether a number is of what is left to be done: 另1座完成65%, 其余4个尚在施工. Of 另1座由省水利厅加固
// nobody can say that it is.
func (p *page) isOpen(it *item, s *sentence, i int) bool {
	const reach = 90 // bytes behind it
	f := &p.r.Figures[i]
	behind := headOf(p.r.Source.Text[f.Span.End:max(f.Span.End, s.span.End)], reach)
	if at := strings.IndexAny(behind, "。；"); at >= 0 {
		behind = behind[:at]
	}
	isAhead := p.comingAt(behind) >= 0 || period.Before(behind, p.r.Year, p.words).Year > p.r.Year
	if p.words.PromiseUnderWay.In(behind) || p.isUndone(it, behind) || isAhead {
		return true
	}
	if !p.isRest(s, i) || strings.HasPrefix(behind, "由") {
		return false
	}
	if p.words.PromiseLater.In(behind) || p.words.PromisePreparing.In(behind) {
		return true
	}
	first, end := figuresIn(p.r, report.Span{Start: f.Span.End, End: f.Span.End + len(behind)})
	for k := first; k < end; k++ { // 完成工程量的70%
		if share, ok := p.r.Figures[k].Decimal(); ok && p.r.Figures[k].Unit == "%" && share.Sign() > 0 && share.Cmp(hundred) < 0 {
			return true
		}
	}
	isDone := it.deed.class != 0 && it.deed.did(p.words, behind) || p.words.PromiseFinished.In(behind) || p.words.PromiseBuilt.In(behind) || p.saysNew(behind)
	return !isDone
}

// isRest reports whether the words right before a number say that it is of what the number before it leaves: 另1座,
// 其余4个.
func (p *page) isRest(s *sentence, i int) bool {
	before := lastClause(p.r.Source.Text[s.span.Start:max(s.span.Start, p.r.Words(&p.r.Figures[i]).Start)])
	return p.words.PromiseLater.Suffix(before) > 0 || strings.HasSuffix(before, "另") || strings.HasSuffix(before, "另外")
}

// isRestDone reports whether a number that falls short of the goal has beside it the number of all that is missing,
// which is not said to be left to be done: of 除险加固2座，另1座由省水利厅完成 nobody can say that 3座 were not reached.
func (p *page) isRestDone(it *item, now *report.Figure) bool {
	want, ok := it.figure().Decimal()
	value, okValue := now.Decimal()
	if !ok || !okValue || it.figure().Kind != report.KindCount {
		return false
	}
	at := p.sentenceOf(now)
	for k := at; k < len(p.sentences) && k <= at+1 && p.sentences[k].block == p.sentences[at].block; k++ { // the rest may have a sentence of its own
		s := &p.sentences[k]
		first, end := figuresIn(p.r, s.span)
		for i := max(first, p.indexOf(now)+1); i < end && i < first+mostItems; i++ {
			f := &p.r.Figures[i]
			rest, ok := f.Decimal()
			if ok && f.Kind == report.KindCount && p.sameUnit(it.figure(), f) && value.Add(rest).Cmp(want) >= 0 && p.isRest(s, i) && !p.isOpen(it, s, i) {
				return true
			}
		}
	}
	return false
}
