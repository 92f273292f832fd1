package outline

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// decimalMarks reads the numbers of a text whose headings count as 1, 1.1, 1.1.1 do: by line, the
// marks of those. It is nil unless one list at least begins 1.1, 1.2, for 2.5万 and 3.2公里 begin
// lines too.
func (p *parser) decimalMarks() map[int]mark {
	type entry struct {
		line   int
		parent string
		m      mark
	}
	var all []entry
	last := map[string]int{} // of each list, by the number over it
	counts := false
	for i := p.body; i < len(p.lines); i++ {
		s := p.text(i)
		if p.lines[i].kind != report.BlockText || digitAt(s) == 0 {
			continue
		}
		parent, m, ok := p.readDecimal(s)
		if !ok {
			continue
		}
		all = append(all, entry{i, parent, m})
		if parent != "" {
			counts = counts || m.n == 2 && last[parent] == 1
			last[parent] = m.n
		}
	}
	if !counts {
		return nil
	}
	marks := make(map[int]mark, len(all))
	top := 0
	for _, e := range all {
		if e.parent == "" { // 1 is a number only where 1.1 is one, and 2 behind it
			if e.m.n != top+1 || top == 0 && last[p.text(e.line)[:e.m.size]] == 0 {
				continue
			}
			top = e.m.n
		}
		marks[e.line] = e.m
	}
	return marks
}

// readDecimal reads 1.2 and 1.2.3 before words, and 1 with a space before a short line. parent is
// the number over it, "" for 1.
func (p *parser) readDecimal(s string) (parent string, m mark, ok bool) {
	at, dot, depth := 0, 0, 0
	for {
		size, count := digits(s[at:], 2)
		n, valid := whole(s[at : at+size])
		if count == 0 || !valid {
			return "", mark{}, false
		}
		m.n, at = n, at+size
		depth++
		next := oneOf(s[at:], ".．")
		if next == 0 || digitAt(s[at+next:]) == 0 {
			break
		}
		dot = at
		at += next
	}
	if depth > 1 {
		at += oneOf(s[at:], ".．、")
	}
	spaced := skipSpace(s[at:]) > 0
	rest := s[at+skipSpace(s[at:]):]
	switch depth {
	case 1:
		m.family = dotted
		if !spaced || !hasLength(s, 4, 30) || ended(s) || strings.Contains(s, "\t") {
			return "", mark{}, false
		}
	case 2:
		m.family = decimal
	case 3:
		m.family = decimals
	default:
		return "", mark{}, false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if _, count := digits(rest, 5); depth == 1 && count == 4 && startsYear(strings.TrimLeft(rest, "0123456789"), count) { // 3 2024年工作安排
		m.size = at
		return "", m, true
	}
	if !report.IsHan(r) && r != '“' && r != '《' || strings.ContainsRune("万亿", r) || p.words.Units.Prefix(rest) > 0 && !spaced {
		return "", mark{}, false
	}
	m.size = at
	return s[:dot], m, true
}
