package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// againstPast compares clauses that name last year's value and how it has changed with
// themselves and with this year's value right before or behind them:
//
//   - 立案1025起，比上年的1250起增加225起: it has become less
//   - 公开听证20场，比上年的15场增加8场
//   - 比上年的132件增加14件，增长16%: 14 of 132 are 10.6%
//   - 比上年的132件增加14件，达164件
//   - 由上年的40件增加到32件
//
// 受理数较上年的500件增加100件 behind 结案480件 is of another thing; any value of the sentence that
// fits keeps it silent.
func (in *Input) againstPast(c *collector) {
	r := in.Report
	items, tied := itemsOf(r), isResultOf(r)
	for i := range r.Figures {
		if c.full() || i+1 >= len(r.Figures) {
			return
		}
		was := &r.Figures[i]
		if !isPlainValue(was) || r.Blocks[was.Block].Kind == report.BlockRow || !in.follows(i) {
			continue
		}
		if in.becomes(i) {
			continue
		}
		way := in.wayOf(strings.TrimPrefix(in.gap(i), "相比"))
		thing, ok := in.pastIn(ownWords(r, i))
		if !ok || way == 0 || !r.Figures[i+1].Exact() || r.Figures[i+1].Unit != was.Unit && r.Figures[i+1].Unit != "%" {
			continue
		}
		p := pastClause{in: in, was: was, by: &r.Figures[i+1], way: way}
		p.rateOfOwn(c, i, tied)
		p.valueBehind(c, i)
		if thing == "" {
			p.valueBefore(c, i, items)
		}
	}
}

// pastClause is 比上年的1250起减少225起.
type pastClause struct {
	in      *Input
	was, by *report.Figure
	way     int // 1 for more, -1 for less
}

// pastIn reports whether words end by naming the year before as what something is compared
// with, and what they name besides: 投诉举报量 of 投诉举报量较上年的.
func (in *Input) pastIn(words string) (thing string, ok bool) {
	words, ok = strings.CutSuffix(words, "的")
	if !ok {
		return "", false
	}
	n := in.pastSuffix(words)
	if n == 0 {
		return "", false
	}
	words = words[:len(words)-n]
	if size := max(in.Words.YearOnYear.Suffix(words), in.Words.Comparisons.Suffix(words)); size > 0 {
		return words[:len(words)-size], true
	}
	if thing, found := strings.CutSuffix(words, "与"); found {
		return thing, true
	}
	return strings.CutSuffix(words, "同")
}

// pastSuffix is how much of the end of words names a time before: 上年同期, 2022年底, 调整前.
func (in *Input) pastSuffix(words string) int {
	rest := strings.TrimRight(strings.TrimSuffix(words, "同期"), "底末")
	year := fmt.Sprintf("%d年", in.Report.Year-1)
	n := max(in.Words.YearBefore.Suffix(rest), in.Words.CheckTimesBeforeChange.Suffix(words))
	if n == 0 && strings.HasSuffix(rest, year) {
		n = len(year)
	}
	if n == 0 {
		return 0
	}
	return n + len(words) - len(rest)
}

// rateOfOwn compares 增加14件，增长16% with the value that the clause itself compares with.
func (p *pastClause) rateOfOwn(c *collector, i int, tied map[int]bool) {
	in, r := p.in, p.in.Report
	if p.by.Unit == "%" || !in.follows(i+1) || c.says(r.Figures[i+2].Span) {
		return
	}
	rate := &r.Figures[i+2]
	words := strings.TrimLeft(in.gap(i+1), "，、")
	way := in.wayOf(words)
	if words == in.gap(i+1) || way == 0 || rate.Unit != "%" || !rate.Exact() {
		return
	}
	if way != p.way {
		c.add(rate.Span, fmt.Sprintf("前面说的是“%s”，这里说的是“%s”", c.src.Slice(report.Span{Start: p.was.Span.End, End: p.by.Span.End}), words+c.src.Slice(rate.Span)), changeAdvice)
		return
	}
	gap, slack := magnitude(p.by).Abs(), in.slackOf(p.by)
	now := magnitude(p.was).Add(gap)
	if p.way < 0 {
		now = magnitude(p.was).Sub(gap)
	}
	if tied[i+2] || fits(gap.Shift(2), slack.Shift(2), magnitude(p.was), in.slackOf(p.was), rate) || fits(gap.Shift(2), slack.Shift(2), now, in.slackOf(p.was).Add(slack), rate) {
		return
	}
	if percent, _, ok := numeral.Percent(gap, magnitude(p.was), 1); ok {
		c.add(rate.Span, fmt.Sprintf("“%s”是“%s”的%s%%，原文写的是“%s”", c.src.Slice(p.by.Span), c.src.Slice(p.was.Span), percent, c.src.Slice(rate.Span)), changeAdvice)
	}
}

// valueBehind compares 比上年的132件增加14件，达146件.
func (p *pastClause) valueBehind(c *collector, i int) {
	in, r := p.in, p.in.Report
	if p.by.Unit == "%" || !in.follows(i+1) || r.Figures[i+2].Unit != p.was.Unit || !isPlainValue(&r.Figures[i+2]) {
		return
	}
	words, ok := strings.CutPrefix(in.gap(i+1), "，")
	if !ok || !in.comesTo(words) || !in.endsClauseAt(r.Figures[i+2].Span.End) {
		return
	}
	p.compare(c, &r.Figures[i+2])
}

// comesTo reports whether words only say that a value has reached another: 达到, 增至.
func (in *Input) comesTo(words string) bool {
	return in.Words.CheckComingTo.Has(words)
}

// valueBefore compares the clause with the value that it follows: 立案1025起，比上年的…. A part, or one
// of a list, need not be what it compares.
func (p *pastClause) valueBefore(c *collector, i int, items []bool) {
	in, r := p.in, p.in.Report
	if i == 0 || !in.follows(i-1) || items[i-1] || c.says(p.by.Span) || !strings.HasPrefix(in.gap(i-1), "，") || strings.Count(in.gap(i-1), "，") > 1 {
		return
	}
	is := &r.Figures[i-1]
	if is.Unit != p.was.Unit || is.Kind != p.was.Kind || !isPlainValue(is) || in.isListed(i-1) || strings.Contains(wordsOf(r, i-1), "其中") || in.Words.CheckBases.In(sentenceOf(r, is)) {
		return
	}
	for _, j := range in.valuesBefore(i) {
		if p.holds(&r.Figures[j]) {
			return
		}
	}
	p.compare(c, is)
}

// holds reports whether a value is what the clause says it has become.
func (p *pastClause) holds(is *report.Figure) bool {
	v := values{was: p.was, is: is}
	if v.direction() == -p.way {
		return false
	}
	return p.by.Unit == "%" && v.growBy(p.in, p.by) || p.by.Unit != "%" && v.differBy(p.in, p.by)
}

// compare tells where a value is not what the clause says. By how much percent it is off, the
// relations tell.
func (p *pastClause) compare(c *collector, is *report.Figure) {
	v := values{was: p.was, is: is}
	switch {
	case p.holds(is) || c.says(p.by.Span):
	case v.direction() == -p.way:
		wrongWay(c, p.was, is, report.Span{Start: p.was.Span.End, End: p.by.Span.End})
	case p.by.Unit != "%":
		v.note(c, p.by)
	}
}
