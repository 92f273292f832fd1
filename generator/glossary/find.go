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
	first, size := utf8.DecodeRuneInString(form)
	second, _ := utf8.DecodeRuneInString(form[size:])
	word, bit := start(first, second)
	g.starts[word] |= bit
	n := &g.root
	for _, r := range form {
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

func start(first, second rune) (word int, bit uint64) {
	h := uint32(first)*0x9E3779B1 ^ uint32(second)*0x85EBCA6B
	return int(h >> 22), 1 << (h >> 16 & 63)
}

// Find calls use with the terms in text, in order, until it returns false:
// where each stands and its index in Terms. It takes time for each character
// and each step into the tree of forms, of which there are at most as many as
// the longest form has characters.
func (g *Glossary) Find(text string, use func(at report.Span, term int) bool) {
	if g == nil || len(g.root.next) == 0 {
		return
	}
	first, size := utf8.DecodeRuneInString(text)
	for i := 0; i < len(text); {
		second, next := utf8.DecodeRuneInString(text[i+size:])
		if word, bit := start(first, second); g.starts[word]&bit != 0 {
			if end, term := g.longest(text, i); term != 0 {
				if !use(report.Span{Start: i, End: end}, term-1) {
					return
				}
				i = end
				first, size = utf8.DecodeRuneInString(text[i:])
				continue
			}
		}
		i += size
		first, size = second, next
	}
}

// longest is where the longest form at a place of text ends, and 1 + the index
// of its term; 0 for none.
func (g *Glossary) longest(text string, at int) (end, term int) {
	for n := &g.root; n != nil; {
		if n.term != 0 {
			end, term = at, n.term
		}
		if at == len(text) {
			break
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		n, at = n.next[r], at+size
	}
	return end, term
}
