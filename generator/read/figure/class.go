package figure

import "unicode/utf8"

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
)

// classes has the class of every character of the basic plane.
var classes = func() (t [1 << 16]class) {
	mark := func(c class, s string) {
		for _, r := range s {
			t[r] = c
		}
	}
	mark(arabic, "0123456789０１２３４５６７８９")
	mark(han, "零〇一二两三四五六七八九十百千万亿廿")
	mark(letter, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	mark(stop, "。！？!?\n\r")
	mark(pause, "，；：,;:\t")
	mark(quote, "“‘「『《〈【\"")
	mark(bracket, "（(〔[［")
	mark(ordinal, "第")
	return t
}()

// marked has a bit for each character of the basic plane that is not plain. It
// is small enough to stay in the processor's nearest memory.
var marked = func() (t [1 << 16 / 64]uint64) {
	for r, c := range classes {
		if c != plain {
			t[r/64] |= 1 << (r % 64)
		}
	}
	return t
}()

// skipPlain is the offset of the first character of s[i:end] that is not plain,
// end when there is none.
func skipPlain(s string, i, end int) int {
	for i < end {
		// Nearly all characters take three bytes. Those that begin with 0xE0
		// and 0xED can be broken in more ways and are left to runeAt.
		if b := s[i]; b > 0xE0 && b < 0xED && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			r := uint(b&0x0F)<<12 | uint(s[i+1]&0x3F)<<6 | uint(s[i+2]&0x3F)
			if marked[r/64]>>(r%64)&1 != 0 {
				return i
			}
			i += 3
			continue
		}
		r, w := runeAt(s, i)
		if classOf(r) != plain {
			return i
		}
		i += w
	}
	return i
}

// runeAt decodes the character at i, without the checks that valid text does
// not need.
func runeAt(s string, i int) (rune, int) {
	b := s[i]
	if b < utf8.RuneSelf {
		return rune(b), 1
	}
	if b >= 0xE0 && b < 0xF0 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
		// Overlong forms and surrogates are left to the decoder that refuses them.
		if r := rune(b&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F); r >= 0x800 && (r < 0xD800 || r > 0xDFFF) {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(s[i:])
}

// classOf is the class of a character of any plane.
func classOf(r rune) class {
	if r < 1<<16 {
		return classes[r]
	}
	return plain
}

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
	if i >= 3 && s[i-1] >= utf8.RuneSelf {
		if r, w := runeAt(s, i-3); w == 3 {
			return r, 3
		}
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

// isHan reports whether r is a Chinese character.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF || r == '〇'
}

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
