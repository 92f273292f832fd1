package figure

import (
	"mingfa/generator/report"
)

// maxReach is how many figures back a relation is looked for.
const maxReach = 8

// relate finds the relations among the figures of a block, which begin at
// first. Only what the words or the arithmetic make plain becomes one.
func (e *extractor) relate(first int) {
	if len(e.r.Figures)-first < 2 {
		return
	}
	before := len(e.r.Relations)
	e.relatePairs(first)
	e.relateParts(first)
	for i := first; i < len(e.r.Figures); i++ {
		m := &e.scanner.marks[i-first]
		switch f := &e.r.Figures[i]; {
		case m.pair != single || f.Target:
		case f.Kind == report.KindRate && f.Unit == "%":
			e.relateRate(first, i)
		case f.Kind == report.KindChange:
			e.relateChange(first, i)
		}
	}
	e.leaveExplained(first, before)
	e.nameParts(first, before)
}

// sameKind reports whether two figures count or measure alike: only of such
// can one be a part of the other.
func (e *extractor) sameKind(a, b int) bool {
	f, g := &e.r.Figures[a], &e.r.Figures[b]
	return f.Unit == g.Unit && f.Kind == g.Kind && f.Target == g.Target && (f.Kind == report.KindCount || f.Kind == report.KindAmount)
}

// sameSentence reports whether figure j follows i in the same sentence.
func (e *extractor) sameSentence(first, i, j int) bool {
	return e.sentenceOf(first, i) == e.sentenceOf(first, j)
}

// nearby reports whether the figures stand in the same sentence or the one
// before.
func (e *extractor) nearby(first, p, i int) bool {
	return e.sentenceOf(first, i)-e.sentenceOf(first, p) <= 1
}

func (e *extractor) sentenceOf(first, i int) int { return e.clauseOf(first, i).sentence }

func (e *extractor) clauseOf(first, i int) *clause {
	return &e.scanner.clauses[e.scanner.marks[i-first].clause]
}

func (e *extractor) leads(first, i int) bool { return e.scanner.marks[i-first].leads }

func (e *extractor) inBrackets(first, i int) bool { return e.clauseOf(first, i).inBrackets }

// separated reports whether ； or 。 stands between two clauses.
func (s *scanner) separated(a, b int) bool {
	for i := a; i < b; i++ {
		if c := s.clauses[i].stop; c == '；' || c == ';' || classOf(c) == stop {
			return true
		}
	}
	return false
}
