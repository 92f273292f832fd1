package source

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extensions "github.com/yuin/goldmark/extension"
	notes "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// commonMark is a parser of CommonMark with tables and footnotes that loses no
// sentence: other readers of Markdown hide some.
func commonMark() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(definitions{}, 100)),
		parser.WithASTTransformers(util.Prioritized(uncalled{}, 1)),
	)
	goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extensions.Table, extensions.Footnote)) // which adds them to p
	return p
}

// definitions takes the lines that say what a link is called, [甲]: https://…, out
// of the text, but for those that say something else: [备注]: 含上年结转9件.
type definitions struct{}

func (definitions) Transform(p *ast.Paragraph, r text.Reader, known parser.Context) {
	for i := range p.Lines().Len() {
		line := p.Lines().At(i)
		if saysSomething(line.Value(r.Source())) {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, r, known)
}

// saysSomething reports whether a line looks like the definition of a link, but has
// Chinese words where its address would be.
func saysSomething(line []byte) bool {
	line = util.TrimLeftSpace(line)
	if len(line) == 0 || line[0] != '[' {
		return false
	}
	for i := 1; i+1 < len(line); i++ {
		if line[i] != ']' || line[i+1] != ':' {
			continue
		}
		first, _ := utf8.DecodeRune(util.TrimLeftSpace(line[i+2:]))
		return unicode.Is(unicode.Han, first) || first >= 0xFF01 && first <= 0xFFEF || first >= 0x3001 && first <= 0x301F
	}
	return false
}

// uncalled gives a number to the notes that no place calls for. Without one they
// would be dropped.
type uncalled struct{}

func (uncalled) Transform(root *ast.Document, _ text.Reader, _ parser.Context) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		list, ok := n.(*notes.FootnoteList)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			if note := c.(*notes.Footnote); note.Index < 0 {
				list.Count++
				note.Index = list.Count
			}
		}
		return ast.WalkStop, nil
	})
}
