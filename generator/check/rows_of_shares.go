package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// sharesInRow compares shares that are told one by one with as many counts before them:
//
//   - 食品类48件、药品类30件、其他42件，占比分别为40.0%、25.0%和53.0%
//
// Of what whole they are the text need not say: it is told only where some number near, or the
// counts together, make all shares right but one, or all in another order. What was rounded so that
// all come to 100% is no fault.
func (in *Input) sharesInRow(c *collector, w row) {
	r := in.Report
	n := w.len()
	if !in.ofUnit(w, "%") || r.Figures[w.first].Kind != report.KindRate || !in.Words.Shares.Has(in.barely(w.opening)) && in.barely(w.opening) != "占比" {
		return
	}
	parts := in.listBefore(w.first, n)
	if parts == nil || in.changesBase(sentenceOf(r, &r.Figures[w.first])) {
		return
	}
	wholes := []numeral.Decimal{sumOf(r, parts)}
	for _, j := range in.valuesAround(w.first, r.Figures[parts[0]].Unit) {
		if magnitude(&r.Figures[j]).Cmp(largest(r, parts)) > 0 {
			wholes = append(wholes, magnitude(&r.Figures[j]))
		}
	}
	faulty, of := -1, numeral.Decimal{}
	for k, whole := range wholes {
		wrong := in.wrongShares(parts, w, whole)
		switch {
		case len(wrong) == 0:
			return
		case faulty < 0 && (len(wrong) == 1 && (n > 2 || k == 0 || in.isWholeOf(parts, whole)) || in.fitInOtherOrder(parts, w, whole)):
			faulty, of = wrong[0], whole
		}
	}
	if faulty < 0 || c.says(r.Figures[w.first+faulty].Span) {
		return
	}
	part, by := &r.Figures[parts[faulty]], &r.Figures[w.first+faulty]
	if share, _, ok := numeral.Percent(magnitude(part), of, max(1, numeral.Decimals(by.Raw))); ok {
		c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", part.Value, of, share, r.Printed(by)), "请核对各项的数、占比和它们的先后次序；占比另有口径的，请在文中写明")
	}
}

// barely is the words before a row without what only says that it is one: 占 of 分别占, 占比 of
// 占比依次为.
func (in *Input) barely(words string) string {
	for {
		m, ok := in.Words.CheckOneByOne.Find(words, 0)
		if !ok {
			break
		}
		words = words[:m.Start] + words[m.End:]
	}
	return strings.TrimRight(words, "为是达到约")
}

// wrongShares are those of a row that are not the shares of the parts in a whole.
func (in *Input) wrongShares(parts []int, w row, whole numeral.Decimal) []int {
	var wrong []int
	for k, p := range parts {
		if !in.isShareInList(p, whole, &in.Report.Figures[w.first+k]) {
			wrong = append(wrong, k)
		}
	}
	return wrong
}

// isShareInList reports whether by can be the share of a part in a whole, be it off by one in its
// last digit, so that a list comes to 100%.
func (in *Input) isShareInList(part int, whole numeral.Decimal, by *report.Figure) bool {
	p := &in.Report.Figures[part]
	if whole.Sign() <= 0 {
		return true
	}
	step := numeral.Integer(1).Shift(numeral.Step(by.Raw))
	room := step.Mul(numeral.Integer(15)).Shift(-1).Mul(whole) // one and a half, of a hundredth of the whole
	room = room.Add(in.slackOf(p).Mul(numeral.Integer(4)).Shift(2))
	return magnitude(by).Mul(whole).Sub(magnitude(p).Shift(2)).Abs().Cmp(room) <= 0
}

// fitInOtherOrder reports whether each share of a row is that of another part.
func (in *Input) fitInOtherOrder(parts []int, w row, whole numeral.Decimal) bool {
	free := slices.Clone(parts)
	for k := w.first; k <= w.last; k++ {
		at := slices.IndexFunc(free, func(p int) bool { return in.isShareInList(p, whole, &in.Report.Figures[k]) })
		if at < 0 {
			return false
		}
		free = slices.Delete(free, at, at+1)
	}
	return true
}

// isWholeOf reports whether a value is that of the figure before a list, which says 其中 or 分别 of it.
func (in *Input) isWholeOf(parts []int, whole numeral.Decimal) bool {
	before := parts[0] - 1
	return before >= 0 && in.follows(before) && magnitude(&in.Report.Figures[before]).Cmp(whole) == 0
}
