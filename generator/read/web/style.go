package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// style is what is asked of how an element looks.
type style struct {
	hidden      bool // it is not on the page
	invisible   bool // it is, but nobody sees it
	block       bool
	pre         bool
	struck      bool
	highlighted bool
	ignore      bool // Word's mark of a number before a paragraph
	comment     bool // Word's mark of a comment
	marker      string
	bordered    bool
}

// sheet are the rules of a page's own style sheets, as far as they are about one
// class, id or element: enough for .hide { display: none }.
type sheet map[string]string

// mostRules bounds what is kept of style sheets.
const mostRules = 5000

// styleSheet reads the <style> elements of a page.
func styleSheet(root *html.Node) sheet {
	s := sheet{}
	each(root, func(n *html.Node) bool {
		if n.DataAtom == atom.Style {
			s.read(textOf(n))
		}
		return true
	})
	return s
}

func (s sheet) read(css string) {
	css = withoutComments(css)
	for len(s) < mostRules {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		end := strings.IndexByte(css[open:], '}')
		if end < 0 {
			return
		}
		heads, rule := css[:open], css[open+1:open+end]
		css = css[open+end+1:]
		if i := strings.LastIndexAny(heads, "};"); i >= 0 {
			heads = heads[i+1:]
		}
		if strings.Contains(heads, "@") || !tells(rule) {
			continue
		}
		for head := range strings.SplitSeq(heads, ",") {
			if head = strings.TrimSpace(head); head != "" && !strings.ContainsAny(head, " >+~:[*") {
				s[strings.ToLower(head)] += ";" + rule
			}
		}
	}
}

// tells reports whether a rule says something that is asked for.
func tells(rule string) bool {
	rule = strings.ToLower(rule)
	for _, word := range []string{"display", "visibility", "font-size", "list-style", "line-through", "white-space", "text-indent"} {
		if strings.Contains(rule, word) {
			return true
		}
	}
	return false
}

func withoutComments(css string) string {
	var b strings.Builder
	for {
		i := strings.Index(css, "/*")
		if i < 0 {
			b.WriteString(css)
			return b.String()
		}
		b.WriteString(css[:i])
		end := strings.Index(css[i+2:], "*/")
		if end < 0 {
			return b.String()
		}
		css = css[i+2+end+2:]
	}
}

// of is the style of an element.
func (s sheet) of(n *html.Node) style {
	var st style
	if len(s) > 0 {
		st.add(s[n.Data])
		if id := attribute(n, "id"); id != "" {
			st.add(s["#"+strings.ToLower(id)])
		}
		for _, class := range strings.Fields(strings.ToLower(attribute(n, "class"))) {
			st.add(s["."+class])
			st.add(s[n.Data+"."+class])
		}
	}
	st.add(attribute(n, "style"))
	if _, ok := lookup(n, "hidden"); ok {
		st.hidden = true
	}
	if n.DataAtom == atom.Pre {
		st.pre = true
	}
	return st
}

// add adds what declarations say.
func (st *style) add(rule string) {
	if rule == "" {
		return
	}
	for one := range strings.SplitSeq(strings.ToLower(rule), ";") {
		name, value, _ := strings.Cut(one, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		switch name {
		case "display":
			st.hidden = value == "none"
			st.block = value == "block" || value == "list-item" || value == "flex" || value == "grid"
		case "visibility":
			st.hidden = st.hidden || value == "hidden" || value == "collapse"
		case "font-size":
			st.hidden = st.hidden || isZero(value)
		case "opacity":
			st.hidden = st.hidden || isZero(value)
		case "text-indent":
			st.hidden = st.hidden || strings.HasPrefix(value, "-999")
		case "mso-hide":
			st.hidden = st.hidden || value == "all"
		case "color":
			st.invisible = value == "#fff" || value == "#ffffff" || value == "white" || value == "transparent" || strings.ReplaceAll(value, " ", "") == "rgb(255,255,255)"
		case "background", "background-color", "mso-highlight":
			st.highlighted = value == "yellow" || value == "#ffff00" || value == "#ff0" || value == "lime" || strings.ReplaceAll(value, " ", "") == "rgb(255,255,0)"
		case "text-decoration", "text-decoration-line":
			st.struck = strings.Contains(value, "line-through")
		case "white-space":
			st.pre = strings.HasPrefix(value, "pre")
		case "mso-list":
			st.ignore = value == "ignore"
		case "mso-element":
			st.comment = strings.HasPrefix(value, "comment")
		case "list-style", "list-style-type":
			st.marker = value
		case "border", "border-top", "border-bottom", "border-left", "border-right", "mso-border-alt":
			st.bordered = value != "" && !strings.Contains(value, "none") && !isZero(value)
		}
	}
	if st.highlighted && st.invisible {
		st.invisible = false
	}
}

// isZero reports whether a length or a number is 0: 0, 0px, 0.0pt.
func isZero(value string) bool {
	digits := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz% ")
	return digits != "" && strings.Trim(digits, "0.") == ""
}

// lookup is an attribute of an element.
func lookup(n *html.Node, name string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

func attribute(n *html.Node, name string) string {
	value, _ := lookup(n, name)
	return value
}

func hasClass(n *html.Node, class string) bool {
	for _, c := range strings.Fields(attribute(n, "class")) {
		if strings.EqualFold(c, class) {
			return true
		}
	}
	return false
}

// each visits the nodes below n, n itself too; those below a node of which visit
// says false are passed over.
func each(n *html.Node, visit func(n *html.Node) bool) {
	if !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, visit)
	}
}

// find is the first node of which is says true; nil without one.
func find(n *html.Node, is func(n *html.Node) bool) *html.Node {
	var found *html.Node
	each(n, func(c *html.Node) bool {
		if found == nil && is(c) {
			found = c
		}
		return found == nil
	})
	return found
}

// textOf is the text within a node.
func textOf(n *html.Node) string { return textUpTo(n, 1<<30) }

// textUpTo is the text within a node, of which the rest may be missing behind so
// many bytes: elements in elements would be read again and again otherwise.
func textUpTo(n *html.Node, most int) string {
	var b strings.Builder
	each(n, func(c *html.Node) bool {
		if c.Type == html.TextNode && b.Len() < most {
			b.WriteString(c.Data[:min(len(c.Data), most)])
		}
		return b.Len() < most
	})
	return b.String()
}
