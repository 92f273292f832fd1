package figure

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// maxWords bounds how far before and after a numeral a label is looked for.
const (
	maxBefore = 150
	maxAfter  = 120
)

// tail is the last n bytes of s, cut between characters.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// head is the first n bytes of s, cut between characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// tidy takes white space, what nobody sees and brackets with data in them out of
// words.
func tidy(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return isSpace(r) || r == '\r' || r == '\n' || r == '—' || r == '-' || r == '·' })
	var b strings.Builder
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == bracket {
			j := strings.IndexRune(s[i:], closing(r))
			if j < 0 {
				break // cut short by the limit
			}
			inside := s[i+w : i+j]
			if len(inside) > 24 || strings.ContainsAny(inside, "0123456789，：；") {
				_, cw := runeAt(s, i+j)
				i += j + cw
				continue
			}
		}
		if !isSpace(r) && !numeral.Unseen(r) {
			b.WriteString(s[i : i+w])
		}
		i += w
	}
	return b.String()
}

// splitWords gives each mark of a clause the words before and after it.
func (s *scanner) splitWords(c *clause) {
	at := c.start
	for k := c.first; k < c.last; k++ {
		m := &s.marks[k]
		if m.clause != s.marks[c.first].clause {
			continue // of brackets within the clause
		}
		words := ""
		if end := cmp.Or(m.nameEnd, m.start); end > at {
			words = s.text[at:end]
		}
		if at == c.start {
			m.pre = tidy(tail(words, maxBefore))
		} else {
			s.between(words, m, k)
		}
		at = m.next
	}
	if m := s.lastOf(c); m != nil && c.end > m.next {
		m.post = tidy(head(s.text[m.next:c.end], maxAfter))
		if k := c.last - 2; m.pair == highest && k >= c.first {
			s.marks[k].post = m.post
		}
	}
}

// lastOf is the last mark of a clause that is not of brackets within it.
func (s *scanner) lastOf(c *clause) *mark {
	for k := c.last - 1; k >= c.first; k-- {
		if s.marks[k].clause == s.marks[c.first].clause {
			return &s.marks[k]
		}
	}
	return nil
}

// previous is the mark before k in the same clause.
func (s *scanner) previous(k int) *mark {
	for j := k - 1; j >= 0; j-- {
		if s.marks[j].clause == s.marks[k].clause {
			return &s.marks[j]
		}
		if s.marks[j].clause < s.marks[k].clause {
			break
		}
	}
	return nil
}

// between parts the words between two marks of a clause: a list goes on after
// 、 and 和; else a verb opens what is said of the second.
func (s *scanner) between(words string, m *mark, k int) {
	prev := s.previous(k)
	if len(words) > maxBefore+maxAfter {
		prev.post, m.pre = tidy(head(words, maxAfter)), tidy(tail(words, maxBefore))
		return
	}
	words = tidy(words)
	if words == "" {
		return
	}
	if s.joined(words, prev, m) {
		return
	}
	if s.Shares.Prefix(words) > 0 {
		m.pre = words
		return
	}
	if i := strings.Index(words, "中"); i > len("村") && s.picksOut(words[i+len("中"):]) && !s.isRate(prev.unit) && !s.isRate(m.unit) {
		prev.post, m.pre = words[:i], words[i+len("中"):] // 16个断面中达到Ⅱ类的11个
		return
	}
	if m.unit == prev.unit && s.StepsOfCases.Has(words) {
		m.pre = words // 发刑事案件9起破9起
		if g := s.grammar; g.Verbs.Suffix(prev.pre) <= len("发") {
			prev.pre = strings.TrimSuffix(prev.pre, "发") // 现行命案发9起破9起
		}
		return
	}
	if s.twoDone(words, prev, m) {
		return
	}
	if trimmed := s.trimJoint(words); trimmed != words {
		prev.post = trimmed
		return
	}
	if i := s.beforeGiving(prev.pre, words); i > 0 {
		prev.post, m.pre = words[:i], words[i:] // 向18个乡镇下放权限62项
		return
	}
	if i := s.beforeAverage(words); i > 0 && s.withoutOpenings(prev.pre) == "" {
		prev.post, m.pre = words[:i], words // 52个司法所平均每所4.2人
		return
	}
	if i := s.beforeDeed(words); i > 0 && s.withoutOpenings(prev.pre) == "" {
		prev.post, m.pre = s.trimBridges(words[:i]), words[i:] // 18个村级调委会排查纠纷274件
		if report.IsHan(peek(m.pre, 0)) && s.withoutOpenings(m.pre) != m.pre {
			m.pre = words // 36家律师事务所全年办理案件5200件: no others
		}
		return
	}
	if i := listCut(words); i > 0 {
		_, w := runeAt(words, i)
		prev.post, m.pre = words[:i], words[i+w:]
		return
	}
	if s.isVerb(words) || s.bridge(words) == len(words) || s.Attributes.Suffix(words) == len(words) {
		m.pre = words
		return
	}
	if i := strings.Index(words, "中"); i > 0 && s.isVerb(words[i+len("中"):]) {
		prev.post, m.pre = words[:i], words[i+len("中"):]
		return
	}
	if had, ok := s.Having.Find(words, 1); ok && had.End < len(words) {
		prev.post, m.pre = words[:had.Start], words[had.End:]
		return
	}
	if i := s.findVerb(words, false); i > 0 {
		prev.post, m.pre = s.trimBridges(words[:i]), words[i:]
		return
	}
	prev.post = words
	if noun := s.trimBridges(words); noun != words && noun != "" {
		prev.post = noun // 4个乡镇审核人员仅1人
		if !strings.HasSuffix(noun, "中") {
			m.pre = words
		}
	}
}

// picksOut reports whether words tell which of the things before 中 the next number counts: 达到Ⅱ类的, 具有法学专业背景的仅.
func (g grammar) picksOut(words string) bool {
	plain := g.trimBridges(words)
	plain = plain[:len(plain)-g.Hedges.Suffix(plain)]
	return strings.HasSuffix(plain, "的") && g.OfThese.Prefix(words) > 0
}

// twoDone parts the words between two figures of which each says what was done with its thing: 签订的52份合同、出台的3份文件. It is
// false for other words.
func (s *scanner) twoDone(words string, prev, m *mark) bool {
	done, ok := strings.CutSuffix(words, "的")
	if !ok || !strings.HasSuffix(prev.pre, "的") {
		return false
	}
	for _, joint := range []string{"、", "和", "及", "与"} {
		at := strings.LastIndex(done, joint)
		if at <= 0 {
			continue
		}
		if deed := strings.TrimPrefix(done[at+len(joint):], "拟"); s.onlyVerbs(deed) || s.LightVerbs.Has(deed) {
			prev.post, m.pre = strings.TrimSuffix(done[:at], "以"), words[at+len(joint):]
			return true
		}
	}
	return false
}

// joined parts the words between two figures that a joint, 的 or 由…到… gives to
// the second.
func (s *scanner) joined(words string, prev, m *mark) bool {
	switch r, w := runeAt(words, 0); r {
	case '、', '和', '与', '及', '并', '，', '：':
		m.pre = words[w:]
		if cut := listCut(m.pre); cut > 0 && s.Changing.Suffix(m.pre) == len(m.pre)-cut-len("、") {
			m.pre = m.pre[cut+len("、"):] // 、稳居第一、增长5%
		}
		return true
	}
	if rest, ok := strings.CutPrefix(words, "的"); ok && rest != "" && s.afterDe(words, rest, prev, m) {
		return true
	}
	if _, ok := s.origin(prev.pre); ok && len(words) <= 48 {
		to := cutTerm(strings.TrimSuffix(words, "的"))
		to = to[:len(to)-s.Averages.Suffix(to)]
		switch end, _ := before(to, len(to)); end {
		case '到', '至', '为':
			m.pre = words
			return true
		}
	}
	return false
}

// afterDe parts the words between two figures that begin with 的.
func (s *scanner) afterDe(words, rest string, prev, m *mark) bool {
	if n := s.OnCondition.Prefix(rest); n > 0 {
		after := rest[n:]
		m.pre = after
		if at := strings.LastIndex(prev.pre, "在"); at >= 0 { // 外贸在…下降3成的情况下增长12%
			m.pre, prev.pre = prev.pre[:at]+after, prev.pre[at+len("在"):]
		}
		return true
	}
	if !s.isRate(prev.unit) && !s.isSize(prev.unit) {
		return s.takeSubject(m, rest)
	}
	if s.isRate(prev.unit) {
		prev.post = words
	} else {
		prev.of = rest // 面积约2000平方米的广场1处
	}
	m.pre = rest
	return true
}

// takeSubject takes words that end in 有 or 达 for those of the mark after them:
// 开会3次以上的部门有21个.
func (s *scanner) takeSubject(m *mark, words string) bool {
	n := s.bridge(words)
	if n == 0 || n == len(words) || s.findVerb(words[:len(words)-n], true) >= 0 {
		return false
	}
	m.pre = words
	return true
}

// isSize reports whether a unit measures the size of one thing.
func (g grammar) isSize(unit string) bool {
	return g.UnitsOfSize.Has(unit) || g.isMeasure(unit)
}

// trimJoint takes 、, 和, 及 or 的 from the end of words.
func (g grammar) trimJoint(words string) string {
	if r, w := before(words, len(words)); r == '、' || r == '的' || r == '或' {
		return words[:len(words)-w]
	}
	return words[:len(words)-g.Joints.Suffix(words)]
}

// listCut is the offset of the last 、 that stands outside quotation marks and
// brackets.
func listCut(words string) int {
	cut := -1
	if !strings.Contains(words, "、") {
		return cut
	}
	for i := 0; i < len(words); {
		r, w := runeAt(words, i)
		if (classOf(r) == quote || classOf(r) == bracket) && closing(r) != r {
			if j := strings.IndexRune(words[i:], closing(r)); j > 0 {
				i += j
				continue
			}
		}
		if r == '、' {
			cut = i
		}
		i += w
	}
	return cut
}

// trimIndent takes the spaces off the front of words.
func trimIndent(words string) string { return strings.TrimLeft(words, " 　") }
