package figure

import (
	"strings"
	"unicode/utf8"
)

// Several things that have each become another value: 甲、乙的时限分别由15天、45天压缩至5天、20天. The first of the former values
// belongs to the first of the later ones, and what stands beside each other (45天压缩至5天) belongs to two things.

// pairEach pairs and names the figures of such a clause, with those of the clause after it where a comma parts them
// (分别由15天、45天，压缩至5天、20天). It is false for any other clause.
func (l *labeller) pairEach(c *clause, i int) bool {
	s := l.s
	if s.marks[c.first].former != 0 {
		return true
	}
	first, last := c.first, l.lastOfPairs(c, i)
	words := tidy(tail(s.text[c.start:s.marks[first].start], maxBefore))
	subjects, ok := l.origin(words)
	if last-first < 3 || !ok || !strings.Contains(s.text[c.start:s.marks[last-1].start], "分别") {
		return false
	}
	former, later, ok := l.formerAndLater(first, last)
	if !ok {
		return false
	}
	for k := first; k < last; k++ {
		m := &s.marks[k]
		m.label, m.subject, m.carried, m.changes, m.former = "", "", true, false, namedBefore
	}
	l.subject, l.last, l.rate, l.whole, l.inner, l.clause = "", "", "", "", 0, s.marks[last-1].clause
	if len(former) == len(later) && l.inSameUnits(former, later) {
		l.nameEachPair(former, later, l.eachSubject(subjects, len(former)))
	}
	return true
}

// namedBefore marks a figure of several that have become others, which needs no other name or has none.
const namedBefore = -1

// lastOfPairs is the end of the figures of clause i, and of the clause after it where that goes on with what they have become. It is
// 0 where brackets with figures stand between them.
func (l *labeller) lastOfPairs(c *clause, i int) int {
	s := l.s
	last := c.last
	if next := i + 1; next < len(s.clauses) && c.stop == '，' && s.clauses[next].last > 0 && s.clauses[next].first == c.last {
		after := &s.clauses[next]
		if opens := tidy(s.text[after.start:s.marks[after.first].start]); s.marks[c.last-1].next == c.end && l.opensLater(opens) && l.turnsInto(opens) && !l.anyTurns(c) {
			last = after.last
		}
	}
	for k := c.first; k < last; k++ {
		if at := s.marks[k].clause; at != i && (last == c.last || at != i+1) {
			return 0
		}
	}
	return last
}

// anyTurns reports whether a clause itself says what its figures have become.
func (l *labeller) anyTurns(c *clause) bool {
	for k := c.first + 1; k < c.last; k++ {
		if l.turnsInto(tidy(l.s.text[l.s.marks[k-1].next:l.s.marks[k].start])) {
			return true
		}
	}
	return false
}

// formerAndLater parts the marks from first to last into what each thing was and what it has become: all of the one and then all of the
// other, or pair by pair (分别由3个增至5个、由12个增至20个). It reports whether nothing but the words that part them stands between.
func (l *labeller) formerAndLater(first, last int) (former, later []int, ok bool) {
	s := l.s
	turns := 0
	former = append(former, first)
	for k := first + 1; k < last; k++ {
		gap := tidy(s.text[s.marks[k-1].next:s.marks[k].start])
		switch {
		case l.turnsInto(gap):
			turns++
			later = append(later, k)
		case !l.onlyJoins(gap):
			return nil, nil, false
		case turns == 0 || l.origins(gap) || turns > 1 && len(former) == len(later):
			former = append(former, k)
		default:
			later = append(later, k)
		}
	}
	return former, later, turns == 1 || turns == len(former) && turns == len(later)
}

// turnsInto reports whether words between two figures say what the first has become: 压缩至, 分别提高到, 调整为每年.
func (g grammar) turnsInto(words string) bool {
	const longest = 8 * len("至")
	words = strings.TrimPrefix(strings.TrimPrefix(words, "，"), "分别")
	if at := strings.IndexAny(words, "0123456789"); at > 0 {
		words = words[:at] // 降至2024年的
	}
	if at := strings.LastIndex(words, "每"); at > 0 {
		words = words[:at]
	}
	words = words[:len(words)-g.boundAtEnd(words)]
	words = words[:len(words)-g.Averages.Suffix(words)]
	n := g.Becoming.Suffix(words)
	if rise := words[len(words)-n:]; (rise == "升" || rise == "降") && g.Changing.Suffix(words) > 0 {
		return false // 分别下降28%、32%
	}
	return n > 0 && n < len(words) && len(words) <= longest && !strings.ContainsAny(words, "、和及")
}

// onlyJoins reports whether words between two figures do no more than go on with a list: 、, 和, 、由, 和每年.
func (g grammar) onlyJoins(gap string) bool {
	rest := strings.TrimPrefix(gap, "、")
	rest = rest[g.Joints.Prefix(rest):]
	rest = strings.TrimPrefix(rest, "分别")
	switch n := utf8.RuneCountInString(rest); {
	case n == 0:
		return true
	case n == 1:
		return g.Origins.Prefix(rest) > 0 || g.Becoming.Prefix(rest) > 0
	case n <= 4:
		return strings.HasPrefix(rest, "每")
	}
	return false
}

// origins reports whether words between two figures lead to what another thing was: 、由.
func (g grammar) origins(gap string) bool {
	return strings.HasSuffix(gap, "由") || strings.HasSuffix(gap, "从")
}

// inSameUnits reports whether each former value is counted as the later one is.
func (l *labeller) inSameUnits(former, later []int) bool {
	for j := range former {
		a, b := l.s.marks[former[j]].unit, l.s.marks[later[j]].unit
		if a != b && !strings.HasPrefix(a, b) && !strings.HasPrefix(b, a) && !(l.UnitsOfTime.Has(a) && l.UnitsOfTime.Has(b)) {
			return false
		}
	}
	return true
}

// nameEachPair gives each pair the name of its thing, where there are names.
func (l *labeller) nameEachPair(was, is []int, names []string) {
	for j := range was {
		a, b := &l.s.marks[was[j]], &l.s.marks[is[j]]
		a.pair, b.pair, b.former = earlier, later, was[j]+1
		if names != nil {
			a.label, a.subject = names[j], names[j]
			b.label, b.subject = names[j], names[j]
		}
	}
}

// eachSubject is the names of the n things that words list: 食品经营许可办理时限 and 药品经营许可办理时限 of 食品、药品经营许可的办理时限. It is nil where they
// are no such list.
func (l *labeller) eachSubject(words string, n int) []string {
	words = l.withoutOpenings(strings.TrimSuffix(words, "分别"))
	items, rest := l.listOf(words, n)
	if items == nil {
		return nil
	}
	rest = l.cutCount(items, rest)
	last := &items[n-1]
	if at := len(*last+rest) - l.aspectOf(*last+rest, items[:n-1]); at > 0 && at < len(*last) {
		*last, rest = (*last)[:at], (*last)[at:]+rest
	}
	if at := likeOthers(items); at > 0 {
		*last, rest = (*last)[:at], strings.TrimPrefix((*last)[at:], "的")+rest
	}
	names := make([]string, n)
	for j, item := range items {
		item = strings.TrimSuffix(item, "的")
		if j == 0 {
			item = l.parse(item).core
		}
		if item == "" {
			return nil
		}
		names[j] = l.shorten(withShared(item, rest))
	}
	return names
}

// likeOthers is the length of what the last item of a list has in common with the others, where more follows that all of them share: 药品 of
// 食品、药品经营, 气 of 水、电、气报装. It is 0 where that is not plain.
func likeOthers(items []string) int {
	n := len(items) - 1
	size := len(items[0])
	if size > 2*len("食品") || len(items[n]) <= size || !utf8.RuneStart(items[n][size]) {
		return 0
	}
	end, _ := before(items[n], size)
	for _, item := range items[:n] {
		if last, _ := before(item, len(item)); len(item) != size || size > len("水") && last != end {
			return 0
		}
	}
	return size
}

// aspectOf is the length of the words at the end of a list that each of its things has, with the deed before them: 办理时限 of
// 食品许可、药品登记办理时限, and 登记申请材料 of 名称、股东登记申请材料. It is 0 where the others have words of their own (案件数、罚没金额).
func (g grammar) aspectOf(words string, others []string) int {
	n := max(g.sharedTail(words), g.Attributes.Suffix(words), g.AspectsOfEach.Suffix(words))
	if n == 0 || g.anyEndsIn(others, g.Attributes) || g.anyEndsIn(others, g.AspectsOfEach) || g.anyEndsIn(others, g.Tallies) {
		return 0
	}
	for _, other := range others {
		if strings.HasSuffix(other, words[len(words)-n:]) {
			return 0 // 复议案件、应诉案件
		}
	}
	deeds := g.anyEndsIn(others, g.Verbs) || g.anyEndsIn(others, g.ActsOfGovernment)
	for {
		before := words[:len(words)-n]
		more := max(g.Averages.Suffix(before), g.DeedsOfAspects.Suffix(before))
		if !deeds {
			more = max(more, g.Verbs.Suffix(before), g.ActsOfGovernment.Suffix(before))
		}
		if more == 0 || more == len(before) {
			return n
		}
		n += more
	}
}

// eachBecame reports whether the marks from first to last are all that several things of one clause have become.
func (s *scanner) eachBecame(first, last int) bool {
	for k := first; k < last; k++ {
		if s.marks[k].former <= 0 {
			return false
		}
	}
	return s.marks[first].former == first-(last-first)+1
}
