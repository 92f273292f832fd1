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
	bareOne := run == i+3 && first == '一' && peek(s.text, run) != '成'
	if bareOne && !s.afterJoint(i) {
		return run
	}
	n, ok := numeral.Scan(s.text[i:])
	if !ok || i+min(n.Size, max(n.LeadSize, 3)) > s.end {
		return run
	}
	if word, ok := s.NoNumeralAfter.EndingAt(s.text, i); ok && !(s.text[word.Start:i] == "有" && n.Approx != "") { // 现有百余家
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
	if m.start > i || bareOne && !s.ofPair(i, &m, c) || !s.chineseIsData(i, &m, c) || s.isThreshold(s.text, &m) {
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
		return s.closesClause(m) && s.UnitsCounted.Has(m.unit) && s.speaksOf(words)
	}
	single := m.numEnd-m.start == 3
	if s.AnnouncesChinese.Suffix(words) > 0 {
		return true
	}
	if single {
		return s.closesClause(m) && s.UnitsCounted.Has(m.unit) && s.speaksOf(words)
	}
	return !s.UnitsOfNames.Has(m.unit) && s.UnitsCounted.Has(m.unit) || s.closesClause(m)
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
	if !s.afterJoint(i) || !s.UnitsCounted.Has(m.unit) && !s.UnitsOfTime.Has(m.unit) {
		return false
	}
	prev, w := before(s.text, i)
	switch prev {
	case '为', '到', '至':
		if !s.closesClause(m) || i-w <= s.clauses[c].start {
			return false
		}
		words := s.text[s.clauses[c].start : i-w]
		_, paired := s.origin(words)
		return paired || s.Changing.Suffix(words) > 0
	case '由', '从':
		near := head(s.text[m.next:], 12)
		n := s.Verbs.Prefix(near)
		return n > 0 && strings.ContainsRune("为到至", peek(near, n))
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

// speaksOf reports whether the words of a clause before its numeral say what
// was counted, so that 召开会议两次 is data and 一式三份 is none.
func (g grammar) speaksOf(words string) bool {
	if len(words) < 4*3 {
		return false
	}
	r, w := before(words, len(words))
	if g.NoCountAfter.Suffix(words) > 0 {
		return false
	}
	q, _ := before(words, len(words)-w)
	return isHan(r) && isHan(q) || r == '》' || r == '”'
}
