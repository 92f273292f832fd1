package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// excerpt is the line that a finding is about, cut to at most width columns
// around the words in question, and carets that stand under them. Both are ""
// when the finding holds no line.
func excerpt(f report.Finding, width int) (line, carets string) {
	if f.Excerpt == "" || f.Column < 1 {
		return "", ""
	}
	start := offset(f.Excerpt, f.Column-1)
	end := len(f.Excerpt)
	if q := firstLine(f.Quote); q != "" && strings.HasPrefix(f.Excerpt[start:], q) {
		end = start + len(q)
	} else if _, size := utf8.DecodeRuneInString(f.Excerpt[start:]); size > 0 {
		end = start + size
	}
	from := windowStart(f.Excerpt, start, end, width)
	var shown, under strings.Builder
	column := 0
	if from > 0 {
		shown.WriteString("…")
		under.WriteString(" ")
		column = 1
	}
	for i := from; i < len(f.Excerpt); {
		text, w, size := glyph(f.Excerpt[i:], column)
		if column+w > width-1 { // one column for … at the end
			shown.WriteString("…")
			break
		}
		shown.WriteString(text)
		switch {
		case i >= start && i < end:
			under.WriteString(strings.Repeat("^", w))
		case i < start:
			under.WriteString(strings.Repeat(" ", w))
		}
		column += w
		i += size
	}
	carets = strings.TrimRight(under.String(), " ")
	if carets == "" { // nothing to stand under: the end of a line, or a character without width
		carets = under.String() + "^"
	}
	return shown.String(), carets
}

// windowStart is where a line that is too long is cut at the left, so that the
// words from start are shown with a third of the width before them.
func windowStart(s string, start, end, width int) int {
	if fits(s[:end], width-2) {
		return 0
	}
	column, from := 0, start
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		column += max(1, terminal.RuneWidth(r))
		if column > width/3 {
			break
		}
		from -= size
	}
	return from
}

// fits reports whether s takes at most width columns, without measuring the
// whole of a long one.
func fits(s string, width int) bool {
	for column := 0; s != ""; {
		_, w, size := glyph(s, column)
		if column += w; column > width {
			return false
		}
		s = s[size:]
	}
	return true
}

// offset is the byte offset of the n-th character of s, counted from 0.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}
