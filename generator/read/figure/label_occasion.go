package figure

import (
	"strings"
	"unicode/utf8"
)

// Who came to an occasion, or passed an examination, is told by a verb alone: 组织执法资格考试2场，465人报名，412人通过.

// ofOccasion names such people by the occasion that their sentence names.
func (l *labeller) ofOccasion(m *mark, i int, label string) string {
	if !l.UnitsOfPeople.Has(m.unit) {
		return label
	}
	said := l.trimAdverbs(l.parse(m.pre).core)
	if said == "" {
		said = l.trimAdverbs(m.post)
	}
	if !l.OccasionDeeds.Has(said) || label != "" && label != said && l.sound(label, m.unit) && !strings.HasPrefix(label, said) {
		return label
	}
	occasion := l.occasion(i)
	if occasion == "" || said != "" && !l.TakingPart.Has(said) && l.Examinations.Suffix(occasion) == 0 || utf8.RuneCountInString(said+occasion) > maxLabel {
		return label
	}
	return said + occasion
}

// occasion is the last occasion that the sentence of clause i names before it: one that it counts, or the object of a clause without numbers.
func (l *labeller) occasion(i int) string {
	const reach = 4 // clauses, and figures of each
	s := l.s
	for j := i - 1; j >= max(0, i-reach) && s.clauses[j].sentence == s.clauses[i].sentence; j-- {
		c := &s.clauses[j]
		if c.last == 0 {
			words := l.parse(tidy(s.text[c.start:c.end])).core
			if taking, ok := l.TakingPart.FindLast(words); ok {
				words = words[taking.End:]
			}
			if words = l.lightly(words); l.Occasions.Suffix(words) > 0 && utf8.RuneCountInString(words) <= 14 && !strings.ContainsAny(words, "、") {
				return words
			}
			continue
		}
		for k := c.last - 1; k >= max(c.first, c.last-reach); k-- {
			if m := &s.marks[k]; l.UnitsOfEvents.Has(m.unit) && m.clause == j && !m.carried && l.Occasions.Suffix(m.label) > 0 {
				return l.lightly(m.label)
			}
		}
	}
	return ""
}
