package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// rateMismatch finds percentages that are not what the two numbers beside them
// give, neither rounded nor truncated to the decimals printed: 合格399份 of 420,
// 合格率97.4%. figure ties a rate to counts that it does not fit only where the
// words leave no doubt which they are.
func rateMismatch(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.RateMismatch, severity: report.Error}
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Agrees || rel.Computed == "" || rel.Result < 0 || rel.Whole < 0 || rel.Kind == report.RelationPart || anyHidden(r, rel) {
			continue
		}
		result := &r.Figures[rel.Result]
		if result.Unit != "%" || !exactButResult(r, rel) || rel.Kind == report.RelationChange && len(rel.Parts) > 0 && in.changesAnother(rel) || in.isOfGrades(rel) || result.Bound == "" && in.isWithinRounding(rel) {
			continue
		}
		severity := report.Error
		switch {
		case result.Bound != "":
			severity = report.Warning // 90%以上, and it is less
		case !result.Exact():
			if !far(result, rel.Computed) {
				continue
			}
			severity = report.Warning
		case len(rel.Parts) == 0:
			severity = report.Warning // 增加22件、增长5.7%: the base is only inferred
		case rel.Kind == report.RelationRate && !in.isOfAllBefore(result):
			severity = report.Warning // 许可500件，告知承诺200件，告知承诺率80%: of those that may be
		}
		c.note(result.Span, severity, rateMessage(r, rel), rateSuggestion(r, rel))
	}
	in.sharesOfNamed(&c)
	in.ratesOfBefore(&c)
	in.oppositeRates(&c)
	in.ratesWithCount(&c)
	in.ratesOfGrades(&c)
	in.sharesInWords(&c)
	for _, w := range in.rows() {
		in.sharesInRow(&c, w)
	}
	return c.all()
}

// isWithinRounding reports whether a percentage can be what values give that are rounded
// themselves: 受理1.2万件，办结1.1万件，办结率94.8%.
func (in *Input) isWithinRounding(rel *report.Relation) bool {
	r := in.Report
	if len(rel.Parts) != 1 {
		return false
	}
	part, whole, by := &r.Figures[rel.Parts[0]], &r.Figures[rel.Whole], &r.Figures[rel.Result]
	if rel.Kind == report.RelationChange {
		return (values{was: part, is: whole}).growBy(in, by)
	}
	return fits(magnitude(part).Shift(2), in.slackOf(part).Shift(2), magnitude(whole), in.slackOf(whole), by)
}

// isOfGrades reports whether a rate is that of the last items of a list together: 318人，优秀206人、
// 良好97人、合格15人，合格率100%.
func (in *Input) isOfGrades(rel *report.Relation) bool {
	r := in.Report
	if rel.Kind != report.RelationRate || len(rel.Parts) != 1 {
		return false
	}
	last := rel.Parts[0]
	sum := magnitude(&r.Figures[last])
	before := in.valuesBefore(last)
	for k, j := range before {
		sum = sum.Add(magnitude(&r.Figures[j]))
		for _, whole := range before[k+1:] {
			if in.isQuotientOf(sum.Shift(2), numeral.Decimal{}, &r.Figures[whole], &r.Figures[rel.Result]) {
				return true
			}
		}
	}
	return false
}

// changesAnother reports whether the change behind 由100件增加到200件 is not that of the two
// values: 年均增长18.9% is of a year, 罚款总额增长10% of what its own words name.
func (in *Input) changesAnother(rel *report.Relation) bool {
	own := strings.TrimLeft(ownWords(in.Report, rel.Result), "）)")
	if _, ok := in.Words.Averages.Find(own, 0); ok || in.isListed(rel.Whole) {
		return true // 新建12个、改建8个，比上年的15个增长33.3%: both together
	}
	years := in.yearsApart(rel.Parts[0], rel.Whole)
	if years > 1 && in.Words.YearOnYear.In(own) {
		return true // 由2021年的80件增加到2023年的124件，同比增长8.8%: of the year between
	}
	if over, ok := in.courseWords("，" + own); ok && !over.yearly {
		return !over.spans(years)
	}
	rest := own
	for _, set := range []*lexicon.Set{in.Words.Rises, in.Words.Falls} {
		rest = rest[:len(rest)-set.Suffix(rest)]
	}
	if rest == own {
		return false // 幅度, 升幅 and the like
	}
	name, _ := strings.CutSuffix(in.Report.Figures[rel.Whole].Label, "（后）")
	return rest != "" && !strings.HasSuffix(name, rest) && in.Words.OnLastYear.Suffix(rest) == 0
}

// isOfAllBefore reports whether a rate tells what became of all that was counted before it,
// as 合格率 and 办结率 do, so that its base is plain. What 告知承诺率 or 覆盖率 is of,
// another number may say.
func (in *Input) isOfAllBefore(rate *report.Figure) bool {
	name := strings.TrimSuffix(strings.TrimSuffix(rate.Label, "率"), "比例")
	w := in.Words
	return strings.Contains(name, "占") || w.CheckRatesOfBefore.Suffix(name) > 0 || w.CheckResultsOfSame.Suffix(name) > 0 || w.CheckResultsCarried.Suffix(name) > 0 || w.CheckCaseOutcomes.Suffix(name) > 0 || in.isStage(name)
}

// exactButResult reports whether the counts that a rate was computed from are
// exact.
func exactButResult(r *report.Report, rel *report.Relation) bool {
	for _, i := range rel.Parts {
		if !r.Figures[i].Exact() {
			return false
		}
	}
	return r.Figures[rel.Whole].Exact()
}

func anyHidden(r *report.Report, rel *report.Relation) bool {
	for _, i := range rel.Parts {
		if i < 0 || i >= len(r.Figures) || r.Figures[i].Hidden {
			return true
		}
	}
	for _, i := range [...]int{rel.Result, rel.Whole} {
		if i >= len(r.Figures) || i >= 0 && r.Figures[i].Hidden {
			return true
		}
	}
	return false
}

// far reports whether an approximate rate is further from the computed one than
// words like 近 and 约 allow.
func far(printed *report.Figure, computed string) bool {
	a, okA := printed.Decimal()
	b, okB := numeral.Parse(computed)
	return okA && okB && a.Sub(b).Abs().Cmp(numeral.Integer(3)) > 0
}

func rateMessage(r *report.Report, rel *report.Relation) string {
	printed := r.Printed(&r.Figures[rel.Result])
	computed := strings.TrimSuffix(rel.Computed, ".0") + "%"
	whole := &r.Figures[rel.Whole]
	switch {
	case len(rel.Parts) == 0:
		return fmt.Sprintf("按前面的增减数计算，变化幅度是%s，原文写的是“%s”", computed, printed)
	case rel.Kind == report.RelationChange:
		return fmt.Sprintf("由%s到%s，变化幅度是%s，原文写的是“%s”", r.Printed(&r.Figures[rel.Parts[0]]), r.Printed(whole), computed, printed)
	}
	part := &r.Figures[rel.Parts[0]]
	if v, ok := percentage(part, whole, numeral.Decimals(r.Figures[rel.Result].Raw)); ok && strings.Contains(v, ".") {
		computed = v + "%" // to as many decimals as are printed
	}
	return fmt.Sprintf("%s ÷ %s = %s，原文写的是“%s”", part.Value, whole.Value, computed, printed)
}

// percentage is part ÷ whole in percent.
func percentage(part, whole *report.Figure, decimals int) (string, bool) {
	a, okA := part.Decimal()
	b, okB := whole.Decimal()
	rounded, _, ok := numeral.Percent(a, b, decimals)
	return rounded.String(), okA && okB && ok
}

func rateSuggestion(r *report.Report, rel *report.Relation) string {
	if len(rel.Parts) == 0 {
		return fmt.Sprintf("请核对“%s”和它前面的增减数", r.Printed(&r.Figures[rel.Result]))
	}
	return fmt.Sprintf("请核对“%s”“%s”和“%s”；如果这个比率另有口径，请在文中写明", r.Printed(&r.Figures[rel.Parts[0]]),
		r.Printed(&r.Figures[rel.Whole]), r.Printed(&r.Figures[rel.Result]))
}
