package figure

import "strings"

// isNewOf reports whether figure j, after the list that i begins, counts what came in the
// year and not one more part of what there is, so that the list ends before it: 现有14名，
// 其中持证11名，年内新取得执法证3名. It may be a part where the whole or the items before are new or
// carried over too (上年留任11名，新聘3名), or it names the thing that they name (续聘调解员11名、新聘调解员3名).
func (e *extractor) isNewOf(first, whole, i, j int) bool {
	words := e.wordsOf(first, j)
	m, ok := e.NewlyAdded.Find(words, 0)
	if !ok || e.NewlyAdded.In(e.wordsOf(first, whole)) {
		return false
	}
	thing, when := words[m.End:], words[:m.Start]
	for k := i; k < j; k++ {
		before := e.wordsOf(first, k)
		if e.NewlyAdded.In(before) || e.CarriedOver.In(before) || thing != "" && strings.Contains(before, thing) {
			return false
		}
	}
	return thing != "" || when != ""
}

// wordsOf is what stands before the numeral of figure i in its clause, after the figure
// before it.
func (e *extractor) wordsOf(first, i int) string {
	start := e.clauseOf(first, i).start
	if i > first {
		start = max(start, e.r.Figures[i-1].Span.End)
	}
	if start >= e.r.Figures[i].Span.Start {
		return ""
	}
	return strings.Trim(e.text[start:e.r.Figures[i].Span.Start], "，、；：, \u3000")
}
