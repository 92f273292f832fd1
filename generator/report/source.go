package report

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets into Source.Text.
type Span struct{ Start, End int }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Source is a report as its body issued it. Text is never changed after it
// has been read: everything a later stage finds is a Span of it.
type Source struct {
	Path     string // as the user named it, with slashes
	SHA256   string // of the file's bytes, lower-case hexadecimal
	Format   string // what the file is by its bytes: "txt", "docx", "html" …
	Encoding string // of a text: "utf-8", "gb18030" …; "" where the format says it
	Reader   string // what read a file that is no text: "mingfa 1", "LibreOffice 24.2"; "" for a text
	Size     int    // of the file, in bytes
	Text     string // the decoded text, without its byte order mark; of a document, what Document.Text gives
	Raw      []byte // the file's bytes

	Document  *Document // nil for a text
	Spans     []Span    // where in Text the document's passages stand
	Converted []byte    // the .docx that the text was read from, where another program made one of Raw

	lines []int // offset of the first byte of each line
}

// NewSource returns a source whose lines are indexed. A line ends at \n, \r\n
// or a lone \r.
func NewSource(path, text string) *Source {
	return &Source{Path: path, Format: "txt", Encoding: "utf-8", Size: len(text), Text: text, lines: lineStarts(text)}
}

// lineStarts is where each line of text begins.
func lineStarts(text string) []int {
	lines := make([]int, 1, strings.Count(text, "\n")+2)
	for start := 0; ; {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		for n := strings.IndexByte(text[start:end], '\r'); n >= 0; n = strings.IndexByte(text[start:end], '\r') {
			start += n + 1
			if start < end || end == len(text) { // not of \r\n
				lines = append(lines, start)
			}
		}
		if end == len(text) {
			return lines
		}
		start = end + 1
		lines = append(lines, start)
	}
}

// Slice is the text of a span.
func (s *Source) Slice(sp Span) string { return s.Text[sp.Start:sp.End] }

// Lines is the number of lines; a text that ends in a line break has an empty
// last one.
func (s *Source) Lines() int { return len(s.lines) }

// LineSpan is the span of line n, counted from 1, without its line break.
func (s *Source) LineSpan(n int) Span {
	start, end := s.lines[n-1], len(s.Text)
	if n < len(s.lines) {
		end = s.lines[n]
	}
	for end > start && (s.Text[end-1] == '\n' || s.Text[end-1] == '\r') {
		end--
	}
	return Span{start, end}
}

// Line is the number, counted from 1, of the line that holds offset.
func (s *Source) Line(offset int) int {
	return sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
}

// Position is the line and the column of offset, both counted from 1; the
// column counts characters, not bytes.
func (s *Source) Position(offset int) (line, column int) {
	line = s.Line(offset)
	return line, utf8.RuneCountInString(s.Text[s.lines[line-1]:offset]) + 1
}

// Name is the file's name without its folders.
func (s *Source) Name() string { return s.Path[strings.LastIndexByte(s.Path, '/')+1:] }

// Flagged is where the words of a flag of the document stand in the text, or,
// empty, where they would stand if they were printed; ok is false for a flag of
// the whole file.
func (s *Source) Flagged(f *Flag) (sp Span, ok bool) {
	at, ok := s.Document.Find(f.At, s.Spans)
	if !ok {
		return Span{}, false
	}
	for at > 0 && at < len(s.Text) && !utf8.RuneStart(s.Text[at]) { // a place of a reader at fault
		at--
	}
	sp = Span{at, at}
	if end := at + len(f.Quote); f.Printed && end <= len(s.Text) && strings.Map(inLine, f.Quote) == strings.Map(inLine, s.Text[at:end]) {
		if n := strings.IndexByte(s.Text[at:end], '\n'); n >= 0 { // a finding is about one line
			end = at + n
		}
		sp.End = end
	}
	return sp, true
}
