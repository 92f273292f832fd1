package figure

import (
	"strings"
	"unicode"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// digits reads the numeral at i, written with digits, and gives the offset
// after it. start is where the block or the brackets begin.
func (s *scanner) digits(i, start, c int) int {
	n, ok := numeral.Scan(s.text[i:])
	if !ok {
		return i + 1
	}
	n = s.spaced(i, n)
	if end, why := s.notFigure(i, start, n); end > 0 {
		s.settle(i, end, why)
		if why == report.ReasonItem {
			s.itemNumber(i, end, c)
		}
		return end
	}
	if why := s.placed(i, n, c); why != unknown {
		s.settle(i, i+n.Size, why)
		return i + n.Size
	}
	n = s.parted(i, n, c)
	if end := s.brokenOff(i, n); end > 0 {
		s.missed(i, end)
		return end
	}
	m := s.measure(i, n)
	if m.end < 0 { // known by its unit to be no figure
		s.settle(i, -m.end, report.ReasonName)
		return -m.end
	}
	if n.Digits > maxDigits {
		s.missed(i, i+n.Size)
		return i + n.Size
	}
	if m.unsure || !s.sign(&m, s.clauses[c].start) {
		s.missed(i, m.end)
		return m.end
	}
	s.prefix(&m, s.clauses[c].start)
	if m.unit == "" {
		if end := s.rangeStart(&m, c); end > 0 {
			return end
		}
		if m.num.Scale == "" && !s.standsAlone(&m, c) {
			s.missed(i, i+n.Size)
			return i + n.Size
		}
	}
	s.closeRange(&m, i, c)
	if s.isClassRange(&m) {
		s.settle(s.dropLast(c).start, m.end, report.ReasonClass)
		return m.end
	}
	if s.isThreshold(s.text, &m) || m.unit == "类" && s.adjoins(i) {
		s.settle(i, m.end, report.ReasonClass)
		return m.end
	}
	s.bounded(&m, s.clauses[c].start)
	if m.pair == highest {
		s.boundRange(&s.marks[len(s.marks)-1], &m)
	}
	s.add(s.joinDuration(m, c), c)
	return m.end
}

// brokenOff is the end of a number that goes on after the numeral at i in a way
// that no number does, so that neither part is its value: 30.25.1件, 12,34件,
// 1234,567件, 1亿2000万元, 5千百件, 4 and 36 with a mark between them that turns the
// text around. It is 0 where the numeral ends.
func (s *scanner) brokenOff(i int, n numeral.Number) int {
	end := i + n.Size
	for {
		at := s.goesOn(end, n)
		if at == 0 {
			break
		}
		for at < s.end && isNumeral(peek(s.text, at)) {
			_, w := runeAt(s.text, at)
			at += w
		}
		end = at
	}
	if end == i+n.Size {
		return 0
	}
	return end
}

// goesOn is where a number goes on that has been read to end, 0 where it does not.
func (s *scanner) goesOn(end int, n numeral.Number) int {
	r, w := runeOrNone(s.text, end)
	switch next := peek(s.text, end+w); {
	case isForeign(r) && !isEnclosed(r):
		return end
	case numeral.IsDigit(r):
		if n.Scale == "" || s.hasMultiplier(end) { // 1亿2000万, but 390万65岁以上老人
			return end
		}
	case numeral.IsDigit(next) && (r == '.' || r == '．' || r == ',' || isWideLetter(r) || r == '○' || r == '〇' || isJoiner(r)):
		return end + w
	case classOf(r) == han && n.Approx == "" && s.matchUnit(s.text[end:]) == "":
		if n.Scale == "" || s.hasMultiplier(end) { // 5千百, but 9万亿三个台阶
			return end
		}
	}
	return 0
}

// hasMultiplier reports whether the numeral at i begins with or ends in 十, 百, 千,
// 万 or 亿.
func (s *scanner) hasMultiplier(i int) bool {
	n, ok := numeral.Scan(s.text[i:])
	if !ok {
		return false
	}
	last, _ := before(s.text, i+n.Size-len(n.Approx))
	return classOf(last) == han && len(n.Value) > 1
}

// isWideLetter reports whether r is a full-width letter, as of ２Ｏ７５.
func isWideLetter(r rune) bool { return r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' }

// isJoiner reports whether r changes how the characters beside it are shown, or
// shows nothing.
func isJoiner(r rune) bool {
	return r >= 0x80 && !report.IsHan(r) && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.M, r))
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
	for r, w := runeOrNone(s.text, at); isSpace(r) && r != '\t' || numeral.Unseen(r); r, w = runeOrNone(s.text, at) {
		at += w
	}
	if n.Scale == "" && s.spoken(&m, at) {
		return m
	}
	m.unit = s.matchUnit(s.text[at:])
	if m.unit == "" && at > m.numEnd && m.approx == "" && (strings.HasPrefix(s.text[at:], "余") || strings.HasPrefix(s.text[at:], "多")) {
		if unit := s.matchUnit(s.text[at+len("余"):]); unit != "" { // 300 余人次
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
	if peek(s.text, m.end) == '级' && m.unit != "%" || s.namesThing(s.text[m.end:], m.unit) {
		m.end = -m.end
		return m
	}
	switch {
	case n.Scale != "" && s.isMoney(m.unit):
		m.unit = n.Scale + m.unit
		m.value, m.numEnd = n.Lead, i+n.LeadSize
		if n.Approx != "" && strings.HasSuffix(s.text[i:i+n.Size], n.Approx) && !strings.HasSuffix(s.text[i:m.numEnd], n.Approx) {
			m.numEnd = i + n.Size // 2.5亿余元: the approximation touches the numeral
		}
	case m.unit == "％":
		m.unit = "%"
	case m.unit == "百分点", m.unit == "个" && s.listsPoints(m.end):
		m.unit = "个百分点"
	}
	m.next = m.end
	if strings.HasPrefix(s.text[m.end:], "整") && strings.HasSuffix(m.unit, "元") && !report.IsHan(peek(s.text, m.end+len("整"))) {
		m.next += len("整")
	}
	s.skipAlternative(&m)
	s.approxAfter(&m)
	return m
}

// listsPoints reports whether a list goes on at i to a number of percentage points, whose unit all
// its numbers share: 1.2个、2.6个百分点.
func (s *scanner) listsPoints(i int) bool {
	const longest = 4 // numbers of a list
	for range longest {
		r, w := runeOrNone(s.text, i)
		if r != '、' && r != '和' && r != '与' {
			return false
		}
		n, ok := numeral.Scan(s.text[i+w:])
		if !ok || n.Digits > maxDigits {
			return false
		}
		i += w + n.Size
		if rest := s.text[i:]; strings.HasPrefix(rest, "个百分点") || strings.HasPrefix(rest, "百分点") {
			return true
		}
		if peek(s.text, i) == '个' {
			i += len("个")
		}
	}
	return false
}

// namesThing reports whether number and unit make a name: 2小时交通圈.
func (g grammar) namesThing(after, unit string) bool {
	if !g.UnitsOfCircles.Has(unit) {
		return false
	}
	i := strings.Index(head(after, 36), "圈")
	return i >= 0 && !strings.ContainsAny(after[:i], "，。、；的")
}

// skipAlternative steps over a second measure word in brackets: 套（户）.
func (s *scanner) skipAlternative(m *mark) {
	r, w := runeOrNone(s.text, m.end)
	if r != '（' && r != '(' {
		return
	}
	for at := m.end + w; ; { // 套（户）, 县（市、区）
		word := s.measureWord(s.text[at:])
		if word == "" {
			return
		}
		at += len(word)
		q, qw := runeOrNone(s.text, at)
		if at += qw; q == closing(r) {
			m.next = at
			return
		}
		if q != '、' {
			return
		}
	}
}

// runeOrNone is runeAt, 0 and 0 at the end.
func runeOrNone(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return runeAt(s, i)
}
