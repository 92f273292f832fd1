package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"golang.org/x/text/unicode/norm"

	"mingfa/generator/report"
)

// pagesOf makes paragraphs and rows of the lines that pdftotext lays out as they
// stand on the pages. A line that is full goes on in the next one, unless that
// begins with an indent; where columns are parted by wide gaps, a line is the row
// of a table. Numbers of pages are left out.
func pagesOf(text string) *report.Document {
	d := &report.Document{}
	full := 0 // columns of the widest line
	for line := range strings.Lines(text) {
		full = max(full, runewidth.StringWidth(strings.TrimSpace(line)))
	}
	open := false // whether the last line of the last passage is full
	for page := range strings.SplitSeq(text, "\f") {
		lines := strings.Split(page, "\n")
		margin := marginOf(lines)
		for i, line := range lines {
			words := folded(strings.TrimSpace(line))
			switch {
			case words == "":
				continue
			case isPageNumber(words) && (i < 3 || i+4 > len(lines)):
				d.Left = append(d.Left, report.Left{Kind: report.LeftFooter, Text: words})
				continue
			}
			cells := columns(words)
			goesOn := open && cells == nil && indent(line) <= margin+1
			open = cells == nil && runewidth.StringWidth(words) >= full*9/10
			switch {
			case goesOn:
				last := &d.Passages[len(d.Passages)-1]
				last.Text = joined(last.Text, words)
			case cells != nil:
				d.Passages = append(d.Passages, report.Passage{Text: strings.Join(cells, "\t")})
			default:
				d.Passages = append(d.Passages, report.Passage{Text: words})
			}
		}
	}
	return d
}

// marginOf is the least indent of the lines of a page.
func marginOf(lines []string) int {
	least := 1 << 20
	for _, line := range lines {
		if s := strings.TrimSpace(line); s != "" && !isPageNumber(s) {
			least = min(least, indent(line))
		}
	}
	return least
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// columns parts a line at gaps of three blanks or more; nil where there is none.
func columns(words string) []string {
	if !strings.Contains(words, "   ") {
		return nil
	}
	var cells []string
	for cell := range strings.SplitSeq(words, "   ") {
		if cell = strings.TrimSpace(cell); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}

// isPageNumber reports whether a line is 3, — 3 — or -3-.
func isPageNumber(s string) bool {
	inner := strings.Trim(s, "-—–－ ")
	return len(inner) > 0 && len(inner) < 4 && strings.Trim(inner, "0123456789") == ""
}

// joined puts the lines of a paragraph together: with a blank between words of
// Latin letters only.
func joined(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if last < utf8.RuneSelf && first < utf8.RuneSelf && unicode.IsLetter(last) && unicode.IsLetter(first) {
		return a + " " + b
	}
	return a + b
}

// folded puts characters for the radicals that browsers print to PDF in their
// stead: ⼀ for 一.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x2F00 && r <= 0x2FDF {
			if c := []rune(norm.NFKC.String(string(r))); len(c) == 1 {
				return c[0]
			}
		}
		return r
	}, s)
}
