package promise

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// byValues says what came of a planned change by the values that both reports state, where this year's says nothing of a
// change itself: 执法检查910次 behind 820次 of 执法检查较上年增长10%以上.
func (p *page) byValues(it *item, places []place) (verdict, bool) {
	if it.goal < 0 || it.figure().Kind != report.KindChange || p.before == nil || it.part != nil || !p.isOnYearBefore(it) {
		return verdict{}, false
	}
	now, isNow := p.valueOf(it, places)
	then, isThen := p.before.valueOf(it, p.before.places(it))
	if !isNow || !isThen || p.saysChange(now) {
		return verdict{}, false
	}
	a, b := &p.r.Figures[now], &it.r.Figures[then]
	if p.words.SeriesBreaks.In(p.r.Source.Slice(p.r.Blocks[a.Block].Span)) || a.Kind != b.Kind {
		return verdict{}, false
	}
	status := p.changedBy(it.figure(), b, a)
	return verdict{status, -1, p.shown(p.of[now])}, status != ""
}

// saysChange reports whether the sentence of a figure states a change of anything, which may be of it.
func (p *page) saysChange(i int) bool {
	first, end := figuresIn(p.r, p.sentences[p.of[i]].span)
	for k := first; k < end; k++ {
		if p.r.Figures[k].Kind == report.KindChange {
			return true
		}
	}
	return false
}

// isOnYearBefore reports whether a change is planned against the year before, and not over several years.
func (p *page) isOnYearBefore(it *item) bool {
	core := it.r.Source.Slice(it.core)
	return !strings.Contains(core, "年") || p.words.PromiseAgainst.In(core) || strings.Contains(core, strconv.Itoa(it.r.Year)+"年")
}
