package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// family is a way of numbering. A heading closes the lists of every family
// after its own: the order is that of GB/T 9704-2012, 7.3.3, with the forms it
// does not name put where writers put them.
type family int

const (
	part     family = iota // 第一部分
	section                // 第一节, which stands under 第一章 or alone
	chinese                // 一、
	bracket                // （一）
	ordinal                // 第一，
	dotted                 // 1.
	decimal                // 1.1
	decimals               // 1.1.1
	numbered               // （1）
	closed                 // 1）
	circled                // ①
	families
	unnumbered // a heading that prints no number and belongs to no list
	attached   // 附件, which begins every list anew
)

// level is the level of a heading of the family, from 1.
func (f family) level() int {
	switch f {
	case part, section, chinese:
		return 1
	case bracket, ordinal:
		return 2
	case dotted:
		return 3
	case decimal, numbered, closed:
		return 4
	}
	return 5
}

// print writes n as a heading of the family has it.
func (f family) print(n int) string {
	arabic := strconv.Itoa(n)
	switch f {
	case part:
		return "第" + han(n) + "部分"
	case section:
		return "第" + han(n) + "节"
	case chinese:
		return han(n) + "、"
	case bracket:
		return "（" + han(n) + "）"
	case ordinal:
		return "第" + han(n) + "，"
	case dotted:
		return arabic + "."
	case numbered:
		return "（" + arabic + "）"
	case closed:
		return arabic + "）"
	}
	if n <= 20 {
		return string('①' + rune(n) - 1)
	}
	return arabic
}

// mark is the number that a line begins with.
type mark struct {
	family family
	n      int // from 1 to 999
	size   int // bytes of the number and its punctuation
	doubt  bool
	spaced bool // 一　 with nothing but a space after it
	// doubt says that it may be no number of a heading but the start of
	// 1.5万, 1、2号楼 or 三、四季度: only its place in a list can tell.
}

// readMark reads the number that s, a line without white space before it,
// begins with.
func readMark(s string) (mark, bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '第':
		return readOrdinal(s)
	case r == '（' || r == '(':
		return readBracket(s, size)
	case isChineseDigit(r):
		return readChinese(s)
	case digitAt(s) > 0:
		return readArabic(s)
	}
	return readEnclosed(r, size)
}

// readOrdinal reads 第一部分, 第一章, 第一节 and 第一，. 第一责任人, 第二届 and 第十九条 are
// none, nor is 第一、二产业. 第一节课 may be none: only a 第二节 below can tell.
func readOrdinal(s string) (mark, bool) {
	const lead = len("第")
	size, _ := chineseDigits(s[lead:], 5)
	n, ok := whole(s[lead : lead+size])
	if !ok {
		return mark{}, false
	}
	at := lead + size
	rest := s[at:]
	for _, word := range []string{"部分", "章", "篇"} {
		if strings.HasPrefix(rest, word) {
			m := mark{family: part, n: n, size: at + len(word)}
			m.size += oneOf(s[m.size:], "、：:")
			apart := skipSpace(s[m.size:]) > 0 || m.size == len(s) || m.size > at+len(word)
			return m, apart || hasLength(s, 1, 30) && !ended(s) // 第一部分主要做法
		}
	}
	if strings.HasPrefix(rest, "节") {
		m := mark{family: section, n: n, size: at + len("节")}
		mark := oneOf(s[m.size:], "、：:")
		m.size += mark
		m.doubt = mark == 0 && skipSpace(s[m.size:]) == 0 && m.size < len(s)
		return m, !m.doubt || hasLength(s, 1, 30) && !ended(s)
	}
	if p := oneOf(rest, "，、：,"); p > 0 {
		next, _ := utf8.DecodeRuneInString(rest[p:])
		return mark{family: ordinal, n: n, size: at + p}, next != '第' && !isChineseDigit(next)
	}
	return mark{}, false
}

// readBracket reads （一）, (一), （1） and brackets of mixed width, with a 、
// after them that some add.
func readBracket(s string, open int) (mark, bool) {
	at := open + skipSpace(s[open:])
	m := mark{family: bracket}
	size, _ := chineseDigits(s[at:], 5)
	if size == 0 {
		m.family = numbered
		size, _ = digits(s[at:], 3)
	}
	n, ok := whole(s[at : at+size])
	if !ok {
		return mark{}, false
	}
	at += size
	at += skipSpace(s[at:])
	end := oneOf(s[at:], "）)")
	if end == 0 {
		return mark{}, false
	}
	m.n, m.size = n, at+end
	if next := s[m.size:]; strings.HasPrefix(next, "至（") || strings.HasPrefix(next, "、（") || strings.HasPrefix(next, "和（") {
		return mark{}, false // （一）至（三）项
	}
	m.size += oneOf(s[m.size:], "、．")
	return m, true
}

// readChinese reads 一、 and 一．, 一）, and 一 with a space only before a short line.
func readChinese(s string) (mark, bool) {
	size, _ := chineseDigits(s, 5)
	n, ok := whole(s[:size])
	if !ok {
		return mark{}, false
	}
	at := size + skipSpace(s[size:])
	if p := oneOf(s[at:], "）)"); p > 0 && hasLength(s[:size], 1, 2) { // （一） without its first half
		at += p
		return mark{family: bracket, n: n, size: at + oneOf(s[at:], "、．")}, true
	}
	p := oneOf(s[at:], "、．.")
	if p == 0 {
		follows, _ := chineseDigits(s[at:], 1)
		spaced := oneOf(s[size:], " 　") > 0 && hasLength(s, 5, 30) && !ended(s) && follows == 0 && digitAt(s[at:]) == 0 && !strings.ContainsAny(s, "\t。")
		return mark{family: chinese, n: n, size: size, doubt: true, spaced: true}, spaced
	}
	m := mark{family: chinese, n: n, size: at + p}
	follows, _ := chineseDigits(s[m.size:], 5)
	if follows > 0 {
		if strings.HasPrefix(s[m.size+follows:], "、") {
			return mark{}, false // 一、二、三等奖
		}
		after, ok := numeral.Int(s[m.size : m.size+follows])
		m.doubt = ok && after == n+1 // 一、二季度 may count on; 一、一年来 and 一、二十大 do not
	}
	return m, true
}

// readArabic reads 1. and 1、 and 1） in either width.
func readArabic(s string) (mark, bool) {
	size, _ := digits(s, 3)
	n, ok := whole(s[:size])
	if !ok {
		return mark{}, false
	}
	if d := digitAt(s[size:]); d > 0 {
		return mark{}, false
	}
	at := size + skipSpace(s[size:])
	if p := oneOf(s[at:], "）)"); p > 0 {
		return mark{family: closed, n: n, size: at + p}, true
	}
	p := oneOf(s[at:], ".．、")
	if p == 0 {
		return mark{}, false
	}
	m := mark{family: dotted, n: n, size: at + p}
	rest := s[m.size:]
	if oneOf(rest, ".．") > 0 {
		return mark{}, false
	}
	if follows, count := digits(rest, 5); count > 0 && !startsYear(rest[follows:], count) {
		m.doubt = true
		if after, _ := utf8.DecodeRuneInString(rest[follows:]); strings.ContainsRune("万亿%％.．:：", after) {
			return mark{}, false // 1.5万, 2.3%, 1.1.2
		}
	}
	return m, true
}

// startsYear reports whether count digits and what follows them are a year.
func startsYear(after string, count int) bool {
	return count == 4 && strings.HasPrefix(after, "年")
}

// readEnclosed reads the numbers that are one character: ① ⑴ ⒈ ㈠.
func readEnclosed(r rune, size int) (mark, bool) {
	blocks := []struct {
		family      family
		first, last rune
	}{{circled, '①', '⑳'}, {numbered, '⑴', '⒇'}, {dotted, '⒈', '⒛'}, {bracket, '㈠', '㈩'}}
	for _, b := range blocks {
		if b.first <= r && r <= b.last {
			return mark{family: b.family, n: int(r-b.first) + 1, size: size}, true
		}
	}
	return mark{}, false
}

// whole is the value of a heading number.
func whole(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n, ok := numeral.Int(s)
	return n, ok && n >= 1 && n <= 999
}

// oneOf is the size of the character that s begins with when it is one of set.
func oneOf(s, set string) int {
	r, size := utf8.DecodeRuneInString(s)
	if size > 0 && strings.ContainsRune(set, r) {
		return size
	}
	return 0
}

// han writes n in Chinese, or in digits when it is no number of a heading.
func han(n int) string {
	if n > 999 {
		return strconv.Itoa(n)
	}
	const d = "零一二三四五六七八九"
	digit := func(i int) string { return d[i*3 : i*3+3] }
	var b strings.Builder
	if n >= 100 {
		b.WriteString(digit(n/100) + "百")
		n %= 100
		if n > 0 && n < 10 {
			b.WriteString("零")
		}
	}
	if n >= 10 {
		if n >= 20 || b.Len() > 0 {
			b.WriteString(digit(n / 10))
		}
		b.WriteString("十")
		n %= 10
	}
	if n > 0 {
		b.WriteString(digit(n))
	}
	return b.String()
}
