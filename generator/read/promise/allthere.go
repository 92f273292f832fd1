package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// A plan may name how many there are, and want all of them: 5个县区取水口在线监测全覆盖, 执法记录仪人手一台.

// byAllThere reads that all are reached where the plan said how many there are: 县区取水口在线监测实现全覆盖.
func (p *page) byAllThere(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || !it.whole || it.part != nil || it.times != 1 || it.figure().Kind != report.KindCount {
		return verdict{}, false
	}
	goal := it.figure()
	noun := strings.TrimPrefix(it.r.Source.Text[goal.Span.End:max(goal.Span.End, it.core.End)], goal.Unit)
	if noun = firstRunes(noun, shortestKey); noun == "" {
		return verdict{}, false
	}
	for k := range s.clauses {
		sp := s.clauses[k].span
		clause := p.r.Source.Slice(sp)
		first, end := figuresIn(p.r, sp)
		isAll := first == end || end == first+1 && p.r.Figures[first].Value == goal.Value && p.sameUnit(goal, &p.r.Figures[first])
		m, isWhole := p.allIn(clause)
		if !isAll || !isWhole || p.namesMore(it, p.besideFigures(report.Span{Start: sp.Start, End: sp.Start + m.Start})) || !p.saysWhole(clause) || !strings.Contains(clause, noun) || !p.holds(it.key, clause) || !p.isSure(it, s, sp) || p.narrows(it, clause) || p.words.PromiseExcept.In(clause) {
			continue
		}
		if it.deed.class == 0 || it.deed.did(p.words, clause) {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// firstRunes is the first n characters of words, "" where there are fewer.
func firstRunes(words string, n int) string {
	at := 0
	for range n {
		r, size := utf8.DecodeRuneInString(words[at:])
		if size == 0 || !isWord(r) {
			return ""
		}
		at += size
	}
	return words[:at]
}

// byOneEach reads whether everybody has one of a thing: 实现人手一台, or 86名执法人员配备执法记录仪70台, which leaves some
// without.
func (p *page) byOneEach(it *item, s *sentence) (verdict, bool) {
	core := it.r.Source.Slice(it.core)
	m, ok := p.words.PromiseOneEach.Find(core, 0)
	if !ok || it.goal >= 0 {
		return verdict{}, false
	}
	name := (&planner{words: p.words}).keyOfWords(core[:m.Start])
	_, name = takeDeed(p.words, name, true)
	if telling(name) < shortestTelling {
		return verdict{}, false
	}
	for k := range s.clauses {
		sp := s.clauses[k].span
		if !p.isSure(it, s, sp) || !p.holds(name, p.r.Source.Text[s.span.Start:sp.End]) || p.narrows(it, p.r.Source.Text[s.span.Start:sp.End]) {
			continue
		}
		if p.words.PromiseOneEach.In(p.r.Source.Slice(sp)) {
			return p.byWords(s, report.PromiseMet)
		}
	}
	if !p.isSure(it, s, s.span) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		people, things := &p.r.Figures[i-1], &p.r.Figures[i]
		if !p.exact(it, people) || !p.exact(it, things) || !p.words.UnitsOfPeople.Has(people.Unit) || p.words.UnitsOfPeople.Has(things.Unit) || !p.holds(name, p.wordsBehind(s, i)) || !isPartOf(things, people) {
			continue
		}
		return p.byWords(s, report.PromisePartly)
	}
	return verdict{}, false
}
