package word

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// callNote takes the mark of a note. It is not printed: the digit of a note behind
// 1.2万条 would be read as one of the number.
func (w *walker) callNote(t *token) {
	if w.para == nil || w.inCode() || w.deleted > 0 || w.contents > 0 || w.look.vanish == yes || w.hiding > 0 {
		return
	}
	p := w.para
	if len(p.calls) < 10_000 {
		p.calls = append(p.calls, call{offset: len(p.text), id: t.attr("id"), end: t.local == "endnoteReference"})
		switch t.attr("customMarkFollows") {
		case "1", "true", "on":
			w.skipRun = true // the mark is the rest of the run
		}
	}
}

// beginNote begins the words of a note, in the part that holds them all.
func (w *walker) beginNote(t *token) {
	f := &flow{outer: w.flow, id: t.attr("id")}
	switch t.attr("type") {
	case "separator", "continuationSeparator", "continuationNotice":
		f.id = ""
	}
	w.flow = f
}

func (w *walker) endNote() {
	f := w.flow
	w.flush(f)
	f.settle()
	w.flow = f.outer
	if f.id != "" && w.notes[f.id] == nil {
		w.notes[f.id] = f.items
	}
}

// readNotes reads all notes of a kind, by their ids.
func (w *walker) readNotes(kind string) (map[string][]item, error) {
	w.notes = map[string][]item{}
	_, err := w.readPart(w.related(kind), maxPart)
	return w.notes, err
}

// withNotes adds the notes that are called for behind the text: first those of
// pages, then those of the document, each with its name.
func (w *walker) withNotes(items []item) ([]item, error) {
	calls := callsIn(items)
	if len(calls) == 0 {
		return items, nil
	}
	foot, err := w.readNotes("footnotes")
	if err != nil {
		return nil, err
	}
	last, err := w.readNotes("endnotes")
	if err != nil {
		return nil, err
	}
	add := func(ends bool, notes map[string][]item, name string) {
		count := 0
		for _, c := range calls {
			if c.end != ends {
				continue
			}
			own := strings.TrimSpace(c.mark) // * instead of a number, which the note begins with too
			of := own
			if of == "" {
				count++
				of = strconv.Itoa(count)
			}
			c.mark = name + of
			for k, i := range notes[c.id] {
				i.kind = report.NoteText
				if k == 0 {
					i = i.named(c.mark+"：", own)
					c.note = len(items)
				}
				items = append(items, i)
			}
			delete(notes, c.id)
		}
	}
	add(false, foot, "注")
	add(true, last, "尾注")
	w.calls = calls
	return items, nil
}

// namedCall is a call for a note, its name and where the note begins.
type namedCall struct {
	call
	note int // index of an item, 0 for none
}

// callsIn are the calls for notes in a text, in order.
func callsIn(items []item) []*namedCall {
	var all []*namedCall
	add := func(calls []call) {
		for _, c := range calls {
			all = append(all, &namedCall{call: c})
		}
	}
	for i := range items {
		add(items[i].calls)
		if items[i].grid == nil {
			continue
		}
		for _, r := range items[i].grid.rows {
			for k := range r.cells {
				add(r.cells[k].calls)
			}
		}
	}
	return all
}

// named is the first paragraph of a note with its name before it.
func (i item) named(name, own string) item {
	if i.grid != nil {
		return i
	}
	const blanks = " \t\u3000\u00a0"
	body := strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(i.text[i.number:], blanks), own), blanks)
	cut := len(i.text) - len(body)
	i.text = name + body
	marks := make([]mark, len(i.marks))
	for k, m := range i.marks {
		m.offset = len(name) + max(m.offset-cut, 0)
		m.end = len(name) + max(m.end-cut, 0)
		marks[k] = m
	}
	i.marks, i.number, i.calls = marks, 0, nil
	return i
}

// readComments are the comments of a document, by their ids.
func (w *walker) readComments() (map[string]string, error) {
	all := map[string]string{}
	r, err := w.parts.open(w.related("comments"), maxPart)
	if r == nil || err != nil {
		return all, err
	}
	x := newTokens(r)
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return all, err
		}
		if !t.is("comment") {
			continue
		}
		id := t.attr("id")
		said, err := saidIn(x)
		if err != nil {
			return all, err
		}
		if len(all) < maxFlags {
			all[id] = said
		}
	}
}

// saidIn is the text of the paragraphs within an element, whose start was read.
func saidIn(x *tokens) (string, error) {
	var b []byte
	inside := false
	for depth := 1; depth > 0; {
		t, err := x.next()
		if err != nil {
			return "", err
		}
		switch t.kind {
		case atEnd:
			return "", damaged()
		case start:
			depth++
			inside = t.is("t")
		case end:
			depth--
			inside = false
			if t.local == "p" && len(b) > 0 {
				b = append(b, ' ')
			}
		case words:
			if inside && len(b) < maxQuote*2 {
				b = append(b, t.words...)
			}
		}
	}
	return clip(strings.TrimSpace(strings.ToValidUTF8(string(b), "")), maxQuote), nil
}

// comment2003 takes a comment that stands in the text, as in Word 2003's XML.
func (w *walker) comment2003() error {
	said, err := saidIn(w.x)
	if w.para != nil && said != "" {
		w.mark(mark{kind: report.FlagComment, quote: said})
	}
	return err
}
