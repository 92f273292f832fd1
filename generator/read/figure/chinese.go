package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// chinese reads the Chinese numeral at i and gives the offset after it. Most
// such characters are parts of words and names (统一, 三项制度, 十四五), so a
// numeral is data only where its form or its place says so; nothing else is
// reported, because no digit is lost.
func (s *scanner) chinese(i, c int) int {
	run := i
	for run < s.end {
		r, w := runeAt(s.text, run)
		if classOf(r) != han {
			break
		}
		run += w
	}
	first := peek(s.text, i)
	one := run == i+3 && first == '一' && peek(s.text, run) != '成'
	if one && !s.afterJoint(i) {
		return run
	}
	n, ok := numeral.Scan(s.text[i:])
	if !ok || i+min(n.Size, max(n.LeadSize, 3)) > s.end {
		return run
	}
	prev, _ := before(s.text, i)
	if prev == '有' && n.Approx != "" {
		prev = 0 // 现有百余家
	}
	switch prev {
	case '第', '届', '数', '几', '若', '诸', '好', '每', '各', '成', '唯', '统', '逐', '专', '同', '单', '周', '双', '之', '分', '有', '多', '前', '后', '这', '那':
		return run
	}
	end := i + n.Size
	share := n.Fraction || n.Of > 0
	if !share && end-len(n.Approx) != run && n.Approx != "" && !strings.HasSuffix(s.text[i:end], "万") && !strings.HasSuffix(s.text[i:end], "亿") || !share && n.Approx == "" && end < run {
		return run
	}
	m := s.measure(i, n)
	if m.end < 0 {
		return max(run, -m.end)
	}
	s.prefix(&m, s.clauses[c].start)
	if m.start > i || one && !s.ofPair(i, &m, c) || !s.chineseIsData(i, &m, c) || isThreshold(s.text, &m) {
		return max(run, end)
	}
	s.add(m, c)
	return m.end
}

// chineseIsData decides by form and place.
func (s *scanner) chineseIsData(i int, m *mark, c int) bool {
	n := m.num
	words := s.text[s.clauses[c].start:i]
	touched := m.start < i // 近百名
	switch {
	case n.Fraction, n.Of > 0:
		return true
	case m.numEnd == i && !touched:
		return false // 单位：万元
	case m.unit == "成":
		return s.isTenths(m, touched, words)
	case m.unit == "":
		return n.Approx != "" && n.Scale != "" && isHan(peek(s.text, m.next))
	case n.Approx != "" || touched:
		return len(n.Value) > 1 || touched && m.unit == "倍"
	case s.ofPair(i, m, c):
		return true
	case len(n.Value) == 1:
		return s.closesClause(m) && isCounted(m.unit) && speaksOf(words)
	}
	single := m.numEnd-m.start == 3
	for _, w := range [...]string{"突破", "超", "超过", "达", "达到", "过", "破", "上"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	if single {
		return s.closesClause(m) && isCounted(m.unit) && speaksOf(words)
	}
	return m.unit != "条" && m.unit != "届" && isCounted(m.unit) || s.closesClause(m)
}

// afterJoint reports whether one of the words of 由五天缩短为三天 stands before i.
func (s *scanner) afterJoint(i int) bool {
	if i < len("由") {
		return false
	}
	switch s.text[i-len("由") : i] {
	case "由", "从", "为", "到", "至":
		return true
	}
	return false
}

// ofPair reports whether a numeral at i is what a thing was or has become:
// 由五天缩短为三天.
func (s *scanner) ofPair(i int, m *mark, c int) bool {
	if !s.afterJoint(i) || !isCounted(m.unit) && !isDuration(m.unit) {
		return false
	}
	prev, w := before(s.text, i)
	switch prev {
	case '为', '到', '至':
		if !s.closesClause(m) || i-w <= s.clauses[c].start {
			return false
		}
		words := s.text[s.clauses[c].start : i-w]
		_, paired := origin(words)
		return paired || changing.trailing(words) > 0
	case '由', '从':
		near := head(s.text[m.next:], 12)
		n := verbs.leading(near)
		return n > 0 && hasRune("为到至", peek(near, n))
	}
	return false
}

// isTenths tells 七成 from 三成 of a word.
func (s *scanner) isTenths(m *mark, touched bool, words string) bool {
	if len(m.num.Value) != 1 || m.num.Value == "0" {
		return false
	}
	if touched || m.approx != "" || s.closesClause(m) {
		return words != "" || m.approx != ""
	}
	return strings.HasPrefix(s.text[m.next:], "的")
}

// closesClause reports whether nothing follows a mark in its clause.
func (s *scanner) closesClause(m *mark) bool {
	r := peek(s.text, m.next)
	return r == 0 || r == '、' || r == '）' || r == ')' || classOf(r) == pause || classOf(r) == stop
}

// isCounted reports whether a unit counts events, things or people, as
// opposed to the measure words of names and figures of speech.
func isCounted(unit string) bool {
	switch unit {
	case "次", "场", "场次", "件", "起", "份", "名", "人", "人次", "家", "户", "批", "批次", "部", "篇", "处", "所", "支", "辆", "座",
		"个", "项", "条", "套", "本", "宗", "例", "台", "个工作日", "堂", "位":
		return true
	}
	return false
}

// speaksOf reports whether the words of a clause before its numeral say what
// was counted, so that 召开会议两次 is data and 一式三份 is none.
func speaksOf(words string) bool {
	if len(words) < 4*3 {
		return false
	}
	r, w := before(words, len(words))
	switch r {
	case '分', '共', '这', '那', '前', '后', '上', '每', '各', '为', '的', '有', '是', '、', '式', '连', '续', '再', '另', '出', '等':
		return false
	}
	q, _ := before(words, len(words)-w)
	return isHan(r) && isHan(q) || r == '》' || r == '”'
}
