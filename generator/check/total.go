package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// What is a total, and of what parts?
//
// A report says how much there was of something, and often what it is made up of: 审结42件，维持40件、
// 撤销2件. Which number is the total of which others is a question of its words, and it has four parts. Each is
// answered in one place; the rules beside it (complete_list.go, inner_list.go, closed_list.go …) only say in which
// order the numbers stand of which they ask.
//
//   - Which counts are a list? list.go: those of one unit beside each other, parted by 、, ， or 和.
//   - Is anything missing in it, and can one thing be counted in two of its items? completeness.go. Only a list
//     of which the words say that it is all (分为, 其他, 男 and 女) has to come to its total; one whose items exclude
//     each other (维持, 撤销) may be less and never more; others may be anything.
//   - Of what is it the list? The functions below. Where several numbers may be meant (受理60件，办结50件，其中…; 建议
//     17件、提案13件，其中…) it has to fit one of them, or two together.
//   - Do the words excuse that it does not fit? excuses and explains, below: 含上年结转9件, 同一单位可并处.
//
// Where the text is so plain that figures are drawn as parts of a whole, package figure has tied them by a
// relation (report.RelationPart). Rules on lists ask of what it left untied, or left open.

// partsOf ties a list to its total, as the relations do that the text is plain about.
func partsOf(whole int, parts []int) report.Relation {
	return report.Relation{Kind: report.RelationPart, Result: -1, Whole: whole, Parts: parts}
}

// sumAdvice is what to do about parts that are not their total.
const sumAdvice = "请核对总数和各分项；分项之间有交叉的，请在文中说明"

// sumNote reports that the parts of a relation are not what its whole says. Parts that
// are exactly the whole are no fault, however they were found: a list need not be marked
// as complete, as where another figure of its unit follows it.
func sumNote(c *collector, r *report.Report, severity report.Severity, rel *report.Relation, sum numeral.Decimal) {
	if total, ok := r.Figures[rel.Whole].Decimal(); ok && r.Figures[rel.Whole].Bound == "" && total.Cmp(sum) == 0 {
		return
	}
	whole := r.Figures[rel.Whole].Span
	c.note(whole, severity, fmt.Sprintf("各分项相加：%s = %s，与总数“%s”不符", plus(r, rel.Parts), sum, r.Printed(&r.Figures[rel.Whole])), sumAdvice)
}

// addUp is the whole and the sum of the parts.
func addUp(r *report.Report, rel *report.Relation) (total, sum numeral.Decimal, ok bool) {
	total, ok = r.Figures[rel.Whole].Decimal()
	for _, i := range rel.Parts {
		_, okPart := r.Figures[i].Decimal()
		ok = ok && okPart
	}
	return total, sumOf(r, rel.Parts), ok
}

// roundedOff is by how much the sum may differ from the total because all were rounded: 0.02万 of
// 5.26万户，其中企业1.48万户、个体工商户3.72万户、合作社0.06万户.
func (in *Input) roundedOff(rel *report.Relation) numeral.Decimal {
	most := in.slackOf(&in.Report.Figures[rel.Whole])
	for _, i := range rel.Parts {
		most = most.Add(in.slackOf(&in.Report.Figures[i]))
	}
	return most
}

// sumOf is some figures added up.
func sumOf(r *report.Report, figures []int) (sum numeral.Decimal) {
	for _, i := range figures {
		sum = sum.Add(magnitude(&r.Figures[i]))
	}
	return sum
}

// addUpTo reports whether up to so many of the figures add up to a value.
func (in *Input) addUpTo(v numeral.Decimal, figures []int, most int) bool {
	for k, j := range figures {
		rest := v.Sub(magnitude(&in.Report.Figures[j]))
		if rest.Sign() == 0 || rest.Sign() > 0 && most > 1 && in.addUpTo(rest, figures[k+1:], most-1) {
			return true
		}
	}
	return false
}

// isOneOf reports whether a value is that of one of the figures.
func (in *Input) isOneOf(v numeral.Decimal, figures []int) bool {
	for _, j := range figures {
		if magnitude(&in.Report.Figures[j]).Cmp(v) == 0 {
			return true
		}
	}
	return false
}

func largest(r *report.Report, parts []int) numeral.Decimal {
	var most numeral.Decimal
	for _, i := range parts {
		if v, ok := r.Figures[i].Decimal(); ok && v.Cmp(most) > 0 {
			most = v
		}
	}
	return most
}

// plus writes parts as a sum; of many only the first.
func plus(r *report.Report, parts []int) string {
	const most = 12
	var b strings.Builder
	for k, i := range parts {
		if k == most {
			b.WriteString(" + …")
			break
		}
		if k > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(r.Figures[i].Value)
	}
	return b.String()
}

// mostBefore is the most that a list may add up to whose first item is f, and which begins
// a sentence: all that the sentence before counts (新建70处，改建30处。其中城区45处、镇村26处), but of steps
// of one proceeding, which count the same things again, the largest (受理60件，办结50件。其中…).
func (in *Input) mostBefore(whole int, f *report.Figure, ends int) numeral.Decimal {
	r := in.Report
	most, _ := r.Figures[whole].Decimal()
	if in.Words.CheckSums.Has(ownWords(r, whole)) {
		return most // 甲6名、乙15名，合计21名，其中…: what stands before is in it
	}
	for j := whole - 1; j >= max(0, whole-farthestWhole) && r.Figures[j].Block == f.Block && sentences(r, &r.Figures[j], f) == ends; j-- {
		v, ok := r.Figures[j].Decimal()
		switch {
		case !ok || !in.Words.SameUnit(r.Figures[j].Unit, f.Unit):
		case !in.isResult(ownWords(r, j+1)):
			most = most.Add(v)
		case v.Cmp(most) > 0:
			most = v
		}
	}
	return most
}

// anotherWhole reports whether a figure further back in the sentence, of the
// same unit or one that counts alike, is large enough to be what a part is of.
func (in *Input) anotherWhole(whole int, part *report.Figure, cmp func(numeral.Decimal) int) bool {
	r := in.Report
	for j := whole - 1; j >= 0 && j > whole-6 && r.Figures[j].Block == part.Block; j-- {
		f := &r.Figures[j]
		if f.Span.End > part.Span.Start || strings.ContainsAny(r.Source.Text[f.Span.End:part.Span.Start], "。！？") {
			break
		}
		if v, ok := f.Decimal(); ok && in.Words.SameUnit(f.Unit, part.Unit) && cmp(v) <= 0 {
			return true
		}
	}
	return false
}

// around is the words from the first figure of a relation to the end of the
// sentence that holds its last.
func around(r *report.Report, rel *report.Relation) string {
	first, last := rel.Whole, rel.Whole
	for _, i := range rel.Parts {
		first, last = min(first, i), max(last, i)
	}
	text := r.Source.Text
	start, end := r.Figures[first].QuoteSpan.Start, min(len(text), r.Figures[last].Span.End+120)
	if start >= end {
		return ""
	}
	tail := text[r.Figures[last].Span.End:end]
	if at := strings.IndexAny(tail, "。\r\n"); at >= 0 {
		end = r.Figures[last].Span.End + at
	}
	return text[start:end]
}

// explains reports whether words say where a count that is larger than it
// should be comes from: 含上年结转9件.
func (in *Input) explains(words string) bool {
	return in.Words.CheckExplaining.In(words) || in.Words.CheckOverlapSaid.In(words)
}

// excuses reports whether words say that a number counts more or less than the ones
// beside it do: carried over, in several classes at once, on another base.
func (in *Input) excuses(words string) bool {
	return in.explains(words) || in.changesBase(words)
}

// excusesBeside is excuses of the sentence of a figure, but for what its words say was carried over and
// how many: 加上上年结转96件，共审理1238件. Such a number is tried as all others are.
func (in *Input) excusesBeside(words string, i int) bool {
	r := in.Report
	f := &r.Figures[i]
	for j := max(0, i-farthestValue); j < len(r.Figures) && j < i+farthestValue; j++ {
		g := &r.Figures[j]
		own := ownWords(r, j)
		if g.Block == f.Block && isPlainValue(g) && in.Words.SameUnit(g.Unit, f.Unit) && in.Words.CarriedOver.In(own) {
			words = strings.Replace(words, own, "", 1)
		}
	}
	return in.excuses(words)
}

// changesBase reports whether words say that a number is of fewer or of other things than
// those counted beside it.
func (in *Input) changesBase(words string) bool {
	return in.Words.CarriedOver.In(words) || in.Words.CheckBases.In(words) || in.Words.CheckOverlapSaid.In(words) ||
		strings.Contains(words, "除") && strings.Contains(words, "外") || strings.Contains(words, "含") && in.explains(words)
}

// slipFrom is the nearest of the figures that a sum differs from by one wrong digit; -1 for none.
func (in *Input) slipFrom(sum, least numeral.Decimal, figures []int) int {
	for _, j := range slices.Backward(figures) {
		if v := magnitude(&in.Report.Figures[j]); v.Cmp(least) >= 0 && near(v, sum) && isSlip(v.Sub(sum)) {
			return j
		}
	}
	return -1
}

// isMistyped reports whether a sum is off its total by one wrong digit, or by little.
func isMistyped(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum)
	return near(total, sum) && (isSlip(gap) || gap.Abs().Shift(1).Cmp(total) <= 0)
}

// isSlip reports whether a difference comes of one wrong digit, as 30 does, or of two beside
// each other that changed places, as 45 does.
func isSlip(gap numeral.Decimal) bool {
	for _, by := range [...]int{1, 9} {
		for k := 1; k <= 9; k++ {
			for tens := range 5 {
				if gap.Abs().Cmp(numeral.Integer(int64(by*k)).Shift(tens)) == 0 {
					return true
				}
			}
		}
	}
	return false
}

// near reports whether a sum is so close to a total that it was meant to be it.
func near(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum).Abs()
	return gap.Cmp(numeral.Integer(2)) <= 0 || gap.Mul(numeral.Integer(4)).Cmp(total) <= 0
}

// justBelow reports whether a sum is less than a total by so little that nothing
// was left out: by one, or by a twentieth.
func justBelow(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum)
	return gap.Cmp(numeral.Integer(1)) <= 0 || gap.Mul(numeral.Integer(20)).Cmp(total) <= 0
}
