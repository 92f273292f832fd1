package check

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// changesInRow compares changes that are told one by one with the values that have changed and
// with those of the year before, which brackets behind them tell:
//
//   - 180批次、420人次，同比分别下降10%、16%（2022年分别为200批次、500人次）
//
// Any value before them in the sentence that makes a change right keeps it silent.
func (in *Input) changesInRow(c *collector, w row) {
	r := in.Report
	before := row{w.last + 1, w.last + w.len(), ""}
	if before.last >= len(r.Figures) || !in.follows(w.last) || r.Figures[w.first].Kind != report.KindChange || !in.ofUnit(w, "%") {
		return
	}
	opening, ok := strings.CutPrefix(in.gap(w.last), "（")
	if opening = in.barely(opening); !ok || in.pastSuffix(opening) != len(opening) || !strings.HasPrefix(r.Source.Text[r.Figures[before.last].Span.End:], "）") {
		return
	}
	for k := before.first; k < before.last; k++ {
		if words, ok := cutJoint(in.gap(k)); !in.follows(k) || !ok || words != "" {
			return
		}
	}
	way := 0
	for k := range w.len() {
		was, by := &r.Figures[before.first+k], &r.Figures[w.first+k]
		words := ownWords(r, w.first+k)
		if k > 0 {
			words, _ = cutJoint(in.gap(w.first + k - 1))
		}
		if said := in.wayBefore(words); said != 0 {
			way = said
		}
		if way == 0 || !isPlainValue(was) || by.Kind != report.KindChange && by.Kind != report.KindRate {
			return
		}
		values := in.valuesOfUnit(w.first, was.Unit)
		if len(values) == 0 || c.says(by.Span) || in.someGrows(values, was, by, way) {
			continue
		}
		v := values[0] // the nearest
		if list := in.listBefore(w.first, w.len()); list != nil {
			v = list[k]
		} else if at := w.first - w.len() + k; at >= 0 && r.Figures[at].Unit == was.Unit && slices.Contains(values, at) {
			v = at
		}
		valuesOf(was, &r.Figures[v]).tell(in, c, by, way)
	}
}

// valuesOfUnit are the values of a unit before figure i in its sentence, the nearest first.
func (in *Input) valuesOfUnit(i int, unit string) []int {
	r := in.Report
	var before []int
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) == 0; j-- {
		if f := &r.Figures[j]; isPlainValue(f) && in.Words.SameUnit(f.Unit, unit) {
			before = append(before, j)
		}
	}
	return before
}

// someGrows reports whether any of some values has changed from what it was as a percentage says.
func (in *Input) someGrows(some []int, was, by *report.Figure, way int) bool {
	for _, j := range some {
		if v := valuesOf(was, &in.Report.Figures[j]); v.direction() == way && v.growBy(in, by) {
			return true
		}
	}
	return false
}

func valuesOf(was, is *report.Figure) values { return values{was: was, is: is} }

// tell reports that the values have not changed by a percentage, or the other way.
func (v values) tell(in *Input, c *collector, by *report.Figure, way int) {
	if v.direction() == -way && v.growBy(in, by) {
		wrongWay(c, v.was, v.is, by.Span)
		return
	}
	v.note(c, by)
}

// sumOfRow compares 分别为19件、7件和13件，合计39件.
func (in *Input) sumOfRow(c *collector, w row) {
	r := in.Report
	i := w.last + 1
	if i >= len(r.Figures) || !in.follows(w.last) || !isPlainCount(&r.Figures[i]) || !in.ofUnit(w, r.Figures[i].Unit) || !in.endsClauseAt(r.Figures[i].Span.End) || c.says(r.Figures[i].Span) {
		return
	}
	words, ok := strings.CutPrefix(in.gap(w.last), "，")
	if !ok || !in.Words.CheckSums.Has(words) || strings.HasPrefix(words, "累计") || in.excuses(sentenceOf(r, &r.Figures[i])) {
		return
	}
	rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: i}
	for k := w.first; k <= w.last; k++ {
		rel.Parts = append(rel.Parts, k)
	}
	if total, sum, ok := addUp(r, &rel); ok && total.Cmp(sum) != 0 {
		sumNote(c, r, report.Warning, &rel, sum)
	}
}
