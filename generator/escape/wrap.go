package escape

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Wrap breaks s, a text without line breaks, into lines of at most width columns
// of a terminal, 2 at least, where Unicode allows it (UAX #14): between Chinese characters and at spaces, but not before or after the
// marks that forbid it. A word of letters or an id, such as heading-gap, stays
// whole; what is too long without a place to break is cut.
func Wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	var line strings.Builder
	column, space := 0, ""
	next := func() {
		lines = append(lines, line.String())
		line.Reset()
		column = 0
	}
	for _, piece := range pieces(s) {
		text := strings.TrimRight(piece, " ")
		w := Width(text)
		if column > 0 && column+len(space)+w > width {
			next()
		}
		if column > 0 {
			line.WriteString(space)
			column += len(space)
		}
		for w > width { // only at the start of a line
			head := text[:fitting(text, width)]
			line.WriteString(head)
			next()
			text = text[len(head):]
			w = Width(text)
		}
		line.WriteString(text)
		column += w
		space = piece[len(strings.TrimRight(piece, " ")):]
	}
	if line.Len() > 0 || len(lines) == 0 {
		lines = append(lines, line.String())
	}
	return lines
}

// pieces parts s where a line may end. UAX #14 would part heading-|gap and
// GB/|T too, which are words here.
func pieces(s string) []string {
	var list []string
	for state := -1; s != ""; {
		var piece string
		piece, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		if n := len(list); n > 0 && isLetter(list[n-1][len(list[n-1])-1]) && isLetter(piece[0]) {
			list[n-1] += piece
		} else {
			list = append(list, piece)
		}
	}
	return list
}

// isLetter tells the characters of words of letters, with their marks and digits.
func isLetter(b byte) bool { return ' ' < b && b < utf8.RuneSelf }

// fitting is how many bytes of s, at least one character, take at most width
// columns.
func fitting(s string, width int) int {
	column, end := 0, 0
	for end < len(s) {
		_, size := utf8.DecodeRuneInString(s[end:])
		column += Width(s[end : end+size])
		if end > 0 && column > width {
			break
		}
		end += size
	}
	return end
}
