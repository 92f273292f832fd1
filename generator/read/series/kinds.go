package series

import (
	"unicode/utf8"
)

// isOfKind reports whether of two values of one indicator one is plainly of a kind of what the
// other is of all of: 评查案卷 and 评查行政处罚案卷, 检查企业 and 检查重点企业. What the sentence of the
// other, or the heading above it, says too makes no kind of it, nor do words that say who did it,
// or nothing.
func (m *matcher) isOfKind(a, b *measured) bool {
	if a.core == "" || b.core == "" {
		return false
	}
	front, back := common(a.core, b.core)
	moreA, moreB := a.core[front:len(a.core)-back], b.core[front:len(b.core)-back]
	switch {
	case back == 0 || moreA != "" && moreB != "":
		return false
	case moreA != "":
		return m.isKind(moreA, front == 0, m.now, b)
	case moreB != "":
		return m.isKind(moreB, front == 0, m.before, a)
	}
	return false
}

// isKind reports whether what one name says more than that of the other makes a kind of it. first
// is whether it stands before all else, as a verb does.
func (m *matcher) isKind(more string, first bool, by *Measures, other *measured) bool {
	if utf8.RuneCountInString(more) < 2 || m.words.SeriesDoers.In(more) || first && m.words.Verbs.Prefix(more) > 0 || m.isOfStaff(more, other.core) || m.supplied(more, by, other) {
		return false
	}
	for more != "" {
		n := max(m.words.SeriesLight.Prefix(more), m.words.SeriesPlain.Prefix(more))
		if n == 0 {
			return true
		}
		more = more[n:]
	}
	return false
}
