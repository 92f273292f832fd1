package figure

import (
	"unicode"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// class says what a character can mean to the scanner. Nearly all characters
// are plain, and the scanner steps over those.
type class uint8

const (
	plain   class = iota
	arabic        // a digit, ASCII or full-width
	han           // a character of a Chinese numeral
	letter        // ASCII letter: the start of a word such as GB/T
	stop          // ends a sentence: 。！？
	pause         // ends a clause: ，；：
	quote         // opens a quotation or a title
	bracket       // opens brackets
	ordinal       // 第
	foreign       // a digit of another kind: ① ² ½ Ⅳ 𝟒
)

// classOf is the class of a character.
func classOf(r rune) class {
	switch r {
	case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '廿':
		return han
	case '。', '！', '？', '!', '?', '\n', '\r':
		return stop
	case '，', '；', '：', ',', ';', ':', '\t':
		return pause
	case '“', '‘', '「', '『', '《', '〈', '【', '"':
		return quote
	case '（', '(', '〔', '[', '［':
		return bracket
	case '第':
		return ordinal
	}
	switch {
	case numeral.IsDigit(r):
		return arabic
	case isLetter(r):
		return letter
	case isForeign(r):
		return foreign
	}
	return plain
}

// isForeign reports whether r is a number of another kind than those that
// figures are written with: ① ² ½ Ⅳ 𝟒. Chinese characters are none.
func isForeign(r rune) bool {
	return r > 0x7E && (r < 0x2E80 || r > 0x3002 && r < 0x3400 || r > 0xA000 && r < 0x20000) && unicode.IsNumber(r) && !numeral.IsDigit(r)
}

// isNumeral reports whether r can be of a number, whatever its script.
func isNumeral(r rune) bool {
	c := classOf(r)
	return c == arabic || c == han || c == foreign
}

// runeAt is the character at i of s and its width.
func runeAt(s string, i int) (rune, int) { return report.FirstRune(s[i:]) }

// peek is the character at i of s, 0 at its end.
func peek(s string, i int) rune {
	if i >= len(s) {
		return 0
	}
	r, _ := runeAt(s, i)
	return r
}

// before is the character that ends at i and its width, 0 at the start.
func before(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	return report.LastRune(s[:i])
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isSpace(r rune) bool { return r == ' ' || r == '　' || r == '\u00A0' || r == '\t' }

// closing is the mark that closes an opening one.
func closing(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	case '《':
		return '》'
	case '〈':
		return '〉'
	case '【':
		return '】'
	case '（':
		return '）'
	case '(':
		return ')'
	case '〔':
		return '〕'
	case '[':
		return ']'
	case '［':
		return '］'
	}
	return r
}
