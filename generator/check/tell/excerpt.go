package tell

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters"

	"mingfa/generator/escape"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/site/highlight"
)

// quoted is where in its line the words of a finding stand, in bytes: the first
// line of the quote, or the one character at its column when the line does not
// bear them out.
func quoted(f report.Finding) (start, end int) {
	start = offset(f.Excerpt, f.Column-1)
	if q := firstLine(f.Quote); q != "" && strings.HasPrefix(f.Excerpt[start:], q) {
		return start, start + len(q)
	}
	_, size := utf8.DecodeRuneInString(f.Excerpt[start:])
	return start, start + size
}

// words are the words of a finding as every format repeats them: the first line of
// its quote.
func words(f report.Finding) string {
	if f.Excerpt == "" || f.Column < 1 {
		return firstLine(f.Quote)
	}
	start, end := quoted(f)
	return f.Excerpt[start:end]
}

// excerpt is the line that a finding is about, cut to at most so many columns
// around the words in question, and carets that stand under them. Both are ""
// when the finding holds no line. The line is in colours, its figures read by
// words, unless words is nil.
func excerpt(f report.Finding, columns int, words *lexicon.Lexicon) (line, carets string) {
	if f.Excerpt == "" || f.Column < 1 {
		return "", ""
	}
	start, end := quoted(f)
	from := windowStart(f.Excerpt, start, end, columns)
	kinds := plain
	if words != nil && !strings.HasSuffix(f.File, ".toml") { // settings are no prose
		kinds = kindsOf(f.Excerpt, from, columns, words)
	}
	var shown []chroma.Token
	show := func(i int, text string) {
		if kind := kinds(i); len(shown) > 0 && shown[len(shown)-1].Type == kind {
			shown[len(shown)-1].Value += text
		} else {
			shown = append(shown, chroma.Token{Type: kind, Value: text})
		}
	}
	var under strings.Builder
	column := 0
	if from > 0 {
		show(from, "…")
		under.WriteString(" ")
		column = 1
	}
	for i := from; i < len(f.Excerpt); {
		text, w, size := escape.Glyph(f.Excerpt[i:], column)
		if column+w > columns-1 { // one column for … at the end
			show(i, "…")
			break
		}
		show(i, text)
		switch {
		case i >= start && i < end:
			under.WriteString(strings.Repeat("^", w))
		case i < start:
			under.WriteString(strings.Repeat(" ", w))
		}
		column += w
		i += size
	}
	carets = strings.TrimRight(under.String(), " ")
	if carets == "" { // nothing to stand under: the end of a line, or a character without width
		carets = under.String() + "^"
	}
	return paint(shown), carets
}

// paint is tokens as a terminal shows them; tokens that are no prose have no
// colour.
func paint(tokens []chroma.Token) string {
	var b strings.Builder
	_ = formatters.TTY256.Format(&b, highlight.Style, chroma.Literator(tokens...))
	return b.String()
}

// contextBytes is how many bytes of a line are read beside its excerpt, so that a
// citation that is cut has its colour, and a line of any length costs no more. What
// seems to be a heading where they begin ends long before the excerpt.
const contextBytes = 600

// plain says of each byte of a line that it is plain text.
func plain(int) chroma.TokenType { return highlight.Text }

// kindsOf tells the kind of token that each byte of a line belongs to, for bytes of
// the excerpt that begins at from, in their order.
func kindsOf(text string, from, columns int, words *lexicon.Lexicon) func(i int) chroma.TokenType {
	start, end := max(0, from-contextBytes), min(len(text), from+contextBytes+utf8.UTFMax*columns)
	next, err := highlight.Lexer(words).Tokenise(nil, text[start:end])
	if err != nil {
		panic(err) // the lexer gives none
	}
	token := next()
	reached := start + len(token.Value)
	return func(i int) chroma.TokenType {
		for reached <= i && token != chroma.EOF {
			token = next()
			reached += len(token.Value)
		}
		return token.Type
	}
}

// windowStart is where a line that is too long is cut at the left, so that the
// words from start are shown with a third of the width before them.
func windowStart(s string, start, end, width int) int {
	if fits(s[:end], width-2) {
		return 0
	}
	column, from := 0, start
	for from > 0 {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		column += max(1, escape.Width(s[from-size:from]))
		if column > width/3 {
			break
		}
		from -= size
	}
	return from
}

// fits reports whether s takes at most width columns, without measuring the
// whole of a long one.
func fits(s string, width int) bool {
	for column := 0; s != ""; {
		_, w, size := escape.Glyph(s, column)
		if column += w; column > width {
			return false
		}
		s = s[size:]
	}
	return true
}

// offset is the byte offset of the n-th character of s, counted from 0.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}
