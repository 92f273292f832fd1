package highlight

import (
	"mingfa/generator/numeral"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
)

// Limits of what one pair of marks holds, in bytes: a 《 that was never closed
// must not swallow the text up to the next 》. A long quotation is prose, whose
// figures are to be seen.
const (
	longestCitation  = 600
	longestQuotation = 120
)

// pairs finds citations, quoted names, dates and document numbers.
type pairs struct {
	list      []span // in order, none within another
	citations []int  // where 《 are open
	quotes    []int  // where “ are
	stop      int    // the last 。 or ；
}

// find appends those of line from byte i on to list. It keeps the slice for
// the next line.
func (p *pairs) find(list []span, line string, i int) []span {
	p.list, p.citations, p.quotes, p.stop = list, p.citations[:0], p.quotes[:0], -1
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		end := i + size
		switch {
		case numeral.IsDigit(r) || isHanDigit(r):
			end = p.numeral(line, i)
		case r == '〔' || r == '（' || r == '［' || r == '(' || r == '[':
			end = p.document(line, i, size)
		case r == '《':
			p.citations = append(p.citations, i)
		case r == '》':
			p.citations = p.close(p.citations, end, longestCitation, Citation)
		case r == '“':
			p.quotes = append(p.quotes, i)
		case r == '”':
			p.quotes = p.close(p.quotes, end, longestQuotation, Quoted)
		case r == '。' || r == '；':
			p.stop = i
		}
		i = end
	}
	return p.list
}

// close ends the last of the pairs that are open. What stands within it is
// part of it.
func (p *pairs) close(open []int, end, longest int, kind chroma.TokenType) []int {
	if len(open) == 0 {
		return open
	}
	start := open[len(open)-1]
	open = open[:len(open)-1]
	if size := end - start; size <= len("《》") || size > longest || p.stop > start {
		return open
	}
	n := len(p.list)
	for n > 0 && p.list[n-1].start > start {
		n--
	}
	if n > 0 && p.list[n-1].end > start {
		return open // crosses another pair
	}
	p.list = append(p.list[:n], span{start, end, kind})
	return open
}

// numeral reads the numeral at i, and gives the offset after it or after its
// date.
func (p *pairs) numeral(line string, i int) int {
	n := numberAt(line, i)
	if end := dateAt(line, n); end > 0 {
		p.list = append(p.list, span{i, end, Date})
		return end
	}
	return n.end
}

// document reads the number of a document, whose bracket of some bytes stands
// at i, and gives the offset after it, or after the bracket.
func (p *pairs) document(line string, i, size int) int {
	if end := documentAt(line, i+size); end > 0 {
		p.list = append(p.list, span{i, end, Number})
		return end
	}
	return i + size
}
