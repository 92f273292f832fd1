// Package promise holds what a report planned against the report on the year after:
// 水法宣传活动40场以上 against 举办水法宣传活动36场.
//
// The items of the plan are read first, each with what it is about (item.go). Then the
// later report is cut into sentences and clauses of which each knows which characters of
// which item stand in it (page.go). A figure of the same thing is held against the goal
// (measure.go, candidate.go); where there is none, the words of a sentence that names the thing are asked
// (said.go).
//
// An item is called met only where the thing is named in full and nothing near it
// speaks of work to be done. Everything less is unclear, with a sentence where one surely speaks
// of it. Unmentioned is what is plain enough to be found and no sentence names even in part.
package promise

import (
	"slices"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// A plan has a dozen items, of which a report speaks in a few sentences each. A hostile text
// is not to take hours.
const (
	mostItems  = 100 // of a plan, that are followed up
	mostPlaces = 200 // of an item, that are looked at
)

// Compare follows up what previous planned in current, in the order of the plan. It is nil
// where one of them is missing or they are not on two consecutive years.
func Compare(previous, current *report.Report, words *lexicon.Lexicon) []report.Promise {
	if previous == nil || current == nil || current.Year == 0 || previous.Year != current.Year-1 {
		return nil
	}
	items := (&planner{r: previous, words: words}).items()
	if len(items) == 0 {
		return nil
	}
	p := readPage(current, words, items)
	if slices.ContainsFunc(items, func(it item) bool {
		return it.trend != 0 || it.goal >= 0 && (it.figure().Kind == report.KindChange || words.PromiseSums.In(current.Source.Text))
	}) {
		p.before = readPage(previous, words, items)
	}
	found := make([]report.Promise, len(items))
	for i := range items {
		found[i] = p.follow(&items[i])
	}
	return found
}

// follow says what came of one item.
func (p *page) follow(it *item) report.Promise {
	found := report.Promise{Quote: it.quote, Lead: it.lead, Goal: it.goal, Figure: -1, Status: report.PromiseUnclear}
	places := p.places(it)
	said := p.said(it, places)
	if it.shared {
		return p.followShared(it, places, said, found)
	}
	if it.none && said.status != "" {
		said.status = report.PromiseUnclear // 未发生 is what was planned
	}
	measured, ok := p.measure(it, places)
	again, isAgain := p.followRestated(it, places)
	if p.isApart(it) {
		ok, isAgain = false, false
	}
	told, goal, isTold := p.followOther(it, places)
	switch {
	case isTold:
		found.Status, found.By, found.Evidence = told.status, report.PromiseByWords, told.evidence
		if told.figure >= 0 {
			found.By, found.Figure = report.PromiseByFigures, told.figure
		}
		found.Goal, found.Then = goal, it.trend != 0 && goal >= 0
	case it.plansEach():
		found.Evidence = said.evidence
	case isAgain:
		if found.Evidence = again.evidence; !ok || measured.status == again.status || measured.evidence == again.evidence {
			found.Status, found.By, found.Figure = again.status, report.PromiseByFigures, again.figure
		}
	case ok && contradicts(measured.status, said.status):
		found.Evidence = measured.evidence
	case ok:
		found.Status, found.By, found.Figure, found.Evidence = measured.status, report.PromiseByFigures, measured.figure, measured.evidence
	case said.status != "":
		found.Status, found.Evidence = said.status, said.evidence
		if said.status != report.PromiseUnclear {
			found.By = report.PromiseByWords
		}
	case it.alone != nil:
		p.followAlone(it, &found)
	case it.isPlain(p.words) && !p.mayMention(it, places) && !p.mayCount(it) && !p.mayHaveDone(it) && !p.mayReachSome(it):
		found.Status = report.PromiseUnmentioned
	}
	if isShort(found.Status) && p.isDueLater(it) || (found.Status == report.PromiseMet || found.By == report.PromiseByWords) && p.leavesOut(it, found.Evidence) {
		found.Status, found.By, found.Figure = report.PromiseUnclear, "", -1
	}
	if found.By == "" && !isTold && !it.plansEach() && !(ok && contradicts(measured.status, said.status)) {
		if plain, isPlain := p.followPlainly(it, places); isPlain && !p.isDueLater(it) {
			found.Status, found.By, found.Figure, found.Evidence = plain.status, report.PromiseByWords, -1, plain.evidence
		}
	}
	if found.By == "" && !isTold && !isShort(found.Status) {
		if v, isTold := p.byValues(it, places); isTold {
			found.Status, found.By, found.Figure, found.Evidence = v.status, report.PromiseByWords, -1, v.evidence
		}
	}
	if found.By == report.PromiseByFigures && it.times > 1 {
		if _, own := p.wordsOf(&p.r.Figures[found.Figure]); !p.words.PromiseEach.In(own) {
			found.Each, found.Times = it.each, it.times
		}
	}
	if found.Status == report.PromiseMet && p.isOnlyListed(it, found.Evidence) {
		found.Status, found.By, found.Figure = report.PromiseUnclear, "", -1
	}
	if found.Status == report.PromiseMet && found.Figure >= 0 && found.By == report.PromiseByFigures {
		if found.Status = p.reachedSoFar(it, found.Figure); found.Status == report.PromiseUnclear {
			found.By, found.Figure = "", -1
		}
	}
	if found.Status == report.PromiseMet {
		found = p.doubted(it, found)
	}
	if found.Status == report.PromiseMet && found.By == report.PromiseByWords && p.leavesToDo(it, p.r.Source.Slice(found.Evidence)) {
		found.Status, found.By = report.PromiseUnclear, ""
	}
	found = p.soften(it, found)
	if isShort(found.Status) {
		found.Admitted = p.admission(it, places, found.Evidence)
	}
	if found.Admitted.Len() == 0 && (isShort(found.Status) && p.mayExplain(it, found.Evidence) || found.Status == report.PromisePartly && p.tellsHowFar(it, found.Evidence)) {
		found.Admitted = found.Evidence
	}
	return found
}

// doubted takes back that an item was met where the words around say that it was begun, or undone afterwards.
func (p *page) doubted(it *item, found report.Promise) report.Promise {
	words := p.r.Source.Slice(found.Evidence)
	status := report.PromiseMet
	switch {
	case found.By == report.PromiseByFigures && found.Figure >= 0 && it.goal >= 0:
		if status = p.ofThese(it, found.Figure); p.isUndoneAfterwards(it, found.Figure) {
			status = report.PromiseUnclear
		}
	case found.By == report.PromiseByWords && it.goal < 0 && (p.isOnlyPushed(it, words) || p.isShelved(it, words)):
		status = report.PromiseUnclear
	}
	if found.Status = status; status == report.PromiseUnclear {
		found.By, found.Figure = "", -1
	}
	return found
}

// followOther says what came of an item that plans no number, or the same of several things; false
// where nothing tells. goal is the figure that it was held against: of a trend the one of the year
// before, -1 without one.
func (p *page) followOther(it *item, places []place) (v verdict, goal int, ok bool) {
	goal = it.goal
	switch {
	case it.none:
		v, ok = p.followNone(it, places)
	case len(it.all) > 0:
		v, goal, ok = p.followAll(it)
	case p.isApart(it):
		v, ok = p.followApart(it)
	case it.goal >= 0 && it.figure().Kind == report.KindChange:
		v, ok = p.followFromTo(it, places)
	case it.trend != 0:
		return p.followTrend(it, places)
	case it.whole && it.goal < 0:
		v, ok = p.followWhole(it, places)
	}
	return v, goal, ok
}

// followAll says what came of several things of which the same is planned: all of them have to
// be met, and one that is not is enough.
func (p *page) followAll(it *item) (found verdict, goal int, ok bool) {
	var all []verdict
	for i := range it.all {
		one := &it.all[i]
		var v verdict
		var ok bool
		if one.trend != 0 {
			v, _, ok = p.followTrend(one, p.places(one))
			v.figure = -1
		} else {
			v, ok = p.measure(one, p.places(one))
		}
		if ok && v.status == report.PromiseUnmet {
			return v, one.goal, true
		}
		if ok && v.status == report.PromiseMet {
			all = append(all, v)
		}
	}
	if len(all) < len(it.all) {
		return verdict{}, it.goal, false
	}
	return all[0], it.goal, true
}

// plansEach reports whether an item plans several rates of several things: 分别达到100%、95%.
func (it *item) plansEach() bool {
	return len(it.all) > 1 && it.all[0].goal != it.all[1].goal
}

// followAlone says what came of a short item that no sentence names with the words of the item
// before it: 整改隐患100处 behind 公交企业安全检查覆盖率达到100%. A sentence that names enough of those
// (检查公交企业48家次，整改隐患126处) is of both.
func (p *page) followAlone(it *item, found *report.Promise) {
	alone := it.alone
	places := p.places(alone)
	measured, ok := p.measure(alone, places)
	switch {
	case ok && alone.figure().Kind == report.KindCount && p.sharesContext(it, measured.figure):
		found.Status, found.By, found.Figure, found.Evidence = measured.status, report.PromiseByFigures, measured.figure, measured.evidence
	case !ok && len(places) == 0 && it.isPlain(p.words) && !p.mayMention(it, p.places(it)) && !p.mayCount(it):
		found.Status = report.PromiseUnmentioned
	}
}

// sharesContext reports whether the sentence of a figure names several characters of the item
// before a short one.
func (p *page) sharesContext(it *item, i int) bool {
	p.round++
	s := &p.sentences[p.of[i]]
	for k := range s.clauses {
		p.mark(s.clauses[k].pairs)
	}
	named := 0
	for k := range len(it.key) - len(it.alone.key) {
		if p.has(it, k) || p.has(it, k+1) {
			named++
		}
	}
	return named >= severalShared
}

// isShort reports whether less came of a thing than was planned.
func isShort(s report.PromiseStatus) bool {
	return s == report.PromiseUnmet || s == report.PromisePartly
}

// contradicts reports whether figures say that a thing was done and words that it was
// not: then nobody can tell from the text.
func contradicts(measured, said report.PromiseStatus) bool {
	return measured == report.PromiseMet && said == report.PromiseUnmet
}

// soften makes unmet partly where things were planned that are made or got one by one, and some
// of them are there: 2 of 新购执法无人机4架. Of a rate, a level, a least number and a number of times
// there are no parts: 57场 of 60场 is not what was planned. Where the rest is told beside it and is not open, nobody
// can say what came of all.
func (p *page) soften(it *item, found report.Promise) report.Promise {
	if it.goal < 0 || found.Status != report.PromiseUnmet || found.By != report.PromiseByFigures {
		return found
	}
	goal, now := it.figure(), &p.r.Figures[found.Figure]
	value, ok := now.Decimal()
	if !ok || value.Sign() <= 0 {
		return found
	}
	if p.isRestDone(it, now) {
		found.Status, found.By, found.Figure = report.PromiseUnclear, "", -1
	} else if p.isOneByOne(it, goal) {
		found.Status = report.PromisePartly
	} else if it.whole && !p.beginsFinished(it.r.Source.Slice(it.core)) { // 全覆盖 is there or is not
		return found
	} else if p.sentences[p.sentenceOf(now)].span.Len() > longest {
		return found
	} else if rest, isRest := p.byRest(it, &p.sentences[p.sentenceOf(now)]); isRest { // 除险加固2座，另1座完成65%
		found.Status = rest.status
	}
	return found
}

// beginsFinished reports whether words begin with 完成, perhaps behind 年内.
func (p *page) beginsFinished(words string) bool {
	for n := 1; n > 0; words = words[n:] {
		if p.words.PromiseFinished.Prefix(words) > 0 {
			return true
		}
		n = p.words.PromiseFillers.Prefix(words)
	}
	return false
}

// isOneByOne reports whether an item plans a whole number of things that stay when they are
// done: to build, to buy, to issue, to finish (完成12个村的广场).
func (p *page) isOneByOne(it *item, goal *report.Figure) bool {
	const kinds = toBuild | toIssue | toAcquire | toRevise | toCompile | toFoster | toRebuild
	core, w := it.r.Source.Slice(it.core), p.words
	if goal.Kind != report.KindCount || goal.Bound != "" || it.times != 1 || w.PromiseLevels.In(core) || w.UnitsOfTime.Has(goal.Unit) || w.PromiseTimes.Has(goal.Unit) {
		return false
	}
	return it.deed.class&kinds != 0 || w.PromiseNew.In(core) || p.beginsFinished(core)
}
