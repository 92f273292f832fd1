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

// eachNamed reports whether the figures of a clause with 分别 at offset at have names of their own, so that those listed before it are who did
// the one and the other: 县委、县政府主要负责人分别主持召开常委会会议7次、县政府常务会议9次.
func (l *labeller) eachNamed(c *clause, at int) bool {
	s := l.s
	first := &s.marks[c.first]
	said := first.pre[at+len("分别"):]
	if !l.UnitsOfEvents.Has(first.unit) || l.LightVerbs.Prefix(said) == 0 && !l.isVerb(said) {
		return false
	}
	for k := c.first + 1; k < c.last; k++ {
		m := &s.marks[k]
		own := l.parse(m.pre).core
		if m.unit != first.unit || own == "" || l.isVerb(own) || !strings.HasPrefix(s.text[s.marks[k-1].next:m.start], "、") {
			return false
		}
	}
	return true
}

// anyEndsIn reports whether one of the items of a list ends in a word of a set.
func (g grammar) anyEndsIn(items []string, set *lexicon.Set) bool {
	return slices.ContainsFunc(items, func(item string) bool { return set.Suffix(item) > 0 })
}
