package check

import (
	"mingfa/generator/report"
	"unicode"
)

// digitForm is the way in which a digit is written. Digits of two forms that
// stand side by side are two numbers, or one that hides: 张三138…, 138零零….
type digitForm byte

// Forms of digits.
const (
	noDigit       digitForm = iota
	plainDigit              // 1, １, 𝟏, ١
	chineseDigit            // 一, 壹, 幺
	enclosedDigit           // ①, ⑴, ❶, ¹
)

// Digits that no table of Unicode counts as such, each row from its naught or its
// one on.
const (
	fromNaught = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○幺貳參"
	fromOne    = "①②③④⑤⑥⑦⑧⑨⑴⑵⑶⑷⑸⑹⑺⑻⑼⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒⓵⓶⓷⓸⓹⓺⓻⓼⓽㊀㊁㊂㊃㊄㊅㊆㊇㊈㈠㈡㈢㈣㈤㈥㈦㈧㈨"
	naughts    = "⓪⓿⁰₀"
	raised     = "¹²³⁴⁵⁶⁷⁸⁹₁₂₃₄₅₆₇₈₉"
)

// writtenDigit is a digit as it is written.
type writtenDigit struct {
	value byte // in ASCII
	form  digitForm
}

// writtenDigits are the digits of the rows above.
var writtenDigits = func() map[rune]writtenDigit {
	digits := map[rune]writtenDigit{}
	row := func(all string, form digitForm, from, period int) {
		for i, r := range []rune(all) {
			digits[r] = writtenDigit{byte('0' + from + i%period), form}
		}
	}
	row(fromNaught, chineseDigit, 0, 10)
	row(fromOne, enclosedDigit, 1, 9)
	row(naughts, enclosedDigit, 0, 1)
	row(raised, enclosedDigit, 1, 9)
	return digits
}()

// digitOf is the value of r in ASCII, and how it is written.
func digitOf(r rune) (value byte, form digitForm) {
	switch {
	case r >= '0' && r <= '9':
		return byte(r), plainDigit
	case r < 0xB0 || report.IsBasicHan(r) && !isHanDigit(r):
		return 0, noDigit
	}
	if d, ok := writtenDigits[r]; ok {
		return d.value, d.form
	}
	if unicode.Is(unicode.Nd, r) {
		return '0' + byte(placeInTable(r)%10), plainDigit
	}
	return 0, noDigit
}

// isHanDigit reports whether a Chinese character is a digit of fromNaught. It is
// asked of every character of a text.
func isHanDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '零', '幺', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '貳', '參':
		return true
	}
	return false
}

// placeInTable is how many digits of its row stand before r: each range of
// Unicode's table holds whole rows of ten.
func placeInTable(r rune) rune {
	for _, row := range unicode.Nd.R16 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return r - rune(row.Lo)
		}
	}
	for _, row := range unicode.Nd.R32 {
		if r >= rune(row.Lo) && r <= rune(row.Hi) {
			return r - rune(row.Lo)
		}
	}
	return 0
}
