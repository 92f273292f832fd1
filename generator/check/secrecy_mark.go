package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// heads is how many lines at the beginning may be the head of a page, where a
// document carries its mark (GB/T 9704-2012, 7.2.2).
const heads = 8

// secrecyMark finds what marks a document as secret or not public: 机密★, 秘密★1年,
// a line that holds nothing else (机 密, 此件不公开), a mark before or behind the title.
// Words about keeping secrets (保守国家秘密, 商业秘密) are no marks.
func secrecyMark(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.SecrecyMark, severity: report.Error}
	text := c.src.Text
	for start, n := 0, 0; start < len(text); {
		end := start + len(text[start:])
		if size := strings.IndexAny(text[start:], "\r\n"); size >= 0 {
			end = start + size
		}
		sp := trimmedSpan(text, report.Span{Start: start, End: end})
		start = end + 1
		if sp.Len() == 0 {
			continue
		}
		n++
		s := text[sp.Start:sp.End]
		switch {
		case in.isRowOfDegrees(s): // the head of a table that counts documents of each
			in.starredMarks(&c, sp)
		case len(s) <= 120 && in.closedLine(s):
			if in.Words.DocumentSecrecy.In(in.folded(s)) {
				c.add(sp, fmt.Sprintf("这一行是密级标志：“%s”", quotable(s)), secrecyAdvice)
			} else {
				c.add(sp, fmt.Sprintf("这一行写明了不对外公开：“%s”", quotable(s)), closedAdvice)
			}
		case n <= heads && in.markedTitle(s) > 0:
			c.add(sp, fmt.Sprintf("文首这一行带着密级标志：“%s”", quotable(escape.Clip(s, 40))), secrecyAdvice)
		default:
			in.starredMarks(&c, sp)
		}
	}
	return c.all()
}

// What to do about a mark.
const (
	secrecyAdvice = "请先停下，交保密审查：确属涉密的不得公开，并从版本库的历史中清除；已经解密或误标的，改用去掉标志的公开版"
	closedAdvice  = "请先核对这份文件能不能公开：不能公开的不得发布，并从版本库的历史中清除；可以公开的，改用去掉这一行的公开版"
)

// trimmedSpan is a span without the white space and what nobody sees around it.
func trimmedSpan(text string, sp report.Span) report.Span {
	blank := func(r rune) bool { return unicode.IsSpace(r) || isHidden(r) }
	sp.Start = sp.End - len(strings.TrimLeftFunc(text[sp.Start:sp.End], blank))
	sp.End = sp.Start + len(strings.TrimRightFunc(text[sp.Start:sp.End], blank))
	return sp
}

// Signs that stand about a mark.
const (
	brackets   = "（）()【】[]［］〔〕「」『』“”‘’\"'《》〈〉<>〖〗{}‹›＂＇"
	separators = "，,。.、；;：:！!·•—－-_｜|/…=~#"
)

// isStar reports whether r parts a mark from its term: ★, and what is taken for it.
func isStar(r rune) bool {
	switch r {
	case '★', '☆', '⭐', '⋆', '🌟', '✦', '✧', '⭑', '⭒', '⚝', '✡':
		return true
	}
	return r >= '✩' && r <= '✾' || r >= '🟀' && r <= '🟘' || isNoteSign(r)
}

// isNoteSign reports whether r may stand for a star, but more often is the sign of
// a note.
func isNoteSign(r rune) bool { return r == '*' || r == '＊' || r == '﹡' || r == '※' }

// closedLine reports whether a line is marks and nothing else: 机密, 机 密, 秘密⭐3年,
// 密级：内部, 000012 秘密★1年 特急, （此件不公开）, 内部资料，请勿外传, 机·密. Cells beside
// each other are a table's, unless the first says that the next is a mark.
func (in *Input) closedLine(s string) bool {
	table := isRow(s)
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(separators, r) {
			return -1
		}
		return r
	}, in.folded(s))
	closed, keyed, copied := false, false, false
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		numbered := false
		switch mark, key := in.markAt(s, keyed), in.Words.CheckSecrecyKeys.Prefix(s); {
		case key > 0:
			size, keyed = key, true
		case mark > 0:
			size, closed = mark, true
		case in.Words.CheckSecrecyBeside.Prefix(s) > 0:
			size = in.Words.CheckSecrecyBeside.Prefix(s)
			numbered = in.Words.CheckSecrecyNumbers.Suffix(s[:size]) > 0
		case term(s) > 0 && closed:
			size = term(s)
		case numberOfCopy(s) > 0:
			size = numberOfCopy(s)
		case copied && numeral.IsDigit(r):
			numbered = true
		case !isOrnament(r):
			return false
		}
		s, copied = s[size:], numbered
	}
	return closed && (keyed || !table)
}

// isRow reports whether a line is a table's row: its cells are more than a mark whose
// characters stand apart (机 密).
func isRow(s string) bool {
	if strings.IndexByte(s, '\t') < 0 {
		return false
	}
	return slices.ContainsFunc(strings.Split(s, "\t"), func(c string) bool { return utf8.RuneCountInString(strings.TrimSpace(c)) > 1 })
}

// isRowOfDegrees reports whether a line is a table's row whose cells name different degrees: 密级⇥绝密⇥机密⇥秘密. A
// document has one.
func (in *Input) isRowOfDegrees(s string) bool {
	if !isRow(s) {
		return false
	}
	const longest = 6 // characters of a head: 绝密级文件数
	first := ""
	for cell := range strings.SplitSeq(s, "\t") {
		cell = in.folded(cell)
		switch {
		case utf8.RuneCountInString(cell) > longest || !in.Words.DocumentSecrecy.In(cell):
		case first == "":
			first = cell
		case cell != first:
			return true
		}
	}
	return false
}

// isOrnament reports whether r says nothing beside a mark: a star of any kind, ●, ◆.
func isOrnament(r rune) bool { return isStar(r) || r >= 0x80 && unicode.Is(unicode.So, r) }

// folded is a line as marks are compared: of simplified characters, of half width
// and of capitals, without white space, brackets and what nobody sees.
func (in *Input) folded(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= '！' && r <= '～' {
			r += '!' - '！'
		}
		switch {
		case unicode.IsSpace(r), isHidden(r), unicode.Is(unicode.Mn, r), strings.ContainsRune(brackets, r):
		case r >= 'a' && r <= 'z':
			b.WriteRune(r - 'a' + 'A')
		case in.Words.CheckTraditional.Begins(r):
			b.WriteString(in.simplified(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// markAt is the size of the mark that s begins with, 0 for none: 机密, 内部资料, and
// behind the name of a key also its values (密级：内部).
func (in *Input) markAt(s string, keyed bool) int {
	n := max(in.Words.DocumentSecrecy.Prefix(s), in.Words.CheckInternal.Prefix(s), in.Words.CheckInternalAlone.Prefix(s))
	if keyed {
		n = max(n, in.Words.CheckSecrecyValues.Prefix(s))
	}
	return n
}

// numberOfCopy is the size of the number of a copy that s begins with (7.2.1): six
// digits, of which the first are naughts.
func numberOfCopy(s string) int {
	end, n, _ := digitsAt(s, 0)
	if n < 4 || n > 8 || s[0] != '0' {
		return 0
	}
	return end
}

// markedTitle is the size of the mark that a line of the head begins or ends with:
// 【机密】示例市…报告, 机密 示例市…报告, …报告（秘密）.
func (in *Input) markedTitle(s string) int {
	const open, closing = "（([【［〔「『", "）)]】］〕」』"
	if r, size := utf8.DecodeRuneInString(s); strings.ContainsRune(open, r) {
		if n := strings.IndexAny(s, closing); n > 0 && n <= 40 && in.closedLine(s[size:n]) {
			return n
		}
	}
	if r, size := utf8.DecodeLastRuneInString(s); strings.ContainsRune(closing, r) {
		if i := strings.LastIndexAny(s, open); i >= 0 && len(s)-i <= 40 && in.closedLine(s[i:len(s)-size]) {
			return len(s) - i
		}
	}
	n := in.Words.DocumentSecrecy.Prefix(s)
	if r, _ := utf8.DecodeRuneInString(s[n:]); n > 0 && (unicode.IsSpace(r) || in.isAnnualTitle(s[n:])) {
		return n
	}
	return 0
}

// isAnnualTitle reports whether s is the title of the report.
func (in *Input) isAnnualTitle(s string) bool {
	return s != "" && strings.HasSuffix(in.Report.Title, s) && in.isAnnual()
}

// term is the size of the term of secrecy that s begins with: 1年, 6个月, 长期.
func term(s string) int {
	if strings.HasPrefix(s, "长期") {
		return len("长期")
	}
	n := 0
	for n < len(s) && n < 12 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !numeral.IsDigit(r) && !strings.ContainsRune(numerals, r) {
			break
		}
		n += size
	}
	if n == 0 {
		return 0
	}
	for _, unit := range [...]string{"年", "个月"} {
		if strings.HasPrefix(s[n:], unit) {
			return n + len(unit)
		}
	}
	return 0
}

// starredMarks finds 秘密★ within a line. In quotation marks it is spoken of.
func (in *Input) starredMarks(c *collector, sp report.Span) {
	text := c.src.Text
	for _, star := range in.signsIn(sp) {
		if !isStar(star.r) {
			continue
		}
		at := star.end()
		before := strings.TrimRight(text[sp.Start:star.start], " \u3000")
		before = strings.TrimSuffix(before, "级")
		size := in.Words.DocumentSecrecy.Suffix(before)
		if size == 0 {
			continue
		}
		start := sp.Start + len(before) - size
		if r := prev(text, sp.Start, start); strings.ContainsRune("“‘《「『\"", r) && r != 0 {
			continue
		}
		rest := text[at:sp.End]
		spaces := len(rest) - len(strings.TrimLeft(rest, " \u3000\uFE0F"))
		end := at
		if n := term(rest[spaces:]); n > 0 {
			end += spaces + n
		} else if isNoteSign(star.r) {
			continue
		}
		found := report.Span{Start: start, End: end}
		c.add(found, fmt.Sprintf("文中有密级标志“%s”", c.src.Slice(found)), secrecyAdvice)
	}
}
