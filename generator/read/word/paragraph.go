package word

import (
	"bytes"
	"strings"

	"mingfa/generator/report"
)

// flow is a place that paragraphs and tables follow each other in: the body, a
// cell, a text box, a note.
type flow struct {
	outer *flow
	depth int
	items []item
	carry *para  // a paragraph that the next one goes on from
	lost  []mark // of paragraphs that are not there: for the next one that is
	scene scene  // of a text box: what it interrupts
	id    string // of a note
}

// item is a paragraph or a table as it will be read.
type item struct {
	text    string
	number  int
	outline int
	kind    report.PassageKind
	marks   []mark
	calls   []call
	grid    *grid
}

// call is where a note is called for.
type call struct {
	offset int
	id     string
	end    bool   // an endnote
	mark   string // one that was typed, *
}

// para is a paragraph that is being read.
type para struct {
	outer      *para
	text       []byte
	marks      []mark
	calls      []call
	after      []item // text boxes that hang on it
	properties paragraphProperties
	number     numbered
	outline    int
	look       look // of its words by its style
	listed     bool // in a style of lists of contents
	printed    string
	fixed      bool // printed stands, whatever follows
}

func (w *walker) beginParagraph() {
	w.para = &para{outer: w.para}
	w.setProperties(paragraphProperties{})
}

// setProperties gives the paragraph what is said of it, and what its style says.
func (w *walker) setProperties(p paragraphProperties) {
	if w.para == nil {
		return
	}
	at := w.para
	at.properties, at.number, at.outline, at.look = p, p.number, p.outline, w.styles.document
	s := w.styles.get(p.style)
	if s == nil || s.kind != "" && s.kind != "paragraph" {
		if usual := w.styles.usual["paragraph"]; usual != nil {
			s = w.styles.get(usual.id)
		}
	}
	if s == nil {
		return
	}
	at.number = p.number.over(s.number)
	at.look = s.look.over(w.styles.document)
	if at.outline == 0 {
		at.outline = s.outline
	}
	at.listed = isContentsStyle(s.name)
}

// isContentsStyle reports whether a style is one that Word or WPS writes lists of
// contents in.
func isContentsStyle(name string) bool {
	name = strings.ToLower(name)
	level, ok := strings.CutPrefix(name, "toc ")
	return ok && len(level) == 1 || strings.HasPrefix(name, "wpsoffice手动目录")
}

// lookOf is how words look that have these properties of their own.
func (w *walker) lookOf(own look) look {
	below := w.styles.document
	if w.para != nil {
		below = w.para.look
	}
	if s := w.styles.get(own.style); s != nil {
		below = s.look.across(below)
	}
	all := own.over(below)
	all.changed, all.inserted, all.deleted, all.moved = own.changed, own.inserted, own.deleted, own.moved
	return all
}

// characters takes characters as they stand in the file.
func (w *walker) characters(said string) {
	switch w.words {
	case instruction:
		w.instruct(said)
	case text:
		if !w.keep {
			said = strings.Trim(said, " \t\r\n")
		}
		s := strings.ReplaceAll(said, "\n", " ")
		if isSymbolFont(w.look.font) {
			w.symbols(s)
			return
		}
		w.emit(raised(s, w.look.raised))
	}
}

// emit adds text to the paragraph, if it is printed.
func (w *walker) emit(s string) {
	if s == "" || w.para == nil {
		return
	}
	if w.inCode() {
		if last := &w.fields[len(w.fields)-1]; last.code && w.words == text && strings.TrimSpace(s) != "" {
			last.typed = true
		}
		return
	}
	w.emitted++
	if w.size += len(s); w.size > maxText {
		w.failed = tooLarge()
		return
	}
	if w.skipRun {
		if n := len(w.para.calls); n > 0 {
			w.para.calls[n-1].mark += s
		}
		return
	}
	p := w.para
	switch {
	case w.deleted > 0:
		w.mark(mark{kind: report.FlagTracked, form: w.change(report.FormDeletion), quote: s})
	case w.contents > 0:
		w.leaveContents(s)
	case w.look.vanish == yes || w.hiding > 0:
		w.mark(mark{kind: report.FlagHidden, quote: s})
	default:
		from := len(p.text)
		p.text = append(p.text, s...)
		w.markPrinted(s, from)
	}
}

const (
	maxQuote = 600    // bytes of a quote
	maxLeft  = 20_000 // bytes of what was left out
)

func (w *walker) endParagraph() {
	w.checkFields()
	p := w.para
	w.para = p.outer
	f := w.flow
	if w.contents > 0 {
		w.leaveContents("\n")
	}
	hidden := w.hiddenMark(p)
	if p.properties.mark.inserted || p.properties.mark.deleted || p.properties.changed {
		w.markParagraph(p)
	}
	if f.carry != nil {
		p = join(f.carry, p)
		f.carry = nil
	}
	if p.properties.mark.deleted || w.deleted > 0 {
		f.carry = p
		return
	}
	if p.properties.initial {
		f.carry = p
		return
	}
	number := ""
	if w.contents == 0 {
		number = w.numbering.next(p.number, w.styles)
	}
	if !p.fixed {
		p.printed = number
	}
	switch {
	case hidden && len(bytes.TrimSpace(p.text)) == 0 && len(p.calls) == 0 && !p.fixed:
		p.printed = ""
	case hidden || w.hiding > 0:
		if w.hiding > 0 {
			p.printed = ""
			break
		}
		p.fixed = true
		f.carry = p
		return
	}
	w.put(f, p)
}

// join is two paragraphs as one: the first has lost the sign at its end. What is
// said of paragraphs stands in that sign, so the second one's holds.
func join(a, b *para) *para {
	n := len(a.text)
	b.text = append(a.text, b.text...)
	for i := range b.marks {
		b.marks[i].offset += n
		b.marks[i].end += n
	}
	for i := range b.calls {
		b.calls[i].offset += n
	}
	b.marks = append(a.marks, b.marks...)
	b.calls = append(a.calls, b.calls...)
	b.after = append(a.after, b.after...)
	if a.fixed {
		b.fixed, b.printed, b.outline = true, a.printed, a.outline
	}
	return b
}

// put ends a paragraph: it becomes an item, with the boxes that hang on it.
func (w *walker) put(f *flow, p *para) {
	if w.size += len(p.printed); w.size > maxText {
		w.failed = tooLarge()
	}
	// Tabs before a text are an indent: a line that begins with one would be a row
	// whose first cell is empty.
	head := len(p.text) - len(bytes.TrimLeft(p.text, "\n\t"))
	body := string(bytes.TrimRight(p.text[head:], "\n\t"))
	number := p.printed
	if w.isContents(p, body) {
		w.leaveContents(body + "\n")
		body, number, p.marks = "", "", nil
	}
	for i := range p.marks {
		m := &p.marks[i]
		m.offset = len(number) + min(max(m.offset-head, 0), len(body))
		m.end = len(number) + min(max(m.end-head, 0), len(body))
	}
	for i := range p.calls {
		p.calls[i].offset = len(number) + min(max(p.calls[i].offset-head, 0), len(body))
	}
	if strings.TrimSpace(body) == "" {
		body, number = "", strings.TrimSpace(number)
	}
	if body == "" && number == "" {
		for i := range p.marks {
			p.marks[i].offset, p.marks[i].end = 0, 0
		}
		f.lost = append(f.lost, p.marks...)
	} else {
		for i := range f.lost {
			f.lost[i].printed = false
		}
		i := item{text: number + body, number: len(number), outline: p.outline, marks: append(f.lost, p.marks...), calls: p.calls}
		if i.outline == 10 {
			i.outline = 0
		}
		w.find(&i)
		f.lost = nil
		f.items = append(f.items, i)
		if w.passages++; w.passages > maxPassages {
			w.failed = tooLarge()
		}
	}
	f.items = append(f.items, p.after...)
}

// isContents reports whether a paragraph is a line of a list of contents that
// stands in no field: it has the style of one and ends with a page number.
func (w *walker) isContents(p *para, body string) bool {
	body = strings.TrimRight(body, " ")
	return p.listed && body != "" && body[len(body)-1] >= '0' && body[len(body)-1] <= '9' && strings.ContainsAny(body, "\t…．.·")
}

// flush ends what waits for a paragraph that does not come.
func (w *walker) flush(f *flow) {
	if p := f.carry; p != nil {
		f.carry = nil
		w.put(f, p)
	}
}

// settle hangs marks of paragraphs that are not there on the last one that is.
func (f *flow) settle() {
	if len(f.lost) == 0 || len(f.items) == 0 {
		return
	}
	last := &f.items[len(f.items)-1]
	for _, m := range f.lost {
		m.offset, m.end, m.printed = len(last.text), len(last.text), false
		last.marks = append(last.marks, m)
	}
	f.lost = nil
}

// raised writes raised and lowered digits as such: 10⁸ is not 108.
func raised(s, how string) string {
	var signs []rune
	switch how {
	case "superscript":
		signs = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
	case "subscript":
		signs = []rune("₀₁₂₃₄₅₆₇₈₉₊₋")
	default:
		return s
	}
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune("0123456789+-", r); i >= 0 {
			return signs[i]
		}
		return r
	}, s)
}
