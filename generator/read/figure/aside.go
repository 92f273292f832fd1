package figure

import (
	"strings"
	"unicode"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unknown is the reason of a number that nobody can tell the meaning of: it is
// reported as unread.
const unknown report.Reason = ""

// settle notes why the number in text[start:end] is no data.
func (s *scanner) settle(start, end int, why report.Reason) {
	if why == unknown {
		s.missed(start, end)
		return
	}
	s.asides = append(s.asides, report.Aside{Span: report.Span{Start: start, End: end}, Reason: why})
}

// whyQuoted is why a number between these marks is none.
func whyQuoted(open rune) report.Reason {
	switch open {
	case '《', '〈':
		return report.ReasonTitle
	}
	return report.ReasonQuotation
}

// foreignDigits steps over digits of another kind with the ordinary ones that
// touch them. A number in a circle is that of an item, a raised one that of a
// note, a Roman one a part of a name (Ⅲ级); nobody can tell what the others are.
func (s *scanner) foreignDigits(i int) int {
	end := i
	why := report.ReasonItem
	for end < s.end {
		r, w := runeAt(s.text, end)
		switch {
		case isEnclosed(r):
		case isRaised(r):
			why = report.ReasonMark
		case unicode.Is(unicode.Nl, r):
			why = report.ReasonName
		case isForeign(r), end > i && numeral.IsDigit(r):
			why = unknown
		default:
			s.settle(i, end, why)
			return end
		}
		if end += w; why == report.ReasonItem {
			break
		}
	}
	s.settle(i, end, why)
	return end
}

// isEnclosed reports whether r is a number in a circle, in brackets or with a
// full stop, as items have them: ① ⑴ ⒈ ❶ ㈠ ㊀.
func isEnclosed(r rune) bool {
	return r >= 0x2460 && r <= 0x249B || r >= 0x24EA && r <= 0x24FF || r >= 0x2776 && r <= 0x2793 || r >= 0x3220 && r <= 0x325F || r >= 0x3280 && r <= 0x32BF
}

// isRaised reports whether r is a digit above or below the line.
func isRaised(r rune) bool {
	return r == '²' || r == '³' || r == '¹' || r >= 0x2070 && r <= 0x2089
}

// takeAsides takes over the asides of the scanner's block.
func (e *extractor) takeAsides() { e.r.Asides = append(e.r.Asides, e.scanner.asides...) }

// settleAll notes of all numbers of text[start:end] why they are no data.
func (e *extractor) settleAll(start, end int, why report.Reason) {
	for i := start; i < end; {
		r, w := runeAt(e.text, i)
		if !isNumeral(r) {
			i += w
			continue
		}
		first := i
		for i < end && isNumeral(r) {
			i += w
			r, w = runeAt(e.text, i)
		}
		e.r.Asides = append(e.r.Asides, report.Aside{Span: report.Span{Start: first, End: i}, Reason: why})
	}
}

// settleHeads notes of the numbers of tables that are in no figure and were not
// reported: they stand in heads, names and numberings of rows.
func (e *extractor) settleHeads() {
	if len(e.r.Tables) == 0 {
		return
	}
	known := make([]bool, len(e.text))
	cover := func(sp report.Span) {
		for i := sp.Start; i < sp.End; i++ {
			known[i] = true
		}
	}
	for i := range e.r.Figures {
		cover(e.r.Figures[i].Span)
	}
	for i := range e.r.Findings {
		if f := &e.r.Findings[i]; f.Rule == rule.UnreadNumber {
			cover(f.Span)
		}
	}
	for i := range e.r.Blocks {
		b := &e.r.Blocks[i]
		for at := b.Span.Start; b.Kind == report.BlockRow && at < b.Span.End; {
			first := at
			for r, w := runeAt(e.text, at); at < b.Span.End && isNumeral(r) && !known[at]; r, w = runeAt(e.text, at) {
				at += w
			}
			if at > first {
				e.r.Asides = append(e.r.Asides, report.Aside{Span: report.Span{Start: first, End: at}, Reason: report.ReasonHead})
				continue
			}
			_, w := runeAt(e.text, at)
			at += w
		}
	}
}

func hasNumeral(s string) bool { return strings.IndexFunc(s, isNumeral) >= 0 }
