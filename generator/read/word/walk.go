package word

import (
	"io"

	"mingfa/generator/report"
)

// walker goes through the body of a document once and collects what a reader
// sees. It keeps a stack of its own instead of calling itself: a file may nest
// elements as deep as it likes.
type walker struct {
	parts     *parts
	main      string
	within    int
	relations map[string]relation
	styles    *styles
	numbering *numbering
	comments  map[string]string
	answered  map[string]bool // comments that the text calls for

	x     *tokens
	open  []element
	flow  *flow
	para  *para
	table *table

	fields   []field
	begun    int          // fields so far
	broken   map[int]bool // fields that nothing ends: they are passed over
	look     look         // of the run
	hiding   int          // boxes and rows that are hidden
	deleted  int
	moved    int // how many of the changes around are moves
	added    int
	unfilled int // content controls that still show what to write
	contents int // lists of contents around
	words    wordsOf
	keep     bool // blanks at the ends of words stand
	skipRun  bool // the mark of a note that the rest of the run is

	left     []report.Left
	pictures int
	alts     report.Alts
	notes    map[string][]item
	calls    []*namedCall
	lost     []mark // of a part without a single paragraph
	size     int    // bytes of text so far
	emitted  int    // pieces of text so far, left out or not
	passages int
	cells    int
	more     int
	failed   error
}

// wordsOf says whose words characters are.
type wordsOf byte

const (
	nobodys wordsOf = iota
	text
	instruction
)

// element is an element that is open, and what is to be done at its end.
type element struct {
	act act
	n   int
}

// act is what the end of an element means.
type act byte

const (
	nothing act = iota
	endParagraph
	endRun
	endWords
	endBox
	endTable
	endRow
	endCell
	endAdded
	endDeleted
	endControl
	endAlternate
	endSimpleField
	endNote
)

// prepare reads what the body is read by.
func (w *walker) prepare() (err error) {
	if w.relations, err = w.parts.relations(w.main); err != nil {
		return err
	}
	if w.styles, err = w.parts.readStyles(w.related("styles")); err != nil {
		return err
	}
	if w.comments, err = w.readComments(); err != nil {
		return err
	}
	w.broken = map[int]bool{}
	return nil
}

// related is the part that the main part has for a purpose, "" if there is none.
func (w *walker) related(kind string) string {
	found := ""
	for _, rel := range w.relations {
		if rel.kind == kind && w.parts.has(rel.target) && (found == "" || rel.target < found) {
			found = rel.target
		}
	}
	return found
}

// readBody reads the body. Where it begins fields that nothing ends, all that
// follows would belong to them: then it is read again without these.
func (w *walker) readBody() (items []item, err error) {
	for range 2 {
		if w.numbering, err = w.parts.readNumbering(w.related("numbering")); err != nil {
			return nil, err
		}
		w.answered = map[string]bool{}
		w.left, w.pictures, w.size, w.passages, w.cells, w.more, w.begun, w.contents = nil, 0, 0, 0, 0, 0, 0, 0
		before := len(w.broken)
		if items, err = w.readPart(w.main, maxMain); err != nil || len(w.broken) == before {
			return items, err
		}
	}
	return items, nil
}

// readPart reads the paragraphs and tables of a part.
func (w *walker) readPart(name string, limit int64) ([]item, error) {
	r, err := w.parts.open(name, limit)
	if r == nil || err != nil {
		return nil, err
	}
	return w.readStory(r)
}

func (w *walker) readStory(r io.Reader) ([]item, error) {
	root := &flow{}
	w.x, w.flow, w.para, w.table, w.open, w.fields = newTokens(r), root, nil, nil, w.open[:0], nil
	w.look, w.hiding, w.deleted, w.added, w.moved, w.unfilled, w.words, w.skipRun = look{}, 0, 0, 0, 0, 0, nobodys, false
	if err := w.walk(); err != nil {
		return nil, err
	}
	w.endStory()
	w.flush(root)
	root.settle()
	w.lost = append(w.lost, root.lost...)
	return root.items, nil
}

func (w *walker) walk() error {
	for {
		t, err := w.x.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case words:
			w.characters(t.words)
		case start:
			w.open = append(w.open, element{})
			done, err := w.begin(&t)
			if err != nil {
				return err
			}
			if done {
				w.open = w.open[:len(w.open)-1]
			}
		case end:
			if len(w.open) == 0 {
				return damaged()
			}
			last := w.open[len(w.open)-1]
			w.open = w.open[:len(w.open)-1]
			w.end(last)
		case atEnd:
			return nil
		}
		if w.failed != nil {
			return w.failed
		}
	}
}

// at sets what the end of the element that has just begun means.
func (w *walker) at(a act, n int) { w.open[len(w.open)-1] = element{a, n} }

// begin takes the start of an element; done says that it has been read to its end.
func (w *walker) begin(t *token) (done bool, err error) {
	switch t.space {
	case wordSpace:
		if done, taken, err := w.beginBlock(t); taken {
			return done, err
		}
		return w.beginInline(t)
	case compatibleSpace:
		return w.beginAlternate(t)
	case mathSpace:
		if t.local == "oMath" || t.local == "oMathPara" {
			formula, err := readMath(w.x)
			w.emit(formula)
			return true, err
		}
	case vmlSpace:
		switch t.local {
		case "imagedata":
			w.pictures++
		case "textpath":
			w.beginBox()
			w.lonePassage(t.attr("string"))
			w.endBox()
		}
	case drawingSpace:
		if t.local == "blip" {
			w.pictures++
		}
	default:
		return w.beginOther(t)
	}
	return false, nil
}

// beginBlock takes what paragraphs and tables are made of; taken is false for
// anything else.
func (w *walker) beginBlock(t *token) (done, taken bool, err error) {
	switch t.local {
	case "p":
		w.beginParagraph()
		w.at(endParagraph, 0)
	case "pPr":
		p, err := readParagraphProperties(w.x)
		w.setProperties(p)
		return true, true, err
	case "tbl":
		w.beginTable()
		w.at(endTable, 0)
	case "tblPr", "tblGrid", "trPr", "tcPr":
		return true, true, w.tableProperties(t)
	case "tr":
		w.beginRow()
		w.at(endRow, 0)
	case "tc":
		w.beginCell()
		if err := w.checkFlow(); err != nil {
			return false, true, err
		}
		w.at(endCell, 0)
	case "sdt":
		w.at(endControl, 0)
	case "sdtContent":
		w.beginControl()
	case "sdtPr":
		return true, true, w.controlProperties()
	case "txbxContent":
		w.beginBox()
		if err := w.checkFlow(); err != nil {
			return false, true, err
		}
		w.at(endBox, 0)
	case "footnote", "endnote":
		w.beginNote(t)
		w.at(endNote, 0)
	case "altChunk":
		return false, true, w.chunk(t.relation("id"))
	case "subDoc":
		w.leave(report.LeftPart, w.relations[t.relation("id")].raw)
	case "sectPr", "sdtEndPr", "tblPrEx", "smartTagPr", "customXmlPr", "rubyPr", "rt", "docPr", "lists", "styles", "fonts", "docOleData", "binData", "docSuppData", "shapeDefaults":
		return true, true, w.x.skip()
	default:
		return false, false, nil
	}
	return false, true, nil
}

// beginInline takes what lines are made of.
func (w *walker) beginInline(t *token) (done bool, err error) {
	switch t.local {
	case "r":
		w.look = w.lookOf(look{})
		w.at(endRun, 0)
	case "rPr":
		l, err := readLook(w.x)
		w.look = w.lookOf(l)
		return true, err
	case "t", "delText":
		w.words, w.keep = text, t.attr("space") == "preserve"
		w.at(endWords, 0)
	case "instrText":
		w.words = instruction
		w.at(endWords, 0)
	case "tab", "ptab":
		w.emit("\t")
	case "br", "cr":
		w.emit("\n")
	case "noBreakHyphen":
		w.emit("-")
	case "sym":
		w.symbol(t.attr("font"), t.attr("char"))
	case "ins", "moveTo":
		w.added++
		w.beginMove(t)
		w.at(endAdded, w.moves(t))
	case "del", "moveFrom":
		w.deleted++
		w.beginMove(t)
		w.at(endDeleted, w.moves(t))
	case "fldChar":
		return true, w.fieldMark(t)
	case "fldSimple":
		w.beginField()
		w.instruct(t.attr("instr"))
		w.separate()
		w.at(endSimpleField, 0)
	case "footnoteReference", "endnoteReference":
		w.callNote(t)
	case "commentReference":
		if said, ok := w.comments[t.attr("id")]; ok && w.para != nil {
			w.mark(mark{kind: report.FlagComment, quote: said})
			w.answered[t.attr("id")] = true
		}
	}
	return false, nil
}

func (w *walker) moves(t *token) int {
	if t.local == "moveTo" || t.local == "moveFrom" {
		return 1
	}
	return 0
}

func (w *walker) beginMove(t *token) { w.moved += w.moves(t) }

// beginAlternate takes what is written in several ways, of which Word shows the
// first that it knows.
func (w *walker) beginAlternate(t *token) (done bool, err error) {
	if t.local == "AlternateContent" {
		w.at(endAlternate, 0)
		return false, nil
	}
	if len(w.open) < 2 || w.open[len(w.open)-2].act != endAlternate {
		return false, nil
	}
	chosen := &w.open[len(w.open)-2].n
	if *chosen > 0 || t.local == "Choice" && !w.x.understood(t.attr("Requires")) {
		return true, w.x.skip()
	}
	*chosen = 1
	return false, nil
}

// beginOther takes elements of other vocabularies that hold words of their own.
func (w *walker) beginOther(t *token) (done bool, err error) {
	switch t.local {
	case "relIds": // of a SmartArt diagram
		return false, w.diagram(t.relation("dm"))
	case "docPr": // of a picture, or of a box, which says mostly nothing
		if w.deleted == 0 {
			w.alts.Add(t.attr("descr"))
		}
	case "chart":
		if t.relation("id") != "" {
			w.leave(report.LeftPart, "图表")
		}
	case "annotation": // a change or a comment in Word 2003's XML
		switch t.attr("type") {
		case "Word.Insertion":
			w.added++
			w.at(endAdded, 0)
		case "Word.Deletion":
			w.deleted++
			w.at(endDeleted, 0)
		case "Word.Comment":
			return true, w.comment2003()
		case "Word.Formatting", "Word.Numbering":
			return true, w.x.skip()
		}
	}
	return false, nil
}

// end takes the end of an element.
func (w *walker) end(e element) {
	switch e.act {
	case endParagraph:
		w.endParagraph()
	case endRun:
		w.look, w.skipRun = look{}, false
	case endWords:
		w.words = nobodys
	case endBox:
		w.endBox()
	case endTable:
		w.endTable()
	case endRow:
		w.endRow()
	case endCell:
		w.endCell()
	case endAdded:
		w.added--
		w.moved -= e.n
	case endDeleted:
		w.deleted--
		w.moved -= e.n
	case endControl:
		w.endControl(e.n)
	case endSimpleField:
		w.endField()
	case endNote:
		w.endNote()
	}
}

// checkFlow refuses cells and boxes within each other without end: what stands in
// them is handed outwards one by one.
func (w *walker) checkFlow() error {
	if w.flow.depth > maxFlows {
		return tooDeep()
	}
	return nil
}

// leave notes that something was left out.
func (w *walker) leave(kind report.LeftKind, what string) {
	if len(w.left) < 1000 {
		w.left = append(w.left, report.Left{Kind: kind, Text: clip(what, maxLeft)})
	}
}
