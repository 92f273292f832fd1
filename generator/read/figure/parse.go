package figure

import (
	"mingfa/generator/report"
	"strings"
)

// phrase is the words before a numeral, stripped.
type phrase struct {
	core    string // what is left: a noun phrase, a verb, or nothing
	among   bool   // 其中
	rest    string // 其余 or 其他
	etc     bool   // a list of examples: …等
	per     bool   // 每…, 平均…, 人均…
	share   bool   // 占…
	changes bool   // 增长, 下降, …
	of      bool   // …的
}

// parse strips the words before a numeral.
func (g grammar) parse(words string) phrase {
	var p phrase
	words = words[:len(words)-g.boundAtEnd(words)] // 增长不足5% is a change like 增长5%
	s := g.morePlainly(g.open(&p, words))
	if g.NewlyAdded.Has(s) && (g.Comparisons.Prefix(words) > 0 || strings.HasPrefix(words, "比")) {
		p.changes = true // 比上年新增46项 says how many more there are
	}
	if g.Changing.Suffix(s) > 0 {
		p.changes = true
		s = g.cutComparison(strings.TrimSuffix(s, "了"))
	}
	for !p.changes {
		n := g.bridge(s)
		if n == 0 {
			break
		}
		if strings.HasSuffix(s, "等") {
			p.etc = true
		}
		s = cutTerm(s[:len(s)-n])
		if g.Changing.Suffix(s) > 0 && len(s) > 6 && strings.HasSuffix(words, "了") {
			break
		}
	}
	p.changes = p.changes || g.ChangesNamed.Suffix(s) > 0
	for strings.HasSuffix(s, "的") && g.NounsInDe.Suffix(s) == 0 {
		s, p.of = strings.TrimSuffix(s, "的"), true
	}
	p.per = g.AverageOpenings.Prefix(s) > 0 || isPerTime(s)
	p.share = g.ShareOf.Prefix(s) > 0
	p.core = g.afterListed(g.whatCameAfter(strings.Trim(s, "，：: ")))
	if !strings.HasSuffix(words, "、") && strings.HasSuffix(p.core, "、") {
		p.core = g.lastOfChain(p.core) // 数量翻番、达1.8万家
	}
	p.core = g.withoutParticle(strings.Trim(p.core, "、"))
	return p
}

// whatCameAfter is the last of two things done one after the other: 保留 of 废止后保留.
func (g grammar) whatCameAfter(core string) string {
	n := g.Verbs.Prefix(core)
	if rest, ok := strings.CutPrefix(core[n:], "后"); ok && n > 0 && g.isVerb(rest) {
		return rest
	}
	return core
}

// afterListed is what follows the word that opens a list: 行政处罚 of 案件类型分别为行政处罚.
func (g grammar) afterListed(core string) string {
	m, ok := g.Listed.FindLast(core)
	if !ok || m.End == len(core) || strings.Contains(core[m.End:], "的") || strings.ContainsAny(core[m.End:], "”》") {
		return core
	}
	return core[m.End:]
}

// morePlainly says 比上年多 and 同比减 as they are said in full.
func (g grammar) morePlainly(s string) string {
	m, ok := g.ChangesInShort.EndingAt(s, len(s))
	if !ok {
		return s
	}
	words, full := s[:m.Start], g.ChangesInShort.Reading(m)
	switch {
	case g.cutComparison(s) == s[m.Start:]:
		return full
	case g.Compared.Suffix(words) > 0:
		return words + full
	}
	return s
}

// isPerTime reports whether s is 日均, 村均 and the like, which leave out of what.
func isPerTime(s string) bool {
	return len(s) == len("日均") && strings.HasSuffix(s, "均") && s != "平均" && s != "人均"
}

// cutTerm takes 6年 or 五年来 from the end of words.
func cutTerm(s string) string {
	t := strings.TrimSuffix(s, "来")
	t, ok := strings.CutSuffix(t, "年")
	if !ok {
		return s
	}
	i := len(t)
	for i > 0 {
		r, w := before(t, i)
		if c := classOf(r); c != arabic && c != han {
			break
		}
		i -= w
	}
	if n := len(t) - i; n == 0 || n > 6 {
		return s
	}
	return t[:i]
}

// cutComparison takes 较2020年 or 比上年末 out of words that end in a change.
func (g grammar) cutComparison(s string) string {
	const near = 18 // bytes from the word to the end
	if m, ok := g.YearOnYear.FindLast(s); ok && m.Start > 0 && len(s)-m.Start <= near {
		s = s[:m.Start] + s[m.End:]
	}
	m, ok := g.Comparisons.FindLast(s)
	if !ok {
		return s
	}
	const reach = 30 // bytes to the end of what is compared with
	end := m.Start
	for i := m.End; i < min(len(s), m.Start+reach); {
		if until, ok := g.ComparisonEnds.At(s, i); ok {
			end = until.End
		}
		_, w := runeAt(s, i)
		i += w
	}
	if end == m.Start {
		return s
	}
	return s[:m.Start] + s[end:]
}

// open takes the words off the front that say when and where, and notes 其中
// and 其余.
func (g grammar) open(p *phrase, words string) string {
	s := g.cutTime(words)
	for {
		n := g.opening(s)
		if n == 0 {
			break
		}
		p.among = p.among || strings.HasPrefix(s, "其中")
		if s[:n] == "其余" {
			p.rest = "其余"
		}
		s = g.cutTime(s[n:])
	}
	if n := g.Rests.Prefix(s); n > 0 && p.rest == "" {
		p.rest = s[:n]
	}
	return s
}

// opening is the length of the words that s begins with and that say no more
// than when, where or in which order: 全年, 其中, 共. It is 0 where there are none.
func (g grammar) opening(s string) int {
	n := g.Openings.Prefix(s)
	if m := g.OpeningsOfClauses.Prefix(s); m > n && (m == len(s) || report.IsHan(peek(s, m))) {
		n = m // 已 of 已办结, but not of 已“双减”
	}
	if m := g.OpeningsOfVerbs.Prefix(s); m > n && (m == len(s) || g.isVerb(s[m:])) {
		n = m // 经 of 经排查, but not of 经费
	}
	return n
}

// cutTime takes a year, a term of years or a date from the front of words:
// 2023年, 5年, 截至2023年底, 2024年底, 第三季度.
func (g grammar) cutTime(s string) string {
	t := s
	for n := g.DatesBefore.Prefix(t); n > 0; n = g.DatesBefore.Prefix(t) {
		t = t[n:]
	}
	i := digitalDateOf(t)
	if i > 0 {
		return g.cutTime(t[i:]) // 2023-02-10
	}
	for i < len(t) {
		r, w := runeAt(t, i)
		if c := classOf(r); c != arabic && c != han && r != '至' && r != '—' && r != '-' {
			break
		}
		i += w
	}
	if i == 0 {
		return s
	}
	if n := g.DatesAfter.Prefix(t[i:]); n > 0 {
		return g.cutTime(t[i+n:])
	}
	return s
}
