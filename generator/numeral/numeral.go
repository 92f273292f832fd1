// Package numeral reads the numerals of Chinese official prose (GB/T
// 15835-2011): 一百二十三, 2075, ２５.６３, 12,345, 3.8万亿, 廿, 壹贰叁, 三分之一,
// 百分之九十六. Values are exact decimal strings in the form of a JSON number;
// nothing is ever computed in floating point, and a run of any number of
// digits costs time linear in its length.
//
// The package knows numerals, not prose: what stands before and after one, and
// whether it is data at all, is the business of package figure.
package numeral

import "math"

// digit is the value of a Chinese or formal (大写) digit, -1 for anything else.
func digit(r rune) int {
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

// tens is the value of a character that stands for a digit and a ten at once.
func tens(r rune) int {
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

// power is the power of ten that a multiplier within a myriad stands for (十 1,
// 百 2, 千 3), 0 for anything else.
func power(r rune) int {
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

// arabic is the value of an ASCII or full-width digit, -1 for anything else.
func arabic(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

// Int reads the whole of s as an integer: Arabic or full-width digits (３), a
// Chinese numeral (二十一, 一百零五, 三万), or Chinese digits in a row (二〇二三).
// It is false for anything else and for values beyond int.
func Int(s string) (int, bool) {
	n, ok := intArabic(s)
	if ok {
		return n, true
	}
	return intChinese(s)
}

func intArabic(s string) (int, bool) {
	n := 0
	for _, r := range s {
		d := arabic(r)
		if d < 0 || n > (math.MaxInt-d)/10 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, s != ""
}

func intChinese(s string) (int, bool) {
	if n, ok := intInRow(s); ok {
		return n, true
	}
	c := scanInteger(s)
	if c.size == 0 || c.size != len(s) || c.total > math.MaxInt {
		return 0, false
	}
	return int(c.total), true
}

// intInRow reads digits without multipliers: 二〇二三, 一二.
func intInRow(s string) (int, bool) {
	n := 0
	for _, r := range s {
		d := digit(r)
		if d < 0 || n > (math.MaxInt-d)/10 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, s != ""
}
