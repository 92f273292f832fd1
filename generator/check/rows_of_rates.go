package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// ratesOfRow compares percentages that are told one by one with the changes right before them, told so too:
// 复议案件22件，诉讼案件58件，较上年分别减少6件、9件，降幅分别为13.4%和21.4%. It is told only where all are right in another order.
func (in *Input) ratesOfRow(c *collector, w, next row) {
	r := in.Report
	if next.first != w.last+1 || next.len() != w.len() || !in.follows(w.last) || !in.ofUnit(next, "%") || !in.ofUnit(w, r.Figures[w.first].Unit) || r.Figures[w.first].Kind != report.KindChange || r.Figures[w.first].Unit == "%" {
		return
	}
	way := in.wayBefore(ownWords(r, w.first))
	around := in.valuesOfUnit(w.first, r.Figures[w.first].Unit)
	if way == 0 || !strings.HasPrefix(in.gap(w.last), "，") || strings.ContainsAny(next.opening, "占率") {
		return
	}
	can := func(k, n int) bool { // whether rate n is that of change k of any value
		d := magnitude(&r.Figures[w.first+k])
		for _, j := range around {
			was := magnitude(&r.Figures[j]).Sub(d)
			if way < 0 {
				was = magnitude(&r.Figures[j]).Add(d)
			}
			if was.Sign() > 0 && fits(d.Shift(2), numeral.Decimal{}, was, numeral.Decimal{}, &r.Figures[next.first+n]) {
				return true
			}
		}
		return false
	}
	wrong, taken := -1, make([]bool, w.len())
	for k := range w.len() {
		if wrong < 0 && !can(k, k) {
			wrong = k
		}
		found := false
		for n := range w.len() {
			if !found && !taken[n] && can(k, n) {
				found, taken[n] = true, true
			}
		}
		if !found {
			return
		}
	}
	if wrong >= 0 && !c.says(r.Figures[next.first+wrong].Span) {
		by := &r.Figures[next.first+wrong]
		c.add(by.Span, fmt.Sprintf("“%s”合不成“%s”，几个百分数像是写颠倒了先后", c.src.Slice(r.Figures[w.first+wrong].Span), c.src.Slice(by.Span)), changeAdvice)
	}
}

// namesOfRow finds rows with a number less than they name things, where a row behind it has one for each:
// 不予处罚、减轻处罚、从轻处罚案件分别为1126件、318件，…同比分别增长12.6%、6.0%、8.4%.
func (in *Input) namesOfRow(c *collector, w, next row) {
	r := in.Report
	if sentences(r, &r.Figures[w.last], &r.Figures[next.first]) > 0 || r.Figures[w.first].Block != r.Figures[next.first].Block || next.len() != w.len()+1 || next.len() < 3 || !in.ofUnit(next, "%") {
		return
	}
	text := r.Source.Text[sentenceStart(r, &r.Figures[w.first]):r.Figures[w.first].Span.Start]
	text = text[max(0, strings.LastIndexAny(text, "，；：")):]
	text, _, ok := strings.Cut(text, "分别")
	names := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、和及与", r) })
	if !ok || len(names) != next.len() || strings.ContainsAny(text, "（）") {
		return
	}
	if w.last+1 < next.first {
		in.short = append(in.short, r.Figures[w.last+1].Span)
	}
	c.add(report.Span{Start: r.Figures[w.first].Span.Start, End: r.Figures[w.last].Span.End}, fmt.Sprintf("前面说的是%d样，后面的百分数也是%d个，这里却是%d个数", len(names), next.len(), w.len()), "请核对是不是漏写了一个数")
}
