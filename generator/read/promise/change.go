package promise

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// An item may plan by how much something changes: 行政处罚案件下降10%. A change that a report states is of
// what stands nearest before it, and the values of both years may say otherwise than it does.

// isChangeOf reports whether a change is surely one of what an item is about: its own words name
// that (信访总量下降14.7%), or else the number right before it counts it. In 立案198件，罚款62万元，同比下降13.4%
// the change is of 罚款, whatever its label borrows.
func (p *page) isChangeOf(it *item, i int) bool {
	f := &p.r.Figures[i]
	if p.r.Blocks[f.Block].Kind == report.BlockRow {
		return true
	}
	s := &p.sentences[p.of[i]]
	from := s.span.Start
	if i > 0 {
		from = max(from, min(p.r.Figures[i-1].Span.End, f.Span.Start))
	}
	own := p.r.Source.Text[min(max(from, f.Span.Start-longest), f.Span.Start):f.Span.Start]
	if p.nameOf(it, s, own) {
		return true
	}
	nearest := p.valueBefore(s, i)
	if nearest < 0 {
		return true
	}
	clause := p.clauseOf(f)
	if whole, ok := p.changes[i]; ok && whole < i && strings.Contains(p.r.Source.Text[clause.Start:f.Span.Start], "分别") { // 受理120件、办结100件，分别下降5%、6%
		nearest = whole
	}
	return p.counts(it, s, nearest)
}

// valueBefore is the figure nearest before a change in its sentence that is no change itself and of no
// earlier year, -1 without one.
func (p *page) valueBefore(s *sentence, i int) int {
	const most = 12 // figures that are passed by: a hostile sentence has thousands
	for k := i - 1; k >= 0 && k >= i-most && p.r.Figures[k].Span.Start >= s.span.Start; k-- {
		if f := &p.r.Figures[k]; f.Kind != report.KindChange && !f.Hidden && !p.earlier[k] {
			return k
		}
	}
	return -1
}

// counts reports whether the words right before a figure name what an item is about, or name nothing at
// all where the sentence before them does: 行政处罚案件办理规范，共办理198件.
func (p *page) counts(it *item, s *sentence, i int) bool {
	for i > 0 && p.earlier[i-1] && p.of[i-1] == p.of[i] { // 由468件降至412件
		i--
	}
	f, text := &p.r.Figures[i], p.r.Source.Text
	start := max(s.span.Start, min(p.r.Words(f).Start, f.Span.Start))
	behind := s.span.Start
	if i > 0 {
		behind = max(behind, min(p.r.Figures[i-1].Span.End, start))
	}
	clause := min(max(p.clauseOf(f).Start, behind), start)
	if words := p.withoutOrigin(text[clause:start]); p.nameOf(it, s, words) {
		return !p.namesMore(it, words)
	} else if p.namesMore(it, words) {
		return false
	}
	if p.nameOf(it, s, text[min(max(behind, start-longest), start):start]) {
		return true
	}
	return p.countsOf(it, s, i)
}

// nameOf reports whether words, with the headings over them, name an item in full.
func (p *page) nameOf(it *item, s *sentence, words string) bool {
	p.round++
	p.mark(p.pairs(words))
	if !p.namesEnd(it) {
		return false
	}
	p.mark(s.head)
	return p.share(it) >= inFull
}

// deniedByValues reports whether the values of what an item is about, where both reports state
// them, do not bear out what the stated change says of the goal: 案件198件，下降13.4% behind 案件186件.
func (p *page) deniedByValues(it *item, places []place, status report.PromiseStatus) bool {
	if it.goal < 0 || it.figure().Kind != report.KindChange || p.before == nil {
		return false
	}
	now, isNow := p.valueOf(it, places)
	then, isThen := p.before.valueOf(it, p.before.places(it))
	if !isNow || !isThen {
		return false
	}
	a, b, goal := &p.r.Figures[now], &it.r.Figures[then], it.figure()
	x, okA := a.Decimal()
	y, okB := b.Decimal()
	want, okWant := goal.Decimal()
	up, down := p.words.Rises.In(goal.Label), p.words.Falls.In(goal.Label)
	if !okA || !okB || !okWant || a.Kind != b.Kind || a.Unit != b.Unit || up == down {
		return false
	}
	grown := x.Sub(y)
	if down {
		grown = y.Sub(x)
	}
	if status == report.PromiseMet && want.Sign() > 0 && grown.Sign() <= 0 {
		return true
	}
	switch {
	case goal.Unit == "%":
		grown, want = grown.Shift(2), want.Mul(y)
	case goal.Unit != a.Unit && goal.Unit != "个百分点":
		return false
	}
	// A stated change is rounded, and so is the one that the values give.
	slack := want.Abs().Mul(numeral.Integer(5)).Shift(-2)
	if status == report.PromiseMet {
		return grown.Cmp(want.Sub(slack)) < 0
	}
	return grown.Cmp(want.Add(slack)) > 0 && goal.Bound != report.BoundAtMost && goal.Bound != report.BoundBelow
}

// withoutOrigin is words without those at their end that say from when on something changed: 由, 由上年的.
func (p *page) withoutOrigin(words string) string {
	if at := strings.LastIndexAny(words, "由从"); at >= 0 {
		rest := strings.TrimRight(words[at+len("由"):], "的同期")
		if rest == "" || p.words.YearBefore.Has(rest) || p.isYear(rest) {
			return words[:at]
		}
	}
	return words
}

// countsOf reports whether the words right before a figure name the last word of what an item is about, and those
// before the figure before it all the rest: 道路交通事故588起，死亡139人.
func (p *page) countsOf(it *item, s *sentence, i int) bool {
	at := slices.Index(it.key, 0)
	if at < 0 || i == 0 || p.r.Figures[i-1].Span.Start < s.span.Start {
		return false
	}
	return p.holds(it.key[:at], p.wordsBehind(s, i-1)) && p.holds(it.key[at+1:], p.wordsBehind(s, i)) && !p.namesMore(it, p.wordsBehind(s, i))
}
