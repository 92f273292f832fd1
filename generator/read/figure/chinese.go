package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// chinese reads the Chinese numeral at i and gives the offset after it. Most
// such characters are parts of words and names (统一, 三项制度, 十四五), so a
// numeral is data only where its form or its place says so; the others are
// asides where a unit follows.
func (s *scanner) chinese(i, c int) int {
	end, why := s.chineseFigure(i, c)
	if end < 0 {
		return -end
	}
	if why != report.ReasonWord || s.matchUnit(s.text[end:]) != "" {
		s.settle(i, end, why)
	}
	return end
}

// chineseFigure adds the Chinese numeral at i where it is data, and gives the
// offset after it as a negative number. Else it is the end of the numeral, and
// why it is no data.
func (s *scanner) chineseFigure(i, c int) (int, report.Reason) {
	const word = report.ReasonWord
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
	if bareOne && !s.afterJoint(i) && !s.countsAfter(run) {
		return run, word
	}
	n, ok := numeral.Scan(s.text[i:])
	if !ok || i+min(n.Size, max(n.LeadSize, 3)) > s.end {
		return run, word
	}
	if named, ok := s.NoNumeralAfter.EndingAt(s.text, i); ok && !(s.text[named.Start:i] == "有" && n.Approx != "") { // 现有百余家
		return run, word
	}
	end := i + n.Size
	share := n.Fraction || n.Of > 0
	if !share && end-len(n.Approx) != run && n.Approx != "" && !strings.HasSuffix(s.text[i:end], "万") && !strings.HasSuffix(s.text[i:end], "亿") || !share && n.Approx == "" && end < run {
		return run, word
	}
	m := s.measure(i, n)
	if m.end < 0 {
		return max(run, -m.end), report.ReasonName
	}
	if !s.sign(&m, s.clauses[c].start) {
		return max(run, m.end), unknown
	}
	s.prefix(&m, s.clauses[c].start)
	if s.isThreshold(s.text, &m) {
		return max(run, m.end), report.ReasonClass
	}
	if m.unsure {
		return max(run, m.end), unknown
	}
	if m.start > i || bareOne && !s.ofPair(i, &m, c) && !s.isOne(i, &m, c) || !s.chineseIsData(i, &m, c) {
		return max(run, end), word
	}
	s.bounded(&m, s.clauses[c].start)
	s.add(m, c)
	return -m.end, unknown
}

// chineseIsData decides by form and place.
func (s *scanner) chineseIsData(i int, m *mark, c int) bool {
	n := m.num
	words := s.text[s.clauses[c].start:i]
	touched := m.start < i // 近百名
	switch {
	case n.Fraction, n.Of > 0, m.spoken:
		return true
	case m.numEnd == i && !touched:
		return false // 单位：万元
	case m.unit == "成":
		return s.isTenths(m, touched, words)
	case m.unit == "倍" && s.closesClause(m) && s.changedBy(words):
		return true // 提高一倍
	case m.unit == "":
		return n.Approx != "" && n.Scale != "" && report.IsHan(peek(s.text, m.next))
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
		return paired || s.changedBy(words) || s.ChangesInShort.Suffix(words) > 0
	case '由', '从':
		near := head(s.text[m.next:], 12)
		n := max(s.Verbs.Prefix(near), s.Falls.Prefix(near), s.Rises.Prefix(near), s.ChangesInShort.Prefix(near))
		return n > 0 && strings.ContainsRune("为到至", peek(near, n))
	}
	return false
}

// hasHundredths reports whether 成 is not the end of a share, as in 九成五 and 七成半, for which
// there is no unit: nine tenths would be untrue of it. 六成一年内办结 goes on.
func (s *scanner) hasHundredths(m *mark) bool {
	tail := s.text[m.next:]
	r, size := utf8.DecodeRuneInString(tail)
	if !strings.ContainsRune("一二三四五六七八九半", r) {
		return false
	}
	tail = tail[size:]
	if r == '半' {
		return !strings.HasPrefix(tail, "年") && !strings.HasPrefix(tail, "个") && !strings.HasPrefix(tail, "数")
	}
	return !report.IsHan(peek(tail, 0)) || s.BoundAtMostAfter.Prefix(tail) > 0 || s.BoundAtLeastAfter.Prefix(tail) > 0 || s.ApproximateAfter.Prefix(tail) > 0 || strings.HasPrefix(tail, "的")
}

// isTenths tells 七成 from 三成 of a word.
func (s *scanner) isTenths(m *mark, touched bool, words string) bool {
	if len(m.num.Value) != 1 || m.num.Value == "0" || s.hasHundredths(m) {
		return false
	}
	if touched || m.approx != "" || s.closesClause(m) {
		return words != "" || m.approx != ""
	}
	if m.num.Value != "1" && report.IsHan(peek(s.text, m.next)) && (words == "" || s.Openings.Suffix(words) > 0) {
		return true // 七成案件得到化解
	}
	return strings.HasPrefix(s.text[m.next:], "的")
}

// changedBy reports whether words end in a rise or a fall: 提高一倍.
func (g grammar) changedBy(words string) bool {
	return max(g.Changing.Suffix(words), g.Rises.Suffix(words), g.Falls.Suffix(words)) > 0
}

// countsAfter reports whether a unit that counts follows 一, which ends at end.
func (s *scanner) countsAfter(end int) bool {
	unit := s.matchUnit(s.text[end:])
	return unit == "倍" || s.UnitsCounted.Has(unit)
}

// isOne reports whether 一 with its unit is a count: 召开专题会议一次, 提高一倍, but
// neither 每季度开展一次 nor 发现一起、查处一起.
func (s *scanner) isOne(i int, m *mark, c int) bool {
	words := s.text[s.clauses[c].start:i]
	if m.spoken || m.unit == "倍" {
		return true
	}
	if !s.closesClause(m) || !s.UnitsCounted.Has(m.unit) || !s.speaksOf(words) || strings.Contains(words, "每") || s.LightVerbs.Suffix(words) > 0 || s.NamesBefore.Suffix(words) > 0 {
		return false
	}
	const reach = 60 // bytes to the other half of a saying
	one := "一" + m.unit
	if strings.Contains(tail(s.text[:i], reach), one) || strings.Contains(head(s.text[m.end:], reach), one) {
		return false
	}
	return s.LightVerbs.In(words) || s.Verbs.Prefix(words) > 0 || s.findVerb(words, true) > 0
}

// closesClause reports whether nothing follows a mark in its clause.
func (s *scanner) closesClause(m *mark) bool {
	r := peek(s.text, m.next)
	return r == 0 || r == '、' || r == '”' || r == '）' || r == ')' || classOf(r) == pause || classOf(r) == stop
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
	return report.IsHan(r) && report.IsHan(q) || r == '》' || r == '”'
}
