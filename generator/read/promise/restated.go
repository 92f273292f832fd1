package promise

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// A report may say over again what was planned: 承诺举办40场.

// restated reports whether a figure says what was to be reached: 承诺举办40场, or, where a
// section goes through what was planned, the very words of the plan.
func (p *page) restated(it *item, f *report.Figure, before string) bool {
	if at := strings.LastIndexFunc(before, numeral.IsDigit); at >= 0 && p.words.GoalsMet.In(before[at:]) {
		return false
	}
	if rest := p.r.Source.Text[f.Span.End:max(f.QuoteSpan.End, f.Span.End)]; strings.HasPrefix(rest, "的") && (p.words.PromiseRestated.In(rest) || p.words.PromisePaper.Prefix(rest) > 0) {
		return true // 举办24场的目标
	}
	for m, ok := p.words.PromiseRestated.Find(before, 0); ok; m, ok = p.words.PromiseRestated.Find(before, m.End) {
		if !p.inItem(it, before[m.Start:m.End]) && !p.words.GoalsMeasured.In(before[:m.Start]) { // 承诺 of 承诺店 promises nothing
			return true
		}
	}
	return p.r.Blocks[f.Block].Kind == report.BlockText && p.isCompletion(f.Block) && f.Value == it.figure().Value && f.Bound == it.figure().Bound
}

// isCompletion reports whether a block stands in a section on what became of a plan.
func (p *page) isCompletion(block int) bool {
	h := p.r.Blocks[block].Heading
	return h >= 0 && p.completion[h]
}
