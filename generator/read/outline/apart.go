package outline

import (
	"strings"

	"mingfa/generator/report"
)

// apart says of every line whether it belongs to no section: it stands behind the
// signature, is a note of the document or names its attachments. They come after the last section by
// their place alone: 注1：另有3件退回 below 2024年2月1日 is no part of next year's plan.
// A heading behind the signature, as one of an attachment, begins a section again.
func (p *parser) apart() []bool {
	apart := make([]bool, len(p.lines))
	notes := p.noteSpans()
	signed := false
	listed := -1 // the last line of a list of attachments
	for i, l := range p.lines {
		if l.head >= 0 {
			signed = false
			continue
		}
		signed = signed || l.kind == report.BlockClosing
		for len(notes) > 0 && notes[0].End <= l.span.Start {
			notes = notes[1:]
		}
		if s := p.text(i); strings.HasPrefix(s, "附件：") || strings.HasPrefix(s, "附件:") {
			listed = p.attachments(i)
		}
		apart[i] = signed || i <= listed || len(notes) > 0 && notes[0].Start <= l.span.Start || p.isNumberedNote(p.text(i))
	}
	return apart
}

// noteSpans is where the footnotes and endnotes of a document stand, in order.
func (p *parser) noteSpans() []report.Span {
	d := p.src.Document
	if d == nil {
		return nil
	}
	var notes []report.Span
	for i, span := range p.src.Spans {
		if i < len(d.Passages) && d.Passages[i].Kind == report.NoteText {
			notes = append(notes, span)
		}
	}
	return notes
}

// isNumberedNote reports whether s is a note with its number: 注1：…, 尾注2：…, 注[3]：….
func (p *parser) isNumberedNote(s string) bool {
	size := p.words.DocumentNotes.Prefix(s)
	if size == 0 {
		return false
	}
	rest := strings.TrimLeft(s[size:], " 　[［【〔(（")
	number, count := digits(rest, 3)
	if count == 0 {
		number = oneOf(rest, "①②③④⑤⑥⑦⑧⑨⑩")
	}
	if number == 0 {
		number, _ = chineseDigits(rest, 3)
	}
	rest = strings.TrimLeft(rest[number:], " 　]］】〕)）")
	return number > 0 && oneOf(rest, "：:") > 0
}

// lastLine is the last line that is no note.
func (p *parser) lastLine() int {
	notes := p.noteSpans()
	last := len(p.lines) - 1
	for ; last > p.body; last-- {
		for len(notes) > 0 && notes[len(notes)-1].Start > p.lines[last].span.Start {
			notes = notes[:len(notes)-1]
		}
		if noted := len(notes) > 0 && p.lines[last].span.Start < notes[len(notes)-1].End; !noted && !p.isNumberedNote(p.text(last)) {
			break
		}
	}
	return last
}
