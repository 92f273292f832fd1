package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// placed is why the numeral at i is none of a figure by where it stands: in an
// address, or at the end of a line of contents (一、工作情况……3). It is unknown where
// that says nothing.
func (s *scanner) placed(i int, n numeral.Number, c int) report.Reason {
	end := i + n.Size
	unit := s.matchUnit(s.text[s.skipSpace(end):])
	words := s.text[:i]
	switch {
	case n.Digits <= 4 && n.Decimals == 0 && isLeader(strings.TrimRight(tail(words, 30), " 　\u00A0\t")) && endsLine(s.text[end:]):
		return report.ReasonContents
	case n.Decimals > 0 || n.Scale != "" || n.Approx != "" || unit != "" && !s.AddressUnits.Has(unit):
		return unknown
	}
	const reach = 150 // bytes of an address
	near := tail(words, reach)
	near = near[strings.LastIndexAny(near, "。；;\n\t")+1:]
	if s.Addresses.In(near) {
		return report.ReasonAddress
	}
	if clause := s.text[min(s.clauses[c].start, i):i]; unit == "层" && s.Buildings.Suffix(clause) > 0 && !strings.Contains(clause, "建") {
		return report.ReasonAddress // 位于政务大楼14层
	}
	return unknown
}

// isLeader reports whether words end in the dots that lead to a page number.
func isLeader(words string) bool {
	r, w := before(words, len(words))
	switch r {
	case '…', '⋯':
		return true
	case '.', '．', '·', '‥', '_':
		q, _ := before(words, len(words)-w)
		return q == r
	}
	return false
}

// endsLine reports whether nothing but white space is left of a line.
func endsLine(rest string) bool {
	rest = strings.TrimLeft(rest, " 　\u00A0\t")
	return rest == "" || rest[0] == '\n' || rest[0] == '\r'
}

// isPageNumber reports whether a block is the number of a page: — 3 —, -3-,
// 第3页 共10页, 3/10.
func isPageNumber(text string) bool {
	const longest = 60 // bytes
	if len(text) > longest {
		return false
	}
	marks, digits, words := 0, 0, 0
	for _, r := range text {
		switch {
		case numeral.IsDigit(r):
			digits++
		case strings.ContainsRune("-—–－·•/", r):
			marks++
		case strings.ContainsRune("第共页", r):
			words++
		case isSpace(r) || r == '，' || r == ',':
		default:
			return false
		}
	}
	first, _ := runeOrNone(text, 0)
	last, _ := before(text, len(text))
	framed := marks >= 2 && !numeral.IsDigit(first) && !numeral.IsDigit(last)
	return digits > 0 && digits <= 8 && (framed && words == 0 || strings.ContainsRune(text, '页') || marks == 1 && numeral.IsDigit(first) && numeral.IsDigit(last) && strings.Contains(text, "/"))
}
