package promise

import (
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Behind a number that is enough may stand how many of these are there: 采购30台，已到货22台, 购置8套，其中3套正在安装,
// 化解15件，其中9件为上年已化解.

// ofThese is what a number that is enough is worth by the smaller ones behind it: partly where some of what it counts is
// surely not there yet, unclear where that may be or where some is of an earlier year, else met.
func (p *page) ofThese(it *item, i int) report.PromiseStatus {
	const most = 12 // figures that are looked at behind it
	f, s := &p.r.Figures[i], &p.sentences[p.of[i]]
	value, ok := f.Decimal()
	want, okWant := it.figure().Decimal()
	if downwards, _ := p.direction(it); downwards || !ok || !okWant || f.Kind != report.KindCount || p.r.Blocks[f.Block].Kind == report.BlockRow {
		return report.PromiseMet
	}
	here, ofYear := value, value
	_, end := figuresIn(p.r, s.span)
	for k := i + 1; k < min(end, i+most); k++ {
		part := &p.r.Figures[k]
		n, ok := part.Decimal()
		if !ok || part.Kind != report.KindCount || part.Unit != f.Unit || n.Cmp(value) >= 0 {
			continue
		}
		before := strings.TrimPrefix(p.wordsBehind(s, k), p.r.Figures[k-1].Unit)
		behind := p.behindNumber(s, k, end)
		isPart := p.words.PromiseParts.In(before) || strings.Trim(before, "，,、（( ") == ""
		switch {
		case it.makes() && p.isArrival(before):
			here = least(here, n)
		case it.makes() && (p.isReversed(it, behind) || p.isNotArrived(behind) || isPart && p.isBeingFitted(it, behind)):
			here = here.Sub(n)
		case isPart && p.isOfEarlierYear(before+behind):
			ofYear = ofYear.Sub(n)
		}
	}
	isLess, isOfBefore := here.Cmp(value) < 0 && here.Cmp(want) < 0, ofYear.Cmp(value) < 0 && ofYear.Cmp(want) < 0
	switch {
	case isLess && here.Sign() > 0 && p.isOneByOne(it, it.figure()):
		return report.PromisePartly
	case isLess, isOfBefore:
		return report.PromiseUnclear
	}
	return report.PromiseMet
}

// least is the smaller one of two numbers.
func least(a, b numeral.Decimal) numeral.Decimal {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

// makes reports whether the deed of an item makes or gets things that are there afterwards.
func (it *item) makes() bool {
	const kinds = toBuild | toRebuild | toIssue | toAcquire | toRevise | toCompile | toFoster
	return it.deed.class&kinds != 0
}

// behindNumber is what stands behind a figure and its unit, up to the end of its clause or the next figure.
func (p *page) behindNumber(s *sentence, i, end int) string {
	f := &p.r.Figures[i]
	to := min(s.span.End, max(f.Span.End, p.clauseOf(f).End))
	if i+1 < end {
		to = min(to, max(f.Span.End, p.r.Words(&p.r.Figures[i+1]).Start))
	}
	return strings.TrimPrefix(p.r.Source.Text[f.Span.End:to], f.Unit)
}

// isArrival reports whether words before a number say no more than that so many have come: 现已交付, 实际到货.
func (p *page) isArrival(words string) bool {
	words = strings.Trim(words, "，,、（( ")
	n := p.words.PromiseArrived.Suffix(words)
	return n > 0 && p.withoutWhen(words[:len(words)-n]) == ""
}

// withoutWhen is words without those at their beginning that say when and how far: 目前已.
func (p *page) withoutWhen(words string) string {
	for n := 1; n > 0; words = words[n:] {
		n = max(p.words.PromiseFillers.Prefix(words), p.words.PeriodAsOf.Prefix(words), p.words.PromiseWhole.Prefix(words), p.words.PromiseSofar.Prefix(words))
	}
	return words
}

// isBeingFitted reports whether words say of a part that it is still being made ready: 正在安装. Of 正在申报省级示范 the part is
// there.
func (p *page) isBeingFitted(it *item, words string) bool {
	words = p.withoutWhen(strings.Trim(words, "，,（( "))
	n := p.words.PromiseOngoing.Prefix(words)
	if n == 0 || p.inItem(it, words[:n]) {
		return false
	}
	rest := p.withoutWhen(words[n:])
	return p.words.PromiseFitting.Prefix(rest) > 0 || p.words.PromiseWork.Prefix(rest) > 0
}

// isOfEarlierYear reports whether words say of a part that it was done in an earlier year: 为上年已化解. 上年遗留 only tells where
// it comes from.
func (p *page) isOfEarlierYear(words string) bool {
	at := -1
	if m, ok := p.words.PromiseEarlier.Find(words, 0); ok {
		at = m.End
	} else if year := strconv.Itoa(p.r.Year-1) + "年"; strings.Contains(words, year) {
		at = strings.Index(words, year) + len(year)
	}
	return at >= 0 && !p.words.PromiseOrigin.In(words[at:])
}
