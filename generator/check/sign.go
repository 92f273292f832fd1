package check

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// sign is a character of the text that is of no Chinese word: a mark, a letter, a
// space, or a digit in whatever form.
type sign struct {
	r     rune
	start int
	size  int // in bytes; 1 of a byte that is no character
}

// end is where what follows the sign begins.
func (s sign) end() int { return s.start + s.size }

// signs are all signs of the text, in order. Of many rules nothing but these can be
// the beginning of a fault, and they are a quarter of a text.
func (in *Input) signs() []sign {
	return in.signed.Get(in.Report, func() []sign { return signsOf(in.Report.Source.Text) })
}

func signsOf(text string) []sign {
	all := make([]sign, 0, len(text)/8)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !report.IsBasicHan(r) || isHanDigit(r) {
			all = append(all, sign{r, i, size})
		}
		i += size
	}
	return all
}

// signsIn are the signs in a span of the text.
func (in *Input) signsIn(sp report.Span) []sign {
	all := in.signs()
	from := sort.Search(len(all), func(i int) bool { return all[i].start >= sp.Start })
	to := from
	for to < len(all) && all[to].start < sp.End {
		to++
	}
	return all[from:to]
}

// spacesIn reports whether there is white space among signs.
func spacesIn(signs []sign) bool {
	for _, s := range signs {
		if unicode.IsSpace(s.r) {
			return true
		}
	}
	return false
}
