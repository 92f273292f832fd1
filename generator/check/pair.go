package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// marks is a kind of mark that comes in pairs, in whichever width.
type marks struct{ opener, closer string } // what messages call the two

// pairKinds are all kinds: first brackets, then from firstQuote on quotation
// marks and title marks.
var pairKinds = [...]marks{
	{"左括号", "右括号"},
	{"左方括号", "右方括号"},
	{"左方头括号", "右方头括号"},
	{"左花括号", "右花括号"},
	{"前引号", "后引号"},
	{"单引号的前一半", "单引号的后一半"},
	{"前书名号", "后书名号"},
	{"单书名号的前一半", "单书名号的后一半"},
	{"前直角引号", "后直角引号"},
	{"前双直角引号", "后双直角引号"},
}

const firstQuote = 4

// mark is one half of a pair.
type mark struct {
	at   int // offset in the text
	size int
	kind int // index in pairKinds
	open bool
}

// kindOf is the index in pairKinds of the kind that r belongs to, -1 for none,
// and whether it opens.
func kindOf(r rune) (kind int, open bool) {
	switch r {
	case '（', '(':
		return 0, true
	case '）', ')':
		return 0, false
	case '〔', '［', '[':
		return 1, true
	case '〕', '］', ']':
		return 1, false
	case '【':
		return 2, true
	case '】':
		return 2, false
	case '｛', '{':
		return 3, true
	case '｝', '}':
		return 3, false
	case '“':
		return 4, true
	case '”':
		return 4, false
	case '‘':
		return 5, true
	case '’':
		return 5, false
	case '《':
		return 6, true
	case '》':
		return 6, false
	case '〈':
		return 7, true
	case '〉':
		return 7, false
	case '「':
		return 8, true
	case '」':
		return 8, false
	case '『':
		return 9, true
	case '』':
		return 9, false
	}
	return -1, false
}

// marksIn are the halves of pairs among signs, in text order.
func marksIn(signs []sign) []mark {
	var found []mark
	for _, s := range signs {
		if kind, open := kindOf(s.r); kind >= 0 {
			found = append(found, mark{s.start, s.size, kind, open})
		}
	}
	return found
}

// pairMarks pairs those of marks, of the paragraph text[sp], that are of one
// kind. single are those without a partner: first the ones that close, then the
// ones that open.
func pairMarks(marks []mark, kind int, text string, sp report.Span) (pairs [][2]mark, single []mark) {
	var open []mark
	for _, m := range marks {
		switch n := len(open); {
		case m.kind != kind:
		case m.open:
			open = append(open, m)
		case n > 0:
			pairs = append(pairs, [2]mark{open[n-1], m})
			open = open[:n-1]
		case !isApostrophe(text, sp, m) && !isItemNumber(text[sp.Start:m.at], kind):
			single = append(single, m)
		}
	}
	return pairs, append(single, open...)
}

// isApostrophe reports whether ’ belongs to a foreign word: People’s, ’98.
func isApostrophe(text string, sp report.Span, m mark) bool {
	if !strings.HasPrefix(text[m.at:], "’") {
		return false
	}
	before := prev(text, sp.Start, m.at)
	after, _ := next(text, m.at+m.size, sp.End)
	return isLatin(before) || numeral.IsDigit(after)
}

// isItemNumber reports whether a closing round bracket after before ends the
// number of an item: 1）, a), 一）.
func isItemNumber(before string, kind int) bool {
	if kind != 0 {
		return false
	}
	for n := 0; n <= 3; n++ {
		last, size := utf8.DecodeLastRuneInString(before)
		if size == 0 || strings.ContainsRune("，。；：、;:,. \t\u3000", last) {
			return n > 0
		}
		if !numeral.IsDigit(last) && !isLatin(last) && !strings.ContainsRune(numerals, last) && (last < '①' || last > '⑳') {
			return false
		}
		before = before[:len(before)-size]
	}
	return false
}
