package source

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mingfa/generator/read/web"
	"mingfa/generator/report"
)

// mostMarkdown and mostNested bound what is read as Markdown: its parser takes
// quadratic time for some texts that nobody writes.
const (
	mostMarkdown = 2 << 20
	mostNested   = 40
)

// markdown is a text as CommonMark shows it: headings, lists with their numbers,
// tables. Nothing in it acts. It is nil for one that is read as it stands.
func markdown(source string) *report.Document {
	if len(source) > mostMarkdown || nestedDeeply(source) {
		return nil
	}
	raw := []byte(withoutFrontMatter(source))
	known := parser.NewContext()
	root := commonMark().Parse(text.NewReader(raw), parser.WithContext(known))
	m := &marks{source: raw, doc: &report.Document{}, notes: map[int]int{}}
	m.blocks(root)
	m.placeNotes()
	references := known.References() // in any order
	slices.SortFunc(references, func(a, b parser.Reference) int { return bytes.Compare(a.Label(), b.Label()) })
	for _, ref := range references { // [//]: # (a comment)
		if label := string(ref.Label()); strings.HasPrefix(label, "//") || strings.EqualFold(label, "comment") {
			m.comment(string(ref.Title()))
		}
	}
	return m.doc
}

// nestedDeeply reports whether a line begins with very many marks of quotations
// and lists.
func nestedDeeply(source string) bool {
	for line := range strings.Lines(source) {
		rest := strings.TrimLeft(line, " \t>*+-")
		if len(line)-len(rest) > mostNested && strings.ContainsAny(line[:len(line)-len(rest)], ">*+-") && strings.Trim(line, "-*=\r\n ") != "" {
			return true
		}
		if strings.Count(line, "[") > 500 || strings.Count(line, "*") > 2000 || strings.Count(line, "_") > 2000 || strings.Count(line, "`") > 500 || strings.Count(line, "<") > 500 {
			return true
		}
	}
	return false
}

// withoutFrontMatter is a text without the settings that some programs keep
// between lines of --- at its head.
func withoutFrontMatter(source string) string {
	first, rest, _ := strings.Cut(source, "\n")
	if strings.TrimRight(first, "\r ") != "---" {
		return source
	}
	at := len(source) - len(rest)
	for line := range strings.Lines(rest) {
		at += len(line)
		if end := strings.TrimRight(line, "\r\n "); end == "---" || end == "..." {
			return source[at:]
		}
	}
	return source
}

// marks makes passages of Markdown.
type marks struct {
	source []byte
	doc    *report.Document
	marker string // of a list item or of a note that begins
	kind   report.PassageKind
	calls  []noteCall  // for notes, in the words that inline read last
	called []placed    // all of them
	notes  map[int]int // by the index of a note: the passage that it begins with
}

func (m *marks) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			m.add(m.inline(c))
		case *ast.List:
			number := c.Start
			for item := c.FirstChild(); item != nil; item = item.NextSibling() {
				m.marker = "• "
				if c.IsOrdered() {
					m.marker = fmt.Sprintf("%d%c ", number, c.Marker)
					number++
				}
				m.blocks(item)
				m.marker = ""
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				m.add(strings.TrimRight(string(line.Value(m.source)), "\r\n"))
			}
		case *ast.HTMLBlock:
			var b strings.Builder
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				b.Write(line.Value(m.source))
			}
			if c.HasClosure() {
				b.Write(c.ClosureLine.Value(m.source))
			}
			m.comments(b.String())
			if d, err := web.Read(b.String()); err == nil {
				for _, f := range d.Flags { // what it hides
					f.At.Passage += len(m.doc.Passages)
					m.doc.Flags = append(m.doc.Flags, f)
				}
				m.doc.Passages = append(m.doc.Passages, d.Passages...)
			}
		case *table.Table:
			m.table(c)
		case *table.Footnote:
			m.note(c)
		default:
			m.blocks(c)
		}
	}
}

// comments flags the comments of a piece of HTML: <!-- … -->.
func (m *marks) comments(page string) {
	for {
		_, rest, found := strings.Cut(page, "<!--")
		if !found {
			return
		}
		words, after, _ := strings.Cut(rest, "-->")
		m.comment(words)
		page = after
	}
}

// mostComments and longestComment bound what is kept of them.
const (
	mostComments   = 500
	longestComment = 200 // in characters
)

// comment flags a comment at the paragraph before it, or in which it stands.
func (m *marks) comment(words string) {
	words = strings.Join(strings.Fields(strings.ToValidUTF8(words, lost)), " ")
	switch {
	case words == "":
	case len(m.doc.Flags) >= mostComments:
		m.doc.More++
	default:
		if runes := []rune(words); len(runes) > longestComment {
			words = string(runes[:longestComment])
		}
		m.doc.Flags = append(m.doc.Flags, report.Flag{Kind: report.FlagComment, Quote: words, At: report.Place{Passage: max(0, len(m.doc.Passages)-1)}})
	}
}

// add adds a paragraph, of which each line that was broken on purpose is one of
// its own.
func (m *marks) add(words string) {
	begin := 0 // of a line
	for line := range strings.SplitSeq(words, "\n") {
		end := begin + len(line)
		if line = strings.TrimRight(line, " \t\r"); strings.Trim(line, " \t\u3000") != "" {
			for _, c := range m.calls {
				if c.offset >= begin && c.offset <= end {
					offset := len(m.marker) + min(c.offset-begin, len(line))
					m.called = append(m.called, placed{c.index, report.Place{Passage: len(m.doc.Passages), Offset: offset}})
				}
			}
			m.doc.Passages = append(m.doc.Passages, report.Passage{Text: m.marker + line, Kind: m.kind})
			m.marker = ""
		}
		begin = end + 1
	}
	m.calls = nil
}

func (m *marks) table(t *table.Table) {
	g := &report.Grid{}
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		row := report.GridRow{Head: r.Kind() == table.KindTableHeader}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			words := m.inline(c)
			blank := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
			words = strings.TrimSpace(words)
			for _, call := range m.calls {
				at := report.Place{Passage: len(m.doc.Passages), Row: len(g.Rows), Cell: len(row.Cells), Offset: min(max(call.offset-blank, 0), len(words))}
				m.called = append(m.called, placed{call.index, at})
			}
			m.calls = nil
			row.Cells = append(row.Cells, report.GridCell{Text: words, Column: len(row.Cells), Columns: 1, RowsDown: 1})
		}
		g.Columns = max(g.Columns, len(row.Cells))
		g.Rows = append(g.Rows, row)
	}
	if g.Columns > 0 {
		m.doc.Passages = append(m.doc.Passages, report.Passage{Grid: g})
	}
}

// inline is the text within a block: a break that was written is a line, the
// other ends of lines are a blank between Latin words and nothing between Chinese
// ones.
func (m *marks) inline(n ast.Node) string {
	m.calls = nil
	var b strings.Builder
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Text:
				words := c.Segment.Value(m.source)
				if !c.IsRaw() {
					words = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(words)))
				}
				b.Write(words)
				switch {
				case c.HardLineBreak():
					b.WriteByte('\n')
				case c.SoftLineBreak():
					b.WriteString(m.softBreak(b.String(), c))
				}
			case *ast.String:
				b.Write(c.Value)
			case *ast.AutoLink:
				b.Write(c.Label(m.source))
			case *ast.RawHTML:
				tag := string(c.Segments.Value(m.source))
				if strings.HasPrefix(strings.ToLower(tag), "<br") {
					b.WriteByte('\n')
				}
				m.comments(tag)
			case *ast.Image:
				m.doc.Pictures++
				m.doc.Alts.Add(m.alt(c))
			case *table.FootnoteLink:
				m.calls = append(m.calls, noteCall{c.Index, b.Len()})
			case *table.FootnoteBacklink: // the way back from a note is no word of it
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return strings.ToValidUTF8(b.String(), lost)
}

// alt is what stands for a picture where it is not shown: ![办案流程](a.png).
func (m *marks) alt(picture ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(picture, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Value(m.source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// softBreak is what stands for the end of a line within a paragraph.
func (m *marks) softBreak(before string, t *ast.Text) string {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRune(m.source[min(t.Segment.Stop+1, len(m.source)):])
	if last < utf8.RuneSelf && next < utf8.RuneSelf {
		return " "
	}
	return ""
}
