package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// kindsListed compares lists that go on to something else behind them, and are all of what
// stands before them by their words:
//
//   - all items are called kinds, and 、 parts them: 问题326个，立行立改类245个、分阶段类53个、持续类82个，…
//   - it is of two kinds of which everything is one or the other: 32场，其中线上9场、线下32场，…
//   - its items are outcomes of which a case has one, and more than it: 应诉26件，胜诉25件、败诉4件，…
//
// What any number near is the sum of is left alone.
func (in *Input) kindsListed(c *collector, related []bool, i int) {
	r := in.Report
	whole := &r.Figures[i]
	if i+2 >= len(r.Figures) || !isPlainCount(whole) || !in.isCounter(whole.Unit) || in.isLaterItem(i) || r.Figures[i+1].Unit != whole.Unit || !in.follows(i) {
		return
	}
	opening := in.gap(i)
	if !strings.HasPrefix(opening, "，") && !strings.HasPrefix(opening, "：") && !strings.HasPrefix(opening, "（") {
		return
	}
	rel := partsOf(i, in.listedFrom(i+1))
	total, sum, ok := addUp(r, &rel)
	if !ok || len(rel.Parts) < 2 || related[i] && largest(r, rel.Parts).Cmp(total) > 0 || c.says(whole.Span) || total.Cmp(sum) == 0 || in.isOneOf(sum, in.valuesAround(i, whole.Unit)) || in.excuses(around(r, &rel)) {
		return
	}
	more := sum.Cmp(total) > 0
	switch {
	case more && in.apart(&rel) && !in.isLaterItem(rel.Parts[0]):
	case !near(total, sum) || strings.Contains(opening, "其中") && related[i]:
		return
	case more && in.onlyOutcomes(rel.Whole, rel.Parts) && !in.isOutcome(ownWords(r, i)) && !in.anotherWhole(i, &r.Figures[i+1], func(v numeral.Decimal) int { return sum.Cmp(v) }):
	case len(rel.Parts) > 2 && (more || justBelow(total, sum)) && !strings.Contains(opening, "其中") && areCalledKinds(r, rel.Parts) && !in.ofPeople(whole.Unit):
	default:
		return
	}
	sumNote(c, r, report.Warning, &rel, sum)
}

// listedFrom are figure i and those that follow it in a list parted by 、, or else by ， where
// they are outcomes, or two of which everything is one or the other.
func (in *Input) listedFrom(i int) []int {
	return in.listFrom(i, func(j int) bool {
		return !strings.HasPrefix(in.gap(j-1), "，") || in.isOutcome(ownWords(in.Report, j)) || j == i+1 && in.apart(&report.Relation{Parts: []int{i, j}})
	})
}

// outcomesOfStep compares outcomes that a sentence tells of the cases of a step (审结案件中，维持402件、驳回127件…) with
// the count of this step before it (审结1097件), which they are never more than.
func (in *Input) outcomesOfStep(c *collector, i int) {
	r := in.Report
	f := &r.Figures[i]
	start := sentenceStart(r, f)
	if i == 0 || !isPlainCount(f) || start > f.Span.Start || r.Figures[i-1].Span.End > start {
		return
	}
	opening := strings.TrimSuffix(strings.TrimSuffix(r.Source.Text[start:f.Span.Start], ownWords(r, i)), "，")
	opening, ok := strings.CutSuffix(opening, "中")
	_, verb, object := in.stageOf(opening)
	items := in.listedFrom(i)
	if !ok || verb == "" || in.thing(object) != "" || len(items) < 2 || !in.onlyOutcomes(-1, items) {
		return
	}
	sum := sumOf(r, items)
	for _, j := range slices.Backward(in.valuesAround(i, f.Unit)) {
		if j > i || !strings.HasPrefix(in.withoutAdverbs(ownWords(r, j)), verb) {
			continue
		}
		if rel := partsOf(j, items); isPlainCount(&r.Figures[j]) && sum.Cmp(magnitude(&r.Figures[j])) > 0 && near(magnitude(&r.Figures[j]), sum) && !in.excuses(sentenceOf(r, f)) && !c.says(r.Figures[j].Span) {
			sumNote(c, r, report.Warning, &rel, sum)
		}
		return
	}
}

// partedList compares a list that its sentence says is all (按案由分，食品类151件…其他114件) with the
// counts of its paragraph: it has to be one of them, or of two of them together.
func (in *Input) partedList(c *collector, related []bool, i int) {
	r := in.Report
	f := &r.Figures[i]
	if i == 0 || related[i] || !isPlainCount(f) || r.Blocks[f.Block].Kind == report.BlockRow || !in.follows(i) {
		return
	}
	start := sentenceStart(r, f)
	if start > f.Span.Start {
		return
	}
	opening := r.Source.Text[start:f.Span.Start]
	if m, ok := in.Words.CheckListOpenings.Find(opening, 0); !ok || m.End > 14*han {
		return
	}
	items := in.listedFrom(i)
	last := items[len(items)-1]
	if len(items) < 3 || !in.isRest(ownWords(r, last)) {
		return
	}
	sum, most := sumOf(r, items), numeral.Decimal{}
	whole := -1
	before := slices.DeleteFunc(in.valuesAround(i, f.Unit), func(j int) bool { return j >= i })
	for _, j := range before {
		v := magnitude(&r.Figures[j])
		for _, k := range before {
			if v.Cmp(sum) == 0 || k != j && v.Add(magnitude(&r.Figures[k])).Cmp(sum) == 0 {
				return
			}
		}
		if v.Cmp(most) > 0 {
			whole, most = j, v
		}
	}
	if whole < 0 || c.says(r.Figures[whole].Span) || !near(most, sum) || in.excuses(sentenceOf(r, f)) || in.excusesBeside(sentenceOf(r, &r.Figures[whole]), whole) {
		return
	}
	c.note(r.Figures[last].Span, report.Warning, fmt.Sprintf("各分项相加：%s = %s，前面没有哪个数是这么多", plus(r, items), sum), sumAdvice)
}
