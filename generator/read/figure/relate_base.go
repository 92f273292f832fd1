package figure

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// leaveExplained takes away, of the relations from from on, the rates and changes that do
// not come to what the counts beside them give where the text says what else they are
// of: 受理130件，办结117件，办结率95.1%（扣除中止7件）. They are right in the text's own reckoning, so
// nothing may be held against them.
func (e *extractor) leaveExplained(first, from int) {
	kept := e.r.Relations[:from]
	for _, rel := range e.r.Relations[from:] {
		if rel.Kind != report.RelationPart && rel.Result >= first && rel.Whole >= first && !rel.Agrees && e.baseExplained(first, &rel) {
			if e.scanner.marks[rel.Whole-first].pair != later {
				continue
			}
			rel.Result, rel.Computed = -1, "" // 由A到B is still a pair
		}
		kept = append(kept, rel)
	}
	e.r.Relations = kept
}

// baseExplained reports whether the words around a rate say what it is of, or a count in
// them makes it right.
func (e *extractor) baseExplained(first int, rel *report.Relation) bool {
	rate := &e.r.Figures[rel.Result]
	start := rel.Result
	for start > max(first, rel.Result-maxReach, min(rel.Result, rel.Whole)) && e.sameSentence(first, start-1, rel.Result) {
		start--
	}
	end := rel.Result // the last figure before the next rate
	for end+1 < min(len(e.r.Figures), rel.Result+maxReach) && e.r.Figures[end+1].Kind != report.KindRate && e.sentenceOf(first, end+1)-e.sentenceOf(first, rel.Result) <= 1 {
		end++
	}
	before := tail(e.text[e.clauseOf(first, start).start:rate.Span.Start], 480)
	after, bracket := e.wordsAfterRate(first, rel.Result)
	return e.CheckBases.In(before) || e.CheckBases.In(after) || excepts(before) || excepts(after) ||
		bracket != "" && (e.CheckBasesInBrackets.Prefix(bracket) > 0 || e.Pending.In(bracket) && !e.Comparisons.In(bracket)) ||
		e.countMakesRight(first, start, end, rel) || e.sumMakesRight(first, rel)
}

// wordsAfterRate are the words after rate i to the end of its sentence, or of the next one
// where that has no rate of its own, and what stands in brackets right after the rate.
func (e *extractor) wordsAfterRate(first, i int) (after, bracket string) {
	const longest = 240 // bytes
	clauses := e.scanner.clauses
	from := e.r.Figures[i].Span.End
	last := e.scanner.marks[i-first].clause
	for k := last + 1; k < len(clauses) && clauses[k].sentence-clauses[last].sentence <= 1 && clauses[k].start-from < longest; k++ {
		if e.hasRate(first, k) {
			break
		}
		last = k
	}
	if end := clauses[last].end; end > from {
		after = head(e.text[from:end], 2*longest)
	}
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if inner, ok := strings.CutPrefix(e.text[from:], pair[0]); ok {
			bracket, _, _ = strings.Cut(head(inner, longest), pair[1])
		}
	}
	if strings.Contains(bracket, "%") {
		bracket = "" // a rate of its own: 未达到98%的目标
	}
	return after, bracket
}

// hasRate reports whether a rate stands in clause k.
func (e *extractor) hasRate(first, k int) bool {
	c := &e.scanner.clauses[k]
	for j := c.first; j < c.last && first+j < len(e.r.Figures); j++ {
		if e.r.Figures[first+j].Kind == report.KindRate {
			return true
		}
	}
	return false
}

// excepts reports whether words make an exception: 除3名新进人员外.
func excepts(words string) bool {
	const longest = 60 // bytes
	for {
		_, rest, ok := strings.Cut(words, "除")
		if !ok {
			return false
		}
		part := rest
		if at := strings.IndexAny(rest, "，。；）"); at >= 0 {
			part = rest[:at]
		}
		if len(part) <= longest && strings.HasSuffix(part, "外") {
			return true
		}
		words = rest
	}
}

// countMakesRight reports whether one of the figures from start to end, left out of the
// whole or taken for it, gives the rate that is printed: 受理130件，办结117件，办结率95.1%，另有7件中止.
// One that stands in no brackets has to leave something else than the part, for any rest gives 100%.
func (e *extractor) countMakesRight(first, start, end int, rel *report.Relation) bool {
	if rel.Kind != report.RelationRate || len(rel.Parts) != 1 || rel.Result < 0 {
		return false
	}
	p := rel.Parts[0]
	part, okPart := e.r.Figures[p].Decimal()
	whole, okWhole := e.r.Figures[rel.Whole].Decimal()
	if !okPart || !okWhole {
		return false
	}
	rate := &e.r.Figures[rel.Result]
	for n := start; n <= end; n++ {
		other, ok := e.r.Figures[n].Decimal()
		if slices.Contains([]int{p, rel.Whole, rel.Result}, n) || !ok || !e.sameKind(n, rel.Whole) {
			continue
		}
		left := whole.Sub(other)
		if left.Sign() <= 0 || left.Cmp(part) < 0 || left.Cmp(part) == 0 && !e.inBrackets(first, n) {
			continue
		}
		if _, agrees, ok := percentage(part, left, rate); ok && agrees {
			return true
		}
		if _, agrees, ok := percentage(part, other, rate); ok && agrees && other.Cmp(part) >= 0 {
			return true
		}
	}
	return false
}

// sumMakesRight reports whether values listed before a part, added up, give the rate that is
// printed: 建议20件、提案30件，办结率100%，其中优秀5件，占10%.
func (e *extractor) sumMakesRight(first int, rel *report.Relation) bool {
	if rel.Kind != report.RelationRate || len(rel.Parts) != 1 {
		return false
	}
	p := rel.Parts[0]
	part, ok := e.r.Figures[p].Decimal()
	if !ok {
		return false
	}
	var before []numeral.Decimal // the nearest first
	for w := p - 1; w >= max(first, p-maxReach) && e.nearby(first, w, p); w-- {
		f := &e.r.Figures[w]
		if v, ok := f.Decimal(); ok && f.Kind == e.r.Figures[p].Kind && (e.SameUnit(f.Unit, e.r.Figures[p].Unit) || strings.HasPrefix(e.text[f.Span.End:], "、")) {
			before = append(before, v)
		}
	}
	for from := range before {
		sum := before[from]
		for _, v := range before[from+1:] {
			sum = sum.Add(v)
			if _, agrees, ok := percentage(part, sum, &e.r.Figures[rel.Result]); ok && agrees {
				return true
			}
		}
	}
	return false
}
