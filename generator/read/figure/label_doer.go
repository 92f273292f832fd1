package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// Words between two numbers of a clause name what the first counts and tell what was done, which
// the second counts: 18个村级调委会排查纠纷274件.

// beforeDeed is how much of the words between two figures names the first of them, which nothing
// names before it: 村级调委会 of 村级调委会排查纠纷, 执法检查 of 执法检查开展了. It is 0 for other words.
func (g grammar) beforeDeed(words string) int {
	said := strings.TrimSuffix(words, "了")
	if n := g.LightVerbs.Suffix(said); n > 0 && n < len(said) {
		return len(said) - n
	}
	return len(g.doerAhead(words)) % len(words)
}

// beforeGiving is how much of the words between two figures names to whom something was given, where the words before the first end
// in 向 or 给: 乡镇 of 乡镇下放权限. It is 0 for other words.
func (g grammar) beforeGiving(pre, words string) int {
	if g.Prepositions.Suffix(pre) == 0 {
		return 0
	}
	for i := range words {
		if i >= len("单位") && g.Givings.Prefix(words[i:]) > 0 && (g.Generic.Suffix(words[:i]) > 0 || g.Doers.Suffix(words[:i]) > 0) {
			return i
		}
	}
	return 0
}

// doerAhead is whoever does something, at the front of words that tell of it: 律师事务所 of
// 律师事务所办理案件. Other words stay as they are.
func (g grammar) doerAhead(words string) string {
	const shortest = len("中心")
	for i := 0; i < len(words); {
		r, w := runeAt(words, i)
		if classOf(r) == quote {
			return words
		}
		deed := words[i:]
		if i >= shortest && g.Doers.Suffix(words[:i]) > 0 && g.doesSomething(deed) {
			return words[:i]
		}
		if altogether := g.withoutOpenings(deed); i >= shortest && altogether != deed && report.IsHan(peek(deed, 0)) && g.Doers.Suffix(words[:i])+g.EndsOfPeople.Suffix(words[:i]) > 0 && g.doesSomething(altogether) {
			return words[:i] // 893名人民调解员共调解纠纷1.2万件
		}
		i += w
	}
	return words
}

// doesSomething reports whether words open with a verb and tell what it was done to: 排查纠纷.
func (g grammar) doesSomething(words string) bool {
	n := max(g.Verbs.Prefix(words), g.LightVerbs.Prefix(words))
	return n > 0 && utf8.RuneCountInString(words[n:]) >= 2
}

// helped is who was helped, at the front of words that tell how: 企业 of 为12家企业办理信用修复.
func (g grammar) helped(noun string) string {
	n := g.Generic.Prefix(noun)
	if deed := noun[n:]; n > 0 && g.doesSomething(deed) && (g.LightVerbs.Prefix(deed) > 0 || !g.nominal(deed)) {
		return noun[:n]
	}
	return noun
}

// withoutEach is a name without the words that give each body its own: 法律明白人 of 每村配备法律明白人,
// of which there are so many altogether. It is "" where nothing else is left.
func (g grammar) withoutEach(label string) string {
	if rest, ok := strings.CutPrefix(label, "各"); !strings.HasPrefix(label, "每") && !(ok && g.Generic.Prefix(rest) > 0) {
		return label
	}
	at := g.findVerb(label, false)
	if light := g.lightAt(label); at < 0 || light > 0 && light < at {
		at = light
	}
	if at <= 0 {
		return ""
	}
	return g.lightly(label[at:])
}

// lightAt is the offset of the first light verb in s after its beginning, and -1 where there is none.
func (g grammar) lightAt(s string) int {
	for i := range s {
		if n := g.LightVerbs.Prefix(s[i:]); i > 0 && n > 0 && i+n < len(s) {
			return i
		}
	}
	return -1
}

// doneToAll names the things that the last words of clause c say something was done to by what was done: 合法性审查的重大合同 of 对重大行政决策3件、
// 重大合同61份进行合法性审查.
func (l *labeller) doneToAll(c *clause) {
	s := l.s
	first := &s.marks[c.first]
	what, ok := strings.CutPrefix(first.pre, "对")
	last := s.lastOf(c)
	light := l.LightVerbs.Prefix(last.post)
	deed := last.post[light:]
	if !ok || light == 0 || deed == "" || utf8.RuneCountInString(deed) > 6 || l.findPredicate(deed) >= 0 {
		return
	}
	for k := c.first; k < c.last; k++ {
		m := &s.marks[k]
		if k > c.first && !strings.HasPrefix(s.text[s.marks[k-1].next:m.start], "、") || m.pair != single || l.isRate(m.unit) || l.isVerb(m.pre) {
			return
		}
		if k == c.first && m.label == first.pre {
			m.label, m.subject = what, what
		}
		if m.label == "" || strings.Contains(m.label, deed) || m.label != what && m.label != m.pre || utf8.RuneCountInString(deed+"的"+m.label) > maxLabel {
			continue
		}
		m.full = deed + "的" + m.label
	}
}
