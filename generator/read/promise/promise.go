// Package promise holds what a report planned against the report on the year after:
// 水法宣传活动40场以上 against 举办水法宣传活动36场.
//
// The items of the plan are read first, each with what it is about (item.go). Then the
// later report is cut into sentences and clauses of which each knows which characters of
// which item stand in it (page.go). A figure of the same thing is held against the goal
// (measure.go); where there is none, the words of a sentence that names the thing are asked
// (said.go).
//
// An item is called met only where the thing is named in full and nothing near it
// speaks of work to be done. Everything less is unclear, and a sentence is shown; what no
// sentence names is unmentioned.
package promise

import (
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
	found := make([]report.Promise, len(items))
	for i := range items {
		found[i] = p.follow(&items[i])
	}
	return found
}

// follow says what came of one item.
func (p *page) follow(it *item) report.Promise {
	found := report.Promise{Quote: it.quote, Goal: it.goal, Figure: -1, Status: report.PromiseUnclear}
	places := p.places(it)
	said := p.said(it, places)
	measured, ok := p.measure(it, places)
	switch {
	case ok && contradicts(measured.status, said.status):
		found.Evidence = measured.evidence
	case ok:
		found.Status, found.By, found.Figure, found.Evidence = measured.status, report.PromiseByFigures, measured.figure, measured.evidence
	case said.status != "":
		found.Status, found.Evidence = said.status, said.evidence
		if said.status != report.PromiseUnclear {
			found.By = report.PromiseByWords
		}
	default:
		found.Status = report.PromiseUnmentioned
	}
	if found.Status == report.PromiseUnmet || found.Status == report.PromisePartly {
		found.Admitted = p.admission(it, places, found.Evidence)
	}
	return p.soften(it, found)
}

// contradicts reports whether figures say that a thing was done and words that it was
// not: then nobody can tell from the text.
func contradicts(measured, said report.PromiseStatus) bool {
	return measured == report.PromiseMet && said == report.PromiseUnmet
}

// soften makes unmet partly where a whole number of things was planned, some of them are
// there, and the report says itself that the rest is not. Of a rate, a level and a least number
// (达到5万件, 40场以上) there are no parts.
func (p *page) soften(it *item, found report.Promise) report.Promise {
	if found.Status != report.PromiseUnmet || found.By != report.PromiseByFigures || found.Admitted.Len() == 0 {
		return found
	}
	goal, now := it.figure(), &p.r.Figures[found.Figure]
	value, ok := now.Decimal()
	if ok && value.Sign() > 0 && goal.Kind == report.KindCount && goal.Bound == "" && !p.words.PromiseLevels.In(it.r.Source.Slice(it.core)) && !p.words.UnitsOfTime.Has(goal.Unit) && it.times == 1 {
		found.Status = report.PromisePartly
	}
	return found
}
