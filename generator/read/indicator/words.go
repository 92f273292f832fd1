package indicator

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// gap in a phrase stands for any words between its parts: 培训…执法人员.
const gap = "…"

// hole stands where a numeral was, so that the words before and after it do
// not read as one.
const hole = '\x00'

// plain is a text in the form that phrases are compared in: without quotation
// marks, title marks and white space, ASCII in half width and lower case.
func plain(s string) string { return string(appendPlain(nil, s)) }

// appendPlain appends plain(s) to b.
func appendPlain(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '\u3000' || r <= ' ' || strings.ContainsRune(`"'“”‘’「」『』《》〈〉`, r):
			continue
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		if r < utf8.RuneSelf {
			r = unicode.ToLower(r)
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// sources of a figure's own words.
const (
	inLabel = iota
	inQuote
	sources
)

// words is what a figure says of itself, in plain form: its label, and the
// part of its quote that belongs to it and to no other figure.
type words [sources][]byte

// fill sets w for the figure with index i.
func (w *words) fill(r *report.Report, i int) {
	f := &r.Figures[i]
	w[inLabel] = appendPlain(w[inLabel][:0], f.Label)
	w[inQuote] = w[inQuote][:0]
	if r.Source == nil || !f.QuoteSpan.Contains(f.Span) || f.QuoteSpan.End > len(r.Source.Text) || f.QuoteSpan.Len() == 0 {
		w[inQuote] = appendPlain(w[inQuote], f.Quote) // a figure made by hand
		return
	}
	own := ownSpan(r, i)
	text := r.Source.Text
	before := text[own.Start:f.Span.Start]
	if i+1 < len(r.Figures) && r.Figures[i+1].QuoteSpan == f.QuoteSpan && strings.Contains(before, "分别") {
		before = "" // a list, of which the label says the item
	}
	w[inQuote] = appendPlain(w[inQuote], before)
	w[inQuote] = append(w[inQuote], hole)
	w[inQuote] = appendPlain(w[inQuote], text[f.Span.End:own.End])
}

// dividers end the words that belong to a numeral, within a quote; stops end a
// sentence.
var dividers, stops = marksOf("、，,；;。：:\t\n\r"), marksOf("。！？\n")

// marks is a set of characters that are looked for by their first or last
// bytes, which most of a text's bytes are not.
type marks struct {
	all          string
	first, final [256]bool
}

func marksOf(all string) *marks {
	m := &marks{all: all}
	for _, r := range all {
		s := string(r)
		m.first[s[0]], m.final[s[len(s)-1]] = true, true
	}
	return m
}

// index is where the first of the marks in s stands, -1 when there is none.
func (m *marks) index(s string) int {
	for i := 0; i < len(s); i++ {
		if m.first[s[i]] {
			if r, _ := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune(m.all, r) {
				return i
			}
		}
	}
	return -1
}

// last is where the last one stands, -1 when there is none.
func (m *marks) last(s string) int {
	for end := len(s); end > 0; end-- {
		if m.final[s[end-1]] {
			if r, size := utf8.DecodeLastRuneInString(s[:end]); strings.ContainsRune(m.all, r) {
				return end - size
			}
		}
	}
	return -1
}

// ownSpan is the part of the quote around the numeral that reaches to the next
// comma or the next numeral.
func ownSpan(r *report.Report, i int) report.Span {
	f := &r.Figures[i]
	own, text := f.QuoteSpan, r.Source.Text
	if i > 0 && within(r.Figures[i-1].Span, own.Start, f.Span.Start) {
		own.Start = r.Figures[i-1].Span.End
		own.Start += conjunction(text[own.Start:f.Span.Start])
	}
	if i+1 < len(r.Figures) && within(r.Figures[i+1].Span, f.Span.End, own.End) {
		own.End = r.Figures[i+1].Span.Start
		if at := conjunction(text[f.Span.End:own.End]); at > 0 {
			own.End = f.Span.End + at
		}
	}
	own.Start += lastDivider(text[own.Start:f.Span.Start])
	if at := dividers.index(text[f.Span.End:own.End]); at >= 0 {
		own.End = f.Span.End + at
	}
	return own
}

func within(sp report.Span, start, end int) bool { return sp.Start >= start && sp.End <= end }

// conjunction is where the last 和, 及 or 与 between two numerals stands, as in
// 3个乡镇和5个部门; 0 when there is none.
func conjunction(between string) int {
	for at := len(between); at > 0; {
		at = max(strings.LastIndex(between[:at], "和"), strings.LastIndex(between[:at], "及"), strings.LastIndex(between[:at], "与"))
		if at >= 0 && !strings.HasPrefix(between[at:], "和解") && !strings.HasPrefix(between[at:], "及时") {
			return at
		}
	}
	return 0
}

// lastDivider is where the last divider stands, 0 when there is none. Rates
// that share one numeral, as in 报备率、及时率达100%, are not divided.
func lastDivider(before string) int {
	for at := len(before); at > 0; {
		at = dividers.last(before[:at])
		if at >= 0 && !(strings.HasPrefix(before[at:], "、") && strings.HasSuffix(before[:at], "率")) {
			return at
		}
	}
	return 0
}

// surroundings is where a context may stand: the sentence of the figure and
// the one before it in the block, and the heading above.
type surroundings struct{ sentence, heading string }

func (s surroundings) containAny(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.Contains(s.sentence, word) || strings.Contains(s.heading, word)
	})
}

// reach is how many bytes before and after a figure are looked at, for text
// without full stops.
const reach = 900

func surroundingsOf(r *report.Report, f *report.Figure) surroundings {
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return surroundings{}
	}
	b, text := &r.Blocks[f.Block], r.Source.Text
	start, end := max(b.Span.Start, f.Span.Start-reach), min(b.Span.End, f.Span.End+reach)
	before := text[start:f.Span.Start]
	if last := stops.last(before); last >= 0 {
		if previous := stops.last(before[:last]); previous >= 0 {
			start += previous
		}
	}
	if stop := stops.index(text[f.Span.End:end]); stop >= 0 {
		end = f.Span.End + stop
	}
	s := surroundings{sentence: text[start:end]}
	if b.Heading >= 0 && b.Heading < len(r.Headings) {
		s.heading = r.Headings[b.Heading].Text
	}
	return s
}
