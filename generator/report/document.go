package report

import "strings"

// Document is a file with more in it than text, as a reader of its format gives
// it: a Word file, a web page. Passages are in the order in which they are read.
type Document struct {
	Passages []Passage
	Notes    []Note   // where footnotes and endnotes are called for
	Flags    []Flag   // what staff should look at before it is public
	Left     []Left   // what is on the page and not in the text
	Pictures int      // in the body; with no passage at all, the pages are pictures
	Alts     Alts     // what the document says in words of its pictures
	Origin   Origin   // what the file tells of its writers
	Beside   []string // what a page says of its document around it, in pairs as 发布日期：2024-03-20
	More     int      // flags beyond those in Flags
}

// Alts are what a document says in words of its pictures, of many the first few.
type Alts []string

// Add notes the words of a picture, if it has any.
func (a *Alts) Add(words string) {
	const most, longest = 20, 300
	if words = strings.Join(strings.Fields(words), " "); words != "" && len(words) <= longest && len(*a) < most {
		*a = append(*a, words)
	}
}

// Passage is a paragraph or a table.
type Passage struct {
	Text    string // as printed, its number before it; a soft break is \n
	Number  int    // how many bytes of Text are a number that Word wrote, with the gap after it
	Outline int    // 1 to 9 for a heading by its style, 0 for text
	Kind    PassageKind
	Grid    *Grid // of a table; Text is empty then
}

// PassageKind says where in its file a passage stood.
type PassageKind string

// Kinds of passages.
const (
	BodyText PassageKind = ""
	BoxText  PassageKind = "text-box" // after the paragraph that its box hangs on
	NoteText PassageKind = "note"     // a footnote or an endnote: after all else
)

// Grid is a table with its merged cells.
type Grid struct {
	Columns int
	Rows    []GridRow
}

// GridRow is a row of a table: the cells that begin in it, from left to right.
// A place that no cell covers is empty.
type GridRow struct {
	Cells []GridCell
	Head  bool // said to be repeated on each page
}

// GridCell is a cell, which may stand over several columns and rows.
type GridCell struct {
	Text     string // its paragraphs, parted by \n
	Column   int    // from 0
	Columns  int    // at least 1
	RowsDown int    // at least 1
}

// Place is a place in a document.
type Place struct {
	Passage int // index in Passages; -1 for the whole file
	Row     int // of a table: index in Rows
	Cell    int // of a table: index in Cells of the row
	Offset  int // in bytes, in the text of the paragraph or the cell
}

// Note is a call for a footnote. Its mark is not part of the text: a bare digit
// behind a figure would be read as part of it.
type Note struct {
	At   Place
	Name string // 注1 or 尾注1
	Text int    // index in Passages of where the note begins
}

// FlagKind is the id of the rule that tells of a flag.
type FlagKind string

// Kinds of flags.
const (
	FlagTracked     FlagKind = "tracked-change"
	FlagComment     FlagKind = "comment"
	FlagHidden      FlagKind = "hidden-text"
	FlagBroken      FlagKind = "broken-reference"
	FlagStruck      FlagKind = "struck-text"
	FlagHighlighted FlagKind = "highlighted-text"
	FlagBox         FlagKind = "text-box"
	FlagSymbol      FlagKind = "unknown-symbol"
	FlagPlaceholder FlagKind = "unfilled-placeholder"
	FlagSecrecy     FlagKind = "secrecy-header"
)

// FlagForm says of a flag which of several things it is.
type FlagForm string

// Forms of tracked changes and of hidden text.
const (
	FormInsertion  FlagForm = "insertion"
	FormDeletion   FlagForm = "deletion"
	FormMove       FlagForm = "move"
	FormFormatting FlagForm = "formatting"
	FormInvisible  FlagForm = "invisible" // white or of no size: it stands in the text
)

// Flag is something in a document that its readers do not see, or should not.
type Flag struct {
	Kind    FlagKind
	Form    FlagForm
	At      Place  // where Quote stands, or, if it is not printed, where it would
	Quote   string // the words in question
	Printed bool   // whether Quote stands in the text at that place; of a deletion, only the end of its paragraph was deleted then
}

// Left is something that was left out of the text.
type Left struct {
	Kind LeftKind
	Text string // its words, if it has any
}

// LeftKind says what was left out.
type LeftKind string

// Kinds of what is left out.
const (
	LeftHeader   LeftKind = "header"
	LeftFooter   LeftKind = "footer"
	LeftContents LeftKind = "contents"
	LeftPart     LeftKind = "part"  // a file within the file that cannot be read
	LeftFrame    LeftKind = "frame" // of a web page: all around the document
)

// Origin is what a file tells of who wrote it and how. None of it is published.
type Origin struct {
	Author, LastEditor, Company, Manager, Template string
	Title, Program                                 string
	Created, Modified                              string
	Revisions                                      int  // ids of editing sessions (rsid)
	Tracking                                       bool // changes are being tracked
	Custom                                         bool // properties or data of its own
}

// Refusal is why a file cannot be read, told to a clerk.
type Refusal struct {
	Reason              RefusalReason
	Message, Suggestion string // a Chinese sentence each, without a full stop
}

// RefusalReason is why a file is refused.
type RefusalReason string

// Reasons.
const (
	RefusedEncrypted RefusalReason = "encrypted"
	RefusedFormat    RefusalReason = "format" // another format than its reader's
	RefusedDamaged   RefusalReason = "damaged"
	RefusedTooLarge  RefusalReason = "too-large"
	RefusedTooDeep   RefusalReason = "too-deep"
	RefusedPart      RefusalReason = "unread-part" // text that stands in it as a file of another kind
)

// Error is the message.
func (r *Refusal) Error() string { return r.Message }

// Words reports whether the document has any text.
func (d *Document) Words() bool { return len(d.Passages) > 0 }

// Text is the text of a document: a paragraph a line, the cells of a row parted
// by tabs. spans says where in it the passages stand; a table's span is that of
// all of its rows.
func (d *Document) Text() (text string, spans []Span) {
	var b strings.Builder
	spans = make([]Span, len(d.Passages))
	for i := range d.Passages {
		p := &d.Passages[i]
		if i > 0 && p.Grid != nil && d.Passages[i-1].Grid != nil {
			b.WriteByte('\n') // two tables are not one
		}
		spans[i].Start = b.Len()
		if p.Grid == nil {
			b.WriteString(p.Text)
		} else {
			p.Grid.write(&b, nil)
		}
		spans[i].End = b.Len()
		b.WriteByte('\n')
	}
	return b.String(), spans
}

// write writes the rows of a table, except those without a word; seen is told
// where each cell begins. What a cell covers of the rows below it is empty
// there, at the end of a row too: the row 受理（件）, 办结（件） beside 检查（次）, merged
// downwards, ends in a tab and has as many cells as the rows below it.
func (g *Grid) write(b *strings.Builder, seen func(row, cell, offset int)) {
	start := b.Len()
	covered := make([]int, max(0, g.Columns)) // by column: the row below the cell that stands there
	for i := range g.Rows {
		width := len(covered)
		for ; width > 0 && covered[width-1] <= i; width-- {
		}
		g.Rows[i].cover(covered, i)
		if !g.Rows[i].words() {
			continue
		}
		if b.Len() > start {
			b.WriteByte('\n')
		}
		column := 0
		for k := range g.Rows[i].Cells {
			c := &g.Rows[i].Cells[k]
			for ; column < c.Column; column++ {
				b.WriteByte('\t')
			}
			if seen != nil {
				seen(i, k, b.Len())
			}
			b.WriteString(strings.Map(inLine, c.Text))
		}
		for ; column < width-1; column++ {
			b.WriteByte('\t')
		}
	}
}

// cover notes in covered how far down the cells that begin in row at reach.
func (r *GridRow) cover(covered []int, at int) {
	for k := range r.Cells {
		c := &r.Cells[k]
		for column := max(0, c.Column); column < min(c.Column+c.Columns, len(covered)); column++ {
			covered[column] = at + c.RowsDown
		}
	}
}

// inLine keeps the text of a cell on the line of its row. Its length is kept too.
func inLine(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}

func (r *GridRow) words() bool {
	for k := range r.Cells {
		if strings.TrimSpace(r.Cells[k].Text) != "" {
			return true
		}
	}
	return false
}

// Find is where in Text a place stands; ok is false for the whole file. spans
// are those that Text gave.
func (d *Document) Find(at Place, spans []Span) (offset int, ok bool) {
	if at.Passage < 0 || at.Passage >= len(d.Passages) {
		return 0, false
	}
	span := spans[at.Passage]
	g := d.Passages[at.Passage].Grid
	if g == nil {
		return min(span.Start+at.Offset, span.End), true
	}
	var b strings.Builder
	offset = span.Start
	g.write(&b, func(row, cell, begin int) {
		if row == at.Row && cell == at.Cell {
			offset = span.Start + begin + at.Offset
		}
	})
	return min(offset, span.End), true
}
