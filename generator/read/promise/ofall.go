package promise

import (
	"strings"

	"mingfa/generator/report"
)

// byPartOfAll reads how many of what a sentence counts were done as it was planned of all: of 问题全部整改到位 the numbers
// 发现问题532个，已整改511个 tell that not all were.
func (p *page) byPartOfAll(it *item, s *sentence) (verdict, bool) {
	subject, deed := p.allOf(it)
	words := p.r.Source.Slice(s.span)
	if deed == "" || it.goal >= 0 || it.deed.class == 0 && !it.whole || p.narrows(it, words) || p.isOfMonths(words) || p.isOtherTime(it, s.span.Start) || p.byOthers(it, words) || p.words.PromiseExcept.In(words) || p.says(p.words.PromiseForecast, it, words) {
		return verdict{}, false
	}
	did := p.beforeFinished(deed)
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		f := &p.r.Figures[i]
		own := p.withoutEnds(lastClause(p.wordsBehind(s, i)))
		if did == "" || own != did && own != deed || !p.exact(it, f) {
			continue
		}
		base := &p.r.Figures[i-1]
		name := p.wordsBehind(s, i-1)
		if base.Unit != f.Unit || !p.exact(it, base) || !p.holds(subject, name) || p.namesMore(it, name) {
			continue
		}
		value, ok := f.Decimal()
		of, okOf := base.Decimal()
		switch {
		case !ok || !okOf || value.Sign() <= 0:
		case value.Cmp(of) == 0 && strings.TrimSpace(did) != "" && !p.isUndone(it, words):
			return p.byWords(s, report.PromiseMet)
		case value.Cmp(of) < 0:
			return p.byWords(s, report.PromisePartly)
		}
	}
	return verdict{}, false
}
