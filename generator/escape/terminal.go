package escape

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// tabStop is how far apart tabs are printed, in columns.
const tabStop = 4

// Glyph is how the first character of s, which begins in column from 0, is
// printed, how many columns that takes, and the bytes it is made of. Nothing
// printed acts on a terminal: control and format characters, among them those
// that turn the direction of writing, are named instead.
func Glyph(s string, column int) (shown string, width, size int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '\t':
		width = tabStop - column%tabStop
		return strings.Repeat(" ", width), width, size
	case r == utf8.RuneError && size == 1:
		return "\uFFFD", 1, size
	case r < 0x20:
		return string(0x2400 + r), 1, size // ␀ ␛ …
	case r == 0x7F:
		return "␡", 1, size
	case Hidden(r):
		shown = fmt.Sprintf("⟨U+%04X⟩", r)
		return shown, Width(shown), size
	}
	return s[:size], terminal.RuneWidth(r), size
}

// terminal measures as terminals in use do: Chinese takes two columns, the
// quotation marks that Unicode calls ambiguous one. The environment is not
// asked, so that the same findings print the same.
var terminal = &runewidth.Condition{StrictEmojiNeutral: true}

// Width is how many columns s takes on a terminal.
func Width(s string) int { return terminal.StringWidth(s) }

// Hidden reports whether r prints nothing of its own on a terminal or moves
// what is printed around it.
func Hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp) ||
		r == '\u115F' || r == '\u1160' || r == '\u3164' || r == '\uFFA0' // fillers
}

// Visible is s with every character that could act on a terminal named.
func Visible(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < 0x20 || r == utf8.RuneError || Hidden(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for column := 0; s != ""; {
		shown, width, size := Glyph(s, column)
		b.WriteString(shown)
		column += width
		s = s[size:]
	}
	return b.String()
}
