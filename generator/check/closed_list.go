package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// closedList compares a list that names all there is with the counts before it in its
// paragraph, of which one, or two together, it has to be:
//
//   - its last item is the rest: 其中镇街73件、公安112件，其他13件
//   - it goes through the year: 一季度66件，二季度81件，三季度93件，四季度72件
//   - its items are grades, and the worst is among them: 优秀91卷、合格183卷、不合格6卷
//
// It is told only where one wrong digit, or two that changed places, would explain it: what
// is further off may be of something that stands elsewhere.
func (in *Input) closedList(c *collector, i int) {
	r := in.Report
	f := &r.Figures[i]
	if i == 0 || !isPlainCount(f) || r.Blocks[f.Block].Kind == report.BlockRow || in.isLaterItem(i) {
		return
	}
	items := in.listFrom(i, func(j int) bool { return j == i+1 || !in.isRest(ownWords(r, j-1)) })
	if len(items) < 3 || !in.isClosed(items) || !in.endsClauseAt(r.Figures[items[len(items)-1]].Span.End) {
		return
	}
	const behind = 2 // where its total may stand instead: …，共163件
	last := items[len(items)-1]
	var sum numeral.Decimal
	for _, j := range items {
		sum = sum.Add(magnitude(&r.Figures[j]))
	}
	others := slices.DeleteFunc(in.valuesAround(i, f.Unit), func(j int) bool { return slices.Contains(items, j) || j > last+behind })
	if in.addUpTo(sum, others, 2) {
		return
	}
	opened := strings.Contains(wordsOf(r, i), "其中")
	whole := in.slipFrom(sum, largest(r, items), slices.DeleteFunc(others, func(j int) bool { return j > i || !opened && sentences(r, &r.Figures[j], f) > 0 }))
	if whole < 0 || c.says(r.Figures[whole].Span) || c.says(r.Figures[last].Span) || in.excuses(sentenceOf(r, f)) || in.explains(sentenceOf(r, &r.Figures[whole])) {
		return
	}
	c.note(r.Figures[last].Span, report.Warning, fmt.Sprintf("各分项相加：%s = %s，与前面的“%s”不符", plus(r, items), sum, r.Printed(&r.Figures[whole])), "请核对总数和各分项；分项之间有交叉的，请在文中说明")
}

// isClosed reports whether the words of a list say that nothing is missing in it.
func (in *Input) isClosed(items []int) bool {
	r := in.Report
	last := ownWords(r, items[len(items)-1])
	if in.isRest(last) {
		for _, j := range items[1 : len(items)-1] {
			if !strings.HasPrefix(in.gap(j-1), "、") {
				return false // 大气71件，水43件，其他9件 may go on from what was counted before
			}
		}
		return true
	}
	if len(items) == 4 && strings.HasSuffix(last, "四季度") && strings.HasSuffix(ownWords(r, items[0]), "一季度") {
		return true
	}
	return strings.HasPrefix(last, "不") && !slices.ContainsFunc(items, func(j int) bool { return !in.Words.CheckGrades.Has(ownWords(r, j)) })
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
