package escape

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// A page's text is written as HTML in a Markdown file: one block of HTML, which
// Markdown hands on as it is as long as no line of it is blank. One escaping serves
// paragraphs, headings, table cells and attributes alike: what is syntax to HTML is
// written as a character reference, and so is a brace, since Hugo looks for
// shortcodes in the raw bytes before it knows of any HTML.
//
// A run of text never holds a line break, so that nothing in it begins a line or
// leaves one blank.

// Text appends s for the body of a page. Controls are wrapped, so that they are
// visible and cannot act on what stands beside them:
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
		if isHarmless(r) {
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
		case syntax[r] != "":
			b = append(b, syntax[r]...)
		case wrap && Control(r):
			b = fmt.Appendf(b, `<bdi class="c" data-c="U+%04X">`, r)
			b = append(appendReference(b, r), "</bdi>"...)
		default:
			b = appendReference(b, r) // of a byte that is no character: U+FFFD
		}
	}
	return append(b, s[done:]...)
}

// isHarmless reports whether r may stand as itself.
func isHarmless(r rune) bool {
	switch r {
	case '&', '<', '>', '"', '{', utf8.RuneError:
		return false
	}
	return r == '\t' || !Control(r)
}

// syntax is how characters are written that mean something to HTML or to Hugo.
var syntax = map[rune]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", '{': "&#123;"}

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
