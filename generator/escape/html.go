package escape

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A page's text is written as Markdown in which no character means anything
// to Markdown, HTML or Hugo. One escaping serves paragraphs, headings and HTML
// table cells alike: a character that could act is written as a numeric
// character reference, which every one of them turns back into that character
// and none of them reads as syntax. Hugo looks for shortcodes, dividers and
// front matter in the raw bytes before Markdown is parsed; the references hold
// no brace and no angle bracket, so there is nothing to find.
//
// A run of text never holds a line break, so that a block is one line of
// Markdown and nothing in it ever begins a line but what the generator put
// there.

// Text appends s for the body of a page, whether Markdown or HTML reads it.
// Controls are wrapped, so that they are visible and cannot act on what stands
// beside them:
//
//	<bdi class="c" data-c="U+202E">…</bdi>
//
// A line break in s becomes one line feed, as HTML has it; U+0000, which HTML
// cannot hold, becomes U+FFFD inside the wrapping.
func Text(b []byte, s string) []byte { return appendEscaped(b, s, true) }

// Attr appends s for the value of an attribute in double quotes.
func Attr(b []byte, s string) []byte { return appendEscaped(b, s, false) }

func appendEscaped(b []byte, s string, wrap bool) []byte {
	done := 0 // what is before it has been appended
	for i, r := range s {
		if r != utf8.RuneError && harmless(s, i, r) {
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		b = append(b, s[done:i]...)
		done = i + size
		switch {
		case r == '\n' && i > 0 && s[i-1] == '\r':
			// The carriage return has been written for both.
		case r == '\r' || r == '\n':
			b = append(b, "&#10;"...)
		case wrap && r != '\t' && Control(r):
			b = fmt.Appendf(b, `<bdi class="c" data-c="U+%04X">`, r)
			b = append(appendReference(b, r), "</bdi>"...)
		default:
			b = appendReference(b, r) // of a byte that is no character: U+FFFD
		}
	}
	return append(b, s[done:]...)
}

// harmless reports whether r, which stands at s[i], may stand as itself: a letter
// or a digit, a character beyond ASCII that is no control, a few marks, a single
// space between words, and a dot or comma between digits.
func harmless(s string, i int, r rune) bool {
	switch {
	case r >= utf8.RuneSelf:
		return !Control(r)
	case digit(byte(r)), 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
		return true
	case i == 0 || i == len(s)-1:
		return strings.ContainsRune(marks, r)
	case r == ' ':
		return s[i-1] > ' ' && s[i+1] > ' '
	case r == '.' || r == ',':
		return digit(s[i-1]) && digit(s[i+1])
	}
	return strings.ContainsRune(marks, r)
}

// marks are the ASCII marks that mean nothing to Markdown, HTML or Hugo.
const marks = "%/;?"

func digit(c byte) bool { return '0' <= c && c <= '9' }

// appendReference appends the numeric character reference of r. HTML takes none
// to U+0000, which becomes U+FFFD, and takes those to U+0080 to U+009F for other
// characters, so that what is beyond ASCII stands as itself.
func appendReference(b []byte, r rune) []byte {
	switch {
	case r == 0:
		return utf8.AppendRune(b, utf8.RuneError)
	case r >= utf8.RuneSelf:
		return utf8.AppendRune(b, r)
	}
	return append(strconv.AppendInt(append(b, "&#"...), int64(r), 10), ';')
}
