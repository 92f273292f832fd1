package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// heads is how many figures a report is announced with.
const heads = 6

// What is to be read in one minute: how long the text is, the figures that
// announce it, each with its sentence, and where the text says what was found
// wanting and what is planned.

// headline is the figures that announce the report.
func (in *Input) headline() []headlineItem {
	r, items := in.Report, []headlineItem{}
	for _, i := range in.surveyed().headline {
		f := &r.Figures[i]
		number, unit := split(r.Printed(f), f.Unit)
		sp, words := sentence(r, f), r.Words(f)
		items = append(items, headlineItem{
			Label: announcing(r, i), Number: number, Unit: unit,
			Before: r.Source.Slice(report.Span{Start: sp.Start, End: words.Start}),
			Words:  r.Source.Slice(words),
			After:  r.Source.Slice(report.Span{Start: words.End, End: sp.End}),
			Href:   "#" + f.ID,
		})
	}
	return items
}

// announcing is what a figure is called where it announces the report.
func announcing(r *report.Report, i int) string {
	if subject := r.Figures[i].Subject(); subject != "" {
		return subject
	}
	return r.ClauseOf(i).Plain()
}

// split parts the words of a figure from the unit that ends them: 528余, 次.
func split(display, unit string) (number, rest string) {
	if n, ok := strings.CutSuffix(display, unit); ok && n != "" {
		return n, unit
	}
	return display, ""
}

// characters counts the characters of a text as Chinese word processors do,
// white space left out. The text is UTF-8.
func characters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// sentence is the sentence that states f; of a table, its row.
func sentence(r *report.Report, f *report.Figure) report.Span {
	sp, text := r.Blocks[f.Block].Span, r.Source.Text
	words := r.Words(f)
	if words.Start < sp.Start || words.End > sp.End {
		return words
	}
	if r.Blocks[f.Block].Kind == report.BlockRow {
		return sp
	}
	return report.Span{
		Start: sp.Start + lastSentence(text[sp.Start:words.Start]),
		End:   words.End + firstSentence(text[words.End:sp.End]),
	}
}

// endsSentence reports whether a mark ends a sentence.
func endsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' }

// firstSentence is how long the first sentence of s is, the mark that ends it
// included.
func firstSentence(s string) int {
	at := strings.IndexFunc(s, endsSentence)
	if at < 0 {
		return len(s)
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return at + size
}

// lastSentence is where the last sentence of s begins, which no mark ends.
func lastSentence(s string) int {
	at := strings.LastIndexFunc(s, endsSentence)
	if at < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return at + size
}

// parts are the headings over shortcomings and plans, which every annual report
// has to have; of headings that stand under each other the outermost.
func parts(r *report.Report) []partItem {
	items := []partItem{}
	const below = 99
	inside := [2]int{below, below} // the level of the heading that the next one may stand under
	for i := range r.Headings {
		h := &r.Headings[i]
		if h.Item {
			continue
		}
		for k := range inside {
			if h.Level <= inside[k] {
				inside[k] = below
			}
		}
		shortcoming, plan := h.Shortcoming && inside[0] == below, h.Plan && inside[1] == below
		if shortcoming {
			inside[0] = h.Level
		}
		if plan {
			inside[1] = h.Level
		}
		name := ""
		switch {
		case shortcoming && plan:
			name = "存在的不足和下一年安排"
		case shortcoming:
			name = "存在的不足"
		case plan:
			name = "下一年安排"
		}
		if name != "" {
			items = append(items, partItem{name, h.Number + h.Text, "#" + h.ID, points(r, i)})
		}
	}
	return items
}

// headline picks the figures that announce a report, in text order: one of
// each theme, so that a reader sees at a glance all that a body does, and of a
// theme the total that other figures are parts of, where there is one. Figures
// of a theme that has one already, and then those of no indicator, fill up
// what is left. Figures without a label announce a report only where none has one.
// earlier marks the figures of earlier years.
func headline(r *report.Report, earlier []bool) []int {
	total := make([]bool, len(r.Figures))
	for _, rel := range r.Relations {
		if rel.Kind != report.RelationChange && rel.Whole >= 0 {
			total[rel.Whole] = true
		}
	}
	var of, rest, unknown, unnamed []int
	at := map[string]int{} // theme -> index in of
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || earlier[i] || f.Kind == report.KindChange {
			continue
		}
		k, seen := at[f.Theme]
		switch {
		case f.Label == "":
			unnamed = append(unnamed, i)
		case f.Indicator == "":
			unknown = append(unknown, i)
		case !seen:
			at[f.Theme] = len(of)
			of = append(of, i)
		case total[i] && !total[of[k]]:
			rest = append(rest, of[k])
			of[k] = i
		default:
			rest = append(rest, i)
		}
	}
	slices.Sort(rest)
	chosen := slices.Concat(of, rest, unknown)
	if len(chosen) == 0 {
		chosen = unnamed
	}
	chosen = chosen[:min(heads, len(chosen))]
	slices.Sort(chosen)
	return chosen
}
