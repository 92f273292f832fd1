// Package highlight colours the lines of a report for reading: numbers of
// headings, figures with their units, citations, quoted names, dates and
// document numbers. It is a chroma lexer for Chinese official prose
// (GB/T 9704-2012 for headings, dates and document numbers; GB/T 15835-2011 for
// numerals) and two ways of printing what it finds: HTML and a terminal.
//
// Highlighting helps the eye and decides nothing: what counts as a figure of a
// report is the business of package figure. Time and memory are linear in the
// line, whatever the line is.
package highlight

import (
	"github.com/alecthomas/chroma/v2"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// Kinds of tokens, and beside each its class in HTML, which is chroma's.
const (
	Text     = chroma.Text                // none
	Heading  = chroma.GenericHeading      // gh: 一、 （一） 1. （1） 第一，
	Title    = chroma.GenericSubheading   // gu: the words of a heading
	Figure   = chroma.LiteralNumber       // m:  2075起, 96%, 25.63万元
	Citation = chroma.LiteralString       // s:  《…》
	Quoted   = chroma.LiteralStringDouble // s2: “…”
	Date     = chroma.LiteralDate         // ld: 2023年, 2023年3月1日
	Number   = chroma.NameConstant        // no: 〔2024〕12号
)

// Token is a piece of a line.
type Token struct {
	Kind chroma.TokenType
	Text string
}

// Line is a line in pieces. Joined they are the line, byte for byte.
func Line(text string) []Token { return tokens(&cursor{rest: text}) }

// LineOf is Line for one of which the figures are known: spans of the line by
// where they begin.
func LineOf(line string, figures []report.Span) []Token {
	return tokens(&cursor{rest: line, known: true, values: figures})
}

func tokens(c *cursor) []Token {
	var list []Token
	for {
		t := c.next()
		if t == chroma.EOF {
			return list
		}
		list = append(list, Token{t.Type, t.Value})
	}
}

// HTML appends a line to b as HTML that is safe within Markdown as well: its
// text as escape.Text writes it, what is no plain text in <span class="…">.
// The figures are spans of the line by where they begin. A line break within
// the line is a character of it.
func HTML(b []byte, line string, figures []report.Span) []byte {
	return new(Writer).HTML(b, line, figures)
}

// Writer writes many lines, and takes memory for the first ones only. Its zero
// value is ready to use.
type Writer struct{ c cursor }

// HTML appends a line as the function of that name does.
func (w *Writer) HTML(b []byte, line string, figures []report.Span) []byte {
	c := &w.c
	c.rest, c.known, c.values = line, true, figures
	for {
		t := c.next()
		if t == chroma.EOF {
			return b
		}
		class := Class(t.Type)
		if class == "" {
			b = escape.Text(b, t.Value)
			continue
		}
		b = append(append(append(b, `<span class="`...), class...), `">`...)
		b = append(escape.Text(b, t.Value), "</span>"...)
	}
}

// Class is the class of a kind in HTML, "" for plain text.
func Class(kind chroma.TokenType) string {
	switch kind { // a map look-up for every token would show
	case Text:
		return ""
	case Heading:
		return "gh"
	case Title:
		return "gu"
	case Figure:
		return "m"
	case Citation:
		return "s"
	case Quoted:
		return "s2"
	case Date:
		return "ld"
	case Number:
		return "no"
	}
	return chroma.StandardTypes[kind]
}
