package figure

import (
	"strings"
	"unicode/utf8"
)

// inList gives a noun that is listed after another the verb of the first:
// 检查商铺418家、药店9家.
func (l *labeller) inList(m *mark, k int) {
	prev := l.s.previous(k)
	if prev == nil || prev.carried || prev.unit == "" || l.isRate(m.unit) || l.findVerb(m.label, false) >= 0 || l.isVerb(m.label) {
		return
	}
	if gap := l.s.text[prev.next:m.start]; !strings.HasPrefix(gap, "、") || utf8.RuneCountInString(m.label) > 10 {
		return
	}
	if level := l.Levels.Prefix(m.label); level > 0 && level == len(m.label) {
		m.label = l.ofLevel(prev.label, m.label)
		return
	}
	chain, alone := 0, false
	for verb := l.Verbs.Prefix(prev.label); verb > 0; verb = l.Verbs.Prefix(prev.label[chain:]) {
		if alone = chain > 0 && l.NewlyAdded.Has(prev.label[chain:chain+verb]); alone {
			break // 拆除新增违建3处、存量违建5处
		}
		chain += verb
	}
	lead := prev.label[:chain]
	if (alone || l.ListedVerbs.Suffix(lead) > 0) && chain < len(prev.label) && chain <= 12 {
		m.label = lead + m.label
	}
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
