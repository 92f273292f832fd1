package series

import "strings"

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
