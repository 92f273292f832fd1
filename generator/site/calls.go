package site

import (
	"slices"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// call is where the text calls for a note. Its mark is not part of the text: it is
// drawn by the style sheet, so that the words are copied and read as they are.
type call struct {
	at   int // in the text
	note int // index of the block in which the note begins
	name string
	id   string // of the mark, to come back to
}

// calls are those of a document whose notes stand on its page, in text order.
func calls(r *report.Report) []call {
	d := r.Source.Document
	if d == nil || len(r.Source.Spans) != len(d.Passages) {
		return nil
	}
	var all []call
	for _, n := range d.Notes {
		at, ok := d.Find(n.At, r.Source.Spans)
		if !ok || n.Text < 0 || n.Text >= len(r.Source.Spans) || at > len(r.Source.Text) {
			continue
		}
		begins := r.Source.Spans[n.Text].Start
		begins += len(r.Source.Text[begins:]) - len(strings.TrimLeft(r.Source.Text[begins:], " \t\u3000"))
		block := blockAt(r, begins)
		if block < 0 || r.Blocks[block].Kind == report.BlockRow || r.Blocks[block].Heading >= 0 && r.Blocks[block].Kind == report.BlockHeading {
			continue
		}
		all = append(all, call{at: at, note: block, name: n.Name})
	}
	slices.SortStableFunc(all, func(a, b call) int { return a.at - b.at })
	for i := range all {
		all[i].id = "call-" + r.Blocks[all[i].note].ID
		if i > 0 && slices.ContainsFunc(all[:i], func(c call) bool { return c.note == all[i].note }) {
			all[i].id = "" // called for twice: one comes back to the first
		}
	}
	return all
}

// skipCalls passes over the calls before a place, which stand in what the page does
// not show, such as the title.
func (p *page) skipCalls(to int) {
	for len(p.calls) > 0 && p.calls[0].at < to {
		p.calls = p.calls[1:]
	}
}

// callsUpTo writes the marks of the calls up to a place.
func (p *page) callsUpTo(to int) {
	for len(p.calls) > 0 && p.calls[0].at <= to {
		c := &p.calls[0]
		p.calls = p.calls[1:]
		p.b = append(p.b, `<a class="call"`...)
		if c.id != "" {
			p.b = append(append(append(p.b, ` id="`...), c.id...), '"')
			p.called[c.note] = c
		}
		p.b = append(append(append(p.b, ` href="#`...), p.r.Blocks[c.note].ID...), `" aria-label="看`...)
		p.b = append(escape.Attr(p.b, c.name), `" data-n="`...)
		p.b = append(escape.Attr(p.b, c.name), `"></a>`...)
	}
}

// back ends the paragraph in which a note begins with the way back to its mark.
func (p *page) back(block int) {
	c := p.called[block]
	if c == nil {
		return
	}
	p.b = append(append(append(p.b, `<a class="called" href="#`...), c.id...), `" aria-label="回到正文里的`...)
	p.b = append(escape.Attr(p.b, c.name), `"></a>`...)
}
