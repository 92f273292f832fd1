package site

import (
	"cmp"
	"slices"
	"sort"
	"strconv"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// page writes the body of a report's page.
type page struct {
	r       *report.Report
	b       []byte
	figures [][]int // by block, in text order: indexes of those not hidden
	marks   []mark
	terms   *terms
	calls   []call        // for notes, that are still to come
	called  map[int]*call // by the block of the note
	plain   bool          // the block is a paragraph, in which terms are marked
	// running text, not a cell: a sentence that has figures is an element, as the row
	// of a cell is one already, and years are kept whole.
	running bool
}

// standing is where words stand, which decides how they are marked.
type standing int

const (
	loose    standing = iota
	inLink            // between two figures of one link
	inNumber          // the words of a figure
)

// body is the report's text in HTML: every block but the title's lines, in order
// and verbatim. The template puts it into the page as it is. To Markdown, which a
// portal's own template may ask for, it is one block, since no line of it is blank.
// Of the marks and the terms it tells which are on the page.
func body(r *report.Report, marks []mark, t *terms) []byte {
	p := &page{r: r, marks: marks, terms: t, b: make([]byte, 0, 2*len(r.Source.Text)), figures: byBlock(r), calls: calls(r), called: map[int]*call{}}
	captions := make(map[int]bool, len(r.Tables))
	for _, t := range r.Tables {
		for i := t.Caption; i >= 0 && i < t.First; i++ {
			captions[i] = true // with the line between it and the table
		}
	}
	for i := range r.Blocks {
		block := &r.Blocks[i]
		switch {
		case block.Span.Len() == 0 || captions[i]:
		case block.Kind == report.BlockTitle:
			if len(p.figures[i]) > 0 { // the only place its rows could link to
				p.paragraph(i, "title")
			}
		case block.Kind == report.BlockHeading && block.Heading >= 0:
			p.heading(i)
		case block.Kind == report.BlockRow && block.Table >= 0:
			if t := r.Tables[block.Table]; t.First == i {
				p.table(block.Table)
			}
		case block.Kind == report.BlockMeta:
			p.paragraph(i, "meta")
		case block.Kind == report.BlockClosing:
			p.paragraph(i, "closing")
		case block.Kind == report.BlockCaption:
			p.paragraph(i, "caption")
		default:
			p.plain = block.Kind == report.BlockText
			p.paragraph(i, "")
			p.plain = false
		}
	}
	return p.b
}

// byBlock lists the figures of each block by where they begin.
func byBlock(r *report.Report) [][]int {
	shown := make([]int, 0, len(r.Figures))
	for i := range r.Figures {
		if !r.Figures[i].Hidden {
			shown = append(shown, i)
		}
	}
	slices.SortStableFunc(shown, func(i, k int) int {
		f, g := &r.Figures[i], &r.Figures[k]
		return cmp.Or(f.Block-g.Block, f.Span.Start-g.Span.Start)
	})
	out := make([][]int, len(r.Blocks))
	for len(shown) > 0 {
		block, n := r.Figures[shown[0]].Block, 1
		for n < len(shown) && r.Figures[shown[n]].Block == block {
			n++
		}
		out[block], shown = shown[:n], shown[n:]
	}
	return out
}

func (p *page) paragraph(i int, class string) {
	block := &p.r.Blocks[i]
	p.b = append(append(append(p.b, `<p id="`...), block.ID...), '"')
	if len(p.figures[i]) > 0 {
		p.line(block)
	}
	if class != "" {
		p.b = append(append(append(p.b, ` class="`...), class...), '"')
	}
	p.b = append(p.b, '>')
	p.running = true
	p.inline(block.Span, p.figures[i])
	p.running = false
	p.back(i)
	p.b = append(p.b, "</p>\n"...)
}

// heading writes two levels below its own: h1 is the title of the page and h2
// stands over its text.
func (p *page) heading(i int) {
	block := &p.r.Blocks[i]
	h := &p.r.Headings[block.Heading]
	level := strconv.Itoa(min(max(h.Level+2, 3), 6))
	p.b = append(append(append(append(append(p.b, "<h"...), level...), ` id="`...), h.ID...), `">`...)
	p.running = true
	p.inline(block.Span, p.figures[i])
	p.running = false
	p.b = append(append(append(p.b, "</h"...), level...), ">\n"...)
}

// line says on which line of the original a block stands, for who lands on it.
func (p *page) line(block *report.Block) {
	p.b = append(strconv.AppendInt(append(p.b, ` data-line="`...), int64(block.Line), 10), '"')
}

// inline writes the text of sp with its figures as links, and around each
// sentence that has one an element, which is marked where a reader lands on the
// figure. A figure that shares its words with the one before it has only an anchor.
//
// Figures of one clause are one link, from the first to the last of them: a text
// in which every number is a link is read in pieces. It leads to the row of the
// first, which names the others; each keeps its place to be led to.
func (p *page) inline(sp report.Span, figures []int) {
	text := p.r.Source.Text
	at, end := sp.Start, sp.Start // what is written, and where the sentence that is open ends
	open := false
	p.skipCalls(sp.Start)
	for len(figures) > 0 {
		i := figures[0]
		f := &p.r.Figures[i]
		words := p.r.Words(f)
		if words.Start < at || words.End > sp.End {
			p.b = append(append(append(p.b, `<span id="`...), f.ID...), `"></span>`...)
			figures = figures[1:]
			continue
		}
		clause := clauseFigures(p.r, figures, sp)
		figures = figures[len(clause):]
		last := p.r.Words(&p.r.Figures[clause[len(clause)-1]]).End
		if open && words.Start >= end {
			p.text(report.Span{Start: at, End: end}, loose)
			p.b = append(p.b, "</span>"...)
			at, open = end, false
		}
		if !open && p.running {
			start := at + lastSentence(text[at:words.Start])
			p.text(report.Span{Start: at, End: start}, loose)
			p.b = append(p.b, `<span class="says">`...)
			at, open = start, true
		}
		if open {
			end = max(end, last+firstSentence(text[last:sp.End]))
		}
		p.text(report.Span{Start: at, End: words.Start}, loose)
		p.link(clause)
		at = last
	}
	if open {
		p.text(report.Span{Start: at, End: end}, loose)
		p.b = append(p.b, "</span>"...)
		at = end
	}
	p.text(report.Span{Start: at, End: sp.End}, loose)
	p.callsUpTo(sp.End)
}

// link writes the figures of one clause with the words between them.
func (p *page) link(clause []int) {
	f := &p.r.Figures[clause[0]]
	words := p.r.Words(f)
	class := `<a class="n" id="`
	if len(clause) > 1 {
		class = `<a class="n many" id="`
	}
	p.b = append(append(append(p.b, class...), f.ID...), `" href="#r-`...)
	p.b = append(append(p.b, f.ID...), `">`...)
	if len(clause) == 1 { // kept together by its style
		p.text(words, inNumber)
		p.b = append(p.b, "</a>"...)
		return
	}
	p.b = append(p.b, `<span class="whole">`...)
	p.text(words, inNumber)
	p.b = append(p.b, "</span>"...)
	at := words.End
	for _, i := range clause[1:] {
		f := &p.r.Figures[i]
		words := p.r.Words(f)
		if words.Start < at {
			p.b = append(append(append(p.b, `<span id="`...), f.ID...), `"></span>`...)
			continue
		}
		p.text(report.Span{Start: at, End: words.Start}, inLink)
		p.b = append(append(append(p.b, `<span class="whole" id="`...), f.ID...), `">`...)
		p.text(words, inNumber)
		p.b = append(p.b, "</span>"...)
		at = words.End
	}
	p.b = append(p.b, "</a>"...)
}

// text writes the text of sp with its marks: links to what is said of the
// words, or <mark> within a figure's link. A mark that goes on beyond sp is
// written in pieces, so that elements never overlap.
func (p *page) text(sp report.Span, in standing) {
	next := 0
	if len(p.marks) > 0 {
		next = sort.Search(len(p.marks), func(i int) bool { return p.marks[i].span.End > sp.Start })
	}
	for ; next < len(p.marks) && p.marks[next].span.Start < sp.End; next++ {
		m := &p.marks[next]
		words := report.Span{Start: max(m.span.Start, sp.Start), End: min(m.span.End, sp.End)}
		p.run(report.Span{Start: sp.Start, End: words.Start}, in)
		if sp.Start = words.End; words.Len() == 0 {
			continue
		}
		open, end := `<a class="sic" href="#why-`+m.id+`"`, "</a>"
		if in != loose {
			open, end = `<mark class="sic"`, "</mark>"
		}
		p.b = append(p.b, open...)
		if !m.placed {
			m.placed = true
			p.b = append(p.b, ` id="`+m.id+`"`...)
		}
		p.b = append(p.b, '>')
		p.b = escape.Text(p.b, p.r.Source.Slice(words))
		p.b = append(p.b, end...)
	}
	p.run(sp, in)
}

// run writes text without marks, with its terms and the calls for notes, which are no
// part of another link but stand behind it. What a figure's link keeps together by
// itself is left as it is.
func (p *page) run(sp report.Span, in standing) {
	for in == loose && len(p.calls) > 0 && p.calls[0].at < sp.End {
		at := max(p.calls[0].at, sp.Start)
		p.words(report.Span{Start: sp.Start, End: at}, in)
		p.callsUpTo(at)
		sp.Start = at
	}
	p.words(sp, in)
}

func (p *page) words(sp report.Span, in standing) {
	if p.plain && in != inNumber {
		p.b, sp.Start = p.terms.mark(p.b, p.r, sp, in == loose)
	}
	if words := p.r.Source.Slice(sp); p.running && in != inNumber {
		p.b = kept(p.b, words)
	} else {
		p.b = escape.Text(p.b, words)
	}
}
