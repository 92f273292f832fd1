package promise

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// held holds a figure against the goal.
func (p *page) held(it *item, f *report.Figure, c *candidate, own string) report.PromiseStatus {
	goal := it.figure()
	now, ok := reachOf(goal, f)
	want, okWant := goal.Decimal()
	if !ok || !okWant {
		return report.PromiseUnclear
	}
	if it.times > 1 && !p.words.PromiseEach.In(own) {
		if p.isOfMany(it) || p.isOfPart(f.Span.Start) { // 第四季度研究4次 says nothing of the others
			return report.PromiseUnclear
		}
		want = want.Mul(numeral.Integer(int64(it.times)))
	}
	if goal.Kind == report.KindChange && !p.sameDirection(goal, f) {
		if c.some = p.isOfSome(it, f); c.some || !p.isOpposite(goal, f) || now.low.Sign() <= 0 {
			return report.PromiseUnclear
		}
		return report.PromiseUnmet
	}
	status := p.compared(it, now, want)
	if status == report.PromiseUnclear {
		return status
	}
	isOwned := status == report.PromiseUnmet && p.isOneByOne(it, goal) && p.admits(it, p.r.Source.Slice(p.sentences[p.sentenceOf(f)].span)) // 在城东建成1个，另1个推迟
	if c.some = !isOwned && !p.proves(it, f, status); c.some {
		return report.PromiseUnclear
	}
	if status == report.PromiseMet && p.isBase(f) {
		return report.PromiseUnclear
	}
	if c.sum && status == report.PromiseMet && !p.isSumOfYear(f) { // 累计办理1120件 may be of many years
		return report.PromiseUnclear
	}
	return p.careful(it, c, own, status)
}

// isOfMany reports whether an item plans a number by the month for each of many: 社区法律顾问每月坐班2次. What all of them did
// in the year does not tell how often each one did it.
func (p *page) isOfMany(it *item) bool {
	who, _, ok := strings.Cut(it.r.Source.Slice(it.core), it.each)
	return ok && p.words.PromiseMany.In(p.withoutOwnName(who))
}

// compared is what a value says of a goal: met, unmet, or unclear where it may be either.
func (p *page) compared(it *item, now reach, want numeral.Decimal) report.PromiseStatus {
	goal := it.figure()
	downwards, known := p.direction(it)
	meets, misses := want, want
	if about(goal) {
		slack := want.Mul(numeral.Integer(5)).Shift(-2) // 左右: five in a hundred
		meets, misses = want.Sub(slack), want.Sub(slack).Sub(slack).Sub(slack)
		if downwards {
			meets, misses = want.Add(slack), want.Add(slack).Add(slack).Add(slack)
		}
	}
	if !known && now.low.Cmp(want) != 0 {
		return report.PromiseUnclear
	}
	// Of 超过40场 and 少于10件 the number itself is not enough.
	above, below := goal.Bound == report.BoundAbove, goal.Bound == report.BoundBelow
	switch {
	case !downwards && beyond(now.low.Cmp(meets), !above || now.above), downwards && beyond(-now.high.Cmp(meets), !below || now.below):
		return report.PromiseMet
	case !downwards && beyond(-now.high.Cmp(misses), above || now.below), downwards && beyond(now.low.Cmp(misses), below || now.above):
		return report.PromiseUnmet
	}
	return report.PromiseUnclear
}

// beyond reads a comparison: what is equal counts only where even says so.
func beyond(compared int, even bool) bool { return compared > 0 || compared == 0 && even }

// careful takes a status back where the figure is of a part of the thing, or of more.
func (p *page) careful(it *item, c *candidate, own string, status report.PromiseStatus) report.PromiseStatus {
	const part = 0.34
	if status == report.PromiseMet && p.words.PromiseOfEach.In(it.r.Source.Slice(it.core)) && !p.words.PromiseOfEach.In(own) && !p.words.PromiseWhole.In(own) {
		return report.PromiseUnclear // 每个乡镇配齐4名: of 10个乡镇配齐4名 others may be left
	}
	if c.extra > part && (it.figure().Kind == report.KindRate || status == report.PromiseUnmet) {
		return report.PromiseUnclear
	}
	return status
}

// about reports whether a goal names a value to come near to: 60份左右. 40余场 and 40多场 are 40
// at least.
func about(f *report.Figure) bool { return f.Approx != "" && f.Bound == "" && !isOver(f) }

// isOver reports whether a figure is its number and some more: 40余场.
func isOver(f *report.Figure) bool { return f.Approx == "余" || f.Approx == "多" }

// direction is whether less is better of an item. It is not known of a time that only has
// a number.
func (p *page) direction(it *item) (downwards, known bool) {
	goal := it.figure()
	core := it.r.Source.Slice(it.core)
	switch {
	case goal.Value == "0":
		return true, true
	case goal.Bound == report.BoundAtMost, goal.Bound == report.BoundBelow, p.words.PromiseLowering.In(core):
		return true, true
	case goal.Bound != "", p.words.PromiseLevels.In(core):
		return false, true
	}
	return false, !p.words.UnitsOfTime.Has(goal.Unit) || it.deed.class != 0
}

// sameDirection reports whether two changes go the same way: 提高5个百分点, 提高2.6个百分点.
func (p *page) sameDirection(a, b *report.Figure) bool {
	up := p.words.Rises.In(a.Label) && p.words.Rises.In(b.Label)
	down := p.words.Falls.In(a.Label) && p.words.Falls.In(b.Label)
	return up != down
}

// isOpposite reports whether a change goes the other way than a planned one: 上升3%, 下降10%以上.
func (p *page) isOpposite(goal, f *report.Figure) bool {
	up, down := p.words.Rises.In(goal.Label), p.words.Falls.In(goal.Label)
	return goal.Bound != report.BoundAtMost && goal.Bound != report.BoundBelow &&
		up != down && up == p.words.Falls.In(f.Label) && down == p.words.Rises.In(f.Label)
}
