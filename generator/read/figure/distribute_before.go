package figure

import (
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
)

// listBefore is the words of the clause before clause i, where they are a list with as many items as clause
// i has figures, and that clause says with 分别 what became of each: 发案数、损失金额、破案数，分别下降21%、19%、上升11%.
// It is "" for other words.
func (l *labeller) listBefore(c *clause, i int) string {
	s := l.s
	if i == 0 {
		return ""
	}
	before := &s.clauses[i-1]
	if before.last != 0 || before.sentence != c.sentence || before.stop != '，' || before.inBrackets != c.inBrackets {
		return ""
	}
	with, _, ok := strings.Cut(s.marks[c.first].pre, "分别")
	if !ok || with != "" && !l.YearOnYear.Has(with) && l.earlierPeriod(with) == "" {
		return ""
	}
	words := tidy(tail(s.text[before.start:before.end], maxBefore))
	if len(l.splitList(words)) != c.last-c.first {
		return ""
	}
	for k := c.first + 1; k < c.last; k++ {
		if m := &s.marks[k]; m.post != "" && k < c.last-1 || m.pre != "" && !l.onlyVerbs(l.parse(m.pre).core) && !l.parse(m.pre).changes {
			return ""
		}
	}
	return words
}

// anyEndsIn reports whether one of the items of a list ends in a word of a set.
func (g grammar) anyEndsIn(items []string, set *lexicon.Set) bool {
	return slices.ContainsFunc(items, func(item string) bool { return set.Suffix(item) > 0 })
}
