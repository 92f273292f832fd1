package sitecheck

import (
	"errors"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mingfa/generator/report"
)

// largestPage bounds what is held in memory of one page.
const largestPage = 16 << 20

// deepest is how many elements may stand within one another, as in browsers;
// what is nested deeper is taken as empty.
const deepest = 512

// page is one HTML file as a list of its elements. The file's bytes are the
// text, so that every finding knows its line and column.
type page struct {
	file     string // below the site's folder, with slashes
	shown    string // as findings name it
	kind     kind
	address  *url.URL // where it is published; set by the first link
	text     string
	valid    bool // the file is UTF-8
	elements []element
	links    []link
	findings []report.Finding
	given    map[string]int // findings of each rule
	src      *report.Source // of text; made for the first finding
}

// element is one element in the order of start tags.
type element struct {
	name   string // lower-case
	attrs  []attribute
	tag    report.Span // the start tag
	inner  report.Span // up to the end tag that closes it, or to that of what it stands in
	parent int         // index; -1 for none
}

type attribute struct{ key, val string }

// attr is the value of an attribute.
func (e *element) attr(key string) (value string, ok bool) {
	for _, a := range e.attrs {
		if a.key == key {
			return a.val, true
		}
	}
	return "", false
}

// void are the elements that have no end tag.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true}

// parse finds the elements. It is no browser's parser: an element that is not
// closed ends with the one around it, which is all that the rules need.
func (p *page) parse() {
	z := html.NewTokenizer(strings.NewReader(p.text))
	var open []int
	count := map[string]int{} // of open elements
	at := 0
	for {
		kind := z.Next()
		start := at
		at += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) || at > len(p.text) {
				at = len(p.text)
			}
			for _, i := range open {
				p.elements[i].inner.End = at
			}
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			e := readElement(z)
			e.tag, e.parent = report.Span{Start: start, End: at}, -1
			e.inner = report.Span{Start: at, End: at}
			if len(open) > 0 {
				e.parent = open[len(open)-1]
			}
			p.elements = append(p.elements, e)
			if kind == html.StartTagToken && !void[e.name] && len(open) < deepest {
				open = append(open, len(p.elements)-1)
				count[e.name]++
			}
		case html.EndTagToken:
			raw, _ := z.TagName()
			name := atom.String(raw)
			for count[name] > 0 {
				e := &p.elements[open[len(open)-1]]
				open = open[:len(open)-1]
				count[e.name]--
				e.inner.End = start
				if e.name == name {
					break
				}
			}
		}
	}
}

func readElement(z *html.Tokenizer) element {
	raw, more := z.TagName()
	e := element{name: atom.String(raw)}
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		if len(key) > 0 {
			e.attrs = append(e.attrs, attribute{atom.String(key), string(val)})
		}
	}
	return e
}

// named are the elements of a name.
func (p *page) named(name string) []*element {
	var list []*element
	for i := range p.elements {
		if p.elements[i].name == name {
			list = append(list, &p.elements[i])
		}
	}
	return list
}

// inside reports whether e stands in an element of a name.
func (p *page) inside(e *element, name string) bool {
	for i := e.parent; i >= 0; i = p.elements[i].parent {
		if p.elements[i].name == name {
			return true
		}
	}
	return false
}

// meta is the first <meta> of a name, upper or lower case; nil without one.
func (p *page) meta(name string) *element {
	for _, e := range p.named("meta") {
		if n, _ := e.attr("name"); strings.EqualFold(n, name) {
			return e
		}
	}
	return nil
}

// words is what a reader sees of an element, white space folded.
func (p *page) words(e *element) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(p.text[e.inner.Start:e.inner.End]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			text := b.String()
			if e.name == "title" || e.name == "textarea" { // their markup is text
				text = html.UnescapeString(p.text[e.inner.Start:e.inner.End])
			}
			return strings.Join(strings.Fields(text), " ")
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}
