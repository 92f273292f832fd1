package check

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"mingfa/generator/report"
)

// restOfWhole compares what is left of a number with the number and what was taken from
// it, where no relation ties the three:
//
//   - 耕地3712亩，其中高标准农田3000亩，其余721亩; 412件，办结405件，办结率98.3%，剩余9件
//   - 编制12名，实有9名，缺编5名
//   - 抽检1250批次，合格1226批次，不合格42批次
//   - 承接事项83项，收回12项，现行17项
//
// Any numbers near that make it right keep it silent: 列入35个，已建成18个，已改造12个，其余5个.
func (in *Input) restOfWhole(c *collector, items []bool, i int) {
	r := in.Report
	f := &r.Figures[i]
	if i < 2 || items[i] || !isPlainValue(f) || f.Unit == "" || r.Blocks[f.Block].Kind == report.BlockRow {
		return
	}
	own := ownWords(r, i)
	before := in.outsideLists(items, in.valuesBefore(i))
	still := in.Words.CheckStill.Prefix(own) > 0
	if len(before) < 2 || in.Words.CheckRests.Prefix(own) == 0 && !still && !in.isOpposite(own, before[0]) && !(in.isLeftNow(own, before) && in.Words.CheckGoing.Prefix(in.withoutAdverbs(ownWords(r, before[0]))) > 0) || strings.HasPrefix(r.Source.Text[r.Figures[i-1].Span.End:], "、") {
		return
	}
	whole := in.wholeOfRest(own, before)
	if whole < 0 || still && in.isListed(whole) || c.says(f.Span) || strings.ContainsAny(r.Source.Text[r.Figures[i-1].Span.End:f.Span.Start], "（(") || in.someRestFits(i, before[0]) || in.excusesBeside(in.besideClause(i), i) {
		return
	}
	rest := magnitude(&r.Figures[whole]).Sub(magnitude(&r.Figures[before[0]]))
	if still && (magnitude(f).Cmp(rest) <= 0 || rest.Sign() < 0) {
		return // others may be left for other reasons
	}
	c.note(f.Span, report.Warning, fmt.Sprintf("“%s”减去“%s”是%s，原文写的是“%s%s”", r.Printed(&r.Figures[whole]), r.Printed(&r.Figures[before[0]]), rest, own, r.Printed(f)),
		"请核对这几个数；另有别的去向的，请在文中写明")
}

// besideClause is the sentence of figure i without the clause that the figure stands in: 其余12件结转至2024年 tells
// where these went, and no more.
func (in *Input) besideClause(i int) string {
	r := in.Report
	f := &r.Figures[i]
	start, end := sentenceStart(r, f), sentenceEnd(r, f)
	from, to := r.Figures[i-1].Span.End, f.Span.End
	if at := strings.IndexAny(r.Source.Text[to:max(to, end)], "，；（"); at >= 0 {
		end = to + at
	}
	if start > from || to > end {
		return sentenceOf(r, f)
	}
	return r.Source.Text[start:from] + r.Source.Text[end:max(end, sentenceEnd(r, f))]
}

// isOpposite reports whether words before a number name what the number before does not
// count: 不合格 beside 合格, 未办结 beside 办结.
func (in *Input) isOpposite(own string, before int) bool {
	own = in.withoutAdverbs(own)
	n := in.Words.CheckNegations.Prefix(own)
	name := in.thing(own[n:])
	return n > 0 && len(name) >= 2*han && in.thing(in.withoutAdverbs(ownWords(in.Report, before))) == name
}

// isLeftNow reports whether words before a number say how many there are now of what the numbers before
// count: 现行, 现有规章. 现有网办事项 behind 政务服务事项 are others.
func (in *Input) isLeftNow(own string, before []int) bool {
	n := in.Words.CheckLeftNow.Prefix(own)
	return n > 0 && (own[n:] == "" || slices.ContainsFunc(before, func(j int) bool { return strings.HasSuffix(ownWords(in.Report, j), own[n:]) }))
}

// wholeOfRest is the number that a rest was left of: the nearest before it that does not
// say itself that it is a part of another; -1 where that is not plain.
func (in *Input) wholeOfRest(own string, before []int) int {
	taken := in.Words.CheckRests.Prefix(own) == 0 && (in.isOpposite(own, before[0]) || in.isLeftNow(own, before))
	for k, j := range before {
		words := ownWords(in.Report, j)
		switch done := in.isPartDone(words) || in.isOfBefore(words) || in.Words.CheckGoing.Prefix(in.withoutAdverbs(words)) > 0 || k == 0 && taken; {
		case k == 0 && !done:
			return -1
		case in.Words.CheckLeftNow.Prefix(own) > 0 && in.Words.CheckComing.Prefix(words) > 0:
			return -1 // 原有312项，新增14项，取消23项，现有303项
		case !done:
			return j
		}
	}
	return -1
}

// isPartDone reports whether words before a number say that it is a part of another: 已换发,
// 其中高标准农田, 办结.
func (in *Input) isPartDone(words string) bool {
	deed := in.withoutAdverbs(words)
	return in.Words.CheckPartsDone.In(words) || in.Words.CheckResultsOfSame.Prefix(deed) > 0 || in.Words.CheckResultsCarried.Prefix(deed) > 0
}

// someRestFits reports whether figure i is what remains of any number near it when one or
// more of the others are taken away. The part beside it is nothing that it remained of.
func (in *Input) someRestFits(i, part int) bool {
	r := in.Report
	const most = 9 // numbers, of which up to so many at once are tried
	const together = 3
	around := in.valuesAround(i, r.Figures[i].Unit)
	if len(around) > most {
		around = around[len(around)-most:]
	}
	wholes := slices.DeleteFunc(slices.Clone(around), func(j int) bool { return j == part })
	for choice := uint(1); choice < 1<<len(around); choice++ {
		if bits.OnesCount(choice) > together {
			continue
		}
		sum := magnitude(&r.Figures[i])
		for k, j := range around {
			if choice>>k&1 == 1 {
				sum = sum.Add(magnitude(&r.Figures[j]))
			}
		}
		if in.isOneOf(sum, wholes) {
			return true
		}
		for _, j := range around {
			if in.Words.CarriedOver.In(ownWords(r, j)) && in.isOneOf(sum.Sub(magnitude(&r.Figures[j])), wholes) {
				return true // 受理40件，上年结转5件，办结38件，剩余7件
			}
		}
	}
	return false
}
