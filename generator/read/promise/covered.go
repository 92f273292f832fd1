package promise

import (
	"strings"

	"mingfa/generator/report"
)

// coverage is what a rate is called of how much was reached.
const coverage = "覆盖率"

// allPlaces are the sentences of a report, as many as are looked at for an item.
func (p *page) allPlaces() []place {
	var all []place
	for k := range p.sentences[:min(len(p.sentences), mostPlaces)] {
		if p.sentences[k].names {
			all = append(all, place{sentence: k})
		}
	}
	return all
}

// byCovered holds a rate of what is covered against all there are and those that were reached: 医疗机构206家，监督检查206家 of
// 医疗机构监督检查覆盖率100%.
func (p *page) byCovered(it *item, s *sentence) (verdict, bool) {
	words := p.r.Source.Slice(s.span)
	name, isRate := strings.CutSuffix(string(it.key), coverage)
	if !isRate || !it.isRate() || it.part != nil || p.byOthers(it, words) || p.narrows(it, words) || p.isOfMonths(words) || p.words.PromiseExcept.In(words) || p.isUndone(it, words) {
		return verdict{}, false
	}
	want, ok := it.figure().Decimal()
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; ok && i < end; i++ {
		all, reached := &p.r.Figures[i-1], &p.r.Figures[i]
		if !p.exact(it, all) || !p.exact(it, reached) || all.Unit != reached.Unit {
			continue
		}
		own, base := p.withoutEnds(lastClause(p.wordsBehind(s, i))), strings.TrimSpace(lastClause(p.wordsBehind(s, i-1)))
		of, isDeed := strings.CutSuffix(name, own)
		if !isDeed || telling([]rune(own)) < shortestTelling || of == "" || strings.TrimPrefix(base, "辖区") != of { // 重点医疗机构 are not all
			continue
		}
		n, okN := reachOf(reached, reached)
		total, okTotal := all.Decimal()
		if !okN || !okTotal || total.Sign() <= 0 || n.low.Cmp(total) > 0 {
			continue
		}
		status := p.compared(it, reach{low: n.low.Shift(2), high: n.low.Shift(2)}, want.Mul(total))
		if status == report.PromiseMet || status == report.PromiseUnmet {
			return p.byWords(s, status)
		}
	}
	return verdict{}, false
}
