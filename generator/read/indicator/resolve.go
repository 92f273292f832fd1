package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// withoutShortcomings drops what a report finds wanting where another part states the
// year: of 举办普法活动36场 and, under 存在的不足, 线上普法活动仅4场 the first is all of them.
func withoutShortcomings(r *report.Report, figures []int) []int {
	var stated []int
	for _, i := range figures {
		if !isWanting(r, &r.Figures[i]) {
			stated = append(stated, i)
		}
	}
	if len(stated) == 0 || len(stated) == len(figures) {
		return figures
	}
	for _, i := range figures {
		if f := &r.Figures[i]; !slices.Contains(stated, i) {
			f.Indicator, f.Theme = "", ""
		}
	}
	return stated
}

// isWanting reports whether a figure stands under a heading of what was found wanting, or
// under a heading below such a one.
func isWanting(r *report.Report, f *report.Figure) bool {
	if f.Block < 0 || f.Block >= len(r.Blocks) {
		return false
	}
	h := r.Blocks[f.Block].Heading
	if h < 0 || h >= len(r.Headings) {
		return false
	}
	level := r.Headings[h].Level + 1
	for ; h >= 0; h-- {
		if r.Headings[h].Level >= level {
			continue // a sister of the one below
		}
		if level = r.Headings[h].Level; r.Headings[h].Shortcoming {
			return true
		}
	}
	return false
}

// withoutItems drops the items of one list, of which none is all: 检查药店126家次、诊所36家次.
// They share the verb in front of the first one.
func withoutItems(r *report.Report, figures []int) []int {
	isItem := make([]bool, len(figures))
	for k := 1; k < len(figures); k++ {
		if areItems(r, figures[k-1], figures[k]) {
			isItem[k-1], isItem[k] = true, true
		}
	}
	var kept []int
	for k, i := range figures {
		if f := &r.Figures[i]; isItem[k] {
			f.Indicator, f.Theme = "", ""
		} else {
			kept = append(kept, i)
		}
	}
	return kept
}

// areItems reports whether a figure and the next one stand in a list under one verb, which
// both labels begin with and the second one's own words have not.
func areItems(r *report.Report, i, next int) bool {
	a, b := &r.Figures[i], &r.Figures[next]
	if next != i+1 || r.Source == nil || a.QuoteSpan != b.QuoteSpan || a.Unit != b.Unit || a.Span.End > b.Span.Start || b.Span.Start > len(r.Source.Text) {
		return false
	}
	own, listed := strings.CutPrefix(r.Source.Text[a.Span.End:b.Span.Start], "、")
	verb := a.Label[:min(len("检查"), len(a.Label))]
	return listed && verb != "" && strings.HasPrefix(b.Label, verb) && !strings.HasPrefix(own, verb) && !strings.ContainsAny(own, "，；")
}

// isItem reports whether the figure with index i stands in such a list under the verb that a
// phrase begins with: of 检查药店126家次、药品经营单位36家次 neither is 检查…单位.
func isItem(r *report.Report, i int, phrase string) bool {
	label := r.Figures[i].Label
	if verb := len("检查"); len(label) < verb || !strings.HasPrefix(phrase, label[:verb]) {
		return false
	}
	return i > 0 && areItems(r, i-1, i) || i+1 < len(r.Figures) && areItems(r, i, i+1)
}
