package numeral

import (
	"strconv"
	"unicode/utf8"
)

// Int reads the whole of s as an integer: Arabic or full-width digits (３), a
// Chinese numeral (二十一, 一百零五, 三万), or Chinese digits in a row (二〇二三).
// It is false for anything else and for values beyond int.
func Int(s string) (int, bool) {
	for _, digit := range []func(rune) int{arabicDigit, chineseDigit} {
		if ascii, size := readDigits(s, digit); size == len(s) {
			if n, err := strconv.Atoi(ascii); err == nil {
				return n, true
			}
		}
	}
	n := scanInteger(s)
	if n.size == 0 || n.size < len(s) {
		return 0, false
	}
	value, err := strconv.Atoi(format(n.value))
	return value, err == nil
}

// maxUnseen is how many characters that nobody sees may stand between two digits.
const maxUnseen = 4

// readDigits reads the digits in a row that s begins with and returns them in
// ASCII. digit is the value of a character, -1 where it is no digit. Characters
// that nobody sees may stand between them, as a text that was copied from a web
// page has them: the number is the one that is seen.
func readDigits(s string, digit func(rune) int) (ascii string, size int) {
	var digits []byte
	for at, unseen := 0, 0; ; {
		r, width := utf8.DecodeRuneInString(s[at:])
		switch d := digit(r); {
		case d >= 0:
			digits = append(digits, byte('0'+d))
			at += width
			size, unseen = at, 0
		case size > 0 && unseen < maxUnseen && Unseen(r):
			at, unseen = at+width, unseen+1
		default: // at the end of s, too
			return string(digits), size
		}
	}
}

// integer is a Chinese integer as read from the start of a string.
type integer struct {
	value uint64
	size  int // bytes read; 0 when there is no numeral

	// A numeral that ends in 万 or 亿 can leave that character to its unit
	// (三千二百万元): lead is then the value before it, 0 for another ending.
	lead     uint64
	leadSize int // bytes before that character
}

// scanInteger reads the longest grammatical Chinese integer: sections below ten
// thousand, up to 万 and 亿 in falling order (一亿二千万零三), 万亿 allowed. A numeral
// can therefore never be longer than a few dozen characters, whatever follows.
func scanInteger(s string) integer {
	var n integer      // the longest numeral so far
	var yi, wan uint64 // what 亿 has multiplied, and 万 since then
	afterWan, afterYi := false, false
	for pos := 0; ; {
		section, size := scanSection(s[pos:])
		if pos == 0 && size == 0 {
			section = 1 // 万 without a section is 10,000
		}
		end := pos + size
		r, width := utf8.DecodeRuneInString(s[end:])
		switch power := myriad(r); {
		case power == 4 && !afterWan && (size > 0 || pos == 0):
			wan, afterWan = section*1e4, true
			pos = end + width
			n = integer{value: yi + wan, size: pos}
			if !afterYi { // in 一亿二千万, 万 multiplies its section only
				n.lead, n.leadSize = section, end
			}
		case power == 8 && !afterYi:
			lead := wan + section
			yi, wan, afterYi, afterWan = lead*1e8, 0, true, false
			pos = end + width
			n = integer{value: yi, size: pos, lead: lead, leadSize: end}
		case size == 0:
			return n
		default:
			if pos > 0 { // 一万二 is 12,000, 一万零二 is 10,002
				section = colloquial(s[pos:end], section, afterWan)
			}
			return integer{value: yi + wan + section, size: end}
		}
	}
}

// colloquial multiplies a section that is a lone digit, after 万 or 亿, by the
// multiplier that speech leaves out.
func colloquial(section string, value uint64, afterWan bool) uint64 {
	switch r, width := utf8.DecodeRuneInString(section); {
	case width < len(section) || chineseDigit(r) <= 0:
		return value
	case afterWan:
		return value * 1e3
	}
	return value * 1e7
}

// scanSection reads a number below ten thousand: 三千零五, 二十, 十二, 廿一, 五,
// 零五 (after 万).
func scanSection(s string) (value uint64, size int) {
	last := 4 // the power of the multiplier before; the next is smaller
	for last > 0 {
		t := scanTerm(s[size:], last, size == 0)
		if t.size == 0 {
			break
		}
		value, size, last = value+t.value, size+t.size, t.power
	}
	return value, size
}

// term is a part of a section: 三千, 百, 廿, or a last digit, each perhaps after
// 零.
type term struct {
	value uint64
	power int // of its multiplier; 0 for a last digit
	size  int // bytes read; 0 when there is no term
}

// scanTerm reads a term whose multiplier is of a lower power than last. first
// says that no other term of the section stands before.
func scanTerm(s string, last int, first bool) term {
	r, size := utf8.DecodeRuneInString(s)
	afterZero := chineseDigit(r) == 0
	if afterZero {
		zero := size
		var width int
		r, width = utf8.DecodeRuneInString(s[zero:])
		if first && chineseDigit(r) < 0 && multiplier(r) == 0 {
			return term{size: zero} // 零 by itself
		}
		size += width
	}
	if value := tens(r); value > 0 && last > 1 {
		return term{value, 1, size}
	}
	if power := multiplier(r); power > 0 {
		if power < last && (first || power == 1) { // 百, 十二, 一百十二; not 一千百
			return term{powerOfTen(power), power, size}
		}
		return term{}
	}
	digit := chineseDigit(r)
	if digit <= 0 {
		return term{}
	}
	next, width := utf8.DecodeRuneInString(s[size:])
	power := multiplier(next)
	switch {
	case power > 0 && power < last:
		return term{uint64(digit) * powerOfTen(power), power, size + width}
	case last > 1 && last < 4 && !afterZero:
		return term{uint64(digit) * powerOfTen(last-1), 0, size} // 一百五 is 150
	}
	return term{uint64(digit), 0, size}
}

// powerOfTen is 10^n for the n of a multiplier, 1 to 3.
func powerOfTen(n int) uint64 { return [...]uint64{1, 10, 100, 1000}[n] }
