package report

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Masked is the text of a span, with what is private in it masked. Whatever
// repeats the text beside the text itself (a finding, a list of what was not
// read) takes it from here: what warns of a number must not spread it.
func (r *Report) Masked(sp Span) string {
	text := r.Source.Text
	i := sort.Search(len(r.Private), func(i int) bool { return r.Private[i].End > sp.Start })
	if i == len(r.Private) || r.Private[i].Start >= sp.End {
		return text[sp.Start:sp.End]
	}
	var b strings.Builder
	at := sp.Start
	for ; i < len(r.Private) && r.Private[i].Start < sp.End; i++ {
		p := r.Private[i]
		start, end := max(at, p.Start), min(p.End, sp.End)
		if start >= end {
			continue // of one that lies in another
		}
		b.WriteString(text[at:start])
		appendMasked(&b, text[p.Start:p.End], start-p.Start, end-p.Start)
		at = end
	}
	b.WriteString(text[at:sp.End])
	return b.String()
}

// appendMasked appends what stands from start to end of a datum when all of it
// is masked: its first and last letters and digits stay, as many as tell no
// more than which it is, the others are *, one for each, so that columns hold.
func appendMasked(b *strings.Builder, datum string, start, end int) {
	count := 0
	for _, r := range datum {
		if isSaying(r) {
			count++
		}
	}
	first, last := 1, 0
	switch {
	case count >= 11:
		first, last = 3, 2
	case count >= 6:
		last = 1
	}
	n := 0
	for i, r := range datum {
		shown := r
		if isSaying(r) {
			if n >= first && n < count-last {
				shown = '*'
			}
			n++
		}
		if i >= start && i < end {
			if shown == utf8.RuneError {
				b.WriteByte(datum[i])
			} else {
				b.WriteRune(shown)
			}
		}
	}
}

// isSaying reports whether r is a letter or a digit.
func isSaying(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Conceal masks what is private in all that findings say, those about the report
// and those about other files, which may repeat it.
func (r *Report) Conceal(findings []Finding) {
	if len(r.Private) == 0 {
		return
	}
	words := r.privateWords()
	line, masked := 0, ""
	for i := range findings {
		f := &findings[i]
		if f.File == r.Source.Path && f.Line > 0 && f.Span.End <= len(r.Source.Text) {
			if f.Span.Len() >= len(f.Quote) && strings.HasPrefix(r.Source.Text[f.Span.Start:], f.Quote) {
				f.Quote = r.Masked(Span{f.Span.Start, f.Span.Start + len(f.Quote)})
			}
			if of := r.Source.LineSpan(f.Line); r.Source.Slice(of) == f.Excerpt {
				if f.Line != line { // findings of one line share it
					line, masked = f.Line, r.Masked(of)
				}
				f.Excerpt = masked
			}
		}
		for _, s := range [...]*string{&f.Message, &f.Suggestion, &f.Quote, &f.Excerpt} {
			*s = words.Replace(*s)
		}
	}
}

// Concealed is s with what is private in the report masked wherever it stands.
func (r *Report) Concealed(s string) string {
	if len(r.Private) == 0 {
		return s
	}
	return r.privateWords().Replace(s)
}

// privateWords replaces each private datum by its masked form.
func (r *Report) privateWords() *strings.Replacer {
	pairs := make([]string, 0, 2*len(r.Private))
	for _, p := range r.Private {
		if p.Len() == 0 {
			continue // it would stand everywhere
		}
		pairs = append(pairs, r.Source.Slice(p), r.Masked(p))
	}
	return strings.NewReplacer(pairs...)
}
