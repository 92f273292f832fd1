package promise

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// A report may say over again what was planned: 承诺举办40场.

// restated reports whether a figure says what was to be reached: 承诺举办40场, or, where a
// section goes through what was planned, the very words of the plan.
func (p *page) restated(it *item, f *report.Figure, before string) bool {
	if at := strings.LastIndexFunc(before, numeral.IsDigit); at >= 0 && p.words.GoalsMet.In(before[at:]) {
		return false
	}
	if rest := p.r.Source.Text[f.Span.End:max(f.QuoteSpan.End, f.Span.End)]; strings.HasPrefix(rest, "的") && (p.words.PromiseRestated.In(rest) || p.words.PromisePaper.Prefix(rest) > 0) {
		return true // 举办24场的目标
	}
	for m, ok := p.words.PromiseRestated.Find(before, 0); ok; m, ok = p.words.PromiseRestated.Find(before, m.End) {
		if !p.inItem(it, before[m.Start:m.End]) && !p.words.GoalsMeasured.In(before[:m.Start]) { // 承诺 of 承诺店 promises nothing
			return true
		}
	}
	return p.r.Blocks[f.Block].Kind == report.BlockText && p.isCompletion(f.Block) && f.Value == it.figure().Value && f.Bound == it.figure().Bound
}

// isCompletion reports whether a block stands in a section on what became of a plan.
func (p *page) isCompletion(block int) bool {
	h := p.r.Blocks[block].Heading
	return h >= 0 && p.completion[h]
}

// followRestated says what came of an item by a sentence that says its goal over again, and then what was
// reached: 原定打造示范点20个，仅完成14个. It is false where none does, or two disagree.
func (p *page) followRestated(it *item, places []place) (verdict, bool) {
	found := verdict{figure: -1}
	if it.goal < 0 || it.part != nil || it.times != 1 || it.figure().Kind == report.KindChange {
		return found, false
	}
	for k := range places {
		s := &p.sentences[places[k].sentence]
		if s.ahead || p.opens(s) || p.r.Blocks[s.block].Kind == report.BlockRow {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end; i++ {
			if !p.isGoalAgain(it, s, i) {
				continue
			}
			v := p.reached(it, s, i, end)
			switch {
			case v.status == "":
			case found.status == "":
				found = v
			case found.status != v.status:
				return verdict{}, false
			}
		}
	}
	return found, found.status != ""
}

// isGoalAgain reports whether a figure is the goal of an item, said over again: 原定打造示范点20个.
func (p *page) isGoalAgain(it *item, s *sentence, i int) bool {
	f, goal := &p.r.Figures[i], it.figure()
	if f.Hidden || f.Kind != goal.Kind || f.Value != goal.Value || f.Unit != goal.Unit && !p.sameUnit(goal, f) {
		return false
	}
	start := max(s.span.Start, f.Span.Start-longest)
	if i > 0 {
		start = max(start, min(p.r.Figures[i-1].Span.End, f.Span.Start))
	}
	before := p.r.Source.Text[start:f.Span.Start]
	m, ok := p.words.PromiseRestated.Find(before, 0)
	if !ok && !p.isToDo(it, before) || ok && (p.inItem(it, before[m.Start:m.End]) || p.words.GoalsMeasured.Suffix(before[:m.Start]) > 0 || p.words.PromiseUndone.In(before) || p.words.PromiseLater.In(before)) {
		return false
	}
	p.round++
	p.mark(p.pairs(before + p.clauseBehind(s, f)))
	p.mark(s.head)
	return p.share(it) >= inFull && !p.byOthers(it, before) && !p.isOtherTime(it, f.Span.Start)
}

// clauseBehind is what stands behind a figure in its clause: 个司法所 of 计划改造的6个司法所.
func (p *page) clauseBehind(s *sentence, f *report.Figure) string {
	return p.r.Source.Text[f.Span.End:min(s.span.End, max(f.Span.End, p.clauseOf(f).End))]
}

// reached is what a sentence says behind the goal at i, by the next number that counts alike and has
// right before it that so much was done, or by words alone where there is none: 全部完成.
func (p *page) reached(it *item, s *sentence, i, end int) verdict {
	goal, text := &p.r.Figures[i], p.r.Source.Text
	const most = 12 // figures that are looked at behind it: a hostile sentence has thousands
	for k := i + 1; k < min(end, i+most); k++ {
		f := &p.r.Figures[k]
		if f.Kind != goal.Kind || !p.sameUnit(it.figure(), f) {
			continue
		}
		between := text[goal.Span.End:p.r.Words(f).Start]
		if f.Hidden || !p.endsDone(it, between) && !p.isDoneAmong(it, s, f, between) || p.words.PromiseRestated.In(between) || p.words.PromiseParts.In(between) || p.narrows(it, between) || p.byOthers(it, between) || p.says(p.words.PromiseForecast, it, between) || p.isToDo(it, between) || p.isOtherTime(it, f.Span.Start) {
			return verdict{}
		}
		now, ok := reachOf(it.figure(), f)
		want, okWant := it.figure().Decimal()
		if !ok || !okWant {
			return verdict{}
		}
		status := p.compared(it, now, want)
		if status == report.PromiseUnclear || status == report.PromiseUnmet && p.isOfPart(f.Span.Start) {
			return verdict{}
		}
		return verdict{status, k, p.shownOf(s)}
	}
	rest := strings.Trim(text[goal.Span.End:s.span.End], "，,。；;！ 　\r\n\t")
	for n := 1; n > 0; rest = rest[n:] {
		if n = p.words.PromiseFillers.Prefix(rest); p.words.PromiseFinished.Prefix(rest) >= n {
			break
		}
	}
	if p.words.PromiseFinished.Has(rest) || p.isAllDone(it, s, i) {
		return verdict{report.PromiseMet, i, p.shownOf(s)}
	}
	return verdict{}
}

// isAllDone reports whether the clause with a goal said over again says that all of it was done in time: 计划整治的86个
// 取水口于8月全部完成整治.
func (p *page) isAllDone(it *item, s *sentence, i int) bool {
	words := strings.TrimRight(p.clauseBehind(s, &p.r.Figures[i]), "，,。；;！ 　\r\n\t")
	m, ok := p.allIn(words)
	if !ok {
		return false
	}
	before := strings.TrimPrefix(words[:m.Start], p.r.Figures[i].Unit)
	if at := strings.LastIndex(before, "于"); at >= 0 && !strings.Contains(before[at:], "年") && p.behindTime(before[at+len("于"):]) == "" {
		before = before[:at]
	}
	isDeed := p.endsInDeed(it, words[m.End:]) || p.words.PromiseFinished.Suffix(words[m.End:]) > 0
	isElse := p.namesMore(it, before) || p.words.PromiseUrged.In(words) || p.isUndone(it, p.r.Source.Slice(s.span)) || p.says(p.words.PromiseForecast, it, words) || p.says(p.words.PromiseUnderWay, it, words) || p.comingAt(words) >= 0 || p.isToDo(it, words) || p.words.PromiseExcept.In(words)
	return isDeed && !isElse && !p.byOthers(it, words) && !p.isOtherTime(it, p.clauseOf(&p.r.Figures[i]).End-1) && p.doneInTime(it, words) == report.PromiseMet
}

// isDoneAmong reports whether a number is of those among what was planned that are said right behind it to be there:
// 计划新建的3处检测点中，东关、西关2处已投入使用.
func (p *page) isDoneAmong(it *item, s *sentence, f *report.Figure, between string) bool {
	of, _, ok := strings.Cut(between, "，")
	if !ok || !strings.HasSuffix(of, "中") || !strings.HasPrefix(it.r.Source.Text[it.figure().Span.End:], f.Unit) && f.Unit != it.figure().Unit {
		return false
	}
	rest := p.r.Source.Text[f.Span.End:min(s.span.End, max(f.Span.End, p.clauseOf(f).End))]
	rest = strings.TrimPrefix(rest, f.Unit)
	rest = strings.TrimRight(p.withoutFillers(rest), "，,。；;！ 　\r\n\t")
	return p.doneAt(it, rest) == len(rest) && rest != ""
}

// endsDone reports whether words end in what says that so much was done: 实际, 仅完成, 只改造了.
func (p *page) endsDone(it *item, words string) bool {
	words = strings.TrimRight(words, " 　了")
	for n := 1; n > 0; words = words[:len(words)-n] {
		if p.words.GoalsMet.Suffix(words) > 0 || p.endsInDeed(it, words) {
			return true
		}
		n = max(p.words.PromiseFillers.Suffix(words), p.words.PeriodBridges.Suffix(words))
	}
	return false
}

// endsInDeed reports whether words end in the deed of an item.
func (p *page) endsInDeed(it *item, words string) bool {
	if it.deed.class == 0 {
		return false
	}
	if it.deed.class&toAct != 0 {
		return strings.HasSuffix(words, it.deed.word)
	}
	for i, set := range done(p.words) {
		if it.deed.class&(1<<i) != 0 && set.Suffix(words) > 0 {
			return true
		}
	}
	return false
}
