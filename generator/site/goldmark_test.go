package site

import (
	"bytes"
	"testing"

	"github.com/gohugoio/hugo-goldmark-extensions/extras"
	"github.com/gohugoio/hugo-goldmark-extensions/passthrough"
	"github.com/yuin/goldmark"
	emoji "github.com/yuin/goldmark-emoji"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown is goldmark with everything on that Hugo can switch on, more than
// this site does: what is safe here stays safe when a setting changes.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList, extension.DefinitionList,
		extension.Footnote, extension.Typographer, emoji.Emoji,
		extension.NewCJK(extension.WithEastAsianLineBreaks(), extension.WithEscapedSpace()),
		extras.New(extras.Config{
			Delete: extras.DeleteConfig{Enable: true}, Insert: extras.InsertConfig{Enable: true}, Mark: extras.MarkConfig{Enable: true},
			Subscript: extras.SubscriptConfig{Enable: true}, Superscript: extras.SuperscriptConfig{Enable: true},
		}),
		passthrough.New(passthrough.Config{
			InlineDelimiters: []passthrough.Delimiters{{Open: "$", Close: "$"}, {Open: `\(`, Close: `\)`}},
			BlockDelimiters:  []passthrough.Delimiters{{Open: "$$", Close: "$$"}, {Open: `\[`, Close: `\]`}},
		}),
	),
	goldmark.WithParserOptions(
		parser.WithAutoHeadingID(), parser.WithAttribute(),
		parser.WithBlockParsers(util.Prioritized(attributeLines{}, 100)),
		parser.WithASTTransformers(util.Prioritized(attributeLines{}, 100)),
	),
	goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()),
)

func render(t testing.TB, source []byte) []byte {
	var out bytes.Buffer
	if err := markdown.Convert(source, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// attributeLines does what Hugo's own extension does for
// markup.goldmark.parser.attribute.block: a line {#id .class} after a block
// gives the block its attributes.
type attributeLines struct{}

type attributeLine struct{ ast.BaseBlock }

var kindAttributeLine = ast.NewNodeKind("AttributeLine")

func (*attributeLine) Kind() ast.NodeKind         { return kindAttributeLine }
func (n *attributeLine) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

func (attributeLines) Trigger() []byte             { return []byte{'{'} }
func (attributeLines) CanAcceptIndentedLine() bool { return false }
func (attributeLines) CanInterruptParagraph() bool { return true }

func (attributeLines) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	attrs, ok := parser.ParseAttributes(r)
	if !ok {
		return nil, parser.RequireParagraph
	}
	node := &attributeLine{}
	for _, a := range attrs {
		node.SetAttribute(a.Name, a.Value)
	}
	return node, parser.NoChildren
}

func (attributeLines) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (attributeLines) Close(ast.Node, text.Reader, parser.Context) {}

func (attributeLines) Transform(doc *ast.Document, r text.Reader, pc parser.Context) {
	var lines []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == kindAttributeLine {
			lines = append(lines, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range lines {
		if prev := n.PreviousSibling(); prev != nil && !n.HasBlankPreviousLines() {
			for _, a := range n.Attributes() {
				prev.SetAttribute(a.Name, a.Value)
			}
		}
		n.Parent().RemoveChild(n.Parent(), n)
	}
}
