package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// An item may plan that something rises or falls, and no number: 败诉率继续下降. What the year's report
// says of the change tells what came of it, else the values that both reports state.

// trendOf is which way words end that plan a change and no number, 1 or -1, and how long the
// words of it are: 继续下降.
func (p *planner) trendOf(words string) (way, length int) {
	n := p.trend(words)
	if n == 0 {
		return 0, 0
	}
	way = 1
	if p.words.Falls.Suffix(words) == n || p.words.PromiseBelow.Suffix(words) == n {
		way = -1
	}
	return way, len(words) - len(p.withoutAmount(words[:len(words)-n]))
}

// withoutAmount is words without those at their end that say against what, how, or that an amount is
// meant: 诈骗发案 of 诈骗发案数同比.
func (p *planner) withoutAmount(words string) string {
	const word = 3 // characters that say of what
	for n := 1; n > 0; words = words[:len(words)-n] {
		n = max(p.words.PromiseAgainst.Suffix(words), p.words.PromiseFillers.Suffix(words))
		if n == 0 {
			if n = p.words.PromiseAmounts.Suffix(words); utf8.RuneCountInString(words[:len(words)-n]) < word {
				n = 0
			}
		}
	}
	return words
}

// followTrend says what came of an item that plans a change and no number; false where nothing tells.
func (p *page) followTrend(it *item, places []place) (found verdict, then int, ok bool) {
	said := verdict{figure: -1}
	for k := range places {
		v := p.changeSaid(it, &p.sentences[places[k].sentence])
		switch {
		case v.status == "":
		case said.status == "":
			said = v
		case said.status != v.status:
			return verdict{}, -1, false
		}
	}
	now, isNow := p.valueOf(it, places)
	if p.before == nil || !isNow {
		return said, -1, said.status != ""
	}
	before, isThen := p.before.valueOf(it, p.before.places(it))
	a, b := &p.r.Figures[max(now, 0)], &it.r.Figures[max(before, 0)]
	if !isThen || a.Kind != b.Kind || a.Unit != b.Unit || p.words.SeriesBreaks.In(p.r.Source.Slice(p.r.Blocks[a.Block].Span)) {
		return said, -1, said.status != ""
	}
	v := verdict{p.wentWay(it, a, b), now, p.shown(p.of[now])}
	if v.status == "" || said.status != "" && said.status != v.status { // the two reports may count otherwise
		return verdict{}, -1, false
	}
	return v, before, true
}

// wentWay is what two values say of a trend.
func (p *page) wentWay(it *item, now, then *report.Figure) report.PromiseStatus {
	a, okNow := now.Decimal()
	b, okThen := then.Decimal()
	if !okNow || !okThen {
		return ""
	}
	if a.Cmp(b) == it.trend {
		return report.PromiseMet
	}
	return report.PromiseUnmet
}

// changeSaid is what a sentence says of a trend: 败诉率同比下降1.1个百分点, 信访总量有所下降, 与上年持平.
func (p *page) changeSaid(it *item, s *sentence) verdict {
	if s.ahead || p.opens(s) {
		return verdict{}
	}
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end; i++ {
		f := &p.r.Figures[i]
		if f.Kind != report.KindChange || f.Hidden || f.Target || p.ofOtherTime(it, f) || !p.isChangeOf(it, i) {
			continue
		}
		name, way := p.wayOf(f.KindLabel())
		if way == 0 || !p.isNamedBy(it, name) || p.isOfSome(it, f) || p.byOthers(it, p.r.Source.Text[s.span.Start:f.Span.Start]) {
			continue
		}
		if value, ok := f.Decimal(); !ok || value.Sign() <= 0 {
			continue
		}
		status := report.PromiseUnmet
		if way == it.trend {
			status = report.PromiseMet
		}
		return verdict{status, -1, p.shown(p.of[i])}
	}
	return p.changeInWords(it, s)
}

// changeInWords is what the clauses of a sentence say of a trend without a number.
func (p *page) changeInWords(it *item, s *sentence) verdict {
	named := false
	for k := range s.clauses {
		sp := s.clauses[k].span
		words := strings.TrimRight(p.r.Source.Slice(sp), "，,。；;！ 　\r\n\t")
		if m, ok := p.words.PromiseEven.Find(words, 0); ok && (named || p.isNamedBy(it, p.withoutEnds(words[:m.Start]))) && !p.isOtherTime(it, sp.Start) {
			return verdict{report.PromiseUnmet, -1, p.shownOf(s)}
		}
		name, way := p.wayOf(words)
		if p.isNamedBy(it, p.withoutFigures(sp)) {
			named = true
		}
		if way != 0 && p.isCounted(it) && p.isNamedBy(it, name) && !p.narrows(it, p.r.Source.Text[s.span.Start:sp.End]) && !p.isUndone(it, words) && !p.isOtherTime(it, sp.End-1) && !p.isOfMonths(words) {
			status := report.PromiseUnmet
			if way == it.trend {
				status = report.PromiseMet
			}
			return verdict{status, -1, p.shownOf(s)}
		}
	}
	return verdict{}
}

// isCounted reports whether an item names a rate or an amount: of 能力明显提升 nobody can tell.
func (p *page) isCounted(it *item) bool {
	return isRate(p.words, string(it.full)) || p.words.PromiseAmounts.Suffix(string(it.full)) > 0
}

// shownOf is a sentence without the white space around it.
func (p *page) shownOf(s *sentence) report.Span {
	words := p.r.Source.Slice(s.span)
	return report.Span{Start: s.span.Start + len(words) - len(strings.TrimLeft(words, " 　\t\r\n")), End: s.span.End - len(words) + len(strings.TrimRight(words, " 　\t\r\n"))}
}

// withoutFigures is a clause up to its first figure.
func (p *page) withoutFigures(sp report.Span) string {
	if first, end := figuresIn(p.r, sp); first < end {
		return p.r.Source.Text[sp.Start:max(sp.Start, p.r.Words(&p.r.Figures[first]).Start)]
	}
	return p.r.Source.Slice(sp)
}

// wayOf is the way that words end in, 1 up, -1 down or 0, and what they say it of.
func (p *page) wayOf(words string) (name string, way int) {
	way, n := (&planner{words: p.words}).trendOf(words)
	return words[:len(words)-n], way
}

// isNamedBy reports whether words name an item in full and nothing else.
func (p *page) isNamedBy(it *item, words string) bool {
	p.round++
	p.mark(p.pairs(words))
	return p.share(it) >= inFull && p.namesEnd(it) && !p.namesMore(it, words)
}

// valueOf is the figure that states the year's value of what an item is about; false where none does, or
// two state it differently.
func (p *page) valueOf(it *item, places []place) (figure int, ok bool) {
	figure = -1
	rate := isRate(p.words, string(it.key))
	value := numeral.Decimal{}
	for k := range places {
		s := &p.sentences[places[k].sentence]
		if s.ahead || p.opens(s) {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end; i++ {
			f := &p.r.Figures[i]
			if f.Hidden || f.Target || f.Approx != "" || f.Bound != "" || f.Kind == report.KindChange || rate != (f.Kind == report.KindRate) || p.earlier[i] {
				continue
			}
			if !p.isValue(it, s, f) {
				continue
			}
			v, isNumber := f.Decimal()
			if !isNumber || figure >= 0 && (v.Cmp(value) != 0 || f.Unit != p.r.Figures[figure].Unit) {
				return -1, false
			}
			figure, value = i, v
		}
	}
	return figure, figure >= 0
}

// isValue reports whether a figure states the year's value of just what an item is about.
func (p *page) isValue(it *item, s *sentence, f *report.Figure) bool {
	name := f.KindLabel()
	if p.r.Blocks[f.Block].Kind == report.BlockRow {
		of, ok := p.rowName(f)
		if !ok {
			return false
		}
		name = of
	} else if !p.isNamedBy(it, p.withoutFigures(p.clauseOf(f))) { // a label may borrow words
		return false
	}
	if numbersBefore(p.r, p.clauseOf(f), p.indexOf(f)) != "" {
		return false
	}
	isNamed := p.isNamedBy(it, name) || p.r.Blocks[f.Block].Kind != report.BlockRow && telling(it.key) > shortestTelling
	return isNamed && !p.ofOtherTime(it, f) && !p.isOfSome(it, f) && !p.byOthers(it, p.r.Source.Text[s.span.Start:f.Span.Start])
}

// indexOf is which figure of the report one is.
func (p *page) indexOf(f *report.Figure) int {
	first, _ := figuresIn(p.r, f.Span)
	return first
}
