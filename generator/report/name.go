package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// What a figure is called. It has a label only where the reading is sure of one;
// where it has none, its clause is shown with the number marked, so that a page
// says less but nothing untrue.

// ShownLabel is the label of a figure, "" where it has none. That a goal is one is
// said beside it: 目标 at its end is left out. So are characters that are not seen
// but turn the direction of others, or part or join them, because a label stands
// among words of ours.
func (f *Figure) ShownLabel() string {
	label := seen(f.Label)
	if rest := strings.TrimSuffix(label, "目标"); f.Target && rest != "" {
		return rest
	}
	return label
}

// Subject is what a figure is about: its label without the time that tells one
// value of it from another.
func (f *Figure) Subject() string {
	label := f.ShownLabel()
	if !strings.HasSuffix(label, "）") {
		return label
	}
	if open := strings.LastIndex(label, "（"); open > 0 {
		if in := label[open:]; in == "（后）" || in == "（前）" || numeral.YearIn(in) != 0 {
			return label[:open]
		}
	}
	return label
}

// KindLabel is the label of a figure in its own words, without the noun of the whole that was put to it: 种子 of 种子违法案件, which
// tells readers what the kind is of, while the figure counts what its own words say.
func (f *Figure) KindLabel() string {
	if f.OwnKind != "" {
		return f.OwnKind
	}
	return f.Label
}

// seen is s without format characters.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// Clause is the words in which a figure stands, in three pieces: those before it,
// its own, and those after it.
type Clause struct{ Before, Words, After string }

// ClauseOf is the clause of figure i cut to one line: up to so many characters on
// either side of its own words, from a mark on where there is one near the cut. A …
// says where some were left out. No number is parted from its unit.
func (r *Report) ClauseOf(i int) Clause {
	const before, after = 18, 10
	f, text := &r.Figures[i], r.Source.Text
	words, quote := r.Words(f), f.QuoteSpan
	if quote.Start > words.Start || quote.End < words.End || quote.End > len(text) { // staff quoted otherwise
		quote = words
	}
	start, end := quote.Start, quote.End
	if at := back(text[start:words.Start], before); at > 0 {
		start += at
		half := start + (words.Start-start)/2
		if k := strings.IndexAny(text[start:words.Start], clauseMarks); k >= 0 && start+k < half {
			_, n := utf8.DecodeRuneInString(text[start+k:])
			start += k + n
		}
		start = r.uncut(i, start, true)
	}
	if n := forth(text[words.End:end], after); words.End+n < end {
		end = r.uncut(i, words.End+n, false)
	}
	c := Clause{oneLine(text[start:words.Start]), oneLine(text[words.Start:words.End]), oneLine(text[words.End:end])}
	if start > quote.Start {
		c.Before = "…" + c.Before
	}
	if end < quote.End {
		c.After += "…"
	}
	return c
}

// clauseMarks are those after which a clause may begin.
const clauseMarks = "，、；：,;:\t"

// String is the clause with its number marked, for places that know no bold.
func (c Clause) String() string { return c.Before + "【" + c.Words + "】" + c.After }

// Plain is the clause as it stands, for places that show the number beside it.
func (c Clause) Plain() string { return c.Before + c.Words + c.After }

// NameOf is what figure i is called in a table or on a picture: its label, or else
// its clause with the number marked.
func (r *Report) NameOf(i int) string {
	if label := r.Figures[i].ShownLabel(); label != "" {
		return label
	}
	return r.ClauseOf(i).String()
}

// back is where the last most characters of s begin.
func back(s string, most int) int {
	at := len(s)
	for ; most > 0 && at > 0; most-- {
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return at
}

// forth is how long the first most characters of s are.
func forth(s string, most int) int {
	at := 0
	for ; most > 0 && at < len(s); most-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}

// uncut moves a cut in the clause of figure i towards it until it parts no number,
// no number from its unit and no foreign word. Only figures nearby can be cut.
func (r *Report) uncut(i, cut int, before bool) int {
	const nearby = 20
	own := r.Words(&r.Figures[i])
	for k := max(0, i-nearby); k < min(len(r.Figures), i+nearby); k++ {
		sp := r.Words(&r.Figures[k])
		switch {
		case sp.Start >= cut || cut >= sp.End:
		case before:
			cut = min(sp.End, own.Start)
		default:
			cut = max(sp.Start, own.End)
		}
	}
	text := r.Source.Text
	joined := func(c rune) bool {
		return c < utf8.RuneSelf && !unicode.IsSpace(c) && !unicode.IsPunct(c) || unicode.IsDigit(c) || unicode.Is(unicode.M, c)
	}
	for own.End < cut && cut < len(text) || before && cut < own.Start {
		last, size := utf8.DecodeLastRuneInString(text[:cut])
		next, n := utf8.DecodeRuneInString(text[cut:])
		if !joined(last) && !unicode.Is(unicode.M, next) || !joined(next) {
			break
		}
		if before {
			cut += n
		} else {
			cut -= size
		}
	}
	return cut
}

// oneLine is s on one line: cells of a table and lines are parted by a space.
func oneLine(s string) string {
	s = seen(s)
	if !strings.ContainsAny(s, "\t\r\n") {
		return s
	}
	head, tail := "", ""
	if strings.TrimLeft(s, "\t\r\n") != s {
		head = " "
	}
	if strings.TrimRight(s, "\t\r\n") != s {
		tail = " "
	}
	return head + strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == '\t' || c == '\r' || c == '\n' }), " ") + tail
}
