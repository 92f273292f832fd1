package promise

import (
	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// A change that is planned may be told by its two values alone: 平均时间由12天缩短至8天.

// followFromTo holds the two values that a sentence states of what an item is about against the change
// that was planned of it; false where none does, or two disagree.
func (p *page) followFromTo(it *item, places []place) (verdict, bool) {
	found := verdict{figure: -1}
	if it.goal < 0 || it.figure().Kind != report.KindChange {
		return found, false
	}
	for k := range places {
		s := &p.sentences[places[k].sentence]
		if s.ahead || p.opens(s) {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end; i++ {
			status := p.fromTo(it, s, i)
			switch {
			case status == "":
			case found.status == "":
				found = verdict{status, i, p.shownOf(s)}
			case found.status != status:
				return verdict{}, false
			}
		}
	}
	return found, found.status != ""
}

// fromTo is what a value says of a planned change by the one that it set out from, "" where it has none
// or counts another thing.
func (p *page) fromTo(it *item, s *sentence, i int) report.PromiseStatus {
	from, ok := p.origins[i]
	f := &p.r.Figures[i]
	if !ok || from >= i || f.Hidden || f.Target {
		return ""
	}
	then := &p.r.Figures[from]
	start := max(s.span.Start, min(p.clauseOf(then).Start, then.Span.Start))
	lead, name := p.r.Source.Text[max(s.span.Start, then.Span.Start-longest):then.Span.Start], p.r.Source.Text[start:then.Span.Start]
	if m, ok := p.words.Origins.EndingAt(name, len(name)); ok {
		name = name[:m.Start]
	}
	if !p.isNamedBy(it, p.withoutEnds(name)) || p.narrows(it, lead) || p.isOfMonths(lead) || p.narrows(it, p.overhead(s.block)) || p.byOthers(it, lead) || p.isOtherTime(it, f.Span.Start) {
		return ""
	}
	return p.changedBy(it.figure(), then, f)
}

// changedBy is what two values of a thing say of a planned change of it, "" where nobody can tell.
func (p *page) changedBy(goal, then, now *report.Figure) report.PromiseStatus {
	a, okA := then.Decimal()
	b, okB := now.Decimal()
	want, okWant := goal.Decimal()
	up, down := p.words.Rises.In(goal.Label), p.words.Falls.In(goal.Label)
	if !okA || !okB || !okWant || up == down || then.Unit != now.Unit || !then.Exact() || !now.Exact() || about(goal) || isOver(goal) || goal.Bound == report.BoundAtMost || goal.Bound == report.BoundBelow {
		return ""
	}
	changed := b.Sub(a)
	if down {
		changed = a.Sub(b)
	}
	switch {
	case goal.Unit == "%" && now.Kind != report.KindRate:
		changed, want = changed.Mul(numeral.Integer(100)), want.Mul(a)
	case goal.Unit == "个百分点" && now.Kind == report.KindRate, goal.Unit == now.Unit && goal.Unit != "%":
	default:
		return "" // 提高5% of a rate may be of a hundred or of the rate
	}
	if beyond(changed.Cmp(want), goal.Bound != report.BoundAbove) {
		return report.PromiseMet
	}
	return report.PromiseUnmet
}
