package figure

import (
	"strings"
)

// eachLevel names the figures of a clause that follow a list of as many levels
// without 分别: 建成省级、市级、县级示范单位2个、6个、19个. It is false for any other clause.
func (l *labeller) eachLevel(c *clause, i int) bool {
	s := l.s
	n := c.last - c.first
	first := &s.marks[c.first]
	for k := c.first + 1; k < c.last; k++ {
		m, prev := &s.marks[k], &s.marks[k-1]
		if prev.next > m.start {
			return false
		}
		if gap := s.text[prev.next:m.start]; m.unit != first.unit || gap != "、" && gap != "和" {
			return false
		}
	}
	words := l.parse(first.pre).core
	lead, items, rest := l.levelList(words, n)
	if items == nil || s.marks[c.last-1].post != "" {
		return false
	}
	noun := l.withoutOpenings(rest)
	if lead == "" {
		noun = l.dropLight(noun)
	}
	if noun == "" {
		return false
	}
	for j, level := range items {
		m := &s.marks[c.first+j]
		m.label = l.shorten(lead + level + noun)
		m.subject = m.label
		l.subject, l.unit, l.clause, l.whole, l.last = m.subject, m.unit, i, m.subject, m.label
	}
	return true
}

// levelList parts words into what stands before a list of n levels, the levels,
// and what they share: 建成, 省级 市级 县级 and 示范单位. items is nil where no such list is.
func (g grammar) levelList(words string, n int) (lead string, items []string, rest string) {
	for at := range words {
		list := strings.Split(words[at:], "、")
		if len(list) < n || at > 0 && !g.onlyVerbs(words[:at]) {
			continue
		}
		list = append(list[:n-1:n-1], strings.Join(list[n-1:], "、")) // the noun may have 、 in brackets
		if rest := g.fullLevels(list); rest != "" {
			return words[:at], list, rest
		}
		if size := g.levelsOnly(list[:n-1], list[n-1]); size > 0 {
			rest = list[n-1][size:]
			list[n-1] = list[n-1][:size]
			return words[:at], list, rest
		}
	}
	return "", nil, ""
}

// fullLevels says each level of 县、乡、村三级调解员 in full, 县级, 乡级 and 村级, and gives
// what they share, 调解员. It is "" for any other list.
func (g grammar) fullLevels(items []string) string {
	if rest := g.numberedLevels(items); rest != "" {
		return rest
	}
	last := items[len(items)-1]
	_, w := runeOrNone(last, 0)
	number, n := runeOrNone(last, w)
	after := w + n + len("级")
	if classOf(number) != han || after >= len(last) || last[w+n:after] != "级" {
		return ""
	}
	for j, item := range items {
		if j == len(items)-1 {
			item = item[:w]
		}
		if !g.Levels.Has(item + "级") {
			return ""
		}
	}
	for j := range items {
		items[j] = head(items[j], w) + "级"
	}
	return last[after:]
}

// numberedLevels does the same for 一、二、三级网格: 一级, 二级, 三级 and 网格.
func (g grammar) numberedLevels(items []string) string {
	last := len(items) - 1
	for j, item := range items {
		number, w := runeOrNone(item, 0)
		if classOf(number) != han || j < last && w != len(item) || j == last && !strings.HasPrefix(item[w:], "级") {
			return ""
		}
	}
	rest := items[last][len("三级"):]
	for j := range items {
		items[j] = head(items[j], len("三")) + "级"
	}
	return rest
}

// levelsOnly is the length of the level that the last item of a list begins with
// where the others are levels and nothing else: 县级、乡级、村级调解组织.
func (g grammar) levelsOnly(before []string, last string) int {
	n := g.levelOrStage(last)
	if n == len(last) {
		return 0
	}
	for _, item := range before {
		if g.levelOrStage(item) != len(item) {
			return 0
		}
	}
	return n
}

// levelOrStage is the length of the level or the stage of a case that words begin with.
func (g grammar) levelOrStage(words string) int {
	return max(g.Levels.Prefix(words), g.Stages.Prefix(words))
}
