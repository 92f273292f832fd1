package outline

import (
	"strings"
	"unicode/utf8"

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

// documents are the citations of s that are not of newspapers, broadcasts and works
// of art, which the words around or a name's ending tell: 在《示例日报》刊发文章, 拍摄《法在身边》等微电影.
// What is said of one title of a list is said of all.
func (p *parser) documents(s string, offset int) []report.Span {
	found := citations(s, offset)
	work := make([]bool, len(found))
	for i, sp := range found {
		start, end := sp.Start-offset, sp.End-offset
		work[i] = p.words.DocumentPapers.Suffix(s[start:end-len("》")]) > 0 ||
			p.words.DocumentWorks.Suffix(strings.TrimRight(s[:start], "“")) > 0 || i > 0 && work[i-1] && listed(s[found[i-1].End-offset:start])
		after := strings.TrimPrefix(strings.TrimLeft(s[end:], "”"), "等")
		if p.words.DocumentWorksAfter.Prefix(after[quantity(after):]) == 0 {
			continue
		}
		work[i] = true
		for k := i; k > 0 && listed(s[found[k-1].End-offset:found[k].Start-offset]); k-- {
			work[k-1] = true
		}
	}
	var documents []report.Span
	for i, sp := range found {
		if !work[i] {
			documents = append(documents, sp)
		}
	}
	return documents
}

// listed reports whether words between two titles only list them.
func listed(between string) bool {
	switch strings.TrimSpace(between) {
	case "", "、", "，", "和", "及", "与", "以及":
		return true
	}
	return false
}

// quantity is the size of a count and its measure word that s begins with: 5部 in
// 等5部微电影.
func quantity(s string) int {
	n := 0
	for n < len(s) && (s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[n:])
	return n + size
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
