package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// ratesWithCount compares rates with the count in brackets behind them and the one before: 设立登记1280件，全程网办率95.2%
// （1184件）. Rates that the count is of any number near are left alone.
func (in *Input) ratesWithCount(c *collector) {
	r := in.Report
	for i := 1; i+1 < len(r.Figures) && !c.full(); i++ {
		by, part, whole := &r.Figures[i], &r.Figures[i+1], &r.Figures[i-1]
		if !isExactShare(by) || by.Unit != "%" || !in.follows(i-1) || !in.follows(i) || !isPlainCount(part) || !isPlainCount(whole) || !in.Words.SameUnit(part.Unit, whole.Unit) {
			continue
		}
		opened := in.gap(i) == "（" || in.gap(i) == "("
		closed := strings.HasPrefix(r.Source.Text[part.Span.End:], "）") || strings.HasPrefix(r.Source.Text[part.Span.End:], ")")
		words, ok := strings.CutPrefix(strings.TrimRight(in.gap(i-1), "为达到是"), "，")
		if !opened || !closed || !ok || !strings.HasSuffix(words, "率") || strings.ContainsAny(words, "，、；：（）") || magnitude(part).Cmp(magnitude(whole)) > 0 || in.isListed(i-1) {
			continue
		}
		if c.says(by.Span) || in.changesBase(sentenceOf(r, by)) || in.someShareFits(i+1, by) || in.someFewerFit(i+1, by) {
			continue
		}
		if isNearShare(part, whole, by) {
			in.noteShare(c, part, whole, by)
		}
	}
}

// isNearShare reports whether a percentage may be meant for the share of a part in a whole, though it is not that: it is near
// it, or of the same digits. 办理公证880件，涉外公证线上办理率50%（60件） is of another whole.
func isNearShare(part, whole, by *report.Figure) bool {
	share, _, ok := numeral.Percent(magnitude(part), magnitude(whole), numeral.Decimals(by.Raw))
	digits := func(s string) string {
		list := strings.Split(strings.ReplaceAll(s, ".", ""), "")
		slices.Sort(list)
		return strings.TrimLeft(strings.Join(list, ""), "0")
	}
	return ok && (share.Sub(magnitude(by)).Abs().Cmp(numeral.Integer(10)) <= 0 || digits(share.String()) == digits(magnitude(by).String()))
}

// noteShare tells that a percentage is not that of a part in a whole.
func (in *Input) noteShare(c *collector, part, whole, by *report.Figure) {
	if share, _, ok := numeral.Percent(magnitude(part), magnitude(whole), max(1, numeral.Decimals(by.Raw))); ok {
		c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", part.Value, whole.Value, share, in.Report.Printed(by)), "请核对这两个数和比率；比率另有口径的，请在文中写明")
	}
}

// isExactShare reports whether a figure is a share of what was done, as it is and not bounded.
func isExactShare(f *report.Figure) bool {
	return f.Kind == report.KindRate && f.Exact() && !f.Hidden && !f.Target && f.Bound == ""
}

// partOfNamed is the count right before rate i, what it is of, and the name of the rate, where the words of the count say
// more than the rate does:
//
//   - 受理2986件，…；受理的投诉调解成功1762件，调解成功率95.0%: of 受理
//   - 应出庭40件，实际出庭38件，出庭应诉率59%
//   - 受理纠纷2500件。调解成功2450件，成功率89.0%: of the only number of the sentence before
func (in *Input) partOfNamed(i int) (part, whole int, name string) {
	r := in.Report
	part = i - 1
	words, ok := strings.CutPrefix(strings.TrimRight(in.gap(part), "为达到是"), "，")
	name, ok2 := strings.CutSuffix(words, "率")
	if !ok || !ok2 || !in.follows(part) || len(name) < 2*han || strings.ContainsAny(name, "，、；：（）") || !isPlainCount(&r.Figures[part]) {
		return -1, -1, ""
	}
	own := in.withoutAdverbs(ownWords(r, part))
	if base, result, found := strings.Cut(own, "的"); found && strings.HasSuffix(result, name) {
		for _, j := range in.valuesBefore(part) {
			if isPlainCount(&r.Figures[j]) && in.withoutAdverbs(ownWords(r, j)) == base {
				return part, j, name
			}
		}
		return -1, -1, ""
	}
	if _, done, found := strings.Cut(ownWords(r, part), "实际"); found && done != "" && strings.HasPrefix(name, done) {
		if j := part - 1; j >= 0 && in.follows(j) && isPlainCount(&r.Figures[j]) && in.countAlike(r.Figures[j].Unit, r.Figures[part].Unit) && strings.HasSuffix(ownWords(r, j), "应"+done) {
			return part, j, done
		}
		return -1, -1, ""
	}
	if j := part - 1; (own == name || strings.HasSuffix(own, name) && in.Words.CheckResultsOfSame.Has(own)) && in.isAloneBefore(j, part) && isNearShare(&r.Figures[part], &r.Figures[j], &r.Figures[i]) {
		return part, j, name
	}
	return -1, -1, ""
}

// isAloneBefore reports whether figure j is the only one of the sentence before that of figure i, which begins
// with the clause of i, and counts what i does.
func (in *Input) isAloneBefore(j, i int) bool {
	r := in.Report
	if j < 0 || r.Figures[j].Block != r.Figures[i].Block || !isPlainCount(&r.Figures[j]) || !in.Words.SameUnit(r.Figures[j].Unit, r.Figures[i].Unit) || sentences(r, &r.Figures[j], &r.Figures[i]) != 1 {
		return false
	}
	words, alone := in.gap(j), j == 0 || r.Figures[j-1].Block != r.Figures[j].Block || sentences(r, &r.Figures[j-1], &r.Figures[j]) > 0
	return alone && strings.HasPrefix(words, "。") && !strings.ContainsAny(words, "，；：、")
}
