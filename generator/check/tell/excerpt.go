package tell

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"

	"mingfa/generator/escape"
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

// excerpt is the line that a finding is about, cut to at most opt.Width columns
// around the words in question, and carets that stand under them. Both are ""
// when the finding holds no line.
func excerpt(f report.Finding, opt Options) (line, carets string) {
	if f.Excerpt == "" || f.Column < 1 {
		return "", ""
	}
	start, end := quoted(f)
	from := windowStart(f.Excerpt, start, end, opt.Width)
	shown := painter{}
	if opt.Color && !strings.HasSuffix(f.File, ".toml") { // settings are no prose
		shown.read(f.Excerpt, from, opt.Width)
	}
	var under strings.Builder
	column := 0
	if from > 0 {
		shown.add(from, "…")
		under.WriteString(" ")
		column = 1
	}
	for i := from; i < len(f.Excerpt); {
		text, w, size := escape.Glyph(f.Excerpt[i:], column)
		if column+w > opt.Width-1 { // one column for … at the end
			shown.add(i, "…")
			break
		}
		shown.add(i, text)
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
	return shown.String(), carets
}

// painter writes an excerpt in the colours of highlight. Without any to read it
// writes plain text.
type painter struct {
	tokens []highlight.Token // those not yet reached
	end    int               // of the token that is being written, in the line
	kind   chroma.TokenType
	piece  strings.Builder // of one kind
	done   strings.Builder
}

// contextBytes is how many bytes of a line are read beside its excerpt, so that a
// citation that is cut has its colour, and a line of any length costs no more.
const contextBytes = 600

// read finds the colours of the excerpt of line that begins at from.
func (p *painter) read(line string, from, width int) {
	start, end := max(0, from-contextBytes), min(len(line), from+contextBytes+utf8.UTFMax*width)
	for start > 0 && !utf8.RuneStart(line[start]) {
		start--
	}
	for end < len(line) && !utf8.RuneStart(line[end]) {
		end++
	}
	p.tokens, p.end = highlight.Line(line[start:end]), start
	if start == 0 {
		return
	}
	for i, t := range p.tokens { // what begins here does not begin the line
		if t.Kind == highlight.Heading || t.Kind == highlight.Title {
			p.tokens[i].Kind = highlight.Text
		}
	}
}

// add writes what is shown of the character at i of the line.
func (p *painter) add(i int, shown string) {
	kind := p.kind
	for p.end <= i && len(p.tokens) > 0 {
		kind = p.tokens[0].Kind
		p.end += len(p.tokens[0].Text)
		p.tokens = p.tokens[1:]
	}
	if kind != p.kind {
		p.flush()
		p.kind = kind
	}
	p.piece.WriteString(shown)
}

func (p *painter) flush() {
	p.done.WriteString(highlight.Paint(p.kind, p.piece.String()))
	p.piece.Reset()
}

func (p *painter) String() string {
	p.flush()
	return p.done.String()
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
