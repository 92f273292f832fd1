package glossary

import (
	"slices"
	"unicode/utf8"

	"mingfa/generator/report"
)

// node is a place in the tree of all forms, a character a step.
type node struct {
	steps []rune  // in order
	next  []*node // where each leads; a map would take longer to ask
	term  int     // 1 + index of the term whose form ends here; 0 for none
}

// root is where the forms begin of which the first characters end in one byte.
type root struct {
	node
	seconds uint64 // a bit for the last byte of each second character, so that most of a text costs no look-up
}

// step is where a character leads, nil for nowhere.
func (n *node) step(r rune) *node {
	if at, ok := slices.BinarySearch(n.steps, r); ok {
		return n.next[at]
	}
	return nil
}

func (g *Glossary) add(form string, term int) {
	first := sizeAt(form, 0)
	second := sizeAt(form, first)
	begin := &g.roots[form[first-1]%64]
	begin.seconds |= 1 << (form[first+second-1] % 64)
	n := &begin.node
	for _, r := range form {
		at, ok := slices.BinarySearch(n.steps, r)
		if !ok {
			n.steps, n.next = slices.Insert(n.steps, at, r), slices.Insert(n.next, at, &node{})
		}
		n = n.next[at]
	}
	n.term = term + 1
}

// sizeAt is how many bytes the character at a place of text has.
func sizeAt(text string, at int) int {
	_, size := utf8.DecodeRuneInString(text[at:])
	return size
}

// Find calls use with the terms in text, in order, until it returns false:
// where each stands and its index in Terms. It takes time for each character
// and each step into the tree of forms, of which there are at most as many as
// the longest form has characters.
func (g *Glossary) Find(text string, use func(at report.Span, term int) bool) {
	if g == nil {
		return
	}
	start, second := 0, sizeAt(text, 0) // where two characters stand
	for second < len(text) {            // no form is of one
		third := second + sizeAt(text, second)
		begin := &g.roots[text[second-1]%64]
		if begin.seconds&(1<<(text[third-1]%64)) != 0 {
			if end, term := begin.longest(text, start); term != 0 {
				if !use(report.Span{Start: start, End: end}, term-1) {
					return
				}
				start, second = end, end+sizeAt(text, end)
				continue
			}
		}
		start, second = second, third
	}
}

// longest is where the longest form at a place of text ends that n leads to, and
// 1 + the index of its term; 0 for none.
func (n *node) longest(text string, at int) (end, term int) {
	for n != nil {
		if n.term != 0 {
			end, term = at, n.term
		}
		if at == len(text) {
			break
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		n, at = n.step(r), at+size
	}
	return end, term
}
