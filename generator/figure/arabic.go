package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// digits reads the numeral at i, written with digits, and gives the offset
// after it. start is where the block or the brackets begin.
func (s *scanner) digits(i, start, c int) int {
	n, ok := numeral.Scan(s.text[i:])
	if !ok {
		return i + 1
	}
	n = s.spaced(i, n)
	if end := s.notFigure(i, start, n); end > 0 {
		if !isHan(peek(s.text, i+n.Size)) {
			s.itemNumber(i, end, c)
		}
		return end
	}
	n = s.parted(i, n, c)
	m := s.measure(i, n)
	if m.end < 0 {
		return -m.end // known by its unit to be no figure
	}
	if n.Digits > maxDigits {
		s.missed(i, i+n.Size)
		return i + n.Size
	}
	s.prefix(&m, s.clauses[c].start)
	if m.unit == "" {
		if end := s.rangeStart(&m, c); end > 0 {
			return end
		}
		if n.Scale == "" && !s.standsAlone(&m, c) {
			s.missed(i, i+n.Size)
			return i + n.Size
		}
	}
	s.closeRange(&m, i, c)
	if isThreshold(s.text, &m) || m.unit == "类" && s.adjoins(i) {
		return m.end
	}
	s.add(m, c)
	return m.end
}

// itemNumber takes text[i:end], the number of an item, off the words of clause c
// that it opens: 3. and （三） are no part of what is counted.
func (s *scanner) itemNumber(i, end, c int) {
	const indent = 32 // bytes of white space before it
	if opens := s.clauses[c].start; i-opens < indent && end < s.end && strings.TrimSpace(s.text[opens:i]) == "" {
		s.clauses[c].start = end
	}
}

// spaced is the reading of the numeral at i as groups of three digits that
// spaces part (1 846名), where a unit follows it and no number stands before it;
// else n, the reading without.
func (s *scanner) spaced(i int, n numeral.Number) numeral.Number {
	whole, ok := numeral.ScanSpaced(s.text[i:])
	if !ok {
		return n
	}
	prev, w := before(s.text, i)
	if isSpace(prev) {
		prev, _ = before(s.text, i-w)
	}
	if classOf(prev) == arabic || s.measure(i, whole).unit == "" {
		return n
	}
	return whole
}

// parted is the reading of the numeral at i as groups of three digits that wide
// commas part (1，846名), where a unit follows it and the digits before the first
// comma are no figure by themselves; else n, the reading without.
func (s *scanner) parted(i int, n numeral.Number, c int) numeral.Number {
	if n.Digits > 3 || peek(s.text, i+n.Size) != '，' {
		return n
	}
	whole, ok := numeral.ScanParted(s.text[i:])
	if !ok {
		return n
	}
	if m := s.measure(i, n); s.standsAlone(&m, c) || s.measure(i, whole).unit == "" {
		return n
	}
	return whole
}

// adjoins reports whether a figure ends at i: in 2个1类新药 the class is a name.
func (s *scanner) adjoins(i int) bool {
	return len(s.marks) > 0 && s.marks[len(s.marks)-1].end == i
}

// measure reads the unit and the approximation after a numeral at i. A
// negative end says that the unit shows it to be no figure, and where that
// ends.
func (s *scanner) measure(i int, n numeral.Number) mark {
	m := mark{num: n, start: i, numEnd: i + n.Size, value: n.Value, approx: n.Approx}
	at := m.numEnd
	for isSpace(peek(s.text, at)) && peek(s.text, at) != '\t' {
		_, w := runeAt(s.text, at)
		at += w
	}
	m.unit = matchUnit(s.text[at:])
	if m.unit == "" && at > m.numEnd && m.approx == "" && (strings.HasPrefix(s.text[at:], "余") || strings.HasPrefix(s.text[at:], "多")) {
		if unit := matchUnit(s.text[at+len("余"):]); unit != "" { // 300 余人次
			m.unit, m.approx = unit, s.text[at:at+len("余")]
			at += len("余")
		}
	}
	if n.Of > 0 {
		m.unit = map[int]string{100: "%", 1000: "‰"}[n.Of]
		m.end, m.next = m.numEnd, m.numEnd
		s.approxAfter(&m)
		return m
	}
	if m.unit == "" {
		m.end, m.next = m.numEnd, m.numEnd
		s.ratio(&m)
		s.vulgar(&m)
		s.approxAfter(&m)
		return m
	}
	m.end = at + len(m.unit)
	if peek(s.text, m.end) == '级' && m.unit != "%" || namesThing(s.text[m.end:], m.unit) {
		m.end = -m.end
		return m
	}
	switch {
	case n.Scale != "" && isMoney(m.unit):
		m.unit = n.Scale + m.unit
		m.value, m.numEnd = n.Lead, i+n.LeadSize
		if n.Approx != "" && strings.HasSuffix(s.text[i:i+n.Size], n.Approx) && !strings.HasSuffix(s.text[i:m.numEnd], n.Approx) {
			m.numEnd = i + n.Size // 2.5亿余元: the approximation touches the numeral
		}
	case m.unit == "％":
		m.unit = "%"
	case m.unit == "百分点":
		m.unit = "个百分点"
	}
	m.next = m.end
	if strings.HasPrefix(s.text[m.end:], "整") && strings.HasSuffix(m.unit, "元") && !isHan(peek(s.text, m.end+len("整"))) {
		m.next += len("整")
	}
	s.skipAlternative(&m)
	s.approxAfter(&m)
	return m
}

// namesThing reports whether number and unit make a name: 2小时交通圈.
func namesThing(after, unit string) bool {
	switch unit {
	case "小时", "分钟", "公里", "天", "站":
		if i := strings.Index(after[:min(len(after), 36)], "圈"); i >= 0 && !strings.ContainsAny(after[:i], "，。、；的") {
			return true
		}
	}
	return false
}

// skipAlternative steps over a second measure word in brackets: 套（户）.
func (s *scanner) skipAlternative(m *mark) {
	r, w := runeAt2(s.text, m.end)
	if r != '（' && r != '(' {
		return
	}
	for at := m.end + w; ; { // 套（户）, 县（市、区）
		word := measureWord(s.text[at:])
		if word == "" {
			return
		}
		at += len(word)
		q, qw := runeAt2(s.text, at)
		if at += qw; q == closing(r) {
			m.next = at
			return
		}
		if q != '、' {
			return
		}
	}
}

// runeAt2 is runeAt, 0 and 0 at the end.
func runeAt2(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return runeAt(s, i)
}

// approxAfter reads 以上, 以内, 左右 and 多 after the unit.
func (s *scanner) approxAfter(m *mark) {
	rest := s.text[m.next:]
	if n := bounds.leading(rest); n > 0 {
		m.approx = rest[:n]
		m.next += n
		m.end = m.next
		return
	}
	if !strings.HasPrefix(rest, "多") || m.unit == "" {
		return
	}
	switch after := peek(rest, len("多")); {
	case after == 0, !isHan(after), after == '的':
		m.approx = "多"
		m.next += len("多")
		m.end = m.next
	}
}

// bounds are approximations that stand after the unit.
var bounds = prefixes("以上 以内 左右")

// ratio reads the second half of 2.81∶1.
func (s *scanner) ratio(m *mark) {
	r, w := runeAt2(s.text, m.end)
	if r != '∶' && r != ':' && r != '：' {
		return
	}
	if classOf(peek(s.text, m.end+w)) != arabic {
		return
	}
	second, _ := numeral.Scan(s.text[m.end+w:])
	value, ok := numeral.Quotient(m.num.Value, second.Value, 4)
	if !ok {
		return
	}
	m.value = value
	m.numEnd += w + second.Size
	m.end, m.next = m.numEnd, m.numEnd
	m.num.Fraction = true
}

// vulgar reads the second half of 1/3, a share. 24/7 and 9/10月 are none.
func (s *scanner) vulgar(m *mark) {
	if peek(s.text, m.end) != '/' || m.num.Digits > 2 || m.num.Size > 2 {
		return
	}
	if prev, _ := before(s.text, m.start); !isHan(prev) {
		return
	}
	second, ok := numeral.Scan(s.text[m.end+1:])
	if !ok || !second.Arabic || second.Digits > 2 || second.Size > 2 {
		return
	}
	end := m.end + 1 + second.Size
	if next := peek(s.text, end); isLetter(next) || hasRune("/月日号年.-", next) || matchUnit(s.text[end:]) != "" {
		return
	}
	value, ok := numeral.Quotient(m.num.Value, second.Value, 4)
	if !ok || len(second.Value) < len(m.num.Value) || len(second.Value) == len(m.num.Value) && second.Value <= m.num.Value {
		return
	}
	m.value, m.numEnd, m.end, m.next = value, end, end, end
	m.num.Fraction = true
}

// prefix reads the approximation that touches the numeral from before, and a
// minus sign.
func (s *scanner) prefix(m *mark, clauseStart int) {
	r, w := before(s.text, m.start)
	if m.start-w < clauseStart {
		return
	}
	if r == '-' || r == '－' || r == '−' {
		if q, _ := before(s.text, m.start-w); isHan(q) && m.unit != "" {
			m.value, m.start = "-"+m.value, m.start-w
		}
		return
	}
	size, approx := approxBefore(s.text[:m.start])
	if size == 0 || m.start-size < clauseStart {
		return
	}
	m.start -= size
	if m.approx == "" {
		m.approx = approx
	}
}

// approxBefore reads 近, 约, 超, 逾 and their longer forms at the end of s.
// Words that only end so, such as 节约 and 预约, are none.
func approxBefore(s string) (size int, approx string) {
	r, w := before(s, len(s))
	q, qw := before(s, len(s)-w)
	switch r {
	case '近':
		switch q {
		case '最', '就', '附', '邻', '靠', '临', '新', '相', '走', '贴', '亲', '迫', '晋':
			return 0, ""
		case '将', '接':
			return w + qw, "近"
		}
		return w, "近"
	case '约':
		switch q {
		case '节', '预', '签', '契', '违', '公', '条', '合', '履', '邀', '相', '制', '集', '简', '续', '解', '婚', '规', '租', '特', '毁', '立', '订':
			return 0, ""
		case '民':
			if strings.HasSuffix(s, "村规民约") {
				return 0, ""
			}
		case '大':
			return w + qw, "约"
		}
		return w, "约"
	case '超':
		switch q {
		case '赶', '反', '高', '不', '未':
			return 0, ""
		}
		return w, "超"
	case '过':
		if q == '超' && !isDenied(s[:len(s)-w-qw]) {
			return w + qw, "超"
		}
	case '逾':
		if q != '不' {
			return w, "逾"
		}
	}
	return 0, ""
}

// isDenied reports whether words end in 不 or 未, which turn what follows round:
// 不超过 is a bound, no approximation.
func isDenied(words string) bool {
	r, _ := before(words, len(words))
	return r == '不' || r == '未'
}

// rangeStart reads the first numeral of 3至5个, 10—15% or 1.2和3.6个百分点, which takes
// the unit of the second, and both as marks. It gives 0 when there are no such
// two.
func (s *scanner) rangeStart(m *mark, c int) int {
	r, w := runeAt2(s.text, m.numEnd)
	switch r {
	case '至', '到', '-', '—', '–', '～', '~', '－', '和', '与':
	default:
		return 0
	}
	at := m.numEnd + w
	if r == '—' && peek(s.text, at) == '—' {
		at += w
	}
	if classOf(peek(s.text, at)) != arabic {
		return 0
	}
	n, _ := numeral.Scan(s.text[at:])
	if n.Digits > maxDigits {
		return 0
	}
	second := s.measure(at, n)
	if second.end < 0 {
		return -second.end
	}
	if second.unit == "" {
		return 0
	}
	m.unit = second.unit
	if r != '和' && r != '与' { // of 1.2和3.6个百分点 neither bounds the other
		m.pair, second.pair = lowest, highest
	}
	if n.Scale != "" && m.num.Scale == "" && !isMoney(strings.TrimPrefix(second.unit, n.Scale)) {
		m.value = numeral.Shift(m.value, map[string]int{"万": 4, "亿": 8}[n.Scale])
	}
	if m.pair != single {
		m.next = second.next
	}
	if isThreshold(s.text, &second) {
		return second.end
	}
	s.add(*m, c)
	s.add(second, c)
	return second.end
}

// closeRange pairs a figure with the one before it in 5%—5.5%.
func (s *scanner) closeRange(m *mark, i, c int) {
	if len(s.marks) == 0 {
		return
	}
	prev := &s.marks[len(s.marks)-1]
	if prev.clause != c || prev.unit != m.unit || prev.pair != single || i <= prev.end {
		return
	}
	switch s.text[prev.end:i] {
	case "—", "——", "-", "–", "～", "~", "－", "至", "到":
		prev.pair, m.pair = lowest, highest
	}
}

// standsAlone reports whether a numeral without a unit is data all the same:
// what stands before says that a value follows, and nothing follows.
func (s *scanner) standsAlone(m *mark, c int) bool {
	if m.num.Fraction {
		return true
	}
	after := peek(s.text, m.next)
	if isHan(after) && m.num.Digits <= 9 && changesFrom(s.text[:m.start], s.text[m.next:]) {
		return true // 由2.42缩小至2.12
	}
	if after != 0 && (isHan(after) || isLetter(after) || classOf(after) == quote) || m.num.Digits > 9 {
		return false
	}
	switch after {
	case '-', '—', '～', '/', '.', ':', '：', '+', '·', '@', '－', '–', '~', '*':
		return false
	}
	words := s.text[s.clauses[c].start:m.start]
	if m.start > m.numEnd-m.num.Size { // an approximation stands before
		return true
	}
	for _, w := range [...]string{"突破", "达", "达到", "为", "至", "升到", "降到", "到", "控制在", "保持在", "稳定在", "维持在", "高于", "低于", "得分", "指数", "率"} {
		if strings.HasSuffix(words, w) {
			return true
		}
	}
	return false
}

// changesFrom reports whether a numeral without a unit is what a thing was: 由
// or 从 stands before it and a verb with 到 or 至 after it.
func changesFrom(before, after string) bool {
	if _, ok := origin(tail(before, 60)); !ok {
		return false
	}
	near := head(after, 18)
	return strings.Contains(near, "至") || strings.Contains(near, "到") || strings.Contains(near, "为")
}

// counts reports whether a short noun and its count are all that a clause still
// says.
func counts(rest string) bool {
	const longest = 10 * 3 // bytes of the noun
	for i := 0; i < len(rest) && i <= longest; {
		r, w := runeAt(rest, i)
		if classOf(r) == arabic {
			n, _ := numeral.Scan(rest[i:])
			i += n.Size
			unit := matchUnit(rest[i:])
			next := peek(rest, i+len(unit))
			return unit != "" && (next == 0 || next == '、' || classOf(next) == pause || classOf(next) == stop)
		}
		if !isHan(r) || verbs.leading(rest[i:]) > 0 && i == 0 {
			return false
		}
		i += w
	}
	return false
}

// isThreshold reports whether a figure only bounds a class of things: 50万元
// 以上的企业, 3岁以下.
func isThreshold(text string, m *mark) bool {
	rest := text[m.next:]
	if m.unit == "岁" || m.unit == "周岁" {
		if m.approx == "以上" || strings.HasPrefix(rest, "以下") || strings.HasPrefix(rest, "及以") {
			return true
		}
		words := tail(text[:m.start], 60)
		return isHan(peek(rest, 0)) && !strings.Contains(words, "寿命") && !strings.Contains(words, "年龄")
	}
	bound := m.approx == "以上" || m.approx == "以内"
	if strings.HasPrefix(rest, "以下") {
		if isHan(peek(rest, len("以下"))) {
			return true
		}
		bound, rest = true, rest[len("以下"):]
	}
	switch {
	case strings.HasPrefix(rest, "及以上"), strings.HasPrefix(rest, "及以下"):
		return true
	case !bound || m.unit == "%" || m.unit == "成" || m.unit == "倍":
		return false
	case strings.HasPrefix(rest, "的"):
		return true
	case m.approx == "以上" && isHan(peek(rest, 0)) && counts(rest):
		return true // 50人以上企业26家
	}
	return strings.HasPrefix(rest, "（含") || strings.HasPrefix(rest, "（不含")
}
