package promise

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// mayCount reports whether a sentence that names little of an item may count it all the same, so that
// nobody can say that it was not mentioned: 评查案卷427卷 of 评查行政执法案卷400卷, 检查274次，下降11.9% of
// 检查次数减少10%.
func (p *page) mayCount(it *item) bool {
	if it.goal < 0 {
		return false
	}
	if it.isRate() && p.mayRate(it) {
		return true
	}
	parts := p.joined(it)
	isChange := it.figure().Kind == report.KindChange
	for k := range p.sentences {
		s := &p.sentences[k]
		if s.ahead || !p.countsAlike(it, s.span) {
			continue
		}
		if len(parts) > 1 && slices.ContainsFunc(parts, func(part []rune) bool { return p.holds(part, p.r.Source.Slice(s.span)) }) { // 废止3件 of 废止、修改文件5件
			return true
		}
		if (s.names || isChange) && p.namesSome(it, s, isChange) || p.didHalf(it, p.r.Source.Slice(s.span)) {
			return true
		}
	}
	return false
}

// mayHaveDone reports whether a sentence says that the very deed of an item was done with what its name ends in: 清理涉企文件
// of 清理涉及不平等对待企业的文件.
func (p *page) mayHaveDone(it *item) bool {
	key := string(it.key)
	if it.deed.class&toAct == 0 || len([]rune(key)) < shortestKey {
		return false
	}
	runes := []rune(key)
	end := string(runes[len(runes)-shortestKey:])
	for k := range p.sentences {
		s := &p.sentences[k]
		if s.ahead || s.span.Len() > longest {
			continue
		}
		for c := range s.clauses {
			if words := p.r.Source.Slice(s.clauses[c].span); strings.Contains(words, end) && strings.Contains(words, it.deed.word) {
				return true
			}
		}
	}
	return false
}

// mayRate reports whether a sentence may tell the rate that an item plans in other words: 非现场检查1483家次，占比36% of
// 非现场监管执法比例, 处罚案件151件，案件信息全部公示 of 行政处罚案件公示率.
func (p *page) mayRate(it *item) bool {
	_, deed := p.rateOf(it)
	for k := range p.sentences {
		s := &p.sentences[k]
		if s.ahead || !s.names {
			continue
		}
		words := p.r.Source.Slice(s.span)
		p.round++
		for c := range s.clauses {
			p.mark(s.clauses[c].pairs)
		}
		named := p.share(it) * float64(telling(it.key))
		if named >= shortestTelling && p.countsAlike(it, s.span) || named >= shortestKey && deed != "" && strings.Contains(words, deed) {
			return true
		}
	}
	return false
}

// didHalf reports whether words hold one of the two verbs with which an item begins: 立案 of 立案查处案件.
func (p *page) didHalf(it *item, words string) bool {
	core := it.r.Source.Slice(it.core)
	n := p.words.Verbs.Prefix(core)
	m := p.words.Verbs.Prefix(core[n:])
	return n > len("立") && m > len("立") && (strings.Contains(words, core[:n]) || strings.Contains(words, core[n:n+m]))
}

// countsAlike reports whether a figure in a span counts as the goal of an item does.
func (p *page) countsAlike(it *item, sp report.Span) bool {
	goal := it.figure()
	first, end := figuresIn(p.r, sp)
	for i := first; i < end; i++ {
		if f := &p.r.Figures[i]; f.Kind == goal.Kind && (f.Kind == report.KindChange || p.sameUnit(goal, f)) {
			return true
		}
	}
	return false
}

// namesSome reports whether a clause of a sentence names something of an item and that the same was
// done. Of a change one of the two is enough: 检查 of 检查次数 may be read as what was done.
func (p *page) namesSome(it *item, s *sentence, isChange bool) bool {
	for k := range s.clauses {
		p.round++
		p.mark(s.clauses[k].pairs)
		named, did := p.share(it) > 0, it.deed.did(p.words, p.r.Source.Slice(s.clauses[k].span))
		if named && did || isChange && (named || did) {
			return true
		}
	}
	return false
}

// mayReachSome reports whether a sentence says of some of several, whom the plan may name otherwise, that they did what an
// item plans of all: 班子成员9人中8人完成述法 of 领导干部述法实现全覆盖.
func (p *page) mayReachSome(it *item) bool {
	if !it.whole {
		return false
	}
	words := strings.FieldsFunc(p.ownOf(it)+" "+it.deed.word, func(r rune) bool { return r == ' ' })
	for k := range p.sentences {
		s := &p.sentences[k]
		if s.ahead || s.span.Len() > longest {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first + 1; i < end && i < first+mostItems; i++ {
			if !p.isAmong(p.wordsBehind(s, i)) {
				continue
			}
			did := p.behindNumber(s, i, end)
			if it.deed.class&^toHold != 0 && it.deed.did(p.words, did) || slices.ContainsFunc(words, func(word string) bool { return endsAlike(word, did) }) {
				return true
			}
		}
	}
	return false
}

// endsAlike reports whether words hold the last two characters of a word.
func endsAlike(word, words string) bool {
	runes := []rune(word)
	return len(runes) >= shortestKey && strings.Contains(words, string(runes[len(runes)-shortestKey:]))
}
