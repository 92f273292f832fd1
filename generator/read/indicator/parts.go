package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// A part of a whole that an indicator does not count is not what the indicator counts, however it is named.

// isOfAnotherWhole reports whether the figure with index i is a part of cases of a matter that an indicator says nothing of: of 行政复议案件88件，
// 其中行政处罚案件40件 the 40 are reviews, and no penalties.
func (c *Catalogue) isOfAnotherWhole(r *report.Report, i int, wholes map[int]int, indicator int) bool {
	whole, ok := wholes[i]
	if !ok {
		return false
	}
	label := r.Figures[whole].KindLabel()
	at, ok := c.matcher.matters.FindLast(label)
	if !ok || c.matcher.matters.In(r.Figures[i].KindLabel()) {
		return false
	}
	matter, ind := label[at.Start:at.End], &c.Indicators[indicator]
	return !slices.ContainsFunc(slices.Concat(ind.Any, ind.All, ind.Short, ind.Context), func(phrase string) bool { return strings.Contains(phrase, matter) })
}

// besideOwnLevel reports whether a figure is of all lower levels while its sentence counts what the body itself did: of 市本级办理许可2100件，
// 各县区办理许可1.4万件 neither is all.
func besideOwnLevel(r *report.Report, f *report.Figure, w words) bool {
	if !strings.HasPrefix(w.label, "各") || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	return strings.Contains(sentenceBefore(r, f), "本级")
}
