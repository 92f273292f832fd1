package check

import (
	"strings"

	"mingfa/generator/report"
)

// leftover reports the marks that have no partner in their paragraph. A pair
// may be broken by a line break that is none of the text's, and a quotation may
// go on over several paragraphs: then a mark waits for its partner in the next
// ones.
type leftover struct {
	c        *collector
	kinds    []int
	waiting  [len(pairKinds)]mark // an opening, of size 0 when there is none
	patience [len(pairKinds)]int  // for how many paragraphs it waits
}

// paragraph takes the next paragraph, with the marks in it.
func (l *leftover) paragraph(p paragraph, marks []mark) {
	for _, kind := range l.kinds {
		_, single := pairMarks(marks, kind, l.c.src.Text, p.span)
		opens := len(marks) > 0 && marks[0].at == p.span.Start && marks[0].kind == kind && marks[0].open
		l.single(kind, p, single, opens)
	}
}

// single takes the marks of one kind in a paragraph that have no partner there;
// opensParagraph says that the paragraph begins with an opening one.
func (l *leftover) single(kind int, p paragraph, left []mark, opensParagraph bool) {
	text := l.c.src.Text
	if l.waiting[kind].size > 0 {
		switch {
		case len(left) > 0 && !left[0].open:
			left, l.waiting[kind] = left[1:], mark{}
		case len(left) == 0 && opensParagraph:
			l.waiting[kind] = mark{} // each paragraph of a quotation opens it anew
		}
		if l.patience[kind]--; l.patience[kind] <= 0 {
			l.flush(kind)
		}
	}
	if n := len(left); n > 0 && left[n-1].open && mayGoOn(text, p, left[n-1]) {
		wait := left[n-1]
		left = left[:n-1]
		l.report(kind, left)
		if wait.at != p.span.Start {
			l.flush(kind)
		}
		l.waiting[kind], l.patience[kind] = wait, 1
		if wait.at == p.span.Start {
			l.patience[kind] = 3
		}
		return
	}
	l.report(kind, left)
}

// flush reports the mark that still waits.
func (l *leftover) flush(kind int) {
	if l.waiting[kind].size > 0 {
		l.report(kind, []mark{l.waiting[kind]})
		l.waiting[kind] = mark{}
	}
}

// end reports what waits at the end of the text.
func (l *leftover) end() {
	for _, kind := range l.kinds {
		l.flush(kind)
	}
}

// mayGoOn reports whether what m opens may go on in the next paragraph: it
// opens the paragraph, or the paragraph breaks off in the middle of a sentence.
func mayGoOn(text string, p paragraph, m mark) bool {
	if m.at == p.span.Start {
		return true
	}
	last := prev(text, p.span.Start, p.span.End)
	return !strings.ContainsRune("。！？；：.!?;:", last)
}

// report adds a finding for each of left, but one for two that stand close:
// then one of them was probably written the wrong way round.
func (l *leftover) report(kind int, left []mark) {
	const close = 90 // bytes
	m, c := &pairKinds[kind], l.c
	for i := 0; i < len(left); i++ {
		u := left[i]
		if c.full() {
			c.more += len(left) - i
			return
		}
		line := c.src.LineSpan(c.src.Line(u.at))
		switch {
		case i+1 < len(left) && left[i+1].open == u.open && left[i+1].at-u.at < close && left[i+1].at < line.End:
			l.reversed(m, u, left[i+1])
			i++
		case u.open:
			c.add(words(c.src.Text, u.at, line.End, 12), m.opener+"没有配对的"+m.closer,
				"请核对定稿，补上"+m.closer+"，或者删去多余的"+m.opener)
		default:
			c.add(wordsBefore(c.src.Text, line.Start, u.at+u.size, 12), m.closer+"没有配对的"+m.opener,
				"请核对定稿，补上"+m.opener+"，或者删去多余的"+m.closer)
		}
	}
}

// reversed reports two openings, or two closings, in a row.
func (l *leftover) reversed(m *marks, a, b mark) {
	sp := report.Span{Start: a.at, End: b.at + b.size}
	if a.open {
		l.c.add(sp, "连着两个"+m.opener+"，没有"+m.closer, "请核对定稿，第二个像是"+m.closer+"写反了")
	} else {
		l.c.add(sp, "连着两个"+m.closer+"，没有"+m.opener, "请核对定稿，第一个像是"+m.opener+"写反了")
	}
}
