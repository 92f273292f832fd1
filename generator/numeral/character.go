package numeral

// arabicDigit is the value of an ASCII or full-width digit, -1 for anything
// else.
func arabicDigit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// chineseDigit is the value of a Chinese or formal (大写) digit, -1 for anything
// else.
func chineseDigit(r rune) int {
	switch r {
	case '〇', '零', '○':
		return 0
	case '一', '壹', '弌':
		return 1
	case '二', '两', '贰', '貳', '弍':
		return 2
	case '三', '叁', '參', '弎':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆', '陸':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// decimalDigit is chineseDigit without 两, which no decimal has: 三点两 is none.
func decimalDigit(r rune) int {
	if r == '两' {
		return -1
	}
	return chineseDigit(r)
}

// tens is the value of a character that stands for a digit and a ten at once, 0
// for anything else.
func tens(r rune) uint64 {
	switch r {
	case '廿':
		return 20
	case '卅':
		return 30
	case '卌':
		return 40
	}
	return 0
}

// multiplier is the power of ten that a multiplier below 万 stands for (十 1, 百
// 2, 千 3), 0 for anything else.
func multiplier(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	}
	return 0
}

// myriad is the power of ten that 万 (4) or 亿 (8) stands for, 0 for anything
// else. 兆 is left out: in such prose it is the 兆 of 兆瓦.
func myriad(r rune) int {
	switch r {
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

// Unseen reports whether a character takes no place where a text is shown and
// changes nothing of what stands beside it: a soft hyphen, a space or a joiner of
// no width, a byte order mark within the text.
func Unseen(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return true
	}
	return false
}
