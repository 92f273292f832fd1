package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// A duration told in two units is one figure: 7分20秒 is 440秒.

// joinDuration takes the mark right before m into it, where both tell one duration: 20秒 of 7分20秒. The mark it
// gives is written as both are, and its value counts the finer unit.
func (s *scanner) joinDuration(m mark, c int) mark {
	if s.clauses[c].last == 0 {
		return m
	}
	prev := &s.marks[len(s.marks)-1]
	step, ok := s.DurationSteps.At(prev.unit+m.unit, 0)
	if !ok || step.End != len(prev.unit+m.unit) || prev.end != m.start || prev.clause != c || prev.bound != "" || m.approx != "" || strings.HasPrefix(s.text[m.end:], "之") {
		return m
	}
	coarse, okCoarse := numeral.Int(prev.value)
	fine, okFine := numeral.Int(m.value)
	each, okEach := numeral.Int(s.DurationSteps.Reading(step))
	if !okCoarse || !okFine || !okEach || fine >= each || coarse > maxCoarse {
		return m
	}
	first := s.dropLast(c)
	m.value = numeral.Integer(int64(coarse*each + fine)).String()
	m.start, m.approx, m.words, m.nameEnd = first.start, first.approx, first.words, first.nameEnd
	return m
}

// maxCoarse keeps the sum of a duration far from where numbers end.
const maxCoarse = 1_000_000
