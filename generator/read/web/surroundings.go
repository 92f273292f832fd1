package web

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// surroundings is what a page says of its document outside of the document's own
// text: the title above it, the table of 索引号 and 发布日期, elements <meta>.
type surroundings struct {
	*reader
	parts []*html.Node
	title string   // as it is shown; "" where it is not
	said  []string // pairs as 发布日期：2024-03-20
}

// metaNames are the names of <meta> elements (政府网站发展指引, 附录), and what
// they say in the words of a document.
var metaNames = map[string]string{"pubdate": "发布日期", "contentsource": "来源", "publishdate": "发布日期"}

// read looks through the page, except the parts that hold the text.
func (s *surroundings) read(root, body *html.Node) {
	named := ""
	var titles []string
	each(root, func(n *html.Node) bool {
		switch {
		case n.DataAtom == atom.Meta:
			name, content := strings.ToLower(attribute(n, "name")), strings.TrimSpace(attribute(n, "content"))
			if name == "articletitle" {
				named = squeezed(content)
			}
			if key := metaNames[name]; key != "" && content != "" && utf8.RuneCountInString(content) < 80 {
				s.say(key + "：" + content)
			}
		case n.DataAtom == atom.Title:
			titles = append(titles, squeezed(textOf(n)))
		case n == body:
			return false
		}
		return true
	})
	if len(s.parts) == 1 && s.parts[0] == body {
		return
	}
	heading := ""
	each(body, func(n *html.Node) bool {
		if s.isPart(n) || n.Type == html.ElementNode && (s.passedOver(n) || s.sheet.of(n).hidden) {
			return false
		}
		if n.Type != html.ElementNode {
			return true
		}
		words := squeezed(textUpTo(n, 1000))
		size := utf8.RuneCountInString(words)
		if size > 4 && size < 120 && n != body && !s.holdsPart(n) {
			switch {
			case words == named, len(titles) > 0 && size > 8 && strings.HasPrefix(titles[0], words) && n.DataAtom != atom.A:
				if s.title == "" && !inLink(n) {
					s.title = s.shown(n)
				}
			case n.DataAtom == atom.H1 && heading == "":
				heading = s.shown(n)
			}
		}
		if n.DataAtom == atom.Tr || n.DataAtom == atom.Li || n.DataAtom == atom.Dl || n.DataAtom == atom.P || n.DataAtom == atom.Div && size < 120 && !s.holdsPart(n) && n.FirstChild != nil && !hasBlocks(n) {
			s.row(n)
		}
		return true
	})
	if s.title == "" {
		s.title = heading
	}
}

// passedOver is what is not read, without a trace of having met it.
func (s *surroundings) passedOver(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Select, atom.Textarea:
		return true
	}
	return false
}

func (s *surroundings) isPart(n *html.Node) bool {
	for _, p := range s.parts {
		if p == n && p.DataAtom != atom.Body {
			return true
		}
	}
	return false
}

func (s *surroundings) holdsPart(n *html.Node) bool {
	for _, p := range s.parts {
		for up := p; up != nil; up = up.Parent {
			if up == n {
				return true
			}
		}
	}
	return false
}

func inLink(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.A {
			return true
		}
	}
	return false
}

func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isBlock(c) || c.DataAtom == atom.Table {
			return true
		}
	}
	return false
}

// shown is the text of an element on one line.
func (s *surroundings) shown(n *html.Node) string {
	side := &reader{sheet: s.sheet, doc: s.doc, dropped: s.dropped}
	var lines []string
	side.cells = &lines
	flags, more, pictures := s.doc.Flags, s.doc.More, s.doc.Pictures
	side.block(n)
	side.flush()
	s.doc.Flags, s.doc.More, s.doc.Pictures = flags, more, pictures
	return strings.Join(lines, "")
}

// row reads the pairs of a line outside of the text: cells of 索引号 and its
// value, or 发布时间：2024-03-20 来源：….
func (s *surroundings) row(n *html.Node) {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th || c.DataAtom == atom.Dt || c.DataAtom == atom.Dd {
			cells = append(cells, strings.Join(strings.Fields(textUpTo(c, 1000)), " "))
		}
	}
	if len(cells) == 0 {
		words := strings.Join(strings.Fields(textUpTo(n, 1000)), " ")
		if utf8.RuneCountInString(words) < 200 && strings.ContainsAny(words, "：:") {
			s.say(words)
		}
		return
	}
	for i := 0; i+1 < len(cells); i += 2 {
		key := strings.TrimRight(squeezed(cells[i]), "：:")
		if n := utf8.RuneCountInString(key); n >= 2 && n <= 10 && cells[i+1] != "" && utf8.RuneCountInString(cells[i+1]) < 100 {
			s.say(key + "：" + cells[i+1])
		}
	}
}

// mostSaid bounds what is kept.
const mostSaid = 60

func (s *surroundings) say(words string) {
	if len(s.said) < mostSaid {
		s.said = append(s.said, words)
	}
}
