package figure

import (
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Finder tells where on a line of prose figures stand, by the rules that
// Extract reads them by but without what only a whole report can tell. It is for
// one goroutine.
type Finder struct {
	scanner scanner
	spans   []report.Span
}

// NewFinder makes a finder that reads by the words of a lexicon.
func NewFinder(lex *lexicon.Lexicon) *Finder {
	return &Finder{scanner: scanner{grammar: grammar{lex}}}
}

// Spans are the figures of line from byte start on, each from the word of
// approximation before its numeral to the end of its unit, in order. They hold
// until the next call.
func (f *Finder) Spans(line string, start int) []report.Span {
	f.spans = f.spans[:0]
	f.scanner.block(line, start, len(line))
	for i := range f.scanner.marks {
		m := &f.scanner.marks[i]
		f.spans = append(f.spans, report.Span{Start: m.start, End: m.end})
	}
	return f.spans
}
