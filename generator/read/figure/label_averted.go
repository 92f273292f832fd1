package figure

import (
	"strings"
	"unicode/utf8"
)

// What was kept from happening is the opposite of what happened, so that a name never goes without the word that says so.

// averted puts that word in front of the name of an item of a list that leaves it out: 防止群体性上访 of 防止民转刑案件12件、群体性上访27件680人. Where
// the list goes on behind a comma, it is not plain whether the word still holds, and the name is none.
func (l *labeller) averted(m *mark, k int, label string) string {
	if label == "" || l.Averting.In(label) || l.isVerb(l.trimAdverbs(label)) && !l.nominal(label) {
		return label
	}
	prev := l.s.before(k)
	if prev == nil || m.changes || l.isRate(m.unit) || l.isVerb(m.pre) && m.pre != label {
		return label
	}
	word := l.avertingWord(prev.label)
	if word == "" {
		return label
	}
	switch gap, _ := runeAt(l.s.text, prev.next); {
	case prev.clause != m.clause:
		if prev.unit != m.unit || !l.UnitsOfCases.Has(m.unit) || m.post != "" || l.afterSemicolon(m.clause) || l.avertingWord(l.parse(prev.pre).core) == "" {
			return label
		}
		return ""
	case prev.next != m.start && !strings.ContainsRune("、和及与", gap):
		return label
	case prev.next != m.start && !l.UnitsOfCases.Has(prev.unit) && l.UnitsOfMoney.Suffix(prev.unit) == 0:
		return "" // 预防接种12万剂、儿童体检3万人: whether this was kept from happening is not plain
	case utf8.RuneCountInString(word+label) > maxLabel:
		return ""
	}
	return word + label
}

// avertingWord is the word of a name that says that what it names was kept from happening, where that is all it tells: 避免 of
// 调解组织避免民转刑案件, but not of 预防接种 or 预防犯罪讲座, which took place.
func (g grammar) avertingWord(label string) string {
	m, ok := g.Averting.Find(label, 0)
	if !ok {
		return ""
	}
	who, what := label[:m.Start], strings.TrimPrefix(label[m.End:], "了")
	if who != "" && !g.Adverbs.Has(who) && g.Doers.Suffix(who)+g.Agents.Suffix(who) == 0 {
		return ""
	}
	if what == "" || g.isVerb(what) || g.VerbsAlone.Suffix(what) > 0 || g.ActsOfGovernment.Suffix(what) > 0 {
		return ""
	}
	return label[m.Start:m.End]
}
