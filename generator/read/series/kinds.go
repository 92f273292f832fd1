package series

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// isOfKind reports whether of two values of one indicator one is of a kind of what the other is of
// all of: 评查案卷 and 评查行政处罚案卷. What the sentence of the other, or the heading above it, says
// too makes no kind of it, nor does what stands before all else, which says who did it.
func (m *matcher) isOfKind(a, b *measured) bool {
	if a.core == "" || b.core == "" {
		return false
	}
	front, back := common(a.core, b.core)
	moreA, moreB := a.core[front:len(a.core)-back], b.core[front:len(b.core)-back]
	switch {
	case front == 0 || back == 0 || moreA != "" && moreB != "":
		return false
	case moreA != "":
		return m.isKind(moreA, m.now, b)
	case moreB != "":
		return m.isKind(moreB, m.before, a)
	}
	return false
}

// isKind reports whether what one name says more than that of the other makes a kind of it.
func (m *matcher) isKind(more string, by *Measures, other *measured) bool {
	return m.words.SeriesKinds.Has(strings.TrimSuffix(more, "的")) && !m.isOfStaff(more, other.core) && !m.supplied(more, by, other)
}

// kindNamed is the kind of what is counted that its sentence names before its own clause, where its name does not: 行政处罚
// of 开展行政处罚案卷评查，评查案卷60本. What stands before another figure is of that one.
func kindNamed(r *report.Report, v *measured, i int, words *lexicon.Lexicon) string {
	start := v.context.Start
	if i > 0 {
		start = max(start, min(r.Figures[i-1].Span.End, v.f.Span.Start))
	}
	text, name := r.Source.Text[start:v.f.Span.Start], v.f.KindLabel()
	for m, ok := words.SeriesKinds.Find(text, 0); ok; m, ok = words.SeriesKinds.Find(text, m.End) {
		noun := firstTwo(text[m.End:])
		if kind := text[m.Start:m.End]; noun != "" && strings.HasSuffix(name, noun) && strings.Contains(text[m.End+len(noun):], noun) && !strings.Contains(name, kind) {
			return kind
		}
	}
	return ""
}

// firstTwo is the first two characters of words.
func firstTwo(words string) string {
	_, first := utf8.DecodeRuneInString(words)
	_, second := utf8.DecodeRuneInString(words[first:])
	return words[:first+second]
}

// isOfOtherKind reports whether the sentences of two values that are called the same name different kinds of it, or one of
// them a kind: what the other's name, or the heading above it, says too is no other kind.
func isOfOtherKind(a, b *measured) bool {
	if a.kind == b.kind {
		return false
	}
	says := func(v *measured, kind string) bool {
		return kind == "" || strings.Contains(v.f.KindLabel(), kind) || strings.Contains(v.section, kind)
	}
	return !says(a, b.kind) || !says(b, a.kind)
}
