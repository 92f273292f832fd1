package promise

import (
	"strings"

	"mingfa/generator/report"
)

// byCourt holds the rate at which heads of a body are to come to court against the lawsuits and those that one
// came to: 行政诉讼案件4件，负责人出庭应诉4件 of 出庭应诉率100%. Where they came to fewer, some may not have been heard yet.
func (p *page) byCourt(it *item, s *sentence) (verdict, bool) {
	words := p.r.Source.Slice(s.span)
	rate, isRate := strings.CutSuffix(string(it.key), "率")
	n := p.words.PromiseInCourt.Suffix(rate)
	if !isRate || n == 0 || !it.isRate() || it.part != nil || p.byOthers(it, words) || p.narrows(it, words) || p.isOfMonths(words) || p.words.PromiseExcept.In(words) || p.isUndone(it, words) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		suits, came := &p.r.Figures[i-1], &p.r.Figures[i]
		own := p.withoutEnds(lastClause(p.wordsBehind(s, i)))
		name := p.withoutEnds(lastClause(p.wordsBehind(s, i-1)))
		name = name[p.words.Verbs.Prefix(name):]
		isBoth := p.exact(it, suits) && p.exact(it, came) && p.sameUnit(suits, came) && p.words.PromiseLawsuits.Has(name)
		if !isBoth || p.words.PromiseInCourt.Suffix(own) == 0 || p.namesMore(it, own) || strings.Contains(rate, "主要") != strings.Contains(own, "主要") {
			continue
		}
		a, okA := suits.Decimal()
		b, okB := came.Decimal()
		if okA && okB && a.Sign() > 0 && a.Cmp(b) == 0 {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// byUpheld reads that no case was lost or set right because all were won: 行政复议案件5件，均予维持 of 纠错率为零.
func (p *page) byUpheld(it *item, s *sentence) (verdict, bool) {
	words := p.r.Source.Slice(s.span)
	if !it.none && (it.goal < 0 || it.figure().Value != "0") || it.part != nil || p.byOthers(it, words) || p.narrows(it, words) || p.isOfMonths(words) || p.words.PromiseExcept.In(words) || p.isOtherTime(it, s.span.Start) {
		return verdict{}, false
	}
	for k := 1; k < len(s.clauses); k++ {
		own := strings.TrimRight(p.r.Source.Slice(s.clauses[k].span), "，,。；;！ 　\r\n\t")
		lead := p.withoutEnds(p.withoutFigures(s.clauses[k-1].span))
		lead = lead[p.words.Verbs.Prefix(lead):]
		if p.words.PromiseUpheld.Has(own) && p.isUpheldOf(string(it.key), own, lead) {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// isUpheldOf reports whether what was won is what an item is about, and the item about losing it: 维持 of reviews,
// 胜诉 of lawsuits.
func (p *page) isUpheldOf(key, own, lead string) bool {
	switch lead = strings.TrimSuffix(lead, "案件"); {
	case strings.HasSuffix(own, "维持"):
		return lead == "行政复议" && strings.Contains(key, lead) && (strings.Contains(key, "纠错") || strings.Contains(key, "撤销"))
	case strings.HasSuffix(own, "胜诉"):
		return (lead == "行政诉讼" || lead == "行政应诉") && strings.Contains(key, "败诉") && !strings.Contains(key, "复议")
	}
	return false
}
