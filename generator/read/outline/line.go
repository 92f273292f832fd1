package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// line is a line of the source that is not blank.
type line struct {
	span report.Span // without the white space around it
	no   int         // its number in the source
	kind report.BlockKind
	head int // index in parser.heads; -1 for a line without a heading
}

// splitLines lists the lines that are not blank, each a paragraph for now.
func splitLines(src *report.Source) []line {
	lines := make([]line, 0, src.Lines())
	for n := 1; n <= src.Lines(); n++ {
		if sp := trim(src.Text, src.LineSpan(n)); sp.Len() > 0 {
			lines = append(lines, line{span: sp, no: n, kind: report.BlockText, head: -1})
		}
	}
	return lines
}

// trim takes the white space, full-width spaces included, off both ends.
func trim(text string, sp report.Span) report.Span {
	for sp.Start < sp.End {
		r, size := utf8.DecodeRuneInString(text[sp.Start:sp.End])
		if !unicode.IsSpace(r) {
			break
		}
		sp.Start += size
	}
	for sp.Start < sp.End {
		r, size := utf8.DecodeLastRuneInString(text[sp.Start:sp.End])
		if !unicode.IsSpace(r) {
			break
		}
		sp.End -= size
	}
	return sp
}

// hasLength reports whether s has at least least and at most most characters,
// without counting those of a long line.
func hasLength(s string, least, most int) bool {
	if len(s) > most*utf8.UTFMax {
		return false
	}
	n := utf8.RuneCountInString(s)
	return least <= n && n <= most
}

// longer reports whether s has more than most characters.
func longer(s string, most int) bool {
	return len(s) > most*utf8.UTFMax || utf8.RuneCountInString(s) > most
}

// ended reports whether s ends as a sentence or clause does.
func ended(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。；：，、！？…;:,!?", r)
}

// sentence reports whether s ends as a whole sentence does, closing quotation
// marks and brackets apart.
func sentence(s string) bool {
	s = strings.TrimRight(s, "”’』」）)")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？…：；!?", r)
}

// hasSuffix reports whether s ends in one of words.
func hasSuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// skipSpace is the number of bytes of white space that s begins with.
func skipSpace(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
}

// digitAt is the length of the Arabic digit, half or full width, that s begins
// with; 0 when there is none.
func digitAt(s string) int {
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		return 1
	}
	if len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBC && s[2] >= 0x90 && s[2] <= 0x99 { // U+FF10 to U+FF19
		return 3
	}
	return 0
}

// digits is the length of the run of at most most Arabic digits that s begins
// with, and how many they are.
func digits(s string, most int) (size, n int) {
	for n < most {
		d := digitAt(s[size:])
		if d == 0 {
			break
		}
		size += d
		n++
	}
	return size, n
}

// chineseDigits is the length of the run of at most most Chinese numerals that
// s begins with, and how many they are.
func chineseDigits(s string, most int) (size, n int) {
	for n < most {
		r, width := utf8.DecodeRuneInString(s[size:])
		if !isChineseDigit(r) {
			break
		}
		size += width
		n++
	}
	return size, n
}

func isChineseDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '零', '〇', '○', '廿', '卅':
		return true
	}
	return false
}

// partHead parts lines at the head of the text that hold a document number
// beside the title: 示司发〔2024〕24号　示例县司法局关于…的报告. Each part is a line
// of its own from here on.
func (p *parser) partHead() {
	for i := 0; i < min(len(p.lines), headLines); i++ {
		s := p.text(i)
		start, end := documentNumber(s)
		if end == 0 || !hasLength(s, 1, 2*titleRunes) {
			continue
		}
		at := 0
		if start == 0 && p.endsTitle(s[end:]) {
			at = end
		} else if end == len(s) && p.endsTitle(strings.TrimSpace(s[:start])) {
			at = start
		}
		if at > 0 {
			p.partLine(i, p.lines[i].span.Start+at)
		}
	}
}

// partLine makes two lines of line i, the second of which begins at offset at.
func (p *parser) partLine(i, at int) {
	whole := p.lines[i]
	rest := whole
	p.lines[i].span = trim(p.src.Text, report.Span{Start: whole.span.Start, End: at})
	rest.span = trim(p.src.Text, report.Span{Start: at, End: whole.span.End})
	p.lines = slices.Insert(p.lines, i+1, rest)
}
