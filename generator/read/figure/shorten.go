package figure

import (
	"strings"
	"unicode/utf8"
)

// withTopic puts the paragraph's topic before a label that says too little.
func (l *labeller) withTopic(m *mark) {
	if l.topic == "" || l.TopicsOfWork.Has(l.topic) && (m.carried || l.isRate(m.unit) || l.UnitsOfMoney.Suffix(m.unit) > 0 || l.Generic.Has(m.label)) || l.leavesTopic(m) || l.partOfAnother(m) || l.Levels.Has(m.label) || utf8.RuneCountInString(m.label) > 5 || !m.carried && utf8.RuneCountInString(m.label) > 2 && !l.onlyVerbs(m.label) && l.findVerb(m.label, true) < 0 || strings.Contains(m.label, l.topic) {
		return
	}
	for _, r := range l.topic {
		if strings.ContainsRune(m.label, r) && utf8.RuneCountInString(m.label) > 4 {
			return
		}
	}
	if strings.HasPrefix(m.label, tail(l.topic, 6)) {
		m.label = l.topic + m.label[6:]
		return
	}
	m.label = l.topic + m.label
}

// shorten cuts a long label at a mark or a verb, else from the front.
func (g grammar) shorten(label string) string {
	label = balance(strings.TrimFunc(label, func(r rune) bool {
		switch r {
		case '、', '，', '：', ':', '；', '。', ' ', '　', '-', '—':
			return true
		}
		return false
	}))
	if len(label) <= maxLabel*3 || utf8.RuneCountInString(label) <= maxLabel+4 {
		return label
	}
	for i := 0; i < len(label); {
		r, w := runeAt(label, i)
		rest := label[i+w:]
		if r == '、' && utf8.RuneCountInString(rest) <= maxLabel {
			return rest
		}
		i += w
	}
	cut := tail(label, maxLabel*3)
	for i := 0; i < len(cut); {
		_, w := runeAt(cut, i)
		if i > 0 && g.Verbs.Prefix(cut[i:]) > 0 && len(cut)-i >= 18 {
			return balance(cut[i:])
		}
		i += w
	}
	return balance(cut)
}

// balance takes quotation marks and brackets without their partner out of a
// label.
func balance(s string) string {
	for _, pair := range [...][2]string{{"“", "”"}, {"《", "》"}, {"（", "）"}} {
		a, b := strings.Count(s, pair[0]), strings.Count(s, pair[1])
		if a == 0 && b == 0 {
			continue
		}
		if first := strings.Index(s, pair[1]); b > 0 && (a == 0 || first < strings.Index(s, pair[0])) {
			s = s[:first] + s[first+len(pair[1]):]
			b--
		}
		if a > b {
			last := strings.LastIndex(s, pair[0])
			s = s[:last] + s[last+len(pair[0]):]
		}
	}
	return s
}
