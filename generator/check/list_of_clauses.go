package check

import (
	"slices"

	"mingfa/generator/report"
)

// listOfClauses reports a list after 其中 whose items are parted by ， and add up to more
// than the whole: 51件，其中维持40件，撤销2件，确认违法1件，终止9件. A relation leaves out the item that would
// make it too much, since after a ， something else may be counted (…，办结50件); here all
// items are outcomes of which a case has one, or are called kinds (环境类, 噪声类).
func (in *Input) listOfClauses(c *collector, related []bool, rel *report.Relation) {
	r := in.Report
	if rel.Kind != report.RelationPart || rel.Whole < 0 || len(rel.Parts) == 0 || rel.Parts[0] != rel.Whole+1 || anyHidden(r, rel) || !exactButResult(r, rel) {
		return
	}
	last := rel.Parts[len(rel.Parts)-1]
	if last-rel.Whole != len(rel.Parts) || !isPlainCount(&r.Figures[rel.Whole]) || !isPlainCount(&r.Figures[last]) || r.Figures[last].Unit != r.Figures[rel.Whole].Unit {
		return
	}
	more := in.listFrom(last, except(related))[1:]
	longer := partsOf(rel.Whole, slices.Concat(rel.Parts, more))
	total, sum, ok := addUp(r, &longer)
	if len(more) == 0 || !ok || sum.Cmp(total) <= 0 || !near(total, sum) || in.explains(around(r, &longer)) {
		return
	}
	if !in.onlyOutcomes(longer.Whole, longer.Parts) && (in.ofPeople(r.Figures[last].Unit) || in.overlap(&longer) || !areCalledKinds(r, longer.Parts)) {
		return
	}
	sumNote(c, r, report.Warning, &longer, sum)
}
