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

// prefix reads the approximation that touches the numeral from before, and a
// minus sign.
func (s *scanner) prefix(m *mark, clauseStart int) {
	r, w := before(s.text, m.start)
	if m.start-w < clauseStart {
		return
	}
	if r == '-' || r == '－' || r == '−' {
		if q, _ := before(s.text, m.start-w); isHan(q) && m.unit != "" {
			m.value, m.start = "-"+m.value, m.start-w
		}
		return
	}
	word, ok := s.ApproximateBefore.EndingAt(s.text, m.start)
	if !ok || word.Start < clauseStart {
		return
	}
	m.start = word.Start
	if m.approx == "" {
		m.approx = s.ApproximateBefore.Reading(word)
	}
}
