package word

import (
	"strings"

	"mingfa/generator/report"
)

// scene is what a text box interrupts.
type scene struct {
	para     *para
	table    *table
	fields   []field
	look     look
	words    wordsOf
	keep     bool
	skipRun  bool
	hidden   bool
	deleted  int
	contents int
	unfilled int
}

// beginBox begins a text box. It hangs on a paragraph, and is read after it: where
// on the page it is printed is not known.
func (w *walker) beginBox() {
	f := &flow{outer: w.flow, depth: w.flow.depth + 1, scene: scene{w.para, w.table, w.fields, w.look, w.words, w.keep, w.skipRun, w.look.vanish == yes, w.deleted, w.contents, w.unfilled}}
	if f.scene.hidden {
		w.hiding++
	}
	if w.inCode() {
		w.deleted++ // what a field would print in another case is not there
	}
	w.flow, w.para, w.table, w.fields, w.look, w.words, w.skipRun = f, nil, nil, nil, look{}, nobodys, false
}

func (w *walker) endBox() {
	f := w.flow
	w.endStory()
	w.flush(f)
	s := f.scene
	w.flow, w.para, w.table, w.fields, w.look, w.words, w.keep, w.skipRun = f.outer, s.para, s.table, s.fields, s.look, s.words, s.keep, s.skipRun
	w.deleted, w.contents, w.unfilled = s.deleted, s.contents, s.unfilled
	if s.hidden {
		w.hiding--
	}
	f.settle()
	for i := range f.items {
		if f.items[i].kind == report.BodyText {
			f.items[i].kind = report.BoxText
		}
	}
	if quote := f.quote(); quote != "" {
		first := &f.items[0]
		first.marks = append(first.marks, mark{kind: report.FlagBox, end: len(first.text), quote: quote, printed: true})
	}
	if w.para != nil {
		w.para.after = append(w.para.after, f.items...)
		w.para.marks = append(w.para.marks, f.lost...)
		return
	}
	w.flow.items = append(w.flow.items, f.items...)
	w.flow.lost = append(w.flow.lost, f.lost...)
}

// quote is the first words in a flow.
func (f *flow) quote() string {
	for _, i := range f.items {
		if i.text != "" {
			return clip(i.text, maxQuote)
		}
		if i.grid == nil {
			continue
		}
		for _, r := range i.grid.rows {
			for _, c := range r.cells {
				if c.text != "" {
					return clip(c.text, maxQuote)
				}
			}
		}
	}
	return ""
}

// lonePassage is a paragraph that is not written as one.
func (w *walker) lonePassage(s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	w.beginParagraph()
	w.emit(s)
	w.endParagraph()
}

// diagram reads the words of a SmartArt diagram, which stand in a part of their
// own, in the order in which they were typed.
func (w *walker) diagram(id string) error {
	rel := w.relations[id]
	r, err := w.parts.open(rel.target, maxPart)
	if r == nil || err != nil {
		return err
	}
	w.beginBox()
	defer w.endBox()
	x := newTokens(r)
	line, inside := "", false
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return err
		}
		switch {
		case t.kind == words && inside:
			line += t.words
		case t.space != drawingSpace:
		case t.local == "t":
			inside = t.kind == start
		case t.kind == end && t.local == "p":
			w.lonePassage(line)
			line = ""
		}
	}
}

// controlProperties reads what a content control is for.
func (w *walker) controlProperties() error {
	if len(w.open) < 2 || w.open[len(w.open)-2].act != endControl {
		return w.x.skip()
	}
	control := &w.open[len(w.open)-2]
	return w.x.children(func(t *token) (bool, error) {
		switch t.local {
		case "showingPlcHdr":
			if t.on() {
				control.n |= controlUnfilled
			}
		case "docPartObj":
			return true, w.x.children(func(t *token) (bool, error) {
				if t.local == "docPartGallery" && t.val() == "Table of Contents" {
					control.n |= controlContents
				}
				return false, nil
			})
		}
		return false, nil
	})
}

const (
	controlUnfilled = 1 << iota
	controlContents
	controlBegun
)

// beginControl begins the content of a control, of which the properties are known.
func (w *walker) beginControl() {
	if len(w.open) < 2 || w.open[len(w.open)-2].act != endControl || w.open[len(w.open)-2].n&controlBegun != 0 {
		return
	}
	control := &w.open[len(w.open)-2]
	control.n |= controlBegun
	if control.n&controlUnfilled != 0 {
		w.unfilled++
	}
	if control.n&controlContents != 0 {
		w.contents++
	}
}

func (w *walker) endControl(n int) {
	if n&controlBegun == 0 {
		return
	}
	if n&controlUnfilled != 0 {
		w.unfilled--
	}
	if n&controlContents != 0 {
		w.contents--
	}
}

// leaveContents keeps what a list of contents says: it is no part of the text.
func (w *walker) leaveContents(s string) {
	if w.deleted > 0 {
		return
	}
	if n := len(w.left); n > 0 && w.left[n-1].Kind == report.LeftContents {
		if len(w.left[n-1].Text) < maxLeft {
			w.left[n-1].Text = clip(w.left[n-1].Text+s, maxLeft)
		}
		return
	}
	if strings.TrimSpace(s) == "" {
		return
	}
	w.leave(report.LeftContents, s)
}
