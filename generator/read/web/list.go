package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list is a list that is being read.
type list struct {
	ordered bool
	kind    string // of its numbers, as CSS or the attribute type says
	next    int
	step    int
}

// isBlock reports whether an element begins a line of its own.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote,
		atom.Center, atom.Pre, atom.Form, atom.Fieldset, atom.Address, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside,
		atom.Figure, atom.Figcaption, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Details, atom.Summary, atom.Body, atom.Legend, atom.Menu, atom.Dir:
		return true
	}
	return false
}

// enter begins an element of a line of its own.
func (r *reader) enter(n *html.Node, st style) {
	if st.pre {
		r.pre++
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		l := &list{ordered: n.DataAtom == atom.Ol, kind: attribute(n, "type"), next: 1, step: 1}
		if st.marker != "" {
			l.kind = st.marker
		}
		if start, err := strconv.Atoi(strings.TrimSpace(attribute(n, "start"))); err == nil {
			l.next = start
		}
		if _, reversed := lookup(n, "reversed"); reversed {
			l.step = -1
			if _, ok := lookup(n, "start"); !ok {
				l.next = items(n)
			}
		}
		r.lists = append(r.lists, l)
	case atom.Li:
		if len(r.lists) == 0 {
			return
		}
		l := r.lists[len(r.lists)-1]
		kind := l.kind
		if st.marker != "" {
			kind = st.marker
		}
		if value, err := strconv.Atoi(strings.TrimSpace(attribute(n, "value"))); err == nil {
			l.next = value
		}
		r.marker = markerOf(l.ordered, kind, l.next)
		l.next += l.step
	}
}

// leave ends what enter began.
func (r *reader) leave(n *html.Node) {
	if r.sheet.of(n).pre {
		r.flush()
		r.pre--
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		if len(r.lists) > 0 {
			r.lists = r.lists[:len(r.lists)-1]
		}
	case atom.Li:
		r.flush()
		r.marker = ""
	}
}

func items(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			count++
		}
	}
	return count
}

// markerOf is what a browser prints before an item of a list.
func markerOf(ordered bool, kind string, n int) string {
	kind = strings.TrimSpace(kind)
	word, _, _ := strings.Cut(kind, " ")
	switch word {
	case "none":
		return ""
	case "a", "lower-alpha", "lower-latin":
		return letters(n, 'a') + ". "
	case "A", "upper-alpha", "upper-latin":
		return letters(n, 'A') + ". "
	case "i", "lower-roman":
		return strings.ToLower(roman(n)) + ". "
	case "I", "upper-roman":
		return roman(n) + ". "
	case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal":
		return chinese(n) + "、"
	case "disc", "circle", "square":
		return "• "
	case "1", "decimal", "decimal-leading-zero":
		return strconv.Itoa(n) + ". "
	}
	if ordered {
		return strconv.Itoa(n) + ". "
	}
	return "• "
}

// letters is a, b … z, aa for a number.
func letters(n int, first byte) string {
	if n < 1 || n > 1<<20 {
		return strconv.Itoa(n)
	}
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append([]byte{first + byte((n-1)%26)}, out...)
	}
	return string(out)
}

// roman is I, II, III for a number.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		word  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.word)
		}
	}
	return b.String()
}

// chinese is 十二 for 12, and 12 for what no list has.
func chinese(n int) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	digits := []rune("〇一二三四五六七八九")
	s := ""
	if n >= 20 {
		s = string(digits[n/10])
	}
	if n >= 10 {
		s += "十"
	}
	if n%10 > 0 {
		s += string(digits[n%10])
	}
	return s
}
