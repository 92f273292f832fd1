package chart

import (
	"math/big"
	"strings"

	"mingfa/generator/report"
)

// Check is a calculation done anew with the figures of the text.
type Check struct {
	Text   string // one Chinese sentence: 1996 ÷ 2075 = 96.2%，与原文“96%”一致
	Agrees bool
	Href   string // "#" and the id of the figure that was checked
}

// Checks lists what could be computed anew: rates with both counts, changes
// with both values, and totals whose parts are all there. Parts that do not
// add up prove nothing, since 其中 need not list them all, and give no check.
func Checks(r *report.Report) []Check {
	var out []Check
	for i := range r.Relations {
		rel := &r.Relations[i]
		if !usable(r, rel) {
			continue
		}
		switch rel.Kind {
		case report.RelationRate, report.RelationChange:
			if rel.Result < 0 || rel.Computed == "" || rel.Whole < 0 || len(rel.Parts) == 0 {
				continue
			}
			out = append(out, computed(r, rel))
		case report.RelationPart:
			if rel.Complete && rel.Whole >= 0 && len(rel.Parts) > 1 {
				out = append(out, sum(r, rel))
			}
		}
	}
	return out
}

// usable tells that no figure of the relation is hidden or absent.
func usable(r *report.Report, rel *report.Relation) bool {
	for _, i := range append([]int{rel.Result, rel.Whole}, rel.Parts...) {
		if i >= len(r.Figures) || i >= 0 && r.Figures[i].Hidden {
			return false
		}
	}
	for _, i := range rel.Parts {
		if i < 0 {
			return false
		}
	}
	return true
}

func computed(r *report.Report, rel *report.Relation) Check {
	result := &r.Figures[rel.Result]
	return Check{Text: division(r, rel) + verdict(rel.Agrees, Display(r, result)), Agrees: rel.Agrees, Href: "#" + result.ID}
}

// division is how a rate or a change was computed anew.
func division(r *report.Report, rel *report.Relation) string {
	whole, part := &r.Figures[rel.Whole], &r.Figures[rel.Parts[0]]
	equals := " = "
	if whole.Approx != "" || part.Approx != "" {
		equals = " ≈ "
	}
	percent := strings.TrimSuffix(rel.Computed, ".0") + "%"
	if rel.Kind == report.RelationChange {
		return "(" + whole.Value + " − " + part.Value + ") ÷ " + part.Value + equals + percent
	}
	return part.Value + " ÷ " + whole.Value + equals + percent
}

func sum(r *report.Report, rel *report.Relation) Check {
	whole := &r.Figures[rel.Whole]
	var b strings.Builder
	total := new(big.Rat)
	for k, i := range rel.Parts {
		if k > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(r.Figures[i].Value)
		if v, ok := rational(r.Figures[i].Value); ok {
			total.Add(total, v)
		}
	}
	want, ok := rational(whole.Value)
	agrees := ok && total.Cmp(want) == 0
	b.WriteString(" = " + exact(total) + verdict(agrees, Display(r, whole)))
	return Check{Text: b.String(), Agrees: agrees, Href: "#" + whole.ID}
}

func verdict(agrees bool, printed string) string {
	if agrees {
		return "，与原文“" + printed + "”一致"
	}
	return "，与原文“" + printed + "”不一致"
}
