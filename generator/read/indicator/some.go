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

// isOfOtherDispute reports whether the last kind of disputes that a sentence names before a
// figure is one that an indicator leaves out: in 处理医疗纠纷62起，调解成功55起 the 55 are none of
// 人民调解.
func (m *matcher) isOfOtherDispute(r *report.Report, f *report.Figure, owner int) bool {
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	lead := sentenceBefore(r, f)
	last, ok := m.disputes.FindLast(lead)
	if !ok {
		return false
	}
	named := lead[last.Start:last.End]
	return slices.ContainsFunc(m.indicators[owner].None, func(word string) bool { return strings.Contains(named, word) })
}

// nearModes is how many figures before and after one are asked for another way of doing
// the same thing.
const nearModes = 2

// isOneMode reports whether the figure with index i is what was done in one way, and another
// figure of its sentence what was done in another: of 现场述法6人、书面述法47人 neither is all. A
// way of doing that the indicator's own words have is what it is about.
func (m *matcher) isOneMode(r *report.Report, i int, w words, owner int, hits []hit, takers takers) bool {
	mode, ok := m.modes.Find(w.quote, 0)
	if !ok {
		mode, ok = m.modes.Find(w.label, 0)
		w.quote = w.label
	}
	if !ok || m.names(owner, w.quote[mode.Start:mode.End], hits) {
		return false
	}
	if saysPart(r, i) {
		return true // 45个单位述法，其中现场述法8人
	}
	f := &r.Figures[i]
	for j := max(0, i-nearModes); j <= min(len(r.Figures)-1, i+nearModes); j++ {
		other := &r.Figures[j]
		if j == i || other.Block != f.Block || other.Unit != f.Unit || other.Kind != f.Kind || j > i && isPartBehind(r, f, other) {
			continue // 12名书面述法，其中5名现场述法 are 12
		}
		theirs := wordsOf(r, j, m.inside)
		own := m.modes.In(theirs.quote) && !strings.Contains(theirs.quote, w.quote[mode.Start:mode.End])
		if own && slices.ContainsFunc(m.find(m.find(nil, theirs.quote, takers), theirs.label, takers), func(h hit) bool { return m.phrases[h.phrase].owner == owner }) {
			return true
		}
	}
	return false
}

// isPartBehind reports whether 其中 stands between a figure and a later one of its block.
func isPartBehind(r *report.Report, whole, part *report.Figure) bool {
	return r.Source != nil && whole.Span.End <= part.Span.Start && strings.Contains(r.Source.Slice(report.Span{Start: whole.Span.End, End: part.Span.Start}), "其中")
}

// isOfCause reports whether the sentence says before the figure with index i that one kind of
// things brought it about, and the indicator counts reviews or lawsuits of all kinds: of
// 因征地引发行政复议5件、行政诉讼2件 neither is all.
func (m *matcher) isOfCause(r *report.Report, i, owner int) bool {
	f, ind := &r.Figures[i], &m.indicators[owner]
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) || !slices.ContainsFunc(ind.Any, m.matters.In) {
		return false
	}
	lead := sentenceBefore(r, f)
	lead = lead[max(0, strings.LastIndexAny(lead, "；;")):]
	return m.causes.In(lead) && !slices.ContainsFunc(slices.Concat(ind.Any, ind.Short), m.causes.In)
}
