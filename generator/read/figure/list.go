package figure

import (
	"strings"
	"unicode/utf8"
)

// inList gives a noun that is listed after another the verb of the first:
// 检查商铺418家、药店9家.
func (l *labeller) inList(m *mark, k int) {
	prev := l.s.previous(k)
	if prev == nil || prev.carried || prev.unit == "" || isRate(m.unit) || findVerb(m.label, true) >= 0 || isVerb(m.label) {
		return
	}
	if gap := l.s.text[prev.next:m.start]; !strings.HasPrefix(gap, "、") || utf8.RuneCountInString(m.label) > 10 {
		return
	}
	if level := levels.leading(m.label); level > 0 && level == len(m.label) {
		m.label = ofLevel(prev.label, m.label)
		return
	}
	chain, verb := 0, 0
	for verb = verbs.leading(prev.label); verb > 0; verb = verbs.leading(prev.label[chain:]) {
		chain += verb
	}
	lead := prev.label[:chain]
	for _, verb := range [...]string{"检查", "抽查", "改造", "新建", "建成", "新增", "创建", "获批", "发放", "慰问", "走访", "培育", "修订", "制定", "审核", "修复", "治理"} {
		if strings.HasSuffix(lead, verb) && chain < len(prev.label) && chain <= 12 {
			m.label = lead + m.label
			return
		}
	}
}

// levels are those that the things of a list may differ by.
var levels = prefixes("全国 国家级 部级 省级 市级 州级 县级 区级 镇级 乡级 村级 省部级")

// ofLevel is a label with its level, if it has one, changed for another:
// 建成省级示范村 after 建成全国示范村12个、省级83个.
func ofLevel(label, level string) string {
	for i := 0; i < len(label); {
		if n := levels.leading(label[i:]); n > 0 {
			return label[:i] + level + label[i+n:]
		}
		_, w := runeAt(label, i)
		i += w
	}
	return level + noVerb(label)
}
