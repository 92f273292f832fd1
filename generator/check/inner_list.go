package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// farthestWhole is how many figures back the whole of a list is looked for.
const farthestWhole = 8

// innerList compares the list that figure i begins with what it is a part of,
// where the relations do not tie them: 其中： has a mark behind it, or several
// figures of other units stand between (立案15件、罚没20万元、移送2起、曝光3批，其中食品类9件、药品类8件), or
// brackets hold the list (36件（建议20件、提案18件）). Such lists need not name all, but
// are never more.
func (in *Input) innerList(c *collector, related []bool, i int) {
	r := in.Report
	f := &r.Figures[i]
	if i == 0 || i+1 >= len(r.Figures) || related[i] || r.Figures[i+1].Unit != f.Unit || r.Figures[i-1].Block != f.Block || !opensInner(r, i) || !isPlainCount(f) {
		return
	}
	whole := -1
	ends := sentences(r, &r.Figures[i-1], f) // 1 where 其中 begins a sentence
	for j := i - 1; j >= 0 && j >= i-farthestWhole && r.Figures[j].Block == f.Block && sentences(r, &r.Figures[j], f) == ends; j-- {
		if r.Figures[j].Unit == f.Unit {
			whole = j
			break
		}
	}
	items := in.listFrom(i, except(related))
	if whole < 0 || related[whole] || len(items) < 2 || !isPlainCount(&r.Figures[whole]) {
		return
	}
	rel := partsOf(whole, items)
	total, sum, ok := addUp(r, &rel)
	if !ok || sum.Cmp(total) <= 0 || !in.apart(&rel) && !in.onlyOutcomes(whole, items) && (in.overlap(&rel) || in.ofPeople(f.Unit)) || in.explains(around(r, &rel)) ||
		in.anotherWhole(whole, f, func(v numeral.Decimal) int { return sum.Cmp(v) }) {
		return
	}
	if sum.Cmp(in.mostBefore(whole, f, ends)) <= 0 {
		return
	}
	sumNote(c, r, report.Warning, &rel, sum)
}

// isResult reports whether words come down to a step or a result of what was counted
// before: 办结, 及时处置.
func (in *Input) isResult(words string) bool {
	words = in.withoutAdverbs(words)
	return in.isStage(words) || in.Words.CheckResultsOfSame.Prefix(words) > 0 || in.Words.CheckResultsCarried.Prefix(words) > 0
}

// opensInner reports whether figure i begins a list of parts: 其中, with a mark
// at most, stands before its own words, or a bracket after the figure before.
func opensInner(r *report.Report, i int) bool {
	before := &r.Figures[i-1]
	if before.Span.End > r.Figures[i].Span.Start {
		return false
	}
	gap := r.Source.Text[before.Span.End:r.Figures[i].Span.Start]
	if len(gap) > 90 {
		return false
	}
	if rest, ok := strings.CutPrefix(gap, "（"); ok {
		return !strings.ContainsAny(rest, "（），；：") && before.Unit == r.Figures[i].Unit
	}
	at := strings.LastIndex(gap, "其中")
	if at < 0 || strings.Contains(strings.TrimSuffix(gap[:at], "。"), "。") {
		return false
	}
	rest := strings.TrimLeft(gap[at+len("其中"):], "，：,:")
	return !strings.ContainsAny(rest, "，；：。（）、")
}

// listOfBefore compares a list that is a sentence of its own, and says that it is
// all, with the one total of the sentence before it: 全年办理案件88件。按类型分，民事案件40件、刑事
// 案件30件、行政案件20件。
func (in *Input) listOfBefore(c *collector, related []bool, i int) {
	r := in.Report
	if i == 0 || i+1 >= len(r.Figures) || related[i] || !isPlainCount(&r.Figures[i]) || r.Figures[i-1].Block != r.Figures[i].Block || r.Figures[i+1].Unit != r.Figures[i].Unit {
		return
	}
	f, whole := &r.Figures[i], &r.Figures[i-1]
	start := sentenceStart(r, f)
	if start > f.Span.Start || whole.Span.End > start || whole.Unit != f.Unit || related[i-1] || !isPlainCount(whole) || strings.Trim(r.Source.Text[whole.Span.End:start], "。 ") != "" {
		return
	}
	const longest = 14 * han
	opening := r.Source.Text[start:f.Span.Start]
	if m, ok := in.Words.CheckListOpenings.Find(opening, 0); !ok || m.End > longest {
		return
	}
	if i > 1 && r.Figures[i-2].Block == f.Block && r.Figures[i-2].Unit == f.Unit && r.Figures[i-2].Span.End > sentenceStart(r, whole) {
		return // it may be of either
	}
	items := in.listFrom(i, except(related))
	last := &r.Figures[items[len(items)-1]]
	end := sentenceEnd(r, last)
	rel := partsOf(i-1, items)
	total, sum, ok := addUp(r, &rel)
	if !ok || len(items) < 2 || strings.TrimSpace(r.Source.Text[last.Span.End:end]) != "" || total.Cmp(sum) == 0 || !near(total, sum) || in.explains(around(r, &rel)) {
		return
	}
	sumNote(c, r, report.Warning, &rel, sum)
}
