package check

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// farthestValue is how many figures back numbers are looked for that may make another
// one right.
const farthestValue = 14

// valuesBefore are the exact values of figure i's unit, or of one that counts alike, that
// stand before it in its sentence, the nearest first.
func (in *Input) valuesBefore(i int) []int {
	r := in.Report
	var before []int
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) == 0; j-- {
		if f := &r.Figures[j]; isPlainValue(f) && in.Words.SameUnit(f.Unit, r.Figures[i].Unit) && f.Span.End <= r.Figures[i].Span.Start && !in.isAverage(j) {
			before = append(before, j)
		}
	}
	return before
}

// valuesAround are all values of a unit that stand near figure i in its block, but for
// itself: what may make a number right that those beside it do not.
func (in *Input) valuesAround(i int, unit string) []int {
	r := in.Report
	var around []int
	for j := max(0, i-farthestValue); j < len(r.Figures) && j < i+farthestValue/2; j++ {
		f := &r.Figures[j]
		if j == i || f.Block != r.Figures[i].Block || f.Hidden || !in.Words.SameUnit(f.Unit, unit) || f.Kind != report.KindCount && f.Kind != report.KindAmount {
			continue
		}
		around = append(around, j)
	}
	return around
}

// fits reports whether by can be a ÷ b, rounded or cut off to its own decimals, where either may
// be off by a slack from what it was rounded from.
func fits(a, slackA, b, slackB numeral.Decimal, by *report.Figure) bool {
	least, most := b.Sub(slackB), b.Add(slackB)
	if least.Sign() <= 0 {
		return true
	}
	step, printed := numeral.Integer(1).Shift(numeral.Step(by.Raw)), magnitude(by)
	half := step.Mul(numeral.Integer(5)).Shift(-1)
	return printed.Add(step).Mul(most).Cmp(a.Sub(slackA)) > 0 && printed.Sub(half).Mul(least).Cmp(a.Add(slackA)) <= 0
}

// shareFits reports whether by can be part ÷ whole in percent, both exact.
func shareFits(part, whole numeral.Decimal, by *report.Figure) bool {
	var exact numeral.Decimal
	return whole.Sign() > 0 && fits(part.Shift(2), exact, whole, exact, by)
}

// someShareFits reports whether a percentage can be the share of a part in any of the numbers
// near it.
func (in *Input) someShareFits(part int, by *report.Figure) bool {
	p := &in.Report.Figures[part]
	for _, j := range in.valuesAround(part, p.Unit) {
		if w := &in.Report.Figures[j]; fits(magnitude(p).Shift(2), in.slackOf(p).Shift(2), magnitude(w), in.slackOf(w), by) {
			return true
		}
	}
	return in.someSumFits(part, by)
}

// someSumFits reports whether a percentage is the share of a part in values that are listed
// before it in its sentence, added up, be it of several units (工地60个、企业40家).
func (in *Input) someSumFits(part int, by *report.Figure) bool {
	r := in.Report
	p := &r.Figures[part]
	var sums []numeral.Decimal // from each value before to the part
	for j := part - 1; j >= 0 && j > part-farthestValue && r.Figures[j].Block == p.Block && sentences(r, &r.Figures[j], p) == 0; j-- {
		f := &r.Figures[j]
		if f.Kind != p.Kind || !isPlainValue(f) || !in.Words.SameUnit(f.Unit, p.Unit) && !strings.HasPrefix(r.Source.Text[f.Span.End:], "、") {
			continue
		}
		for k := range sums {
			if sums[k] = sums[k].Add(magnitude(f)); shareFits(magnitude(p), sums[k], by) {
				return true
			}
		}
		sums = append(sums, magnitude(f))
	}
	return false
}

// isResultOf marks the figures that are results of relations, which other rules compare.
func isResultOf(r *report.Report) map[int]bool {
	tied := map[int]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Computed != "" {
			tied[rel.Result] = true
		}
	}
	return tied
}

// sentenceOf is the whole sentence of a figure.
func sentenceOf(r *report.Report, f *report.Figure) string {
	start, end := sentenceStart(r, f), sentenceEnd(r, f)
	if start > end {
		return ""
	}
	return r.Source.Text[start:end]
}
