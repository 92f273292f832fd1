// Package report holds the types that every stage shares. A stage reads what
// the stage before it filled in and fills in its own part:
//
//	source    -> Source
//	outline   -> Report: Title, Issuer, Year, Metadata, Headings, Blocks, Tables, Citations
//	figure    -> Report.Figures, Report.Asides, Report.Relations
//	review    -> what staff say of a figure; figures that they add
//	indicator -> Figure.Indicator, Figure.Theme
//	check     -> Report.Private, Report.Findings (the stages above add what they are unsure of)
//
// Places are spans of the source text, sliced late, so that nothing shown can
// drift from what was issued.
package report

// Report is one report and all that was read from it, in text order.
type Report struct {
	Source    *Source
	Title     string // as printed; a title of two lines is joined
	Issuer    string
	Year      int        // the year reported on; 0 when it could not be read
	Metadata  []Metadata // in text order, each key at most once
	Headings  []Heading
	Blocks    []Block
	Tables    []Table
	Citations []Citation
	Figures   []Figure
	Asides    []Aside
	Relations []Relation
	Private   []Span // data of persons in the text, in order; see Masked
	Findings  []Finding
}

// Heading is a numbered line of the outline, or one whose number was lost.
type Heading struct {
	ID     string // "h" and a hash of the text, so that it survives edits elsewhere
	Level  int    // 1 for 一、 2 for （一） and 第一， 3 for 1. 4 for （1）
	Number string // as printed, with its punctuation; "" where it was lost
	Text   string // without the number; a run-in heading ends before its 。
	Line   int
	Span   Span // number and text, and the 。 of a run-in heading
	RunIn  bool // text follows on the same line
	Item   bool // a numbered sentence rather than a heading

	Plan        bool // its words stand over what is to be done next
	Shortcoming bool // its words stand over what was found wanting
}

// BlockKind says what a block is.
type BlockKind string

// Kinds of block.
const (
	BlockTitle   BlockKind = "title"   // a line of the title
	BlockMeta    BlockKind = "meta"    // 文号, 发布日期, (…印发)
	BlockHeading BlockKind = "heading" // a heading that is none of a sentence's numbering
	BlockText    BlockKind = "text"    // a paragraph, or a numbered sentence
	BlockRow     BlockKind = "row"     // a line of a tab-separated table
	BlockCaption BlockKind = "caption" // 表1 …
	BlockClosing BlockKind = "closing" // the issuer or date that signs the report
)

// Block is a run of text that stands by itself. A run-in heading and the text
// after it are two blocks of one line. Together the blocks hold every
// character of the source but the white space around them.
type Block struct {
	ID      string // "p" (or the heading's own id) and a hash of the text
	Kind    BlockKind
	Span    Span // without the white space around it
	Line    int
	Heading int    // index in Headings of the heading it is or stands under; -1 before the first, behind the signature, and of a note
	Table   int    // index in Tables; -1 outside one
	Items   []Span // 一是…, 二是… within the block, each to where the next begins
}

// Opens reports whether a block stands before the first heading.
func (r *Report) Opens(block int) bool {
	return len(r.Headings) == 0 || r.Blocks[block].Span.Start < r.Headings[0].Span.Start
}

// Citation is a title in 《》, as printed, without the outer marks.
type Citation struct {
	Title string
	Line  int
	Span  Span // with the marks
}

// Kind says what a figure measures.
type Kind string

// Kinds of figure.
const (
	KindCount  Kind = "count"
	KindAmount Kind = "amount" // of money
	KindRate   Kind = "rate"   // a share, of a hundred, of ten, or a ratio
	KindChange Kind = "change" // on an earlier value
)

// Figure is a quantity that the text states as data.
type Figure struct {
	ID        string // "f" and a hash of quote, numeral and place in the quote
	Value     string // exact decimal, as JSON writes a number; 万 and 亿 multiplied out except before 元
	Raw       string // the numeral as printed with the approximation that touches it: 528余
	Unit      string // the measure word: 件, %, 万元; "" where none is printed
	Approx    string // "" or one of 余 多 近 约 超 逾 以上 以内 左右
	Bound     Bound  // on which side of Value the text says that the true one lies
	Kind      Kind
	Label     string // a short noun phrase for what is counted; "" where none is surely right: its clause is shown instead
	OwnKind   string // the label without the noun of its whole, where one was put to it: 种子 of 种子违法案件; else ""
	Own       bool   // the label is made of words of its own clause, or of the heads of its row and column; false for a borrowed one and for none
	Quote     string // the clause, verbatim
	Span      Span   // from the numeral to the end of its unit and of an approximation after it
	Words     Span   // Span with the words that bound it: 不足4名; zero where none do
	QuoteSpan Span
	Block     int // index in Blocks
	Line      int
	Target    bool   // a goal, not yet a result
	Indicator string // id in the catalogue; "" when none matches
	Contested string // id of the indicator that it would be, did another figure not claim it with another value; Indicator is then ""
	Theme     string // of its indicator, or of the one that another figure of the report is
	Reviewed  bool   // confirmed by staff
	Hidden    bool   // staff say that it is no figure
	Series    string // what staff call the series over the years that it is in, NoSeries for none; "" where they say nothing
	Settled   bool   // staff have said which indicator it is, or, with Indicator "", that it is none
}

// NoSeries is what staff write of a figure that is in no series with one of the
// year before.
const NoSeries = "无"

// Bound is what the words around a number say of it: of 不足4名 that there are
// fewer than four, of 90%以上 that it is ninety or more.
type Bound string

// Bounds. The zero value is none: the number is the value, or near it.
const (
	BoundBelow   Bound = "<" // 不足, 不到
	BoundAtMost  Bound = "≤" // 不超过, 以下, 以内
	BoundAtLeast Bound = "≥" // 不少于, 至少, 以上
	BoundAbove   Bound = ">" // 超过, 逾, 突破
)

// RelationKind says how figures of one report belong together.
type RelationKind string

// Kinds of relation. The roles of Relation's fields follow from the kind.
const (
	RelationRate   RelationKind = "rate"   // Result % = Parts[0] ÷ Whole
	RelationPart   RelationKind = "part"   // Parts are parts of Whole; Result is -1
	RelationChange RelationKind = "change" // Result is the change of Whole on an earlier value, or from Parts[0] to Whole
)

// Relation ties figures of one report. Its fields are indexes in Figures; -1
// stands for none.
type Relation struct {
	Kind     RelationKind
	Result   int    // the rate or the change as printed
	Whole    int    // the total, or the later value
	Parts    []int  // the parts, or the earlier value
	Computed string // Result computed anew, rounded to one decimal; "" where it cannot be
	Agrees   bool   // the printed Result is Computed, rounded or truncated to its own decimals
	Complete bool   // of a part relation: the parts add up to the whole
	Closed   bool   // of a part relation: the text says that these are all the parts (三类合计, 其余, 分为)
}
