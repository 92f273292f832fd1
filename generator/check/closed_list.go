package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
)

// closedList compares a list that names all there is with the counts before it in its
// paragraph, of which one, or two together, it has to be:
//
//   - its last item is the rest: 其中镇街73件、公安112件，其他13件
//   - it goes through the year: 一季度66件，二季度81件，三季度93件，四季度72件
//   - its items are grades, and the worst is among them: 优秀91卷、合格183卷、不合格6卷
//   - it names all kinds that there are: 普通程序462件、简易程序1684件; 保留86件、修改19件、废止21件
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
	if !in.isClosed(items) || !in.endsClauseAt(r.Figures[items[len(items)-1]].Span.End) {
		return
	}
	const behind = 2 // where its total may stand instead: …，共163件
	last := items[len(items)-1]
	sum := sumOf(r, items)
	others := slices.DeleteFunc(in.valuesAround(i, f.Unit), func(j int) bool { return slices.Contains(items, j) || j > last+behind })
	if in.addUpTo(sum, others, 2) {
		return
	}
	opened := strings.Contains(wordsOf(r, i), "其中") || opensInner(r, i)
	whole := in.slipFrom(sum, largest(r, items), slices.DeleteFunc(others, func(j int) bool { return j > i || in.isOfPast(j) || !opened && sentences(r, &r.Figures[j], f) > 0 }))
	if whole < 0 || c.says(r.Figures[whole].Span) || c.says(r.Figures[last].Span) || in.excusesBeside(sentenceOf(r, f), i) || in.excusesBeside(sentenceOf(r, &r.Figures[whole]), whole) {
		return
	}
	c.note(r.Figures[last].Span, report.Warning, fmt.Sprintf("各分项相加：%s = %s，与前面的“%s”不符", plus(r, items), sum, r.Printed(&r.Figures[whole])), sumAdvice)
}
