package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/site/share"
)

// kept appends text in which no line parts a number from the character behind it
// (2023年, 37号, 1.2万户, 第3季, 96.5%) nor a name. A browser keeps 96.5% together by itself,
// but not where a line has no other place to end.
// The words are those of the text, in elements; nothing is put between them, so that
// they are copied and found as they are.
func kept(b []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); {
		if name := nameAt(text[i:]); name > 0 {
			b = escape.Text(b, text[from:i])
			b = append(b, `<span class="whole">`...)
			b = append(escape.Text(b, text[i:i+name]), "</span>"...)
			i += name
			from = i
			continue
		}
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		end := numberEnd(text, i)
		behind := unitEnd(text, end)
		if behind > end {
			start := i
			if r, n := utf8.DecodeLastRuneInString(text[from:i]); r == '第' {
				start -= n
			}
			b = escape.Text(b, text[from:start])
			b = append(b, `<span class="whole">`...)
			b = append(escape.Text(b, text[start:behind]), "</span>"...)
			from = behind
		}
		i = max(behind, end)
	}
	return escape.Text(b, text[from:])
}

// nameAt is the length of the name that a text begins with, 0 for none.
func nameAt(text string) int {
	for _, name := range share.Names {
		if strings.HasPrefix(text, name) {
			return len(name)
		}
	}
	return 0
}

// numberEnd is where the number ends whose first digit is at i: a point and a comma
// are of it where digits follow.
func numberEnd(text string, i int) int {
	for i < len(text) {
		digit := text[i] >= '0' && text[i] <= '9'
		inside := (text[i] == '.' || text[i] == ',') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
		if !digit && !inside {
			break
		}
		i++
	}
	return i
}

// unitEnd is where the character behind a number ends, with 万 or 亿, 余 and 多 before
// it; where the number ends when no unit follows.
func unitEnd(text string, end int) int {
	for at := end; ; {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '万' || r == '亿' || r == '千' || r == '百' || r == '余' || r == '多':
			at += n
			end = at
			continue
		case r == '%' || unicode.Is(unicode.Han, r):
			return at + n
		}
		return end
	}
}
