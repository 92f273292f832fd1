package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// places knows the numbers that describe some places and do not say how many of a thing
// there are: 有7个所执法人员不足5人.
type places struct {
	few *lexicon.Set // in front of a number: it is few, or that of each of them
}

// isOfSome reports whether the figure with index i is what bounds a class of places, which
// are counted before it in its clause, or behind 有 in its sentence (有7个所力量薄弱，执法人员不足5人).
// A bound alone is no such thing (执法人员不足90人), nor are the places (96个村共有网格员310名).
func (p *places) isOfSome(r *report.Report, i int, w words) bool {
	f := &r.Figures[i]
	before, _, _ := strings.Cut(w.quote, hole)
	if f.Bound != report.BoundBelow && f.Bound != report.BoundAtMost && p.few.Suffix(before) == 0 {
		return false
	}
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	start := f.Span.Start - len(sentenceBefore(r, f))
	for k := i - 1; k >= 0 && r.Figures[k].Block == f.Block && r.Figures[k].Span.Start >= start; k-- {
		other := &r.Figures[k]
		if other.Kind != report.KindCount || other.Unit == f.Unit || other.Span.End > f.Span.Start {
			continue
		}
		between := r.Source.Text[other.Span.End:f.Span.Start]
		if !strings.ContainsAny(between, clauseEnds) || strings.HasSuffix(r.Source.Text[start:other.Span.Start], "有") && !strings.ContainsAny(between, "；;") {
			return true
		}
	}
	return false
}

// isOfOtherMatter reports whether the last kind of cases that a sentence names before a figure
// is another than the one that an indicator's short names are of: in 行政复议案件51件，行政应诉案件22件，审结20件
// the 20 are of 行政应诉.
func (m *matcher) isOfOtherMatter(r *report.Report, f *report.Figure, owner int) bool {
	context := m.indicators[owner].Context
	if !slices.ContainsFunc(context, m.matters.In) || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	lead := sentenceBefore(r, f)
	last, ok := m.matters.FindLast(lead)
	if !ok {
		return false
	}
	named := lead[last.Start:last.End]
	return !slices.ContainsFunc(context, func(word string) bool { return strings.Contains(named, word) || strings.Contains(word, named) })
}
