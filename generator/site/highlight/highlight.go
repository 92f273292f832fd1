// Package highlight colours the lines of a report for reading: numbers of
// headings, figures with their units, citations, quoted names, dates and
// document numbers. It is three things for chroma: a lexer for Chinese official
// prose (GB/T 9704-2012 for headings, dates and document numbers; GB/T
// 15835-2011 for numerals), a style, and a formatter that writes HTML with
// classes. A terminal needs none of ours: chroma's own formatter of 256 colours
// prints the same tokens in the same style.
//
//	tokens, _ := highlight.Lexer(words).Tokenise(nil, line)
//	highlight.HTML.Format(w, highlight.Style, tokens)
//
// The HTML formatter is chroma's, and adds the one thing that chroma's cannot do:
// what it writes is safe within Markdown that Hugo reads, and shows the characters
// that act without being seen. Lines with their numbers, notes and marks are the
// business of the page (site/source.go).
//
// Highlighting helps the eye and decides nothing: what counts as a figure of a
// report is the business of package figure. Time and memory are linear in the
// line, whatever the line is.
package highlight

import "github.com/alecthomas/chroma/v2"

// Kinds of tokens, and beside each its class in HTML.
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
