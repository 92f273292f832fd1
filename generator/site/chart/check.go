package chart

import (
	"math/big"
	"slices"
	"strings"

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
			if len(rel.Parts) > 1 && (rel.Complete || rel.Closed) {
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

func statement(r *report.Report, figure int, text string, agrees bool, how string) placed {
	f := &r.Figures[figure]
	text += verdict(agrees, Display(r, f))
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
	equals := " = "
	if whole.Approx != "" || part.Approx != "" {
		equals = " ≈ "
	}
	if rel.Kind != report.RelationChange {
		return part.Value + " ÷ " + whole.Value + equals + percent
	}
	more, less := whole.Value, part.Value
	if d := subtract(more, less); strings.HasPrefix(d, "-") {
		more, less = less, more
	}
	switch result.Unit {
	case "%", "％":
		return "(" + more + " − " + less + ") ÷ " + part.Value + equals + percent
	case "个百分点":
		return more + "% − " + less + "%" + equals + rel.Computed + "个百分点"
	}
	return more + " − " + less + equals + rel.Computed
}

// percentage is what a rate or a change was computed as, to as many decimals as
// are printed and to one at least.
func percentage(r *report.Report, rel *report.Relation) string {
	if rel.Kind == report.RelationRate && len(rel.Parts) > 0 {
		if v, ok := quotient(r, rel, max(1, decimals(&r.Figures[rel.Result]))); ok {
			return v
		}
	}
	return strings.TrimSuffix(rel.Computed, ".0")
}

// quotient is part ÷ whole of a rate in percent.
func quotient(r *report.Report, rel *report.Relation, decimals int) (string, bool) {
	return numeral.Quotient(numeral.Shift(r.Figures[rel.Parts[0]].Value, 2), r.Figures[rel.Whole].Value, decimals)
}

// decimals is how many decimals a figure prints.
func decimals(f *report.Figure) int { return max(0, -numeral.Step(f.Raw)) }

// onOwnChange is how a percentage was computed from the absolute change
// printed right before it: 408件，比上年增加22件、增长5.7%.
func onOwnChange(r *report.Report, rel *report.Relation, percent string) string {
	if rel.Result == 0 {
		return ""
	}
	whole, by := &r.Figures[rel.Whole], &r.Figures[rel.Result-1]
	old, sign := subtract(whole.Value, by.Value), " − "
	if by.Kind != report.KindChange || by.Hidden || old == "" {
		return ""
	}
	if matches(by.Value, old, rel.Computed) {
		return by.Value + " ÷ (" + whole.Value + sign + by.Value + ") = " + percent
	}
	x, okX := numeral.Rational(whole.Value)
	y, okY := numeral.Rational(by.Value)
	if !okX || !okY {
		return ""
	}
	sign, old = " + ", exact(x.Add(x, y))
	if !matches(by.Value, old, rel.Computed) {
		return ""
	}
	return by.Value + " ÷ (" + whole.Value + sign + by.Value + ") = " + percent
}

// matches tells that a ÷ b in percent is computed.
func matches(a, b, computed string) bool {
	q, ok := numeral.Quotient(numeral.Shift(a, 2), b, 1)
	return ok && q == computed
}

// roundedHow says of a rate that agrees how its last digit came about, where
// rounding and cutting off give two.
func roundedHow(r *report.Report, rel *report.Relation) string {
	if rel.Result < 0 || !rel.Agrees || len(rel.Parts) == 0 || rel.Kind != report.RelationRate {
		return ""
	}
	result := &r.Figures[rel.Result]
	part, okP := numeral.ParseFixed(numeral.Shift(r.Figures[rel.Parts[0]].Value, 2))
	whole, okW := numeral.ParseFixed(r.Figures[rel.Whole].Value)
	rounded, truncated, ok := numeral.Divide(part, whole, decimals(result))
	switch {
	case !okP || !okW || !ok || rounded == truncated:
		return ""
	case (numeral.Fixed{Units: rounded, Scale: decimals(result)}).String() == result.Value:
		return "（四舍五入）"
	}
	return "（原文舍去了尾数）"
}

// sum adds up parts; of 其余 it says what is left over.
func sum(r *report.Report, rel *report.Relation) placed {
	whole := &r.Figures[rel.Whole]
	var b strings.Builder
	total := new(big.Rat)
	for k, i := range rel.Parts {
		if k > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(r.Figures[i].Value)
		if v, ok := numeral.Rational(r.Figures[i].Value); ok {
			total.Add(total, v)
		}
	}
	want, ok := numeral.Rational(whole.Value)
	agrees := ok && total.Cmp(want) == 0
	last := rel.Parts[len(rel.Parts)-1]
	if len(rel.Parts) == 2 && agrees && isRest(&r.Figures[last]) {
		return statement(r, last, whole.Value+" − "+r.Figures[rel.Parts[0]].Value+" = "+r.Figures[last].Value, true, "")
	}
	return statement(r, rel.Whole, b.String()+" = "+exact(total), agrees, "")
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
