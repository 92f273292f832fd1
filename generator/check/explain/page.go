package explain

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"mingfa/generator/escape"
)

// Page is what there is to say of a rule: headings, paragraphs, lists, quotations,
// code and tables.
type Page struct {
	Markdown string // as it was written
	Title    string // the first heading
	First    string // the first paragraph

	source []byte
	root   ast.Node
}

func parse(markdown string) *Page {
	p := &Page{Markdown: markdown, source: []byte(markdown)}
	p.root = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(p.source))
	for n := p.root.FirstChild(); n != nil; n = n.NextSibling() {
		switch {
		case n.Kind() == ast.KindHeading && p.Title == "":
			p.Title = p.inline(n)
		case n.Kind() == ast.KindParagraph && p.First == "":
			p.First = p.inline(n)
		}
	}
	return p
}

// Text is the page as plain text in lines of at most width columns. Code and the names that
// no rule allows to break may be longer.
func (p *Page) Text(width int) string {
	var b strings.Builder
	p.blocks(&b, p.root, "", width)
	return b.String()
}

// blocks writes the blocks within n with an empty line between them, all lines
// behind indent.
func (p *Page) blocks(b *strings.Builder, n ast.Node, indent string, width int) {
	tight := false
	if list, ok := n.Parent().(*ast.List); ok {
		tight = list.IsTight
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() && !tight {
			b.WriteString(strings.TrimRight(indent, " ") + "\n")
		}
		p.block(b, c, indent, width)
	}
}

func (p *Page) block(b *strings.Builder, n ast.Node, indent string, width int) {
	lines := func(s string) {
		for part := range strings.SplitSeq(s, "\n") {
			for _, line := range escape.Wrap(part, width-escape.Width(indent)) {
				b.WriteString(indent + line + "\n")
			}
		}
	}
	switch n := n.(type) {
	case *ast.Heading:
		title := p.inline(n)
		if n.Level > 1 {
			lines("【" + title + "】")
			return
		}
		lines(title)
		b.WriteString(indent + strings.Repeat("=", min(escape.Width(title), width-escape.Width(indent))) + "\n")
	case *ast.List:
		p.list(b, n, indent, width)
	case *ast.Blockquote:
		p.blocks(b, n, indent+"│ ", width)
	case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
		for i := range n.Lines().Len() {
			segment := n.Lines().At(i)
			line := strings.TrimRight(string(segment.Value(p.source)), "\r\n")
			b.WriteString(strings.TrimRight(indent+"    "+escape.Visible(line), " ") + "\n")
		}
	case *ast.ThematicBreak:
		lines(strings.Repeat("─", 8))
	case *table.Table:
		p.table(lines, n)
	default:
		lines(p.inline(n))
	}
}

// list writes the items of a list, their lines in line behind the mark.
func (p *Page) list(b *strings.Builder, list *ast.List, indent string, width int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		mark := "· "
		if list.IsOrdered() {
			mark = fmt.Sprintf("%d. ", number)
			number++
		}
		if item != list.FirstChild() && !list.IsTight {
			b.WriteString("\n")
		}
		blank := strings.Repeat(" ", escape.Width(mark))
		var inner strings.Builder
		p.blocks(&inner, item, indent+blank, width)
		b.WriteString(indent + mark + strings.TrimPrefix(inner.String(), indent+blank))
	}
}

// table writes a row as a line: its first cell, and the others after their
// headings.
func (p *Page) table(lines func(string), t *table.Table) {
	var heads []string
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, p.inline(c))
		}
		if row.Kind() == table.KindTableHeader {
			heads = cells
			continue
		}
		line := "· "
		for i, cell := range cells {
			switch {
			case i == 0:
				line += cell
			case cell != "":
				line += "；" + heads[i] + "：" + cell
			}
		}
		lines(strings.Replace(line, "；", "　", 1))
	}
}

// Marks within a text that is being put together.
const (
	softBreak = "\v"
	codeOpen  = "\x0e"
	codeClose = "\x0f"
)

// inline is the text within n in one line, or in several where the page demands
// it. Code stands between quotation marks.
func (p *Page) inline(n ast.Node) string {
	var b strings.Builder
	p.appendInline(&b, n)
	s := joinLines(b.String())
	s = strings.NewReplacer(" "+codeOpen, "“", codeOpen, "“", codeClose+" ", "”", codeClose, "”").Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = escape.Visible(line)
	}
	return strings.Join(lines, "\n")
}

func (p *Page) appendInline(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Value(p.source))
			switch {
			case c.HardLineBreak():
				b.WriteString("\n")
			case c.SoftLineBreak():
				b.WriteString(softBreak)
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.CodeSpan:
			p.appendCode(b, c)
		case *ast.AutoLink:
			b.Write(c.Label(p.source))
		case *ast.Link:
			p.appendInline(b, c)
			fmt.Fprintf(b, "（%s）", c.Destination)
		default:
			p.appendInline(b, c)
		}
	}
}

// appendCode writes code, and marks where it begins and ends unless it stands
// in quotation marks or holds some.
func (p *Page) appendCode(b *strings.Builder, code *ast.CodeSpan) {
	var inner strings.Builder
	p.appendInline(&inner, code)
	if strings.HasSuffix(b.String(), "“") || strings.Contains(inner.String(), "“") {
		b.WriteString(inner.String())
		return
	}
	b.WriteString(codeOpen + inner.String() + codeClose)
}

// joinLines makes a space of each line break, or nothing beside Chinese.
func joinLines(s string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, softBreak)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if before != "" && after != "" && !endsBroad(before) && !beginsBroad(after) {
			b.WriteByte(' ')
		}
		s = after
	}
}

// broad reports whether r is Chinese, or a mark of Chinese that terminals print
// narrow.
func broad(r rune) bool {
	return strings.ContainsRune("“”‘’…—·", r) || r >= utf8.RuneSelf && escape.Width(string(r)) == 2
}

func endsBroad(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return broad(r)
}

func beginsBroad(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return broad(r)
}
