package numeral

import (
	"strconv"
	"unicode/utf8"
)

// integer is a Chinese integer as read from the start of a string.
type integer struct {
	total uint64
	size  int // bytes read; 0 when there is no numeral

	// A numeral that ends in 万 or 亿 can leave that character to its unit
	// (三千二百万元): lead is then the value before it.
	lead     uint64
	tail     int // the power of ten of the last 万 or 亿; 0 for another ending
	tailSize int // bytes of that character
}

// scanInteger reads the longest grammatical Chinese integer: sections of at
// most 9999, up to 万 and 亿 in falling order, 万亿 allowed. A numeral can
// therefore never be longer than a few dozen characters, whatever follows.
func scanInteger(s string) integer {
	var n integer
	var yi, wan uint64 // what stands before 亿 and 万 already
	seenYi, seenWan := false, false
	pos := 0
	for {
		sec, size := scanSection(s[pos:])
		pos += size
		r, width := utf8.DecodeRuneInString(s[pos:])
		m := myriad(r)
		switch {
		case m == 4 && !seenWan:
			if size == 0 {
				if pos > 0 {
					return n
				}
				sec = 1 // 万 by itself is 10,000
			}
			seenWan = true
			wan = sec * 1e4
			pos += width
			n = integer{total: yi + wan, size: pos, tail: 4, tailSize: width, lead: yi/1e4 + sec}
			if seenYi {
				n.lead, n.tail = 0, 0 // 一亿二千万: the 万 belongs to its section only
			}
		case m == 8 && !seenYi:
			if size == 0 && pos == 0 {
				sec = 1
			} else if size == 0 && !seenWan {
				return n
			}
			lead := wan + sec
			seenYi, seenWan, wan = true, false, 0
			yi = lead * 1e8
			pos += width
			n = integer{total: yi, size: pos, lead: lead, tail: 8, tailSize: width}
		default:
			if size == 0 {
				return n
			}
			if pos > size { // after a myriad: 一万二 is 12,000, 一万零二 is 10,002
				sec = colloquial(s[pos-size:pos], sec, seenWan)
			}
			return integer{total: yi + wan + sec, size: pos}
		}
	}
}

// colloquial raises a lone digit after a myriad by its missing multiplier.
func colloquial(section string, value uint64, afterWan bool) uint64 {
	r, width := utf8.DecodeRuneInString(section)
	if width != len(section) || digit(r) <= 0 {
		return value
	}
	if afterWan {
		return value * 1e3
	}
	return value * 1e7
}

// scanSection reads a number below ten thousand: 三千零五, 二十, 十二, 廿一, 五,
// 零五 (after a myriad). Multipliers must fall.
func scanSection(s string) (value uint64, size int) {
	last := 4 // the power of the multiplier before
	pos := 0
	zero := false
	for pos < len(s) {
		r, width := utf8.DecodeRuneInString(s[pos:])
		if t := tens(r); t > 0 && last > 1 {
			value, pos, last, zero = value+uint64(t), pos+width, 1, false
			size = pos
			continue
		}
		if p := power(r); p > 0 {
			// A multiplier without a digit counts once: 十二, 百, 一百一十.
			if p >= last || size > 0 && p != 1 {
				return value, size
			}
			value, pos, last, zero = value+pow10(p), pos+width, p, false
			size = pos
			continue
		}
		d := digit(r)
		if d < 0 {
			return value, size
		}
		pos += width
		if d == 0 {
			if zero {
				return value, size
			}
			zero = true
			if size == 0 && pos == len(s) {
				return 0, pos // 零 by itself
			}
			if next, _ := utf8.DecodeRuneInString(s[pos:]); size == 0 && digit(next) < 0 && power(next) == 0 {
				return 0, pos
			}
			continue
		}
		next, nextWidth := utf8.DecodeRuneInString(s[pos:])
		if p := power(next); p > 0 && p < last {
			value, pos, last, zero = value+uint64(d)*pow10(p), pos+nextWidth, p, false
			size = pos
			continue
		}
		if last > 1 && last < 4 && !zero {
			return value + uint64(d)*pow10(last-1), pos // 一百五 is 150
		}
		if last == 0 {
			return value, size
		}
		return value + uint64(d), pos
	}
	return value, size
}

func pow10(n int) uint64 {
	p := uint64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// Chinese writes n the way such prose does: 105 is 一百零五, 12 is 十二.
func Chinese(n uint64) string {
	if n == 0 {
		return "零"
	}
	var b []byte
	if n >= 1e8 {
		b = append(append(b, Chinese(n/1e8)...), "亿"...)
		if n %= 1e8; n > 0 && n < 1e7 {
			b = append(b, "零"...)
		}
	}
	if n >= 1e4 {
		b = append(appendSection(b, n/1e4, len(b) == 0), "万"...)
		if n %= 1e4; n > 0 && n < 1e3 {
			b = append(b, "零"...)
		}
	}
	if n > 0 {
		b = appendSection(b, n, len(b) == 0)
	}
	return string(b)
}

// appendSection writes a number from 1 to 9999.
func appendSection(b []byte, n uint64, first bool) []byte {
	digits := [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	powers := [...]string{"", "十", "百", "千"}
	started, gap := false, false
	for p := 3; p >= 0; p-- {
		d := n / pow10(p) % 10
		if d == 0 {
			gap = started
			continue
		}
		if gap {
			b = append(b, digits[0]...)
		}
		if !(first && !started && p == 1 && d == 1) { // 十二, but 一百一十二
			b = append(b, digits[d]...)
		}
		b = append(b, powers[p]...)
		started, gap = true, false
	}
	return b
}

func format(n uint64) string { return strconv.FormatUint(n, 10) }
