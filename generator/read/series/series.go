// Package series finds which figures of a report count the same thing as a
// figure of the body's report on the year before: 取水许可186件 of 2022 and 取水许可201件
// of 2023. Chained from year to year, such links make a series.
//
// A figure is linked by its indicator where both reports state that once; else by
// the words of its label and clause, by what its unit counts and by the section
// it stands in, which together give a score. A pair that is not sure, or that
// has a rival, is left alone: a series that is missed says less, a wrong one says
// something untrue. Goals, changes, values of another year and of part of the
// year are never linked; see isOfYear.
//
// Where the report says that it counts otherwise than before (口径调整,
// 自2023年起只计…), or where the unit or what is counted in (不含…) is another, the link has a Break: the two
// values stand beside each other, and nobody may call one more than the other.
//
// It is a stage beside lastyear, which asks it, and pure.
package series

import (
	"slices"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// By says how a link was found.
type By string

// Ways to find a link.
const (
	ByStaff     By = "staff"     // staff say so
	ByIndicator By = "indicator" // both are the only figure of their indicator
	ByWords     By = "words"     // by label, unit, section and clause
)

// Link joins a figure of a report with the one of the report before that counts
// the same thing.
type Link struct {
	Before, Now int // indexes in the Figures of the two reports
	By          By
	Score       int    // of a hundred
	Break       *Break // nil where the two may be compared
}

// Reason says why the values of a link may not be compared.
type Reason string

// Reasons of a break.
const (
	Stated Reason = "stated" // the report says that it counts otherwise
	Unit   Reason = "unit"   // it counts in another unit
	Doers  Reason = "doers"  // it counts what other bodies did than before
	Scope  Reason = "scope"  // it counts more in than before, or less: （不含联合检查）
)

// Break is where a series ends and another begins.
type Break struct {
	Reason Reason
	Span   report.Span // of the sentence in the later report that says so; for a unit and a scope of a figure, for bodies of the clause that lists them
}

// Match links the figures of a report with those of the report on the year
// before, which it Follows. Links are in the order of the later report.
func Match(previous, current *Measures, words *lexicon.Lexicon) []Link {
	m := &matcher{before: previous, now: current, words: words, takenNow: map[int]int{}, takenThen: map[int]bool{}}
	m.byStaff()
	m.bySum()
	m.byIndicator()
	m.byCore()
	m.byWords()
	m.besideNameless()
	m.byOtherUnit()
	links := m.links(current.r)
	if len(links) > 0 {
		markBreaks(links, current.r, words)
		markDoers(links, previous.r, current.r, words)
		markScopes(links, previous.r, current.r, words)
	}
	return links
}

// Follows reports whether a report is on the year after another one.
func Follows(previous, current *report.Report) bool {
	return previous != nil && current != nil && current.Year != 0 && (previous.Year == 0 || previous.Year == current.Year-1)
}

// links are the links that were found, with those of figures that say the same
// thing again.
func (m *matcher) links(current *report.Report) []Link {
	links := make([]Link, 0, len(m.found))
	for _, l := range m.found {
		now := &m.now.list[l.Now]
		for _, at := range now.again {
			again := l
			again.Before, again.Now = m.before.list[l.Before].at, at
			again.Break = unitBreak(l.Break, &current.Figures[at])
			links = append(links, again)
		}
		l.Before, l.Now, l.Break = m.before.list[l.Before].at, now.at, unitBreak(l.Break, &current.Figures[now.at])
		links = append(links, l)
	}
	slices.SortFunc(links, func(a, b Link) int { return a.Now - b.Now })
	return links
}

// unitBreak is the break of a link by unit, at the words of its figure.
func unitBreak(b *Break, f *report.Figure) *Break {
	if b == nil {
		return nil
	}
	return &Break{Reason: b.Reason, Span: f.Span}
}
