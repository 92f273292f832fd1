package outline

import (
	"strings"

	"mingfa/generator/report"
)

// longestTitle bounds a citation, in bytes: a 《 that was never closed must not
// swallow the text up to the next 》. For the same reason no title holds the end
// of a sentence.
const longestTitle = 600

// citations are the outermost pairs of 《 and 》 in s, which begins at offset in
// the source. Marks without a partner are passed over.
func citations(s string, offset int) []report.Span {
	if indexChar(s, "》", 0) < 0 {
		return nil
	}
	var found []report.Span
	var open []int
	const lead = 0xE3 // the first byte of 《 and 》, and of 。 and 、
	for i := 0; ; {
		n := strings.IndexByte(s[i:], lead)
		if n < 0 || i+n+3 > len(s) {
			return found
		}
		i += n
		switch s[i : i+3] {
		case "《":
			open = append(open, i)
		case "》":
			if len(open) == 0 {
				break
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			if size := i - start; size <= len("《") || size > longestTitle || strings.ContainsAny(s[start:i], "。；") {
				break
			}
			for len(found) > 0 && found[len(found)-1].Start > offset+start {
				found = found[:len(found)-1] // a title within this one
			}
			found = append(found, report.Span{Start: offset + start, End: offset + i + len("》")})
		}
		i++
	}
}

// items are the parts 一是…, 二是… of s, which begins at offset in the source.
// A paragraph that begins with one is an item even when it is the only one.
func items(s string, offset int) []report.Span {
	var found []report.Span
	last := 0
	for i := indexChar(s, "是", 0); i >= 0; i = indexChar(s, "是", i+len("是")) {
		start, value := countBefore(s[:i])
		if value == 0 || value != last+1 && value != 1 && start > 0 {
			continue
		}
		if len(found) > 0 {
			found[len(found)-1].End = offset + start
		}
		found = append(found, report.Span{Start: offset + start, End: offset + len(s)})
		last = value
	}
	if len(found) == 1 && found[0].Start > offset {
		return nil // one 一是 within a sentence counts nothing
	}
	return found
}

// indexChar is where char stands first in s[from:], as an offset in s; -1 when
// it does not. It goes by the last byte, which few characters share, and not by
// the first, which thousands do.
func indexChar(s, char string, from int) int {
	last := len(char) - 1
	for at := from; at+last < len(s); at++ {
		n := strings.IndexByte(s[at+last:], char[last])
		if n < 0 {
			return -1
		}
		if at += n; s[at:at+last] == char[:last] {
			return at
		}
	}
	return -1
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
