package chart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/report"
)

// Check is a calculation done anew with the figures of the text.
type Check struct {
	Text   string // one Chinese sentence: 1996 ÷ 2075 = 96.2%，与原文“96%”一致
	Agrees bool
	Href   string // "#" and the id of the figure that was checked
}

// Checks lists what could be computed anew, in text order of what was checked:
// rates with both counts, changes with both values, totals whose parts are all
// there, and what the report says of the year before, as it was compared with
// the body's report on that year. Parts that do not add up prove nothing where
// 其中 need not list them all, and give no check.
func Checks(r *report.Report, compared lastyear.Comparison) []Check {
	var out []placed
	for i := range r.Relations {
		rel := &r.Relations[i]
		if !usable(r, rel) || rel.Whole < 0 {
			continue
		}
		switch rel.Kind {
		case report.RelationRate, report.RelationChange:
			if text := division(r, rel); text != "" {
				out = append(out, statement(r, rel.Result, text, rel.Agrees, roundedHow(r, rel)))
			}
		case report.RelationPart:
			if len(rel.Parts) > 1 && (rel.Complete || rel.Closed) && !anyBound(r, rel) {
				out = append(out, sum(r, rel))
			}
		}
	}
	for i := range compared.Claims {
		if p, ok := claim(r, compared.Previous, &compared.Claims[i]); ok {
			out = append(out, p)
		}
	}
	return inOrder(out)
}

// anyBound reports whether a relation is of values that the text only bounds:
// nothing can be computed of them that the page could claim.
func anyBound(r *report.Report, rel *report.Relation) bool {
	return r.Figures[rel.Whole].Bound != "" || slices.ContainsFunc(rel.Parts, func(i int) bool { return r.Figures[i].Bound != "" })
}

// placed is a check and where in the text it belongs.
type placed struct {
	Check
	figure int
}

func inOrder(all []placed) []Check {
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.figure - b.figure })
	out := make([]Check, len(all))
	for i := range all {
		out[i] = all[i].Check
	}
	return out
}

// usable tells that no figure of the relation is hidden or absent.
func usable(r *report.Report, rel *report.Relation) bool {
	there := func(i int) bool { return i < 0 || i < len(r.Figures) && !r.Figures[i].Hidden }
	for _, i := range rel.Parts {
		if i < 0 || !there(i) {
			return false
		}
	}
	return there(rel.Result) && there(rel.Whole)
}

// mostQuoted is how many characters of a clause are repeated in a check.
const mostQuoted = 24

func statement(r *report.Report, figure int, text string, agrees bool, how string) placed {
	f := &r.Figures[figure]
	printed := r.Printed(f)
	if !agrees && f.Kind == report.KindChange && utf8.RuneCountInString(f.Quote) <= mostQuoted {
		printed = r.Masked(f.QuoteSpan) // 减少2场 differs from “增加2场”, and not from “2场”
	}
	text += verdict(agrees, printed)
	text += how
	return placed{Check{Text: text, Agrees: agrees, Href: "#" + f.ID}, figure}
}

// division is how a rate or a change was computed anew, "" when it was not.
func division(r *report.Report, rel *report.Relation) string {
	if rel.Result < 0 || rel.Computed == "" || rel.Whole < 0 {
		return ""
	}
	result, whole := &r.Figures[rel.Result], &r.Figures[rel.Whole]
	percent := percentage(r, rel) + "%"
	if len(rel.Parts) == 0 {
		return onOwnChange(r, rel, percent)
	}
	part := &r.Figures[rel.Parts[0]]
	if anyBound(r, rel) {
		return ""
	}
	equals := " = "
	if whole.Approx != "" || part.Approx != "" {
		equals = " ≈ "
	}
	if rel.Kind != report.RelationChange {
		return number(part) + " ÷ " + number(whole) + equals + percent
	}
	more, less := number(whole), number(part)
	if d, ok := difference(whole, part); ok && d.Sign() < 0 {
		more, less = less, more
	}
	switch result.Unit {
	case "%", "％":
		return "(" + more + " − " + less + ") ÷ " + number(part) + equals + percent
	case "个百分点":
		return more + "% − " + less + "%" + equals + rel.Computed + "个百分点"
	}
	return more + " − " + less + equals + rel.Computed
}

// percentage is what a rate or a change was computed as, to as many decimals as
// are printed and to one at least.
func percentage(r *report.Report, rel *report.Relation) string {
	if rel.Kind == report.RelationRate && len(rel.Parts) > 0 {
		if rounded, _, ok := quotient(r, rel, max(1, numeral.Decimals(r.Figures[rel.Result].Raw))); ok {
			return rounded.String()
		}
	}
	return strings.TrimSuffix(rel.Computed, ".0")
}

// quotient is part ÷ whole of a rate in percent.
func quotient(r *report.Report, rel *report.Relation, decimals int) (rounded, truncated numeral.Decimal, ok bool) {
	part, okPart := r.Figures[rel.Parts[0]].Decimal()
	whole, okWhole := r.Figures[rel.Whole].Decimal()
	rounded, truncated, ok = numeral.Percent(part, whole, decimals)
	return rounded, truncated, okPart && okWhole && ok
}

// onOwnChange is how a percentage was computed from the absolute change
// printed right before it: 408件，比上年增加22件、增长5.7%.
func onOwnChange(r *report.Report, rel *report.Relation, percent string) string {
	if rel.Result == 0 {
		return ""
	}
	whole, by := &r.Figures[rel.Whole], &r.Figures[rel.Result-1]
	now, okNow := whole.Decimal()
	difference, okDifference := by.Decimal()
	if by.Kind != report.KindChange || by.Hidden || !okNow || !okDifference {
		return ""
	}
	var sign string
	switch rel.Computed {
	case percentOf(difference, now.Sub(difference)):
		sign = " − "
	case percentOf(difference, now.Add(difference)):
		sign = " + "
	default:
		return ""
	}
	return number(by) + " ÷ (" + number(whole) + sign + number(by) + ") = " + percent
}

// percentOf is part ÷ whole in percent to one decimal, "" where there is none.
func percentOf(part, whole numeral.Decimal) string {
	rounded, _, ok := numeral.Percent(part, whole, 1)
	if !ok {
		return ""
	}
	return rounded.String()
}

// roundedHow says of a rate that agrees how its last digit came about, where
// rounding and cutting off give two.
func roundedHow(r *report.Report, rel *report.Relation) string {
	if rel.Result < 0 || !rel.Agrees || len(rel.Parts) == 0 || rel.Kind != report.RelationRate {
		return ""
	}
	result := &r.Figures[rel.Result]
	rounded, truncated, ok := quotient(r, rel, numeral.Decimals(result.Raw))
	switch {
	case !ok || rounded.Cmp(truncated) == 0:
		return ""
	case rounded.String() == result.Value:
		return "（四舍五入）"
	}
	return "（原文舍去了尾数）"
}

// sum adds up parts; of 其余 it says what is left over.
func sum(r *report.Report, rel *report.Relation) placed {
	whole := &r.Figures[rel.Whole]
	var b strings.Builder
	var total numeral.Decimal
	for k, i := range rel.Parts {
		if k > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(number(&r.Figures[i]))
		if v, ok := r.Figures[i].Decimal(); ok {
			total = total.Add(v)
		}
	}
	want, ok := whole.Decimal()
	agrees := ok && total.Cmp(want) == 0
	last := rel.Parts[len(rel.Parts)-1]
	if len(rel.Parts) == 2 && agrees && isRest(&r.Figures[last]) {
		return statement(r, last, number(whole)+" − "+number(&r.Figures[rel.Parts[0]])+" = "+number(&r.Figures[last]), true, "")
	}
	return statement(r, rel.Whole, b.String()+" = "+total.String(), agrees, "")
}

// isRest tells that a figure is printed as what is left over: 其余14处.
func isRest(f *report.Figure) bool {
	at := f.Span.Start - f.QuoteSpan.Start
	return at > 0 && at <= len(f.Quote) && strings.Contains(f.Quote[:at], "其余")
}

func verdict(agrees bool, printed string) string {
	if agrees {
		return "，与原文“" + printed + "”一致"
	}
	return "，与原文“" + printed + "”不一致"
}
