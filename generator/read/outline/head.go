package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

const (
	headRunes = 45 // the longest heading that ends in 。 or is followed by text
	lineRunes = 60 // the longest heading on a line of its own
	deepest   = 5  // so that a page can print it as h6
)

// head is a heading as a line prints it.
type head struct {
	line   int // index in parser.lines
	family family
	n      int         // 0 where the number was lost
	size   int         // bytes of the number in the line
	text   report.Span // without the number and the punctuation after it
	end    int         // where the heading ends: after the 。 of a run-in one
	level  int
	runIn  bool   // text follows on the line
	item   bool   // a numbered sentence
	bare   bool   // without a number, it names a part of the report; see bare
	within family // the list in which a bare heading stands, part-1 for none
}

// headings reads the number of every line that has one.
func (p *parser) headings() {
	var seen position
	decimals := p.decimalMarks()
	spaced := -1 // the last line that is numbered 二 with a space; not looked for yet
	for i := p.body; i < len(p.lines); i++ {
		if p.lines[i].kind != report.BlockText {
			continue
		}
		s := p.text(i)
		if last := p.attachments(i); last > i {
			i = last
			continue
		}
		if last := p.notes(i); last >= i {
			i = last
			continue
		}
		if isAttachment(s) {
			seen = position{}
			p.heads = append(p.heads, p.plainHead(i, attached))
			continue
		}
		if m, ok := decimals[i]; ok {
			seen.take(m)
			p.addHead(i, m)
			continue
		}
		m, ok := readMark(s)
		if !ok {
			m, ok = readBare(s)
		}
		if !ok || !seen.accepts(m, s) {
			continue
		}
		switch {
		case !m.doubt || m.n != 1:
		case m.spaced:
			if spaced < 0 {
				spaced = p.lastSpacedSecond()
			}
			if i > spaced {
				continue
			}
		case !p.secondFollows(i, m.family):
			continue
		}
		seen.take(m)
		p.addHead(i, m)
	}
}

// lastSpacedSecond is the last line that is numbered 二 with nothing but a space
// after it, 0 when there is none.
func (p *parser) lastSpacedSecond() int {
	for i := len(p.lines) - 1; i > p.body; i-- {
		if m, ok := readMark(p.text(i)); ok && m.spaced && m.n == 2 {
			return i
		}
	}
	return 0
}

// secondFollows reports whether one of the next lines after i is numbered 2: then
// 1.18个乡镇 opens a list, else it is a decimal. A section 一、二级单位管理情况 is long:
// for it the next 二、 may stand anywhere below. That is linear, because the search
// ends at the next number of the family, from which the next search begins.
func (p *parser) secondFollows(i int, f family) bool {
	end := len(p.lines)
	if f != chinese && f != section {
		end = min(i+4, end)
	}
	for next := i + 1; next < end; next++ {
		if m, ok := readMark(p.text(next)); ok && m.family == f {
			return m.n == 2 || f == section && m.n > 2
		}
	}
	return false
}

// position is how far each family of numbers has come.
type position [families]int

// accepts reports whether a number that may be none continues its list, and
// keeps 110、119 and the like from opening one.
func (l *position) accepts(m mark, s string) bool {
	next := m.n == l[m.family]+1
	switch {
	case m.n == 0:
		return true
	case m.doubt:
		return next && !(m.family == chinese && strings.Contains(s, "。"))
	case m.family == dotted || m.family == numbered || m.family == closed:
		return (next || m.n < 20) && !countsOn(m, s)
	}
	return !countsOn(m, s)
}

// take counts m and opens the lists below it anew.
func (l *position) take(m mark) {
	if m.n == 0 {
		l[m.family]++
	} else {
		l[m.family] = m.n
	}
	for f := m.family + 1; f < families; f++ {
		l[f] = 0
	}
}

// countsOn reports whether the number after m is on the same line, as in
// 1.抓学习；2.抓落实: such a line is a paragraph that counts, not a heading.
func countsOn(m mark, s string) bool {
	var next [3]string
	for _, end := range [...]string{"；", "。", "：", ";", ":"} {
		for at := indexChar(s, end, max(0, m.size-len(end))); at >= 0; at = indexChar(s, end, at) {
			if next[0] == "" {
				next = m.spellings(m.n + 1)
			}
			at += len(end)
			for _, number := range next {
				if number != "" && strings.HasPrefix(s[at:], number) {
					return true
				}
			}
		}
	}
	return false
}

// spellings are the forms that n takes in the family of m within a line.
func (m mark) spellings(n int) [3]string {
	form := m.family.print(n)
	switch m.family {
	case bracket:
		return [3]string{form, "(" + han(n) + ")"}
	case numbered:
		return [3]string{form, "(" + strconv.Itoa(n) + ")"}
	case closed:
		return [3]string{form, strconv.Itoa(n) + ")"}
	case dotted:
		return [3]string{form, strconv.Itoa(n) + "．", strconv.Itoa(n) + "、"}
	}
	return [3]string{form}
}

// readBare reads what is left of a number whose digits were lost: 、 or （）.
func readBare(s string) (mark, bool) {
	if !hasLength(s, 4, lineRunes) || ended(s) {
		return mark{}, false
	}
	if p := oneOf(s, "、"); p > 0 {
		return mark{family: chinese, size: p}, true
	}
	if p := oneOf(s, "（("); p > 0 {
		p += skipSpace(s[p:])
		if end := oneOf(s[p:], "）)"); end > 0 {
			return mark{family: bracket, size: p + end}, true
		}
	}
	return mark{}, false
}

// isAttachment reports whether s opens an attachment: 附件, 附件2 (GB/T
// 9704-2012, 7.3.7).
func isAttachment(s string) bool {
	rest, ok := strings.CutPrefix(s, "附件")
	if !ok || !hasLength(s, 2, 6) {
		return false
	}
	rest = strings.TrimRight(rest[skipSpace(rest):], "：:")
	if size, n := digits(rest, 2); n > 0 {
		return size == len(rest)
	}
	size, _ := chineseDigits(rest, 2)
	return size == len(rest)
}

// attachments is the index of the last line of a list of attachments that line
// i opens (附件：1.…, then 2.… on the next line; GB/T 9704-2012, 7.3.4); i itself
// when it opens none.
func (p *parser) attachments(i int) int {
	rest, ok := strings.CutPrefix(p.text(i), "附件")
	if !ok {
		return i
	}
	colon := oneOf(rest, "：:")
	if colon == 0 {
		return i
	}
	first, ok := readMark(rest[colon+skipSpace(rest[colon:]):])
	if !ok || first.n != 1 {
		return i
	}
	for n := 2; i+1 < len(p.lines); n++ {
		next, ok := readMark(p.text(i + 1))
		if !ok || next.n != n || next.family != first.family {
			break
		}
		i++
	}
	return i
}

// addHead adds the heading of line i, whose number is m.
func (p *parser) addHead(i int, m mark) {
	sp := p.lines[i].span
	s := p.text(i)
	size := m.size + skipSpace(s[m.size:])
	h := head{line: i, family: m.family, n: m.n, size: m.size}
	text, end := p.headText(s[size:], &h)
	h.text = report.Span{Start: sp.Start + size, End: sp.Start + size + text}
	h.end = sp.Start + size + end
	p.heads = append(p.heads, h)
}

// plainHead is the heading that the whole of line i is, without a number.
func (p *parser) plainHead(i int, f family) head {
	sp := p.lines[i].span
	text := sp
	if f != attached {
		text.End = text.Start + len(strings.TrimRight(p.text(i), "：:"))
	}
	return head{line: i, family: f, text: text, end: sp.End}
}

// headText is how much of rest, a line after its number, is the heading's
// text, and where the heading ends. It says in h whether the line goes on and
// whether it is a sentence rather than a heading.
func (p *parser) headText(rest string, h *head) (text, end int) {
	if n, size := p.partBefore(rest); n > 0 && !strings.HasPrefix(rest[n:], "。") {
		h.runIn = true
		return n, size
	}
	if n, size := p.leadIn(rest); n > 0 {
		h.runIn = true
		return n, size
	}
	stop := firstStop(rest)
	if stop < 0 {
		h.item = longer(rest, lineRunes) || strings.Contains(rest, "；") || strings.HasSuffix(rest, ";") || strings.HasSuffix(rest, "，")
		return len(strings.TrimRight(rest, "；;，：:")), len(rest)
	}
	end = stop + len("。")
	if end == len(rest) {
		h.item = true // sentences looks again, at what follows
		return stop, end
	}
	h.runIn = true
	h.item = longer(rest[:stop], headRunes) || states(rest[:stop])
	return stop, end
}

// firstStop is the first 。 of s that is in no brackets or quotation marks,
// else the first of all; -1 when there is none.
func firstStop(s string) int {
	if !strings.Contains(s, "。") {
		return -1
	}
	depth, inner := 0, -1
	for i, r := range s {
		switch r {
		case '“', '‘', '（', '(', '《', '「':
			depth++
		case '”', '’', '）', ')', '》', '」':
			depth = max(0, depth-1)
		case '。':
			if depth == 0 {
				return i
			}
			if inner < 0 {
				inner = i
			}
		}
	}
	return inner
}

// leadIn is the size of a short heading that a colon, or a wide space, sets
// apart from the text of the line, and where the heading ends; 0 when there is
// none.
func (p *parser) leadIn(s string) (text, end int) {
	const least, most = 4 * 3, 16 * 3 // bytes of four and of sixteen Chinese characters
	for i := 0; i < len(s) && i <= most; {
		r, size := utf8.DecodeRuneInString(s[i:])
		rest := s[i+size:]
		switch r {
		case '：', ':':
			if i >= least && strings.TrimSpace(rest) != "" && sentence(s) {
				return i, i + size
			}
			return 0, 0
		case '\u3000', ' ':
			if i >= least && sentence(s) && (len(rest) > 2*most || p.words.DocumentParts.In(s[:i])) {
				return i, i
			}
			return 0, 0
		case '，', '。', '；', '！', '？', '、', '“', '（', '(', '《':
			return 0, 0
		}
		if digitAt(s[i:]) > 0 {
			return 0, 0
		}
		i += size
	}
	return 0, 0
}

// states reports whether s states a quantity, which a heading seldom does: a
// digit outside quotation marks that is not of a year.
func states(s string) bool {
	quoted := 0
	for i := 0; i < len(s); {
		if size, n := digits(s[i:], 12); n > 0 {
			if quoted == 0 && !strings.HasPrefix(s[i+size:], "年") {
				return true
			}
			i += size
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '“', '《', '‘':
			quoted++
		case '”', '》', '’':
			quoted = max(0, quoted-1)
		}
		i += size
	}
	return false
}

// arrange tells headings that end in 。 from numbered sentences by what
// follows, and gives every heading its level.
func (p *parser) arrange() {
	shift := 0 // 一、 is one level down in a text that has 第一部分 or 第一节, two in one that has both
	parts := 0 // 1 in a text that has 第一部分
	var outer head
	var under underBare
	var nest *head           // 问题和计划, right below which 问题：… stands
	var levels [families]int // of the last heading of each family
	for i := range p.heads {
		h := &p.heads[i]
		p.lines[h.line].head = i
		if h.item && !h.runIn && p.leads(i) {
			h.item = false
		}
		switch {
		case h.bare:
			h.level = 1
			if h.within >= part {
				h.level = min(levels[h.within]+1, deepest)
			}
			if above := i - 1; h.runIn && above >= 0 && p.heads[above].bare && !p.heads[above].runIn && p.heads[above].line == h.line-1 {
				nest = &p.heads[above]
			} else if !h.runIn {
				nest = nil
			}
			if nest != nil {
				h.level = min(nest.level+1, deepest)
			}
			under = underBare{head: h}
		case h.family == part:
			h.level, parts, shift = 1, 1, 1
		case h.family == section:
			h.level, shift = 1+parts, 1+parts
		case h.family == attached:
			h.level, parts, shift, under = 1, 0, 0, underBare{}
		case h.family == unnumbered:
			h.level = min(outer.level+1, deepest)
		default:
			h.level = min(h.family.level()+shift+under.shift(h, shift), deepest)
			levels[h.family] = h.level
		}
		if h.opensSection() {
			outer = *h
		}
	}
}

// opensSection reports whether headings without a number may stand under h.
func (h *head) opensSection() bool {
	return h.bare || (h.family <= bracket || h.family == attached) && !h.runIn && !h.item
}

// leads reports whether heading i, a short sentence on a line of its own, has
// text or deeper headings below it: then it is a heading that ends in 。.
func (p *parser) leads(i int) bool {
	h := p.heads[i]
	s := p.src.Slice(h.text)
	if !hasLength(s, 2, headRunes) || states(s) || h.line+1 == len(p.lines) || strings.Contains(s, "原因") {
		return false
	}
	if i > 0 && p.heads[i-1].item && p.heads[i-1].family == h.family && p.heads[i-1].line == h.line-1 {
		return false
	}
	if i+1 < len(p.heads) && p.heads[i+1].line == h.line+1 {
		return p.heads[i+1].family > h.family
	}
	return p.lines[h.line+1].kind == report.BlockText
}
