package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mingfa/generator/report"
)

// maxPlaces bounds how often a quote is looked for in one text.
const maxPlaces = 1000

// places is where a quote stands in a text.
func places(text, quote string) []report.Span {
	var found []report.Span
	for from := 0; quote != "" && len(found) < maxPlaces; {
		at := strings.Index(text[from:], quote)
		if at < 0 {
			break
		}
		found = append(found, report.Span{Start: from + at, End: from + at + len(quote)})
		_, size := utf8.DecodeRuneInString(text[from+at:])
		from += at + size
	}
	return found
}

// nearest is the passage of the text that a quote which is not in it was
// probably copied from; "" when none resembles it.
func nearest(text, quote string) string {
	if s := sameButForm(text, quote); s != "" {
		return s
	}
	want := pairs(quote)
	if len(want) == 0 {
		return ""
	}
	best, score := "", 0.5
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("，。；！？\r\n", r) }) {
		clause = strings.TrimSpace(clause)
		if len(clause) > 4*len(quote)+40 {
			continue
		}
		have := pairs(clause)
		common := 0
		for p := range want {
			if have[p] {
				common++
			}
		}
		if s := 2 * float64(common) / float64(len(want)+len(have)); s > score {
			best, score = clause, s
		}
	}
	return best
}

// pairs is the set of neighbouring characters of s.
func pairs(s string) map[[2]rune]bool {
	set := map[[2]rune]bool{}
	last := rune(-1)
	for _, r := range norm.NFKC.String(s) {
		if unicode.IsSpace(r) {
			continue
		}
		if last >= 0 {
			set[[2]rune{last, r}] = true
		}
		last = r
	}
	return set
}

// sameButForm finds the passage that differs from a quote only in white space,
// in full and half width and in the shape of quotation marks.
func sameButForm(text, quote string) string {
	want := []rune(form(quote))
	if len(want) == 0 {
		return ""
	}
	folded := make([]rune, 0, len(text)/3)
	offsets := make([]int, 0, len(text)/3)
	for i, r := range text {
		for _, f := range form(string(r)) {
			folded, offsets = append(folded, f), append(offsets, i)
		}
	}
	at := strings.Index(string(folded), string(want))
	if at < 0 {
		return ""
	}
	first := utf8.RuneCountInString(string(folded)[:at])
	last := offsets[first+len(want)-1]
	_, size := utf8.DecodeRuneInString(text[last:])
	return text[offsets[first] : last+size]
}

// form is a text without what sameButForm passes over.
func form(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '‟', '"':
			return '"'
		case '‘', '’', '\'':
			return '\''
		case '。', '．':
			return '.'
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// oneLine reports whether s can be shown on one line.
func oneLine(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029' })
}
