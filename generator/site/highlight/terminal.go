package highlight

import (
	"strconv"
	"strings"

	"github.com/alecthomas/chroma/v2"

	"mingfa/generator/escape"
)

// palette has of each kind the parameters of its escape sequence (ECMA-48,
// SGR). The colours are some of the 256 of xterm that can be read on white and
// on black alike; a heading is bold, so that it needs none.
func palette(kind chroma.TokenType) string {
	switch kind {
	case Heading, Title:
		return "1"
	case Figure:
		return indexed(brown)
	case Citation:
		return indexed(green)
	case Quoted:
		return indexed(violet)
	case Date, Number:
		return indexed(blue)
	}
	return ""
}

// Numbers of colours, with what they are made of.
const (
	blue   = 27  // 0000 5F FF
	green  = 29  // 00 87 5F
	violet = 97  // 87 5F AF
	brown  = 130 // AF 5F 00
)

func indexed(color int) string { return "38;5;" + strconv.Itoa(color) }

// Paint is s, which holds nothing that acts on a terminal, in the colour of a
// kind.
func Paint(kind chroma.TokenType, s string) string {
	code := palette(kind)
	if code == "" || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Terminal is a line as a terminal shows it: no character of it acts on the
// terminal, and with color its pieces are coloured.
func Terminal(line string, color bool) string {
	if !color {
		return escape.Visible(line)
	}
	var b, piece strings.Builder
	column := 0
	for _, t := range Line(line) {
		piece.Reset()
		for s := t.Text; s != ""; {
			shown, width, size := escape.Glyph(s, column)
			piece.WriteString(shown)
			column += width
			s = s[size:]
		}
		b.WriteString(Paint(t.Kind, piece.String()))
	}
	return b.String()
}
