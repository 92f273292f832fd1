// Package escape makes the characters of a report harmless where they are
// shown: in the Markdown and HTML of a page (Text, Attr) and on a terminal
// (Visible, Glyph), and in JSON. What is not seen but acts is made visible; nothing else
// changes.
package escape

import "unicode/utf8"

// A page's text is written as Markdown in which no character means anything
// to Markdown, HTML or Hugo. One escaping serves paragraphs, headings and HTML
// table cells alike: a character that could act is written as a numeric
// character reference, which every one of them turns back into that character
// and none of them reads as syntax. Hugo looks for shortcodes, dividers and
// front matter in the raw bytes before Markdown is parsed; the references hold
// no brace and no angle bracket, so there is nothing to find.
//
// Safe as they are: letters, digits, everything beyond ASCII that is not a
// control, a single space between them, and the few marks in plain. A run of
// text never holds a line break, so that a block is one line of Markdown and
// nothing in it ever begins a line but what the generator put there.

// plain marks the ASCII bytes that stand for themselves. A dot or comma
// between digits is let through besides.
var plain = func() (t [256]bool) {
	for c := '0'; c <= '9'; c++ {
		t[c] = true
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = true, true
	}
	t['%'], t['/'], t[';'], t['?'] = true, true, true, true
	return t
}()

// Text appends s for the body of a page, whether Markdown or HTML reads it.
// Controls are wrapped, so that they are visible and cannot act on what stands
// beside them:
//
//	<bdi class="c" data-c="U+202E">…</bdi>
//
// A line break within s becomes one line feed, as HTML has it; U+0000, which
// HTML cannot hold, becomes U+FFFD inside the wrapping.
func Text(b []byte, s string) []byte { return appendEscaped(b, s, true) }

// Attr appends s for the value of an attribute in double quotes.
func Attr(b []byte, s string) []byte { return appendEscaped(b, s, false) }

func appendEscaped(b []byte, s string, wrap bool) []byte {
	done := 0 // what is before it has been appended
	for i := 0; i < len(s); {
		for Han(s, i) {
			i += 3
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if plain[c] {
				for i++; i < len(s) && plain[s[i]]; i++ {
				}
				continue
			}
			if (c == ' ' && inner(s, i)) || ((c == '.' || c == ',') && betweenDigits(s, i)) {
				i++
				continue
			}
			b = append(b, s[done:i]...)
			switch {
			case c == '\r' || c == '\n':
				if c == '\r' && i+1 < len(s) && s[i+1] == '\n' {
					i++
				}
				b = append(b, "&#10;"...)
			case c < ' ' && c != '\t' || c == 0x7f:
				b = appendControl(b, rune(c), wrap)
			default:
				b = appendReference(b, rune(c))
			}
			i++
			done = i
			continue
		}
		if Mark(s, i) {
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || Control(r) {
			b = append(b, s[done:i]...)
			if n == 1 {
				b = append(b, "\uFFFD"...)
			} else {
				b = appendControl(b, r, wrap)
			}
			done = i + n
		}
		i += n
	}
	return append(b, s[done:]...)
}

// Han reports whether one of the three-byte characters of which nearly all
// Chinese text is made begins at s[i]. Their first bytes are E4 to E9; none of
// them is a control, and any two continuation bytes complete them.
func Han[S ~string | ~[]byte](s S, i int) bool {
	if i < 0 || i >= len(s)-2 { // as the compiler needs it to be sure of the indexes
		return false
	}
	return s[i]-0xE4 <= 0xE9-0xE4 && continues(s[i+1]) && continues(s[i+2])
}

// continues tells the bytes that are not the first of a character, 80 to BF.
func continues(c byte) bool { return int8(c) < -0x40 }

// Seen reports whether s is all of printing ASCII, ideographs and the punctuation of
// Chinese text, as nearly every string is. None of them is a control or a format
// character; where it is false, nothing is known.
func Seen(s string) bool {
	for i := 0; i < len(s); {
		switch {
		case Han(s, i) || Mark(s, i):
			i += 3
		case ' ' <= s[i] && s[i] < 0x7f:
			i++
		default:
			return false
		}
	}
	return true
}

// Mark reports whether a punctuation mark of Chinese text begins at s[i], which has
// three bytes: 、 。 《, which are among U+3001 to U+303F, the full-width forms from
// U+FF00 to U+FF7F, or one of U+2010 to U+201F, such as — and “. None of them is a
// control or white space.
func Mark(s string, i int) bool {
	if i < 0 || i >= len(s)-2 || !continues(s[i+2]) {
		return false
	}
	switch second := s[i+1]; s[i] {
	case 0xE2:
		return second == 0x80 && 0x90 <= s[i+2] && s[i+2] <= 0x9F
	case 0xE3:
		return second == 0x80 && s[i+2] != 0x80
	case 0xEF:
		return second == 0xBC || second == 0xBD
	}
	return false
}

// Control tells the characters that are not seen but change how others are:
// C0 and C1 controls, bidirectional controls, zero-width and other invisible
// format characters, and the two separators that break lines.
func Control(r rune) bool {
	switch {
	case r < 0x80:
		return r < 0x20 || r == 0x7f
	case r <= 0x9f, r == 0xad, r == 0x061c, r == 0x180e, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// inner tells a space that neither Markdown nor Hugo would strip.
func inner(s string, i int) bool {
	return i > 0 && i+1 < len(s) && s[i-1] > ' ' && s[i+1] > ' '
}

func betweenDigits(s string, i int) bool {
	return i > 0 && i+1 < len(s) && digit(s[i-1]) && digit(s[i+1])
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

const upperHex = "0123456789ABCDEF"

func appendControl(b []byte, r rune, wrap bool) []byte {
	if wrap {
		b = append(b, `<bdi class="c" data-c="U+`...)
		started := false
		for shift := 20; shift >= 0; shift -= 4 {
			d := r >> shift & 0xf
			if started = started || d != 0 || shift == 12; started {
				b = append(b, upperHex[d])
			}
		}
		b = append(b, `">`...)
	}
	if r == 0 {
		r = utf8.RuneError
	}
	if r < 0x80 {
		b = appendReference(b, r)
	} else { // a reference to 0x80–0x9F would mean another character to HTML
		b = utf8.AppendRune(b, r)
	}
	if wrap {
		b = append(b, "</bdi>"...)
	}
	return b
}

// appendReference appends the numeric reference of an ASCII character.
func appendReference(b []byte, r rune) []byte {
	b = append(b, '&', '#')
	if r >= 100 {
		b = append(b, byte('0'+r/100))
	}
	if r >= 10 {
		b = append(b, byte('0'+r/10%10))
	}
	return append(b, byte('0'+r%10), ';')
}
