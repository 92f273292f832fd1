package highlight

import (
	"io"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"

	"mingfa/generator/escape"
)

// HTML writes tokens as <span class="…">, and those that a style has nothing to
// say of as bare text. It is chroma's formatter with classes, for the site's
// security policy allows no styles in a page, and without its own <pre> and
// numbers of lines.
var HTML chroma.Formatter = harmless{html.New(html.WithClasses(true), html.PreventSurroundingPre(true))}

// harmless makes what a formatter writes safe within an HTML block of Markdown.
// The formatter has escaped < > & and quotes; what is left is the brace, which
// may open a shortcode of Hugo's, line breaks, which may end the block, and the
// characters that change how others are shown.
type harmless struct{ chroma.Formatter }

// Format writes the tokens to w.
func (h harmless) Format(w io.Writer, style *chroma.Style, tokens chroma.Iterator) error {
	return h.Formatter.Format(harmlessWriter{w}, style, tokens)
}

// harmlessWriter takes what the formatter writes, a token at a time.
type harmlessWriter struct{ io.Writer }

func (h harmlessWriter) Write(html []byte) (int, error) {
	var out []byte
	done := 0 // what is before it is in out
	for i := 0; i < len(html); {
		r, size := utf8.DecodeRune(html[i:]) // no tag of chroma's holds a character that acts
		if r == '{' || r == '\t' || escape.Control(r) || r == utf8.RuneError && size == 1 {
			out = append(out, html[done:i]...)
			out = append(out, visible(string(html[i:i+size]))...)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return h.Writer.Write(html)
	}
	if _, err := h.Writer.Write(append(out, html[done:]...)); err != nil {
		return 0, err
	}
	return len(html), nil
}

// visible is one character that could act as escape.Text writes it. A tab, which
// stands between the cells of a table, is in an element of its own, so that it can
// be seen.
func visible(s string) []byte {
	if s == "\t" {
		return []byte(`<i class="t">&#9;</i>`)
	}
	return escape.Text(nil, s)
}
