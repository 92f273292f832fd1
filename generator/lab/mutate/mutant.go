package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// mutant is one change of a file: the bytes from start to end become text.
type mutant struct {
	file       string
	line       int
	what       string // such as "< to <="
	start, end int
	at         int // where in them the change is
	text       string
	as         form
	typ        string // of an expression
}

// form is how a mutant stands in the program beside what it changes. All
// mutants are compiled at once, and the variable mutantNumber says which of
// them is in force: compiling and linking each alone would take a hundred times
// as long as its tests.
type form int

const (
	asCondition form = iota // a bool: (mutantNumber == 7 && (a <= b) || mutantNumber != 7 && (a < b))
	asValue                 // func() int { if mutantNumber == 7 { return a - b }; return a + b }()
	asStatement             // if mutantNumber == 7 { n-- } else { n++ }
	asReturn                // if mutantNumber == 7 { return nil }; return x
)

// beside is the code that does what the mutant does when its number is in
// force, and otherwise what is given.
func (m mutant) beside(number int, code string) string {
	on, off := fmt.Sprintf("mutantNumber == %d", number), fmt.Sprintf("mutantNumber != %d", number)
	switch m.as {
	case asCondition:
		return "(" + on + " && (" + m.text + ") || " + off + " && (" + code + "))"
	case asValue:
		return "func() " + m.typ + " { if " + on + " { return " + m.text + " }; return " + code + " }()"
	case asStatement:
		return "if " + on + " { " + m.text + " } else { " + code + " }"
	default:
		return "if " + on + " { " + m.text + " }; " + code
	}
}

// switched is a file with mutants beside what they change. They are given by
// number, and are places of a syntax tree: of two, one holds the other or they
// do not touch.
func switched(source []byte, mutants map[int]mutant) []byte {
	var numbers []int
	for n := range mutants {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, func(a, b int) int {
		x, y := mutants[a], mutants[b]
		if x.start != y.start {
			return x.start - y.start
		}
		if x.end != y.end {
			return y.end - x.end // the outer one first
		}
		return a - b
	})
	out, _ := rewrite(source, 0, len(source), numbers, mutants)
	return []byte(out)
}

// rewrite is the text from start to end with the mutants in it; numbers left
// over begin behind the end.
func rewrite(source []byte, start, end int, numbers []int, mutants map[int]mutant) (string, []int) {
	var b strings.Builder
	for len(numbers) > 0 && mutants[numbers[0]].start < end {
		n := numbers[0]
		m := mutants[n]
		b.Write(source[start:m.start])
		same := 1 // mutants of the same place
		for same < len(numbers) && mutants[numbers[same]].start == m.start && mutants[numbers[same]].end == m.end {
			same++
		}
		code, rest := rewrite(source, m.start, m.end, numbers[same:], mutants)
		for _, n := range numbers[:same] {
			code = mutants[n].beside(n, code)
		}
		b.WriteString(code)
		start, numbers = m.end, rest
	}
	b.Write(source[start:end])
	return b.String(), numbers
}

// shown is the line of the change, before and after.
func (m mutant) shown(source []byte) (before, after string) {
	before = lineAt(source, m.at)
	if m.text == "" {
		return before, "" // a statement of perhaps several lines is gone
	}
	changed := slices.Concat(source[:m.start], []byte(m.text), source[m.end:])
	return before, lineAt(changed, m.at)
}

func lineAt(source []byte, at int) string {
	start := bytes.LastIndexByte(source[:at], '\n') + 1
	line, _, _ := bytes.Cut(source[start:], []byte("\n"))
	return string(bytes.TrimSpace(line))
}
