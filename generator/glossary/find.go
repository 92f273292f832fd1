package glossary

import (
	"unicode/utf8"

	"mingfa/generator/report"
)

// node is a place in the tree of all forms, a character a step.
type node struct {
	next map[rune]*node
	term int // 1 + index of the term whose form ends here; 0 for none
}

func (g *Glossary) add(form string, term int) {
	n := &g.root
	for i, r := range form {
		if i == 0 {
			g.firsts[r>>6&(1<<10-1)] |= 1 << (r & 63)
		}
		if n.next == nil {
			n.next = map[rune]*node{}
		}
		child := n.next[r]
		if child == nil {
			child = &node{}
			n.next[r] = child
		}
		n = child
	}
	n.term = term + 1
}

// Find calls use with the terms in text, in order, until it returns false:
// where each stands and its index in Terms. It takes time for each character
// and each step into the tree of forms, of which there are at most as many as
// the longest form has characters.
func (g *Glossary) Find(text string, use func(at report.Span, term int) bool) {
	if g == nil || len(g.root.next) == 0 {
		return
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if g.firsts[r>>6&(1<<10-1)]&(1<<(r&63)) == 0 {
			i += size
			continue
		}
		end, term := i+size, 0
		for n, at := g.root.next[r], i+size; n != nil; {
			if n.term != 0 {
				end, term = at, n.term
			}
			if at == len(text) {
				break
			}
			r, size := utf8.DecodeRuneInString(text[at:])
			n, at = n.next[r], at+size
		}
		if term != 0 && !use(report.Span{Start: i, End: end}, term-1) {
			return
		}
		i = end
	}
}
