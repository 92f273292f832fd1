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
