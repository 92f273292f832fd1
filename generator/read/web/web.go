// Package web reads web pages as their readers see them: pages saved from a
// government's site, of which the text of the document is taken and the rest of
// the page left out, and pages that Word made. What a page hides is flagged.
package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mingfa/generator/report"
)

// mostFlags is how many flags are kept; the others are counted.
const mostFlags = 500

// mostPage is how many bytes a page may have: a tree of its elements takes a
// hundred times as much memory.
const mostPage = 6 << 20

// Read reads a page. An error is a *report.Refusal.
func Read(page string) (*report.Document, error) {
	if len(page) > mostPage {
		return nil, &report.Refusal{Reason: report.RefusedTooLarge, Message: "这个网页太大，不像一份年度报告", Suggestion: "请在浏览器里打开它，把正文复制到 Word，存为 .docx"}
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil { // elements nested deeper than the parser goes
		return nil, &report.Refusal{Reason: report.RefusedTooDeep, Message: "这个网页的层次太多，读不出来", Suggestion: "请在浏览器里打开它，把正文复制到 Word，存为 .docx"}
	}
	r := &reader{sheet: styleSheet(root), doc: &report.Document{}, dropped: map[*html.Node]bool{}}
	body := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	if body == nil {
		return r.doc, nil
	}
	parts, known := r.contents(body)
	outside := &surroundings{reader: r, parts: parts}
	outside.read(root, body)
	if known && outside.title != "" {
		r.paragraph(outside.title)
	}
	for _, part := range parts {
		r.fallback = !known
		r.block(part)
		r.flush()
	}
	if known && outside.title != "" && r.repeats(outside.title) {
		r.doc.Passages = r.doc.Passages[1:]
		r.shift(-1)
	}
	r.doc.Beside = outside.said
	if len(parts) != 1 || parts[0] != body {
		r.doc.Left = append(r.doc.Left, report.Left{Kind: report.LeftFrame})
	}
	return r.doc, nil
}

// repeats reports whether the text begins with its title itself, be it on two
// lines or below a line or two of its head.
func (r *reader) repeats(title string) bool {
	begins := ""
	for i := 1; i < min(len(r.doc.Passages), 8); i++ {
		begins += squeezed(r.doc.Passages[i].Text)
	}
	return strings.Contains(begins, squeezed(title))
}

// shift moves the places of what is noted by a number of passages.
func (r *reader) shift(by int) {
	for i := range r.doc.Flags {
		r.doc.Flags[i].At.Passage = max(r.doc.Flags[i].At.Passage+by, 0)
	}
	for i := range r.doc.Notes {
		r.doc.Notes[i].At.Passage = max(r.doc.Notes[i].At.Passage+by, 0)
	}
}

// squeezed is s without white space.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// reader walks over the elements of a page.
type reader struct {
	doc      *report.Document
	sheet    sheet
	dropped  map[*html.Node]bool // parts of the page that are no text of the document
	fallback bool                // the document's element is not known: what looks like the page's own is left out

	line    strings.Builder // the paragraph that is being read
	gap     bool            // white space was read that is written if words follow
	broken  bool            // there was a line break in it
	pre     int             // elements in which white space counts
	pending []report.Flag   // of the paragraph: their passage is not known yet
	lists   []*list
	marker  string // of the list item that has begun
	cells   *[]string
	links   int // bytes of the paragraph that stand in links
	inLink  int
}

// block reads what is within an element.
func (r *reader) block(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

// node reads a node.
func (r *reader) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
		return
	case html.ElementNode:
	default:
		return
	}
	if r.dropped[n] || r.passesOver(n) {
		return
	}
	style := r.sheet.of(n)
	if style.hidden {
		if words := squeezed(textOf(n)); words != "" {
			r.flag(report.Flag{Kind: report.FlagHidden, Quote: words})
		}
		return
	}
	if n.DataAtom == atom.Table {
		r.table(n)
		return
	}
	if done := r.marked(n, style); done {
		return
	}
	if !style.block && !isBlock(n) {
		r.inline(n, style)
		return
	}
	r.flush()
	r.enter(n, style)
	r.block(n)
	r.leave(n)
	r.flush()
}

// passesOver reports whether an element holds nothing that is read.
func (r *reader) passesOver(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Textarea, atom.Select, atom.Option, atom.Button, atom.Iframe, atom.Object, atom.Svg,
		atom.Canvas, atom.Audio, atom.Video, atom.Head, atom.Rt, atom.Rp, atom.Nav, atom.Input, atom.Datalist, atom.Dialog:
		return true
	case atom.Img:
		r.doc.Pictures++
		return true
	case atom.Br:
		r.flush()
		return true
	case atom.Hr:
		r.flush()
		return true
	}
	return n.Data == "xml" || r.fallback && isFurniture(n)
}

// marked reads elements that say something of their words; it is false for all
// others.
func (r *reader) marked(n *html.Node, style style) bool {
	switch {
	case n.DataAtom == atom.Del, hasClass(n, "msoDel"):
		if words := strings.TrimSpace(textOf(n)); words != "" {
			r.flag(report.Flag{Kind: report.FlagTracked, Form: report.FormDeletion, Quote: words})
		}
		return true
	case hasClass(n, "msocomanchor"), style.comment:
		if words := squeezed(textOf(n)); words != "" {
			r.flag(report.Flag{Kind: report.FlagComment, Quote: words})
		}
		return true
	case n.DataAtom == atom.Sup:
		r.superscript(n)
		return true
	case n.DataAtom == atom.Sub:
		r.text(raised(textOf(n), "₀₁₂₃₄₅₆₇₈₉"))
		return true
	case n.DataAtom == atom.Ins, hasClass(n, "msoIns"):
		r.around(n, report.Flag{Kind: report.FlagTracked, Form: report.FormInsertion})
	case n.DataAtom == atom.S, n.DataAtom == atom.Strike, style.struck:
		r.around(n, report.Flag{Kind: report.FlagStruck})
	case n.DataAtom == atom.Mark, style.highlighted:
		r.around(n, report.Flag{Kind: report.FlagHighlighted})
	case style.invisible && !isBlock(n):
		r.around(n, report.Flag{Kind: report.FlagHidden, Form: report.FormInvisible})
	default:
		return false
	}
	return true
}

// around reads the words of an inline element and flags them.
func (r *reader) around(n *html.Node, f report.Flag) {
	passage, start := len(r.doc.Passages), r.line.Len()
	r.block(n)
	if passage != len(r.doc.Passages) || r.cells != nil { // of several paragraphs, or in a table
		f.Quote = strings.TrimSpace(textOf(n))
		r.flag(f)
		return
	}
	if words := r.line.String()[start:]; words != "" {
		lead := len(words) - len(strings.TrimLeft(words, " "))
		f.At.Offset, f.Quote, f.Printed = start+lead, words[lead:], true
		r.keepFlag(f)
	}
}

// inline reads an element within a line.
func (r *reader) inline(n *html.Node, style style) {
	switch {
	case style.ignore: // the number that Word wrote: the gap after it is no text
		r.number(textOf(n))
	case n.DataAtom == atom.A:
		r.inLink++
		r.block(n)
		r.inLink--
	default:
		r.block(n)
	}
}

// number writes a number that Word put before a paragraph.
func (r *reader) number(s string) {
	s = strings.TrimFunc(strings.ReplaceAll(s, "\u00a0", " "), unicode.IsSpace)
	if s == "" {
		return
	}
	r.text(s)
	if last := s[len(s)-1]; last < utf8.RuneSelf {
		r.gap = true // 1. 2023 is no 1.2023
	}
}

// superscript reads ² of m² as a character and the mark of a note in brackets: a
// bare digit would be read as part of the number before it.
func (r *reader) superscript(n *html.Node) {
	words := squeezed(textOf(n))
	inner := strings.Trim(words, "[]〔〕（）()［］")
	link := find(n, func(c *html.Node) bool { return c.DataAtom == atom.A }) != nil || n.Parent != nil && n.Parent.DataAtom == atom.A
	digits := inner != "" && strings.Trim(inner, "0123456789") == ""
	switch {
	case digits && (link || inner != words):
		r.text("〔注" + inner + "〕")
	case digits:
		r.text(raised(words, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
	default:
		r.block(n)
	}
}

// raised is s with other characters for its digits.
func raised(s, digits string) string {
	to := []rune(digits)
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return to[c-'0']
		}
		return c
	}, s)
}

// text writes words of the paragraph: white space is one blank, and none where
// lines of the file break between Chinese characters.
func (r *reader) text(s string) {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	for _, c := range s {
		if r.pre > 0 && (c == '\n' || c == '\r') {
			if c == '\n' {
				r.flush()
			}
			continue
		}
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' {
			r.gap, r.broken = true, r.broken || c == '\n'
			continue
		}
		if unicode.IsControl(c) || c == 0xFEFF {
			continue
		}
		if r.gap && r.line.Len() > 0 && !(r.broken && (isWide(last(r.line.String())) || isWide(c))) {
			r.line.WriteByte(' ')
		}
		r.gap, r.broken = false, false
		if r.marker != "" && r.line.Len() == 0 {
			r.line.WriteString(r.marker)
			r.links += len(r.marker)
			r.marker = ""
		}
		r.line.WriteRune(c)
		if r.inLink > 0 {
			r.links += utf8.RuneLen(c)
		}
	}
}

func last(s string) rune {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c
}

// isWide reports whether a character is Chinese, or punctuation of Chinese.
func isWide(c rune) bool {
	return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE4F || c >= 0xFF00 && c <= 0xFFEF || c >= 0x20000 && c <= 0x3FFFF ||
		c >= 0x2010 && c <= 0x2026
}

// flush ends the paragraph.
func (r *reader) flush() {
	words := r.line.String()
	r.line.Reset()
	r.gap, r.broken = false, false
	links := r.links
	r.links = 0
	lead := len(words) - len(strings.TrimLeft(words, " "))
	trimmed := strings.TrimSpace(words[lead:])
	if strings.Trim(trimmed, "\u3000") == "" || r.fallback && r.cells == nil && isMenu(trimmed, links) {
		r.keepPending(nil)
		return
	}
	trimmed = strings.TrimRightFunc(words[lead:], unicode.IsSpace)
	if r.cells != nil {
		*r.cells = append(*r.cells, trimmed)
		r.keepPending(nil)
		return
	}
	r.paragraph(trimmed)
	r.keepPending(&lead)
}

// paragraph adds a paragraph.
func (r *reader) paragraph(words string) {
	r.doc.Passages = append(r.doc.Passages, report.Passage{Text: words})
}

// flag notes what is not printed where the paragraph is now.
func (r *reader) flag(f report.Flag) {
	f.Quote = clipped(f.Quote)
	f.At.Offset = r.line.Len()
	r.keepFlag(f)
}

// clipped keeps the words of a flag short: a page may hide a book.
func clipped(s string) string {
	n := 0
	for i := range s {
		if n++; n > 200 {
			return s[:i]
		}
	}
	return s
}

// keepFlag notes a flag of the paragraph that is being read.
func (r *reader) keepFlag(f report.Flag) {
	if len(r.doc.Flags)+len(r.pending) >= mostFlags {
		r.doc.More++
		return
	}
	if r.cells != nil { // a cell is no passage of its own
		f.Printed = false
		f.At.Offset = 0
	}
	r.pending = append(r.pending, f)
}

// keepPending gives the flags of a paragraph their passage: the last one, or, of
// a paragraph without words, the one that it would have been. Those of a cell wait
// for their table.
func (r *reader) keepPending(lead *int) {
	if r.cells != nil {
		return
	}
	for _, f := range r.pending {
		if lead != nil {
			f.At.Passage = len(r.doc.Passages) - 1
			f.At.Offset = max(0, f.At.Offset-*lead)
		} else {
			f.At.Passage, f.At.Offset, f.Printed = max(0, len(r.doc.Passages)-1), 0, false
		}
		r.doc.Flags = append(r.doc.Flags, f)
	}
	r.pending = r.pending[:0]
}
