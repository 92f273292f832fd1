package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// sumMismatch finds totals that are not the sum of their parts: 三类合计, 其他 or 其余
// says that the parts are all there, and they do not add up; or parts that
// cannot overlap add up to more than the whole, whether all are named or not. So
// do lists without 其中 that are plainly complete, and tables.
func sumMismatch(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.SumMismatch, severity: report.Error}
	for k := range r.Relations {
		rel := &r.Relations[k]
		in.boundedSum(&c, rel)
		if rel.Kind != report.RelationPart || rel.Complete || rel.Whole < 0 || len(rel.Parts) < 2 || anyHidden(r, rel) || !exactButResult(r, rel) {
			continue
		}
		total, sum, ok := addUp(r, rel)
		if !ok || largest(r, rel.Parts).Cmp(total) > 0 || total.Sub(sum).Abs().Cmp(in.roundedOff(rel)) <= 0 || in.explains(around(r, rel)) {
			continue
		}
		severity, faulty := in.judgeSum(rel, total, sum)
		if !faulty {
			continue
		}
		sumNote(&c, r, severity, rel, sum)
	}
	related, items := relatedOf(r), itemsOf(r)
	for k := range r.Relations {
		in.listOfClauses(&c, related, &r.Relations[k])
	}
	for i := range r.Figures {
		in.listOfBefore(&c, related, i) // first: what opens a list of its own marks the others as related
		in.completeList(&c, related, i)
		in.innerList(&c, related, i)
		in.kindsListed(&c, related, i)
		in.partedList(&c, related, i)
		in.outcomesOfStep(&c, i)
		in.closedList(&c, i)
		in.restOfWhole(&c, items, i)
		in.leftOpen(&c, i)
		in.withCarried(&c, i)
	}
	for _, w := range in.rows() {
		in.sumOfRow(&c, w)
	}
	for _, g := range in.tables() {
		g.sums(in, &c, related)
	}
	return c.all()
}

// boundedSum reports parts that are said to be all there, and whose sum cannot be
// what the total is said to be: 三类合计不少于50件 of 20, 20 and 5. A sum that any value
// within the bound can be is sound.
func (in *Input) boundedSum(c *collector, rel *report.Relation) {
	r := in.Report
	if rel.Kind != report.RelationPart || !rel.Closed || rel.Whole < 0 || len(rel.Parts) < 2 || anyHidden(r, rel) || r.Figures[rel.Whole].Bound == "" {
		return
	}
	for _, i := range rel.Parts {
		if !r.Figures[i].Exact() {
			return
		}
	}
	if _, sum, ok := addUp(r, rel); ok && !r.Figures[rel.Whole].Allows(sum) && !in.explains(around(r, rel)) {
		sumNote(c, r, report.Warning, rel, sum)
	}
}

// relatedOf marks the figures that are wholes or parts already.
func relatedOf(r *report.Report) []bool {
	related := itemsOf(r)
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationPart && rel.Whole >= 0 && rel.Whole < len(related) {
			related[rel.Whole] = true
		}
	}
	return related
}

// judgeSum decides how sure it is that parts which do not add up are a fault.
func (in *Input) judgeSum(rel *report.Relation, total, sum numeral.Decimal) (report.Severity, bool) {
	r := in.Report
	last := rel.Parts[len(rel.Parts)-1]
	inTable := r.Blocks[r.Figures[rel.Whole].Block].Kind == report.BlockRow
	oneClause := r.Figures[rel.Parts[0]].QuoteSpan == r.Figures[last].QuoteSpan
	together := in.mostBefore(rel.Whole, &r.Figures[rel.Parts[0]], sentences(r, &r.Figures[rel.Whole], &r.Figures[rel.Parts[0]]))
	ofSeveral := !inTable && rel.Whole < rel.Parts[0] && together.Cmp(total) > 0 // 建议17件、提案13件，其中甲类20件、其他10件
	switch {
	case ofSeveral && sum.Cmp(together) == 0:
		return "", false
	case rel.Closed && (ofSeveral && sum.Cmp(total) > 0 || inTable || rel.Whole < last && !oneClause):
		return report.Warning, true // rows may nest; 其余 may be of more than one part
	case rel.Closed:
		return report.Error, true
	case in.eitherOr(rel):
		return report.Warning, true
	case sum.Cmp(total) < 0:
		return report.Warning, in.namesAll(rel.Parts) && isMistyped(total, sum)
	case sum.Cmp(total) == 0 || in.overlap(rel) && !in.onlyOutcomes(rel.Whole, rel.Parts) && !in.apart(rel):
		return "", false
	}
	atMostHalfMore := sum.Mul(numeral.Integer(2)).Cmp(total.Mul(numeral.Integer(3))) <= 0
	earlier := in.anotherWhole(rel.Whole, &r.Figures[rel.Parts[0]], func(v numeral.Decimal) int { return sum.Cmp(v) })
	apart := strings.ContainsAny(r.Source.Text[r.Figures[rel.Whole].Span.End:max(r.Figures[rel.Whole].Span.End, r.Figures[rel.Parts[0]].Span.Start)], "；。")
	if len(rel.Parts) > 2 && oneClause && !apart && !earlier && !in.ofPeople(r.Figures[rel.Whole].Unit) && atMostHalfMore {
		return report.Error, true
	}
	return report.Warning, true
}
