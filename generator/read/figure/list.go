package figure

import (
	"strings"
	"unicode/utf8"
)

// inList gives a noun that is listed after another the verb of the first:
// 检查商铺418家、药店9家.
func (l *labeller) inList(m *mark, k int) {
	prev := l.s.previous(k)
	if prev == nil || prev.carried || prev.unit == "" || l.isRate(m.unit) || (l.findVerb(m.label, false) >= 0 || l.isVerb(m.label)) && !l.alike(prev.label, m.label) {
		return
	}
	if gap := l.s.text[prev.next:m.start]; !strings.HasPrefix(gap, "、") || utf8.RuneCountInString(m.label) > 10 {
		return
	}
	if level := l.Levels.Prefix(m.label); level > 0 && level == len(m.label) {
		m.label = l.ofLevel(prev.label, m.label)
		return
	}
	lead, alone := l.listedVerbs(prev.label)
	if (alone || l.ListedVerbs.Suffix(lead) > 0) && len(lead) < len(prev.label) && len(lead) <= 12 && !strings.HasPrefix(m.label, lead) {
		m.label = lead + m.label
	}
}

// listedVerbs is the verbs that a name begins with. It reports whether the last one stands for itself: 拆除 of 拆除新增违建3处、存量违建5处.
func (g grammar) listedVerbs(label string) (verbs string, alone bool) {
	if n := g.newly(label); n > 0 && g.ListedVerbs.Has(label[:n]) {
		return label[:n], false
	}
	chain := 0
	for verb := g.Verbs.Prefix(label); verb > 0; verb = g.Verbs.Prefix(label[chain:]) {
		if chain > 0 && g.NewlyAdded.Has(label[chain:chain+verb]) {
			return label[:chain], true
		}
		chain += verb
	}
	return label[:chain], false
}

// alike reports whether two names end in one noun of kinds, so that a verb within the second is part of it: 评查行政处罚案卷120卷、行政许可案卷80卷.
func (g grammar) alike(a, b string) bool {
	n := g.NounsOfKinds.Suffix(b)
	return n > 0 && n < len(b) && strings.HasSuffix(a, b[len(b)-n:]) && g.ActsOfGovernment.Prefix(b) > 0
}

// ofLevel is a label with its level, if it has one, changed for another:
// 建成省级示范村 after 建成全国示范村12个、省级83个.
func (g grammar) ofLevel(label, level string) string {
	for i := 0; i < len(label); {
		if n := g.Levels.Prefix(label[i:]); n > 0 {
			return label[:i] + level + label[i+n:]
		}
		_, w := runeAt(label, i)
		i += w
	}
	return level + g.noVerb(label)
}
