package outline

import (
	"strings"
	"unicode"

	"mingfa/generator/report"
)

// contentsLines bounds the contents of a report.
const contentsLines = 80

// contents makes the lines of a table of contents meta lines: below 目录, or with
// dots before the number of a page. Its entries are no headings, and the
// headings come again below.
func (p *parser) contents() {
	for i := 0; i < len(p.lines) && i < p.body+contentsLines; i++ {
		s := p.text(i)
		if i >= p.body && p.lines[i].kind == report.BlockText && isDotted(s) {
			p.lines[i].kind = report.BlockMeta
			continue
		}
		if !p.isContents(s) {
			continue
		}
		end := p.contentsEnd(i + 1)
		if end > i+1 {
			p.markMeta(i, end)
			i = end - 1
		}
	}
	for p.body < len(p.lines) && p.lines[p.body].kind == report.BlockMeta {
		p.body++
	}
	if p.body < len(p.lines) && p.body > 0 && p.titleText != "" && p.text(p.body) == p.titleText {
		p.lines[p.body].kind = report.BlockTitle // printed again above the text
		p.body++
	}
}

// isContents reports whether s is the title of a table of contents.
func (p *parser) isContents(s string) bool {
	return hasLength(s, 2, 12) && p.words.DocumentContents.Has(bareKey(s))
}

// contentsEnd is the line after the entries that begin at line first: all that
// end in the number of a page, or, where no page is given, all up to the line
// that says the first again.
func (p *parser) contentsEnd(first int) int {
	end, paged := first, 0
	for ; end < len(p.lines) && end < first+contentsLines; end++ {
		if entry := withoutPage(p.text(end)); entry == p.text(end) || !hasLength(entry, 1, titleRunes) || sentence(entry) {
			break
		}
		paged++
	}
	if paged > 1 {
		return end
	}
	if first >= len(p.lines) {
		return first
	}
	again := p.text(first)
	for end = first + 1; end < len(p.lines) && end < first+contentsLines; end++ {
		s := p.text(end)
		if s == again {
			return end
		}
		if !hasLength(s, 1, titleRunes) || sentence(s) {
			break
		}
	}
	return first
}

// isDotted reports whether s is an entry of contents with dots before the
// number of its page: 一、工作情况…………3.
func isDotted(s string) bool {
	entry := withoutPage(s)
	return entry != s && hasLength(entry, 2, titleRunes) && hasSuffix(s[:len(s)-trailingDigits(s)], "……", "....", "····", "．．．．")
}

// withoutPage is s without the number of a page at its end and what leads to
// it: dots, a tab, white space, brackets.
func withoutPage(s string) string {
	bare := strings.TrimRight(s, "）)-—－ ")
	n := trailingDigits(bare)
	if n == 0 || n > 4*3 {
		return s
	}
	rest := bare[:len(bare)-n]
	entry := strings.TrimRightFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("…·.．-—－（(", r) })
	if entry == rest {
		return s
	}
	return entry
}

// trailingDigits is how many bytes of Arabic digits s ends with.
func trailingDigits(s string) int {
	return len(s) - len(strings.TrimRightFunc(s, func(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }))
}

// notes is the index of the last line of the notes that line i opens (说明：, then
// 1.…, 2.…), or that stand right below a table; one less than i when it opens
// none. Their numbers are none of headings.
func (p *parser) notes(i int) int {
	first, n := i, 1
	var list mark
	opens := p.notesOpening(p.text(i))
	if opens == 0 && (i == 0 || p.lines[i-1].kind != report.BlockRow || !sentence(p.text(i))) {
		return i - 1
	}
	if m, ok := readMark(p.text(i)[opens:]); ok {
		if m.n != 1 || m.family < dotted {
			return i - 1
		}
		list, n = m, 2
	} else if opens == 0 {
		return i - 1
	}
	for i+1 < len(p.lines) && p.lines[i+1].kind == report.BlockText {
		m, ok := readMark(p.text(i + 1))
		if !ok || m.n != n || m.family < dotted || list.n > 0 && m.family != list.family {
			break
		}
		list = m
		i++
		n++
	}
	if opens == 0 && p.isOwnList(first, i, list) {
		return first - 1
	}
	return i
}

// notesOpening is the length of what opens notes in s: 说明：, or 注： before the
// first note; 0 when nothing does.
func (p *parser) notesOpening(s string) int {
	n := p.words.DocumentNotes.Prefix(s)
	if n == 0 {
		return 0
	}
	if n == len(s) {
		return n
	}
	colon := oneOf(s[n:], "：:")
	if colon == 0 {
		return 0
	}
	n += colon
	return n + skipSpace(s[n:])
}
