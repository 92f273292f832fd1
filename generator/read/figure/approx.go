package figure

import "strings"

// approxAfter reads 以上, 以内, 左右 and 多 after the unit.
func (s *scanner) approxAfter(m *mark) {
	rest := s.text[m.next:]
	if n := s.ApproximateAfter.Prefix(rest); n > 0 {
		m.approx = rest[:n]
		m.next += n
		m.end = m.next
		return
	}
	if !strings.HasPrefix(rest, "多") || m.unit == "" {
		return
	}
	switch after := peek(rest, len("多")); {
	case after == 0, !isHan(after), after == '的':
		m.approx = "多"
		m.next += len("多")
		m.end = m.next
	}
}

// prefix reads the approximation before the numeral: one that touches it is part
// of the numeral as printed (近40), one with a word between is not (约为24%).
func (s *scanner) prefix(m *mark, clauseStart int) {
	word, ok := s.ApproximateBefore.EndingAt(s.text, m.start)
	if ok && word.Start >= clauseStart {
		m.start = word.Start
	} else if link, linked := s.ApproximateLinks.EndingAt(s.text, m.start); linked {
		word, ok = s.ApproximateBefore.EndingAt(s.text, link.Start)
		ok = ok && s.ApproximateBefore.Reading(word) == "约"
	}
	if ok && word.Start >= clauseStart && m.approx == "" {
		m.approx = s.ApproximateBefore.Reading(word)
	}
}
