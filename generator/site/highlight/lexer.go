package highlight

import (
	"strings"

	"github.com/alecthomas/chroma/v2"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// Lexer is the lexer "gongwen" for chroma and its formatters. The tokens of a text,
// joined, are the text, byte for byte.
//
// It is not made of regular expressions: those of chroma work on characters,
// which would turn broken encodings into others, and backtrack. Headings and
// figures are read by the packages that read them for the site, the figures by
// words.
func Lexer(words *lexicon.Lexicon) chroma.Lexer { return &lexer{words: words} }

// LexerOf is Lexer for one line, without its line break, of which the figures are
// known: spans of the line by where they begin.
func LexerOf(figures []report.Span) chroma.Lexer { return &lexer{figures: figures, known: true} }

type lexer struct {
	words   *lexicon.Lexicon // nil where the figures are known
	figures []report.Span
	known   bool
}

// Config names the lexer.
func (*lexer) Config() *chroma.Config {
	return &chroma.Config{Name: "gongwen", Aliases: []string{"gongwen", "公文"}, Filenames: []string{"*.txt"}}
}

// Tokenise reads text line by line. As chroma has it, line breaks become line
// feeds unless the options say otherwise.
func (l *lexer) Tokenise(options *chroma.TokeniseOptions, text string) (chroma.Iterator, error) {
	if options == nil || options.EnsureLF {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return (&cursor{rest: text, words: l.words, known: l.known, values: l.figures}).next, nil
}

// SetRegistry has nothing to set: no other lexer is needed.
func (l *lexer) SetRegistry(*chroma.LexerRegistry) chroma.Lexer { return l }

// SetAnalyser has nothing to set: nobody guesses by this lexer.
func (l *lexer) SetAnalyser(func(string) float32) chroma.Lexer { return l }

// AnalyseText is 0: that a text is a report is known, not guessed.
func (*lexer) AnalyseText(string) float32 { return 0 }

// span is a piece of a line that is no plain text.
type span struct {
	start, end int
	kind       chroma.TokenType
}

// cursor gives the tokens of a text, one line at a time.
type cursor struct {
	rest   string // the lines after this one
	line   string // with its line break
	at     int    // what is before it has been given
	title  int    // where the words of a heading end
	marks  []span // citations, dates and the like
	values []report.Span
	known  bool // values are given; all of the text is one line then
	words  *lexicon.Lexicon
	finder *figure.Finder // by the words; made when first needed
	pairs  pairs
}

// next gives the next token, chroma.EOF after the last.
func (c *cursor) next() chroma.Token {
	if c.at == len(c.line) {
		if c.rest == "" {
			return chroma.EOF
		}
		c.read()
	}
	t, ok := c.mark()
	switch {
	case ok && t.start == c.at:
	case 0 < c.at && c.at < c.title: // not the white space before the number
		t = span{c.at, min(t.start, c.title), Title}
	default:
		t = span{c.at, t.start, Text}
	}
	c.at = t.end
	return chroma.Token{Type: t.kind, Value: c.line[t.start:t.end]}
}

// mark is the next piece that is no plain text; without one, a span that begins
// at the end of the line.
func (c *cursor) mark() (span, bool) {
	for len(c.marks) > 0 && c.marks[0].start < c.at {
		c.marks = c.marks[1:]
	}
	for len(c.values) > 0 && c.values[0].Start < c.at { // part of a mark, or one of several figures in the same words
		c.values = c.values[1:]
	}
	switch {
	case len(c.values) > 0 && (len(c.marks) == 0 || c.values[0].Start < c.marks[0].start):
		return span{c.values[0].Start, c.values[0].End, Figure}, true
	case len(c.marks) > 0:
		return c.marks[0], true
	}
	return span{start: len(c.line)}, false
}

// read takes the next line.
func (c *cursor) read() {
	c.line, c.rest = c.rest, ""
	words := c.line
	if i := strings.IndexByte(c.line, '\n'); i >= 0 && !c.known {
		c.line, c.rest = c.line[:i+1], c.line[i+1:]
		words = strings.TrimSuffix(c.line[:i], "\r")
	}
	c.at, c.title = 0, 0
	c.marks = c.pairs.list[:0]
	start, end := outline.Number(words)
	if end > 0 {
		c.marks = append(c.marks, span{start, end, Heading})
		c.title = titleEnd(words, end)
	}
	if !c.known {
		if c.finder == nil {
			c.finder = figure.NewFinder(c.words)
		}
		c.values = c.finder.Spans(words, end)
	}
	c.marks = c.pairs.find(c.marks, words, end)
}

// longestHeading bounds the words of a heading, in bytes.
const longestHeading = 120

// titleEnd is where the words of a heading end that has its number up to start:
// at the end of the line or, when the text runs on, before the first 。. A
// numbered sentence has no such words, and gives 0.
func titleEnd(line string, start int) int {
	if i := strings.Index(line[start:min(len(line), start+longestHeading+len("。"))], "。"); i >= 0 {
		if strings.TrimSpace(line[start+i+len("。"):]) == "" {
			return 0
		}
		return start + i
	}
	if len(line)-start > longestHeading {
		return 0
	}
	return len(line)
}
