package explain

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
)

// Marks that do not begin a line, and marks that do not end one (GB/T
// 15834-2011, 5.1).
const (
	neverFirst = "。，、；：？！）》〉”’】』」〕…—·～％%,.;:?!)]}"
	neverLast  = "（《〈“‘【『「〔([{"
)

// wrap breaks s into lines of at most width columns. A line may end between
// any two Chinese characters and at spaces, but not before or after the marks
// that forbid it; what is too long without a place to break is cut.
func wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	var line strings.Builder
	column := 0
	next := func() {
		lines = append(lines, line.String())
		line.Reset()
		column = 0
	}
	for _, a := range atoms(s) {
		w := escape.Width(a.text)
		if column > 0 && column+a.space+w > width {
			next()
		}
		if column > 0 {
			line.WriteString(strings.Repeat(" ", a.space))
			column += a.space
		}
		for w > width { // only at the start of a line
			head := a.text[:fitting(a.text, width)]
			line.WriteString(head)
			next()
			a.text = a.text[len(head):]
			w = escape.Width(a.text)
		}
		line.WriteString(a.text)
		column += w
	}
	if line.Len() > 0 || len(lines) == 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// atom is a piece of text that no line ends within.
type atom struct {
	text  string
	space int // before it: 0 or 1
}

func atoms(s string) []atom {
	var list []atom
	var last rune
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		piece := s[:size]
		s = s[size:]
		if r == ' ' {
			last = r
			continue
		}
		joined := len(list) > 0 && last != ' ' &&
			(strings.ContainsRune(neverFirst, r) || strings.ContainsRune(neverLast, last) || !broad(r) && !broad(last))
		switch {
		case joined:
			list[len(list)-1].text += piece
		case last == ' ' && len(list) > 0:
			list = append(list, atom{piece, 1})
		default:
			list = append(list, atom{piece, 0})
		}
		last = r
	}
	return list
}

// fitting is how many bytes of s, at least one character, take at most width
// columns.
func fitting(s string, width int) int {
	column, end := 0, 0
	for end < len(s) {
		_, size := utf8.DecodeRuneInString(s[end:])
		column += escape.Width(s[end : end+size])
		if end > 0 && column > width {
			break
		}
		end += size
	}
	return end
}

// broad reports whether a line may end beside r: it is Chinese, or a mark of
// Chinese that terminals print narrow.
func broad(r rune) bool {
	return strings.ContainsRune("“”‘’…—·", r) || r >= utf8.RuneSelf && escape.Width(string(r)) == 2
}

func endsBroad(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return broad(r)
}

func beginsBroad(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return broad(r)
}
