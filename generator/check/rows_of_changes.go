package check

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
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

// courseInRow compares how much a row of years has changed from its first to its last, or by year, with the
// figure behind it:
//
//   - 2021年、2022年、2023年分别为80件、100件和125件，年均增长52%
//   - 依次为86.0%、92.5%、98.0%，两年提高21个百分点
//
// For the change by year the mean of the changes and what is had by dividing them are let pass too.
func (in *Input) courseInRow(c *collector, w row) {
	r := in.Report
	i := w.last + 1
	if w.len() < 2 || i >= len(r.Figures) || !in.follows(w.last) {
		return
	}
	by := &r.Figures[i]
	unit := r.Figures[w.first].Unit
	yearly, way, ok := in.courseWords(in.gap(w.last))
	if !ok || !in.ofUnit(w, unit) || by.Hidden || by.Target || !by.Exact() || c.says(by.Span) || yearly && w.len() < 3 {
		return
	}
	v := valuesOf(&r.Figures[w.first], &r.Figures[w.last])
	last := valuesOf(&r.Figures[w.last-1], v.is)
	points := strings.HasSuffix(by.Unit, "百分点")
	switch {
	case points && unit == "%" && !yearly:
		if !v.differBy(in, by) && !last.differBy(in, by) {
			v.note(c, by)
		}
	case by.Unit != "%" || unit == "%" || !isPlainValue(v.is):
	case yearly:
		in.yearlyGrowth(c, w, by)
	case v.growBy(in, by) || last.growBy(in, by):
		if v.direction() == -way && v.growBy(in, by) && !last.growBy(in, by) {
			wrongWay(c, v.was, v.is, by.Span)
		}
	default:
		v.note(c, by)
	}
}

// courseWords reports whether words behind a row say only by how much it has changed, whether
// they say it by year, and whether to more or to less: ，三年累计下降.
func (in *Input) courseWords(words string) (yearly bool, way int, ok bool) {
	words, ok = strings.CutPrefix(words, "，")
	size := in.waySize(words)
	if !ok || size == 0 {
		return false, 0, false
	}
	way, words = in.wayBefore(words), words[:len(words)-size]
	course := false
	for words != "" {
		if n := in.Words.CheckByYear.Prefix(words); n > 0 {
			yearly, words = true, words[n:]
			continue
		}
		n := in.Words.CheckOverYears.Prefix(words)
		if r, size := utf8.DecodeRuneInString(words); n == 0 && (numeral.IsDigit(r) || strings.ContainsRune("两二三四五六七八九十", r)) {
			n = size
		} else if n == 0 {
			return false, 0, false
		} else {
			course = true
		}
		words = words[n:]
	}
	return yearly, way, yearly || course
}

// yearlyGrowth compares a change by year with a row of years.
func (in *Input) yearlyGrowth(c *collector, w row, by *report.Figure) {
	r := in.Report
	n := float64(w.len() - 1)
	first, last, printed := magnitude(&r.Figures[w.first]).Float64(), magnitude(&r.Figures[w.last]).Float64(), math.Abs(magnitude(by).Float64())
	if first <= 0 || last <= 0 {
		return
	}
	mean := 0.0
	for k := w.first; k < w.last; k++ {
		if was := magnitude(&r.Figures[k]).Float64(); was > 0 {
			mean += 100 * (magnitude(&r.Figures[k+1]).Float64()/was - 1) / n
		}
	}
	compound := 100 * (math.Pow(last/first, 1/n) - 1)
	step := math.Pow10(numeral.Step(by.Raw))
	for _, reading := range [...]float64{compound, mean, 100 * (last/first - 1) / n, 100 * (last/first - 1) / (n + 1), 100 * (math.Pow(last/first, 1/(n+1)) - 1)} {
		if math.Abs(math.Abs(reading)-printed) <= 1.5*step {
			return
		}
	}
	c.add(by.Span, fmt.Sprintf("由“%s”到“%s”，按%d年平均每年%.1f%%，原文写的是“%s”", c.src.Slice(r.Figures[w.first].Span), c.src.Slice(r.Figures[w.last].Span), w.len()-1, math.Abs(compound), c.src.Slice(by.Span)),
		"请核对各年的数和年均增减；以别的年份为基数的，请在文中写明")
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
