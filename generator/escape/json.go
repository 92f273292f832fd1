package escape

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// JSON is v as encoding/json writes it, with a final line feed, in a form in which
// nothing looks like a tag or like a Hugo shortcode: <, > and & are written as
// escapes, and of the two braces that open a shortcode the second. Controls,
// bidirectional ones too, are escapes as well, so that the file itself can be
// looked at safely. It is for what a script of the site reads.
func JSON(v any) ([]byte, error) {
	b, err := encode(v, true)
	return without(b, "{{", `{\u007b`), err
}

// FrontMatter is v as JSON is, but with <, > and & as themselves, since front matter
// holds HTML. What Hugo looks for in the raw bytes of a page is a shortcode and
// <!--more-->.
func FrontMatter(v any) ([]byte, error) {
	b, err := encode(v, false)
	return without(without(b, "{{", `{\u007b`), "<!", `<\u0021`), err
}

// without writes signs that can only stand in a string of JSON in another way.
func without(b []byte, signs, as string) []byte {
	if !bytes.Contains(b, []byte(signs)) {
		return b
	}
	return bytes.ReplaceAll(b, []byte(signs), []byte(as))
}

// Data is v as a file of open data: as JSON is, but with <, >, & and braces as
// themselves.
func Data(v any) ([]byte, error) { return encode(v, false) }

func encode(v any, html bool) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(html)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return escapeControls(b.Bytes()), nil
}

// escapeControls writes the controls that encoding/json leaves as they are, those
// from U+007F on, as escapes. They can only stand in strings.
func escapeControls(b []byte) []byte {
	var out []byte
	done := 0 // what is before it is in out
	for i := 0; i < len(b); {
		switch { // as most of a text is
		case b[i] < 0x7f:
			i++
			continue
		case isIdeograph(b[i:]):
			i += 3
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if Control(r) {
			out = append(out, b[done:i]...)
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return b
	}
	return append(out, b[done:]...)
}

// isIdeograph reports whether b begins with a character of U+4000 to U+9FFF, of which
// none is a control.
func isIdeograph(b []byte) bool {
	return len(b) >= 3 && b[0] >= 0xE4 && b[0] <= 0xE9 && b[1]&0xC0 == 0x80 && b[2]&0xC0 == 0x80
}
