package outline

import (
	"strings"

	"mingfa/generator/report"
)

// longestTitle bounds a citation, in bytes: a 《 that was never closed must not
// swallow the text up to the next 》. For the same reason no title holds the end
// of a sentence.
const longestTitle = 600

// inner is what is found within a block, in one pass over its characters.
type inner struct {
	text   string // the block
	offset int    // of the block in the source

	citations []report.Span
	open      []int // where 《 stands that are not closed yet
	items     []report.Span
	last      int // the number of the last item
}

// find reads the citations and the items of a block, which begins at offset in
// the source.
func find(text string, offset int) inner {
	in := inner{text: text, offset: offset}
	for i := 0; i+3 <= len(text); {
		if text[i] < 0xE0 {
			i++
			continue
		}
		// Of a character's three bytes the last tells most.
		switch text[i+2] {
		case "《"[2], "》"[2], "是"[2]:
			switch text[i : i+3] {
			case "《":
				in.open = append(in.open, i)
			case "》":
				in.cite(i)
			case "是":
				in.item(i)
			}
		}
		i += 3
	}
	if len(in.items) == 1 && in.items[0].Start > offset {
		in.items = nil // one 一是 within a sentence counts nothing
	}
	return in
}

// cite takes the 》 at i with the 《 before it for a citation. Only the outermost
// pairs are citations; marks without a partner are passed over.
func (in *inner) cite(i int) {
	if len(in.open) == 0 {
		return
	}
	start := in.open[len(in.open)-1]
	in.open = in.open[:len(in.open)-1]
	if size := i - start; size <= len("《") || size > longestTitle || strings.Contains(in.text[start:i], "。") || strings.Contains(in.text[start:i], "；") {
		return
	}
	for len(in.citations) > 0 && in.citations[len(in.citations)-1].Start > in.offset+start {
		in.citations = in.citations[:len(in.citations)-1] // a title within this one
	}
	in.citations = append(in.citations, report.Span{Start: in.offset + start, End: in.offset + i + len("》")})
}

// item takes the 是 at i for the beginning of an item where a number in order
// stands before it: 一是…, 二是…. A paragraph that begins with one is an item even
// when it is the only one.
func (in *inner) item(i int) {
	start, value := countBefore(in.text[:i])
	if value == 0 || value != in.last+1 && value != 1 && start > 0 {
		return
	}
	if len(in.items) > 0 {
		in.items[len(in.items)-1].End = in.offset + start
	}
	in.items = append(in.items, report.Span{Start: in.offset + start, End: in.offset + len(in.text)})
	in.last = value
}

// countBefore reads the number that s ends with, when a clause begins with it;
// value is 0 when none does.
func countBefore(s string) (start, value int) {
	start = len(s)
	for range 3 {
		r, size := lastRune(s[:start])
		if !isChineseDigit(r) {
			break
		}
		start -= size
	}
	if start == len(s) {
		return 0, 0
	}
	if before, size := lastRune(s[:start]); size > 0 && !strings.ContainsRune("。；：;:，,、（( \u3000", before) {
		return 0, 0
	}
	value, _ = whole(s[start:])
	return start, value
}
