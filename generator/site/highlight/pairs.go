package highlight

import "github.com/alecthomas/chroma/v2"

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
		switch b := line[i]; {
		case 0xE4 <= b && b <= 0xE9: // ideographs, most of a text
			if isHanDigit(line, i) {
				i = p.numeral(line, i)
			} else {
				i += 3
			}
		case b == 0xE3 || b == 0xE2:
			i += p.punctuation(line, i)
		case b == 0xEF:
			i = p.fullWidth(line, i)
		case '0' <= b && b <= '9':
			i = p.numeral(line, i)
		case b == '(' || b == '[':
			i = p.document(line, i, 1)
		default:
			i++
		}
	}
	return p.list
}

// punctuation reads the character at i, of which the first byte is E2 or E3,
// and gives its size.
func (p *pairs) punctuation(line string, i int) int {
	if i+3 > len(line) {
		return 1
	}
	switch line[i : i+3] {
	case "《":
		p.citations = append(p.citations, i)
	case "》":
		p.citations = p.close(p.citations, i+3, longestCitation, Citation)
	case "“":
		p.quotes = append(p.quotes, i)
	case "”":
		p.quotes = p.close(p.quotes, i+3, longestQuotation, Quoted)
	case "。", "；":
		p.stop = i
	case "〔":
		return p.document(line, i, 3) - i
	case "〇":
		return p.numeral(line, i) - i
	default:
		return 1 // the rest of a character begins nothing
	}
	return 3
}

// fullWidth reads the character at i, of which the first byte is EF, and gives
// the offset after it or after what it begins.
func (p *pairs) fullWidth(line string, i int) int {
	if digitAt(line, i) > 0 {
		return p.numeral(line, i)
	}
	end := min(i+3, len(line))
	switch line[i:end] {
	case "（", "［":
		return p.document(line, i, 3)
	case "；":
		p.stop = i
	}
	return end
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
	if end := dateAt(line, i, n); end > 0 {
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
