// Package figure reads the quantities that a report states as data: value,
// unit, approximation, kind and a label in the report's own words, and how
// figures of one report belong together. The conventions are those of the
// site's data guide: 万 and 亿 multiplied out except before 元, the numeral as
// printed with the approximation that touches it, the clause as the quote.
//
// It works by rules over one pass of the text, with the words of a lexicon:
// what a rule cannot read is reported as an unread-number finding, never dropped
// and never guessed. Cost and memory are linear in the text, whatever the text
// is.
//
// A block is read in three steps. A scanner finds the numerals that are data and
// the clauses they stand in (scan.go, arabic.go, chinese.go; notfigure.go and
// named.go know what is no data). A labeller names them by the words around
// (label.go and the files label_…, with the rules of grammar.go, parse.go and
// phrase.go), in steps that are told by name (steps.go). Relations tie them together (the files relate_…). The steps share
// the marks and clauses of a block, which each of them fills in further: parted
// into packages they would need all of these exported, so they are one package.
package figure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// maxFigures is how many figures one report can have. A report of ordinary
// length has a few hundred.
const maxFigures = 100_000

// maxQuote bounds a quote, in bytes, for text without punctuation.
const maxQuote = 600

// Extract fills r.Figures, r.Asides and r.Relations and adds unread-number findings. It
// needs r.Source, r.Blocks, r.Headings and r.Tables, and reads by the words of
// a lexicon.
func Extract(r *report.Report, lex *lexicon.Lexicon) { extract(r, lex, nil) }

// extract is Extract, and tells of each figure of the text which step named it.
func extract(r *report.Report, lex *lexicon.Lexicon, tell func(f *report.Figure, step string)) {
	g := grammar{lex}
	e := extractor{grammar: g, r: r, text: r.Source.Text, scanner: scanner{grammar: g}, tell: tell}
	e.plans, e.looksAhead = plans(r)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		switch b.Kind {
		case report.BlockText, report.BlockHeading:
			e.prose(i, b)
		case report.BlockRow:
			if b.Table >= 0 && r.Tables[b.Table].First == i {
				e.table(b.Table)
			}
		default:
			e.settleAll(b.Span.Start, b.Span.End, report.ReasonFront)
		}
		if len(r.Figures) >= maxFigures || e.scanner.full {
			e.overflow(i)
			break
		}
	}
	e.relateTables()
	e.relateToTables()
	e.dropUnsure()
	e.nameInFull()
	e.reportUnread()
	e.settleHeads()
}

// extractor holds what is reused from block to block.
type extractor struct {
	grammar
	r          *report.Report
	text       string
	plans      []bool // of each heading: it stands over next year's plan
	looksAhead []bool // of each heading: it stands over that, or over shortcomings
	ids        report.IDs
	scanner    scanner
	labeller   labeller
	missed     []report.Span // the first of them
	missing    int           // how many there are
	lines      bool          // the block has several lines
	unsure     []int         // figures whose label is not surely right
	parts      []partName    // the full names of parts
	tell       func(f *report.Figure, step string)
}

// dropUnsure takes the labels away that are not surely right. It comes last: the
// words, right or wrong, tell which figures belong together.
func (e *extractor) dropUnsure() {
	for _, i := range e.unsure {
		e.r.Figures[i].Label, e.r.Figures[i].Own = "", false
	}
}

// prose reads a paragraph or a heading.
func (e *extractor) prose(i int, b *report.Block) {
	start := b.Span.Start
	if h := b.Heading; h >= 0 && e.r.Headings[h].Span.Start == start {
		start += len(e.r.Headings[h].Number)
	}
	if start > b.Span.End {
		return
	}
	if start == b.Span.Start && isPageNumber(e.text[start:b.Span.End]) {
		e.settleAll(start, b.Span.End, report.ReasonPage)
		return
	}
	e.scanner.block(e.text, start, b.Span.End)
	e.unread()
	e.takeAsides()
	if len(e.scanner.marks) == 0 {
		return
	}
	l := &e.labeller
	*l = labeller{grammar: e.grammar, s: &e.scanner, topic: e.topic(b)}
	e.goals(b)
	l.run()
	l.tellPeriods()
	e.lines = b.Span.End > e.r.Source.LineSpan(b.Line).End
	first := len(e.r.Figures)
	for k := range e.scanner.marks {
		if len(e.r.Figures) >= maxFigures {
			break
		}
		e.emit(i, b, &e.scanner.marks[k])
	}
	e.relate(first)
}

// emit appends the figure of one mark.
func (e *extractor) emit(i int, b *report.Block, m *mark) {
	c := &e.scanner.clauses[m.clause]
	quote := e.quote(c, m)
	raw := e.text[m.start:m.numEnd]
	f := report.Figure{
		Value: m.value, Raw: raw, Unit: m.unit, Approx: m.approx, Bound: m.bound, Words: m.words, Kind: e.kindOf(m),
		Label: labelOf(m), Quote: e.text[quote.Start:quote.End],
		Span: report.Span{Start: m.start, End: m.end}, QuoteSpan: quote,
		Block: i, Line: b.Line, Target: m.target,
	}
	if e.lines {
		f.Line = e.r.Source.Line(m.start)
	}
	f.Own = report.OwnLabel(f.Label, f.Quote)
	f.ID = e.id(f.Quote, raw, m.start-quote.Start)
	if !e.sound(m.label, m.unit) && !(m.named && e.onlyVerbs(m.label)) {
		e.unsure = append(e.unsure, len(e.r.Figures))
	}
	e.r.Figures = append(e.r.Figures, f)
	if e.tell != nil {
		e.tell(&f, m.by)
	}
}

// id is made of the quote, the numeral and its place, so that it stays the
// same while the clause does.
func (e *extractor) id(quote, raw string, place int) string {
	return e.ids.Make('f', quote, "\x00", raw, "\x00", strconv.Itoa(place))
}

// labelOf is the label with its place in a pair, and 目标 for a goal.
func labelOf(m *mark) string {
	if m.nameless && !m.changes || m.label == "" {
		return ""
	}
	label := m.label
	switch m.pair {
	case earlier:
		label += "（前）"
	case later:
		label += "（后）"
	case lowest:
		label += "（下限）"
	case highest:
		label += "（上限）"
	}
	if m.target && !strings.Contains(label, "目标") {
		label += "目标"
	}
	return label
}

// quote is the clause without white space around it; of a very long clause,
// the part around the figure.
func (e *extractor) quote(c *clause, m *mark) report.Span {
	start, end := c.start, c.end
	if end-start > maxQuote {
		start, end = max(start, m.start-maxQuote/2), min(end, m.end+maxQuote/2)
		for start < m.start && !utf8.RuneStart(e.text[start]) {
			start++
		}
		for end > m.end && end < len(e.text) && !utf8.RuneStart(e.text[end]) {
			end--
		}
	}
	for start < m.start {
		r, w := runeAt(e.text, start)
		if !isSpace(r) {
			break
		}
		start += w
	}
	for end > m.end {
		r, w := before(e.text, end)
		if !isSpace(r) {
			break
		}
		end -= w
	}
	return report.Span{Start: start, End: end}
}

// topic is what a paragraph is about when its heading names a plain noun of the
// field: 行政复议 of 做实行政复议.
func (e *extractor) topic(b *report.Block) string {
	if b.Heading < 0 {
		return ""
	}
	text := e.r.Headings[b.Heading].Text
	if len(text) > 30 {
		return ""
	}
	text = strings.TrimSuffix(text, "工作")
	return text[len(text)-e.Topics.Suffix(text):]
}
