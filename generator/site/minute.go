package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// heads is how many figures a report is announced with.
const heads = 6

// minute writes what is to be read in one minute: how long the text is, the
// figures that announce it, each with its sentence, and where the text says
// what was found wanting and what is planned.
func (in *Input) minute(o *object) {
	r := in.Report
	o.number("characters", characters(r.Source.Text))
	o.array("headline", func() {
		for _, i := range in.surveyed().headline {
			f := &r.Figures[i]
			number, unit := split(chart.Display(r, f), f.Unit)
			o.item(func() {
				o.text("label", chart.Subject(f))
				o.text("number", number)
				o.optional("unit", unit)
				sp, words := sentence(r, f), chart.Span(r, f)
				o.text("before", r.Source.Slice(report.Span{Start: sp.Start, End: words.Start}))
				o.text("words", r.Source.Slice(words))
				o.text("after", r.Source.Slice(report.Span{Start: words.End, End: sp.End}))
				o.text("href", "#"+f.ID)
			})
		}
	})
	o.array("parts", func() { parts(o, r) })
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
	for i := 0; i < len(text); {
		if c := text[i]; 0xE4 <= c && c <= 0xEF { // of three bytes; no white space begins so
			n++
			i += 3
			continue
		}
		if escape.Mark(text, i) {
			n++
			i += 3
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(c) {
			n++
		}
		i += size
	}
	return n
}

// sentence is the sentence that states f; of a table, its row.
func sentence(r *report.Report, f *report.Figure) report.Span {
	sp, text := r.Blocks[f.Block].Span, r.Source.Text
	words := chart.Span(r, f)
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

// firstSentence is how long the first sentence of s is, the mark that ends it
// included; lastSentence is where the last one begins, which no mark ends.
func firstSentence(s string) int {
	for i := range len(s) {
		if n := sentenceMark(s, i); n > 0 {
			return i + n
		}
	}
	return len(s)
}

func lastSentence(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if n := sentenceMark(s, i); n > 0 {
			return i + n
		}
	}
	return 0
}

// sentenceMark is how many bytes the mark at s[i] has that ends a sentence, 0 for
// none.
func sentenceMark(s string, i int) int {
	switch s[i] {
	case '\n':
		return 1
	case "。"[0]:
		if strings.HasPrefix(s[i:], "。") {
			return len("。")
		}
	case "！"[0]: // of ？ as well
		if strings.HasPrefix(s[i:], "！") || strings.HasPrefix(s[i:], "？") {
			return len("！")
		}
	}
	return 0
}

// parts writes the headings over shortcomings and plans, which every annual
// report has to have; of headings within each other the outermost.
func parts(o *object, r *report.Report) {
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
			o.item(func() { o.text("name", name); o.text("text", h.Number+h.Text); o.text("href", "#"+h.ID) })
		}
	}
}

// headline picks the figures that announce a report, in text order: one of
// each theme, so that a reader sees at a glance all that a body does, and of a
// theme the total that other figures are parts of, where there is one. Figures
// of a theme that has one already, and then those of no indicator, fill up
// what is left. earlier marks the figures of earlier years.
func headline(r *report.Report, earlier []bool) []int {
	total := make([]bool, len(r.Figures))
	for _, rel := range r.Relations {
		if rel.Kind != report.RelationChange && rel.Whole >= 0 {
			total[rel.Whole] = true
		}
	}
	var of, rest, unknown []int
	at := map[string]int{} // theme -> index in of
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || earlier[i] || f.Label == "" || f.Kind == report.KindChange {
			continue
		}
		k, seen := at[f.Theme]
		switch {
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
	chosen = chosen[:min(heads, len(chosen))]
	slices.Sort(chosen)
	return chosen
}
