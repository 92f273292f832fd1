package promise

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// verdict is what a number or words say of an item.
type verdict struct {
	status   report.PromiseStatus // "" for nothing
	figure   int
	evidence report.Span
}

// alike is how near the scores of two figures may be where only one can be meant.
const alike = 0.1

// measure holds the figures of the sentences that name an item against its goal. It is
// false where none is surely of the same thing, or two of them disagree.
func (p *page) measure(it *item, places []place) (verdict, bool) {
	if it.goal < 0 {
		return verdict{}, false
	}
	var all []*candidate
	for k := range places {
		s := &p.sentences[places[k].sentence]
		if s.ahead {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end; i++ {
			c, ok := p.candidate(it, places[k], i)
			if !ok {
				continue
			}
			all = append(all, c)
		}
	}
	all = p.ofUnit(it, p.withoutSums(all))
	var best *candidate
	for _, c := range all {
		if best == nil || c.score() > best.score() {
			best = c
		}
	}
	if best == nil || best.status == report.PromiseUnclear {
		return verdict{}, false
	}
	for _, c := range all {
		if c.score() > best.score()-alike && (c.status != best.status || isShort(best.status) && p.r.Figures[c.figure].Value != p.r.Figures[best.figure].Value) { // two that are less may be parts of what is enough
			return verdict{}, false
		}
	}
	if isShort(best.status) && p.mayBeOneOfSome(best, all) || p.deniedByValues(it, places, best.status) {
		return verdict{}, false
	}
	evidence := p.shown(p.of[best.figure])
	if best.status == report.PromiseMet && (p.isUndoneBeside(it, best.figure) || it.within && !p.isDoneHere(it, best.figure)) {
		return verdict{}, false
	}
	status := best.status
	if status == report.PromiseMet {
		status = p.countedInTime(it, best.figure)
	}
	return verdict{status, best.figure, evidence}, status != report.PromiseUnclear
}

// isDoneHere reports whether the clause of a figure says that the deed of an item was done, and of nothing that comes before
// it: in 8个社区服务点方案全部制定 no 服务点 was 设立.
func (p *page) isDoneHere(it *item, i int) bool {
	f := &p.r.Figures[i]
	clause := p.clauseOf(f)
	return it.deed.did(p.words, p.r.Source.Slice(clause)) && p.isSure(it, &p.sentences[p.of[i]], clause)
}

// isUndoneBeside reports whether the clauses around a figure say that a thing was not done. What stands behind
// a number of another thing is of that: 平均办理时限4.8个工作日，全程网办率88.5%，未达到90%的目标.
func (p *page) isUndoneBeside(it *item, i int) bool {
	s := &p.sentences[p.of[i]]
	own := slices.IndexFunc(s.clauses, func(c clause) bool { return c.span.Contains(p.r.Figures[i].Span) })
	if own < 0 {
		return p.isUndone(it, p.r.Source.Slice(s.span))
	}
	from, end := own, own+1
	for from > 0 && !p.isOfOther(it, &s.clauses[from-1]) {
		from--
	}
	for end < len(s.clauses) && !p.isOfOther(it, &s.clauses[end]) {
		end++
	}
	for k := end; k < len(s.clauses); k++ { // 上述目标未能实现
		if words := p.r.Source.Slice(s.clauses[k].span); p.words.PromiseRefers.In(words) && p.isUndone(it, words) {
			return true
		}
	}
	return p.isUndone(it, p.r.Source.Text[s.clauses[from].span.Start:s.clauses[end-1].span.End])
}

// isOfOther reports whether a clause counts another thing than an item plans and names nothing of that.
func (p *page) isOfOther(it *item, c *clause) bool {
	first, end := figuresIn(p.r, c.span)
	if first == end || p.countsAlike(it, c.span) {
		return false
	}
	p.round++
	p.mark(c.pairs)
	return p.share(it) == 0
}

// ofUnit leaves out what is counted in another unit than the goal where something is counted in that: 8个监督所 of 为8个
// 监督所配备设备32台.
func (p *page) ofUnit(it *item, all []*candidate) []*candidate {
	isOf := func(c *candidate) bool { return p.r.Figures[c.figure].Unit == it.figure().Unit }
	if !slices.ContainsFunc(all, isOf) {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool { return !isOf(c) && it.figure().Kind == report.KindCount })
}

// withoutSums leaves out how many there are altogether behind what the year added: 累计1270名 of 新培育230名，
// 累计1270名.
func (p *page) withoutSums(all []*candidate) []*candidate {
	isNew := func(c *candidate) bool {
		return p.saysNew(p.wordsBehind(&p.sentences[p.of[c.figure]], c.figure))
	}
	return slices.DeleteFunc(all, func(c *candidate) bool {
		s := &p.sentences[p.of[c.figure]]
		if isNew(c) || !p.words.PromiseStanding.In(p.wordsBehind(s, c.figure)) {
			return false
		}
		return slices.ContainsFunc(all, func(o *candidate) bool {
			return o.figure < c.figure && p.of[o.figure] == p.of[c.figure] && isNew(o)
		})
	})
}

// mayBeOneOfSome reports whether a figure that is less than planned stands behind one of a part, and
// so may be of another part: 一是抓校园。举办讲座12场。二是抓企业。举办讲座20场。
func (p *page) mayBeOneOfSome(best *candidate, all []*candidate) bool {
	_, own := p.wordsOf(&p.r.Figures[best.figure])
	if p.words.TotalsAlone.In(own) || p.words.CheckWholeYear.In(own) {
		return false
	}
	for _, c := range all {
		if c.some && c.own >= inFull && c.figure < best.figure {
			return true
		}
	}
	return false
}

// shown is a sentence without the white space around it.
func (p *page) shown(sentence int) report.Span {
	sp := p.sentences[sentence].span
	words := p.r.Source.Slice(sp)
	sp.Start += len(words) - len(strings.TrimLeft(words, " 　\t\r\n"))
	sp.End -= len(words) - len(strings.TrimRight(words, " 　\t\r\n"))
	return sp
}
