package figure

import (
	"strings"
)

// follows names the second figure of 由A到B, and marks both.
func (l *labeller) follows(m, prev *mark) bool {
	if prev.pair == lowest && m.pair == highest {
		m.label, m.subject, m.carried = prev.label, prev.subject, true
		m.changes = prev.changes
		return true
	}
	if !isPair(prev, m) {
		return false
	}
	prev.pair, m.pair = earlier, later
	m.label, m.subject, m.carried = prev.label, prev.subject, true
	return true
}

// isPair reports whether two figures are what a thing was and has become: the
// words before the first end in 由 or 从, those between in 到 or 为.
func isPair(a, b *mark) bool {
	if a.pair != single || a.unit != b.unit && a.unit != "" && b.unit != "" && !(isDuration(a.unit) && isDuration(b.unit)) {
		return false
	}
	between := b.pre
	if between == "" {
		between = a.post
	}
	if len(between) > 48 || between == "" {
		return false
	}
	between = cutTerm(strings.TrimSuffix(between, "的")) // 提高到2025年的
	end, _ := before(between, len(between))
	switch end {
	case '均', '每', '天', '日', '月', '年', '周', '人', '户':
		between = between[:len(between)-per.trailing(between)]
		end, _ = before(between, len(between))
	}
	switch end {
	case '到', '至', '为', '升', '降', '达', '成':
	default:
		return false
	}
	if _, ok := origin(a.pre); ok {
		return true
	}
	// 4个环节压缩为1个
	return a.unit == b.unit && a.unit != "" && !isRate(a.unit) && !a.changes && b.post == "" && end != '升' && end != '降' && end != '达' &&
		isVerb(between) && changing.trailing(between[:len(between)-len("为")]) == len(between)-len("为")
}

// per say of how long or how many a figure is: 增加到日均450件.
var per = suffixes("日均 月均 年均 周均 人均 户均 平均 每天 每日 每月 每年 每 每周 每人 每户")

// isDuration reports whether a unit is one of time, so that 2小时 can become 45分钟.
func isDuration(unit string) bool {
	switch unit {
	case "秒", "分钟", "小时", "天", "个工作日", "工作日", "个自然日", "个月", "周":
		return true
	}
	return false
}

// origin is the words before the last 由 or 从 near the end of words.
func origin(words string) (string, bool) {
	near := tail(words, 42)
	at := max(lastIndex(near, "由"), lastIndex(near, "从"))
	if at < 0 || strings.HasPrefix(near[at:], "由于") || strings.HasPrefix(near[at:], "从事") || strings.HasPrefix(near[at:], "从业") {
		return words, false
	}
	return words[:len(words)-len(near)+at], true
}

// pairFollows reports whether the mark is the first of 由A到B.
func (l *labeller) pairFollows(m *mark, k, i int) bool {
	s := l.s
	for j := k + 1; j < s.clauses[i].last; j++ {
		if s.marks[j].clause == i {
			return isPair(m, &s.marks[j])
		}
	}
	next := s.clauses[i].last
	if next >= len(s.marks) || s.beforeComma(next) != m {
		return false
	}
	second := s.marks[next]
	second.pre = tidy(tail(s.text[s.clauses[second.clause].start:second.start], maxBefore))
	return opensLater(second.pre) && isPair(m, &second)
}

// beforeComma is the last mark of the clause before that of mark k, when k is
// the first of its own and a comma parts them: 由2022年的310人次，增加到504人次.
func (s *scanner) beforeComma(k int) *mark {
	i := s.marks[k].clause
	if k == 0 || s.marks[k-1].clause != i-1 || s.clauses[i-1].stop != '，' || s.clauses[i-1].inBrackets != s.clauses[i].inBrackets {
		return nil
	}
	return &s.marks[k-1]
}

// opensLater reports whether words can go on with what a thing has become.
func opensLater(words string) bool {
	return isVerb(words) || hasRune("到至达升降增减", peek(words, 0))
}
