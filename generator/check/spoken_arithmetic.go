package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// spokenArithmetic compares what running text says of numbers that stand side by side in a
// sentence, where its words leave no doubt which they are, and nothing else ties them:
//
//   - 由211名增加到248名，净增73名; 新纳入31家、移出12家，净增21家
//   - 由1.2万件增加到7.6万件，是上年的3.6倍; 415万元，是上年的3.5倍（上年166万元）
//   - 由85%提高到92%，提高8个百分点; 97.2%，比上年提高2.4个百分点（2022年为95.8%）
//   - 办理案件31件，上年结转4件，共36件; 合同109份、决策7项、案件12件，三项合计138次
//   - 12天，较法定60天压缩70%; 4期320人次，平均每期90人次
//
// All are warnings: another reading may be found by who knows the figures.
func (in *Input) spokenArithmetic(c *collector) {
	r := in.Report
	tied := map[int]bool{} // results that other rules compare
	for k := range r.Relations {
		tied[r.Relations[k].Result] = r.Relations[k].Computed != ""
	}
	for i := 1; i < len(r.Figures) && !c.full(); i++ {
		f := &r.Figures[i]
		if tied[i] || f.Hidden || f.Target || !f.Exact() || r.Blocks[f.Block].Kind == report.BlockRow || !in.follows(i-1) {
			continue
		}
		switch words := in.gap(i - 1); {
		case f.Unit == "倍":
			in.timesOf(c, i, words)
		case strings.HasSuffix(f.Unit, "百分点"):
			in.pointsOf(c, i)
		case f.Unit == "%":
			in.againstNorm(c, i)
			in.shareOfNamed(c, i)
		case in.Words.CheckNet.Suffix(words) > 0:
			in.netOf(c, i)
		case in.Words.CheckAverages.In(words):
			in.averageOf(c, i, words)
		case in.Words.CheckSums.Suffix(words) > 0:
			in.carriedSum(c, i, words)
			in.sumOfListed(c, i, words)
		case in.isClosedSum(ownWords(r, i)):
			in.closedWithCarried(c, i)
		}
	}
}

// follows reports whether figures i and i+1 stand in one sentence in this order, and the
// first of them is exact.
func (in *Input) follows(i int) bool {
	r := in.Report
	if i < 0 || i+1 >= len(r.Figures) {
		return false
	}
	a, b := &r.Figures[i], &r.Figures[i+1]
	return a.Block == b.Block && a.Exact() && !a.Hidden && !a.Target && a.Span.End <= b.Span.Start && !strings.ContainsAny(r.Source.Text[a.Span.End:b.Span.Start], "。；！？\n")
}

// gap is what stands between figures i and i+1.
func (in *Input) gap(i int) string {
	r := in.Report
	return r.Source.Text[r.Figures[i].Span.End:r.Figures[i+1].Span.Start]
}

// becomes reports whether figures i and i+1 are 由A增加到B, or 由2022年的A增加到2024年的B.
func (in *Input) becomes(i int) bool {
	if !in.follows(i) || in.Report.Figures[i].Unit != in.Report.Figures[i+1].Unit {
		return false
	}
	words, before := in.becoming(i), ownWords(in.Report, i)
	return in.Words.CheckBecoming.Suffix(words) > 0 && !strings.ContainsAny(words, "、；") && (strings.Contains(before, "由") || strings.Contains(before, "从"))
}

// becoming is what stands between figures i and i+1, without the year of the second: 升至 of 升至2024年的.
func (in *Input) becoming(i int) string {
	words := in.gap(i)
	named := strings.TrimRight(strings.TrimSuffix(words, "的"), "底末")
	if _, at, end := yearIn(named); end > 0 && end == len(named) {
		return words[:at]
	}
	return words
}

// lastYearBehind is the value of the year before that brackets right behind figure i give, of
// its unit or another: 3.5倍（上年166万元）.
func (in *Input) lastYearBehind(i int, unit string) *report.Figure {
	r := in.Report
	if !in.follows(i) || r.Figures[i+1].Unit != unit || !r.Figures[i+1].Exact() {
		return nil
	}
	words, ok := strings.CutPrefix(in.gap(i), "（")
	if !ok {
		return nil
	}
	words = strings.TrimSuffix(strings.TrimSuffix(words, "为"), "是")
	year := fmt.Sprintf("%d年", r.Year-1)
	if words != year && !in.Words.YearBefore.Has(words) || !strings.HasPrefix(r.Source.Text[r.Figures[i+1].Span.End:], "）") {
		return nil
	}
	return &r.Figures[i+1]
}

// timesOf compares 是上年的3.6倍 with the two values beside it.
func (in *Input) timesOf(c *collector, i int, words string) {
	r := in.Report
	by, is := &r.Figures[i], &r.Figures[i-1]
	words = strings.TrimSuffix(words, "的")
	n := in.Words.YearBefore.Suffix(words)
	if n == 0 || !strings.HasSuffix(words[:len(words)-n], "是") && !strings.HasSuffix(words[:len(words)-n], "为") || len(words)-n > 2*han {
		return
	}
	was := in.lastYearBehind(i, is.Unit)
	if was == nil && i >= 2 && in.becomes(i-2) {
		was = &r.Figures[i-2]
	}
	if was == nil || in.isQuotient(is, was, by) {
		return
	}
	if ratio, _, ok := numeral.Percent(magnitude(is), magnitude(was), 0); ok {
		c.note(by.Span, report.Warning, fmt.Sprintf("“%s”是“%s”的%s倍，原文写的是“%s”", c.src.Slice(is.Span), c.src.Slice(was.Span), ratio.Shift(-2), c.src.Slice(by.Span)), changeAdvice)
	}
}

// isQuotient reports whether a ÷ b can be q, rounded or truncated, as far as they are exact.
func (in *Input) isQuotient(a, b, q *report.Figure) bool {
	return in.isQuotientOf(magnitude(a), in.slackOf(a), b, q)
}

// isQuotientOf is isQuotient of a value that is exact up to a slack.
func (in *Input) isQuotientOf(a, slack numeral.Decimal, b, q *report.Figure) bool {
	least, most := magnitude(b).Sub(in.slackOf(b)), magnitude(b).Add(in.slackOf(b))
	if least.Sign() <= 0 {
		return true
	}
	step, printed := numeral.Integer(1).Shift(numeral.Step(q.Raw)), magnitude(q)
	return printed.Add(step).Mul(most).Cmp(a.Sub(slack)) > 0 && printed.Sub(step).Mul(least).Cmp(a.Add(slack)) < 0
}

// pointsOf compares a change in percentage points with the two rates beside it.
func (in *Input) pointsOf(c *collector, i int) {
	r := in.Report
	by, v := &r.Figures[i], values{is: &r.Figures[i-1]}
	const longest = 20 * han
	switch words := in.gap(i - 1); {
	case v.is.Unit != "%" || len(words) > longest || in.Words.Rises.Suffix(words) == 0 && in.Words.Falls.Suffix(words) == 0:
		return
	case i >= 2 && in.becomes(i-2):
		if rest := strings.TrimLeft(words, "，、"); len(rest) > 5*han {
			return // of something else
		}
		v.was = &r.Figures[i-2]
	case in.isBesidePast(i):
		v.was, v.is = &r.Figures[i-1], &r.Figures[i-2]
	default:
		v.was = in.lastYearBehind(i, "%")
	}
	switch words := ownWords(r, i); {
	case v.was == nil:
	case !v.differBy(in, by):
		v.note(c, by)
	case in.isBesidePast(i) && v.direction() == -in.wayBefore(words):
		wrongWay(c, v.was, v.is, report.Span{Start: by.Span.Start - in.waySize(words), End: by.Span.End})
	}
}

// isBesidePast reports whether figure i is how a rate two before it has changed, and the one between
// that of the year before: 败诉率7.1%，较上年的9.6%下降2.5个百分点, 比上年（9.6%）下降2.5个百分点.
func (in *Input) isBesidePast(i int) bool {
	r := in.Report
	if i < 2 || !in.follows(i-2) || r.Figures[i-1].Unit != "%" || r.Figures[i-2].Unit != "%" || r.Figures[i-2].Kind != report.KindRate || in.wayOf(strings.TrimLeft(in.gap(i-1), "）)")) == 0 {
		return false
	}
	words, ok := strings.CutPrefix(in.gap(i-2), "，")
	for _, end := range [...]string{"（", "的"} {
		words = strings.TrimSuffix(words, end)
	}
	thing, past := in.pastIn(words + "的")
	return ok && past && thing == ""
}

// againstNorm compares 12天，较法定60天压缩70% with the two values.
func (in *Input) againstNorm(c *collector, i int) {
	r := in.Report
	if i < 2 || !in.follows(i-2) || r.Figures[i-1].Unit != r.Figures[i-2].Unit || r.Figures[i-1].Unit == "%" {
		return
	}
	words, ok := strings.CutPrefix(in.gap(i-2), "，")
	if !ok || !in.Words.CheckNorms.Has(words) || in.Words.Falls.Prefix(in.gap(i-1)) != len(in.gap(i-1)) {
		return
	}
	if v := (values{was: &r.Figures[i-1], is: &r.Figures[i-2]}); !v.growBy(in, &r.Figures[i]) && v.direction() < 0 {
		v.note(c, &r.Figures[i])
	}
}

// netOf compares 净增73名 with the values before it, or with what came and what went.
func (in *Input) netOf(c *collector, i int) {
	r := in.Report
	by := &r.Figures[i]
	if i < 2 || r.Figures[i-1].Unit != by.Unit || len(in.gap(i-1)) > 6*han || !in.goesOn(in.gap(i-1), ownWords(r, i-2)) {
		return
	}
	v := values{was: &r.Figures[i-2], is: &r.Figures[i-1]}
	came := in.Words.CheckComing.Suffix(ownWords(r, i-2)) > 0 && in.Words.CheckGoing.Suffix(ownWords(r, i-1)) > 0
	if !in.becomes(i-2) && !(came && in.follows(i-2) && v.was.Unit == by.Unit && len(in.gap(i-2)) <= 8*han) {
		return
	}
	if !v.differBy(in, by) {
		c.note(by.Span, report.Warning, fmt.Sprintf("“%s”与“%s”相差%s，原文写的是净增减“%s”", c.src.Slice(v.was.Span), c.src.Slice(v.is.Span), magnitude(v.is).Sub(magnitude(v.was)).Abs(), c.src.Slice(by.Span)), changeAdvice)
	}
}

// goesOn reports whether words before 净增 name nothing else than those before the first value:
// 持证人员由211名增加到248名，辅警净增73名 is of others.
func (in *Input) goesOn(words, first string) bool {
	words = strings.TrimLeft(words[:len(words)-in.Words.CheckNet.Suffix(words)], "，、（")
	words = in.withoutAdverbs(words)
	return words == "" || strings.Contains(first, words)
}

// averageOf compares 平均每期90人次 with the two counts before it in the sentence: 4期320人次.
func (in *Input) averageOf(c *collector, i int, words string) {
	r := in.Report
	by := &r.Figures[i]
	m, ok := in.Words.CheckAverages.FindLast(words)
	if !ok || r.Figures[i-1].Unit != by.Unit || strings.Trim(words[:m.Start], "，（") != "" || i < 2 || !in.follows(i-2) || in.isListed(i-2) || len(in.listUpTo(i-2)) > 1 || in.isAverage(i-2) || strings.Contains(in.gap(i-2)+ownWords(r, i-2), "其中") {
		return
	}
	each := words[m.End:]
	of := &r.Figures[i-2]
	if each == "" || each != of.Unit && !strings.HasPrefix(r.Source.Text[of.Span.End:], each) || of.Kind != report.KindCount {
		return
	}
	if total := &r.Figures[i-1]; !in.isQuotient(total, of, by) && !in.isOfSome(i-1, each) {
		c.note(by.Span, report.Warning, fmt.Sprintf("“%s”按“%s”平均，不是“%s”", c.src.Slice(total.Span), c.src.Slice(of.Span), c.src.Slice(by.Span)), averageAdvice)
	}
}

// carriedSum compares 办理案件31件，上年结转4件，共36件 with the two before.
func (in *Input) carriedSum(c *collector, i int, words string) {
	r := in.Report
	if i < 2 || !in.follows(i-2) || in.Words.CheckSums.Prefix(strings.TrimLeft(words, "，")) != len(strings.TrimLeft(words, "，")) || strings.ContainsAny(in.gap(i-2), "（）()") {
		return
	}
	a, b, total := &r.Figures[i-2], &r.Figures[i-1], &r.Figures[i]
	if a.Unit != total.Unit || b.Unit != total.Unit || !in.Words.CarriedOver.In(in.gap(i-2)) || in.isOfBefore(in.gap(i-2)) || numeral.Step(total.Raw) != 0 || !in.endsClauseAt(total.Span.End) {
		return
	}
	if i >= 3 && in.follows(i-3) && r.Figures[i-3].Unit == total.Unit {
		return // of more than two
	}
	if sum := magnitude(a).Add(magnitude(b)); sum.Cmp(magnitude(total)) != 0 {
		c.note(total.Span, report.Warning, fmt.Sprintf("各项相加：%s + %s = %s，与“%s”不符", a.Value, b.Value, sum, r.Printed(total)), "请核对总数和各项")
	}
}

// isClosedSum reports whether words say that all was added up that was closed: 全年合计办结.
func (in *Input) isClosedSum(words string) bool {
	words, ok := in.cutClosed(words)
	n := in.Words.CheckSums.Suffix(words)
	return ok && n > 0 && in.withoutAdverbs(words[:len(words)-n]) == ""
}

// cutClosed takes 办结 or 审结 off the end of words.
func (in *Input) cutClosed(words string) (string, bool) {
	n := in.Words.CheckStepClosed.Suffix(words)
	return words[:len(words)-n], n > 0
}

// closedWithCarried compares 结案407件，另有上年结转28件在本年办结，全年合计办结435件 with the two before.
func (in *Input) closedWithCarried(c *collector, i int) {
	r := in.Report
	if i < 2 || !in.follows(i-2) || in.isOfBefore(in.gap(i-2)) || strings.ContainsAny(in.gap(i-2)+in.gap(i-1), "（()）") || !in.endsClauseAt(r.Figures[i].Span.End) {
		return
	}
	a, b, total := &r.Figures[i-2], &r.Figures[i-1], &r.Figures[i]
	own, carried := in.withoutAdverbs(ownWords(r, i-2)), ownWords(r, i-1)
	also := strings.HasPrefix(carried, "另") || strings.HasPrefix(carried, "还") || strings.HasPrefix(carried, "并")
	isClosed := in.Words.CheckStepClosed.Prefix(own) > 0 || in.Words.CheckStepClosed.Suffix(own) > 0
	if a.Unit != total.Unit || b.Unit != total.Unit || !isPlainCount(a) || !isPlainCount(b) || !isClosed || !also || !in.Words.CarriedOver.In(carried) || in.saysSum(own) {
		return
	}
	if sum := magnitude(a).Add(magnitude(b)); sum.Cmp(magnitude(total)) != 0 && magnitude(a).Cmp(magnitude(total)) != 0 {
		c.note(total.Span, report.Warning, fmt.Sprintf("各项相加：%s + %s = %s，与“%s”不符", a.Value, b.Value, sum, r.Printed(total)), "请核对总数和各项")
	}
}

// isOfBefore reports whether words say that what follows is counted in the figure before:
// 办理案件31件，其中上年结转4件，合计31件.
func (in *Input) isOfBefore(words string) bool { return in.Words.CheckIncluding.In(words) }

// endsClauseAt reports whether a clause ends at a place: 共27件为普通程序 tells what the cases
// are, and adds up nothing.
func (in *Input) endsClauseAt(at int) bool {
	r := firstRune(in.Report.Source.Text[at:])
	return r == 0 || strings.ContainsRune("，。；、（）,;()\n", r)
}

// sumOfListed compares 三项合计138次 with as many figures before it, each parted by 、.
func (in *Input) sumOfListed(c *collector, i int, words string) {
	r := in.Report
	total := &r.Figures[i]
	words = strings.TrimLeft(words, "，")
	words = words[:len(words)-in.Words.CheckSums.Suffix(words)]
	words = strings.TrimPrefix(strings.TrimPrefix(words, "以上"), "上述")
	number := strings.TrimSuffix(strings.TrimSuffix(words, "项"), "类")
	many := map[string]int{"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}[number]
	if many == 0 || number == words || i < many || numeral.Step(total.Raw) != 0 || !in.endsClauseAt(total.Span.End) {
		return
	}
	var parts []int
	same := true
	for k := i - many; k < i; k++ {
		f := &r.Figures[k]
		if f.Kind != report.KindCount || numeral.Step(f.Raw) != 0 || !in.follows(k) || k < i-1 && !strings.HasPrefix(in.gap(k), "、") && !strings.HasPrefix(in.gap(k), "，") {
			return
		}
		if k < i-1 && strings.ContainsAny(in.gap(k)[han:], "，、；（）") {
			return
		}
		same = same && f.Unit == total.Unit
		parts = append(parts, k)
	}
	sum := sumOf(r, parts)
	if same || sum.Cmp(magnitude(total)) == 0 || in.explains(in.gap(i-1)) {
		return // a list of one unit is told of as a relation
	}
	c.note(total.Span, report.Warning, fmt.Sprintf("各分项相加：%s = %s，与总数“%s”不符", plus(r, parts), sum, r.Printed(total)), sumAdvice)
}

// shareOfNamed compares a share with the two counts before it, of which the first is what it
// names: 案件审核1.31万件，提出纠正意见15条，占审核案件的1%.
func (in *Input) shareOfNamed(c *collector, i int) {
	r := in.Report
	if i < 2 || !in.follows(i-2) || in.isOfBefore(in.gap(i-2)) {
		return
	}
	words := in.gap(i - 1)
	name, ok := strings.CutPrefix(strings.TrimLeft(words, "，"), "占")
	name, of := strings.CutSuffix(name, "的")
	const shortest = 3 * han // 占案件的20% may be of any total
	whole, part, by := &r.Figures[i-2], &r.Figures[i-1], &r.Figures[i]
	if !ok || !of || len(name) < shortest || whole.Kind != report.KindCount || part.Kind != report.KindCount || magnitude(part).Cmp(magnitude(whole)) > 0 {
		return
	}
	named := ownWords(r, i-2)
	if strings.IndexFunc(name, func(r rune) bool { return !strings.ContainsRune(named, r) }) >= 0 || in.isQuotientOf(magnitude(part).Shift(2), in.slackOf(part).Shift(2), whole, by) || in.isShareOfAnother(part, by, i-2, name) {
		return
	}
	if share, _, ok := numeral.Percent(magnitude(part), magnitude(whole), 2); ok {
		c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", part.Value, whole.Value, share, c.src.Slice(by.Span)), "请核对这两个数和占比；占比另有口径的，请在文中写明")
	}
}

// isShareOfAnother reports whether a share is that of a part in an earlier total of the same
// name: 案件审核1.31万件 in one sentence, 重大案件审核150件 in the one before 占审核案件的10%.
func (in *Input) isShareOfAnother(part, by *report.Figure, before int, name string) bool {
	const farthest = 40
	r := in.Report
	for j := before - 1; j >= max(0, before-farthest); j-- {
		f := &r.Figures[j]
		if f.Kind != report.KindCount || !f.Exact() || !in.isQuotientOf(magnitude(part).Shift(2), in.slackOf(part).Shift(2), f, by) {
			continue
		}
		if named := wordsOf(r, j); strings.IndexFunc(name, func(c rune) bool { return !strings.ContainsRune(named, c) }) < 0 {
			return true
		}
	}
	return false
}
