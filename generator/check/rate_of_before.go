package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// ratesOfBefore compares rates with the counts before them that no relation ties to them,
// since others stand between or words tell of an exception:
//
//   - 问题137个，其中大气类51个…，整改完成132个，整改完成率94.6%
//   - 调处244起，调处成功241起，调处率99.2%，调处成功率88.8%
//   - 整改298个，整改率由上年的85%提高到94.1%
//   - 受理130件，办结117件，办结率85.1%（扣除中止7件）: the exception is counted, and does not make it right either
//
// All are warnings. An exception without a number, and rates that any of the numbers near
// give, leaving out one or two of the others, are left alone.
func (in *Input) ratesOfBefore(c *collector) {
	r := in.Report
	tied, items := isResultOf(r), itemsOf(r)
	for i := 2; i < len(r.Figures) && !c.full(); i++ {
		by := &r.Figures[i]
		if tied[i] || by.Kind != report.KindRate || by.Unit != "%" || by.Hidden || by.Target || !by.Exact() || r.Blocks[by.Block].Kind == report.BlockRow {
			continue
		}
		part, name := in.partOfRate(i)
		if part < 0 {
			part, name = in.partFurtherBack(i)
		}
		whole := -1
		if part >= 0 {
			whole = in.wholeOfPart(items, part, name)
		}
		if whole < 0 {
			part, whole, name = in.partOfNamed(i)
		}
		if part < 0 || !in.isOfAllNamed(name) {
			continue
		}
		if whole < 0 || c.says(by.Span) || in.uncountedExcuse(i) || in.someShareFits(part, by) || in.someFewerFit(part, by) {
			continue
		}
		p, w := &r.Figures[part], &r.Figures[whole]
		if share, _, ok := numeral.Percent(magnitude(p), magnitude(w), max(1, numeral.Decimals(by.Raw))); ok {
			c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", p.Value, w.Value, share, r.Printed(by)), "请核对这两个数和比率；比率另有口径的，请在文中写明")
		}
	}
}

// partOfRate is the count right before a rate that bears its name, and the name: 整改完成 of
// 整改完成132个，整改完成率94.6%. -1 for none.
func (in *Input) partOfRate(i int) (part int, name string) {
	r := in.Report
	at := i
	if in.becomes(i-1) && r.Figures[i-1].Unit == "%" {
		at = i - 1
	}
	if at < 2 || !in.follows(at-1) || !isPlainCount(&r.Figures[at-1]) {
		return -1, ""
	}
	words, ok := strings.CutPrefix(in.gap(at-1), "，")
	name, rest, found := strings.Cut(words, "率")
	if !ok || !found || len(rest) > 8*han || strings.ContainsAny(words, "，、；：（）") || at == i && strings.Trim(rest, "为达到是") != "" {
		return -1, ""
	}
	if !in.isDeedOf(ownWords(r, at-1), name) {
		return -1, ""
	}
	return at - 1, name
}

// partFurtherBack is the one count of a rate's sentence that bears its name, wherever it stands before the rate, and
// the name: 调处成功 of 调处244起，调处成功241起，调处率99.2%，调处成功率98.8%. -1 for none and where several do.
func (in *Input) partFurtherBack(i int) (part int, name string) {
	r := in.Report
	words, ok := strings.CutPrefix(in.gap(i-1), "，")
	name, rest, found := strings.Cut(words, "率")
	if !in.follows(i-1) || !ok || !found || strings.ContainsAny(words, "，、；：（）") || strings.Trim(rest, "为达到是") != "" {
		return -1, ""
	}
	part = -1
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) == 0; j-- {
		deed := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(ownWords(r, j), "其中"), "实际"), "已共") // 按期整改 is not all of 整改率
		if !isPlainCount(&r.Figures[j]) || deed != name && in.thing(deed) != name {
			continue
		}
		if part >= 0 {
			return -1, ""
		}
		part = j
	}
	return part, name
}

// isDeedOf reports whether words before a count say what a rate counts, and no more: 整改完成 and
// 截至年底完成整改 of 整改率, but not 按期整改, nor 调处成功 of 调处率.
func (in *Input) isDeedOf(own, name string) bool {
	if _, since, ok := strings.Cut(own, "年底"); ok {
		own = since
	}
	own = strings.TrimLeft(own, "已共")
	if own == name {
		return true
	}
	return strings.TrimPrefix(own, "完成") == strings.TrimSuffix(name, "完成") || strings.TrimSuffix(own, "完成") == strings.TrimSuffix(name, "完成")
}

// isOfAllNamed reports whether a rate of this name tells what became of all that was counted
// before, as isOfAllBefore does of a figure.
func (in *Input) isOfAllNamed(name string) bool {
	return len(name) >= 2*han && in.isOfAllBefore(&report.Figure{Label: name + "率"})
}

// wholeOfPart is the nearest count before a part, in its sentence, that is none of a list, nor of
// the same deed, and not less; -1 for none.
func (in *Input) wholeOfPart(items []bool, part int, name string) int {
	r := in.Report
	for _, j := range in.valuesBefore(part) {
		if items[j] || strings.HasPrefix(in.withoutAdverbs(ownWords(r, j)), name) {
			continue
		}
		if magnitude(&r.Figures[j]).Cmp(magnitude(&r.Figures[part])) < 0 || !isPlainCount(&r.Figures[j]) {
			return -1
		}
		return j
	}
	return -1
}

// uncountedExcuse reports whether the sentence of a rate tells of an exception or of another
// base without saying how many these are.
func (in *Input) uncountedExcuse(i int) bool {
	r := in.Report
	f := &r.Figures[i]
	behind, ok := strings.CutPrefix(r.Source.Text[f.Span.End:sentenceEnd(r, f)], "（")
	if !ok {
		return in.changesBase(sentenceOf(r, f)) || strings.HasPrefix(behind, "(")
	}
	bracket, _, closed := strings.Cut(behind, "）")
	if !closed || in.changesBase(r.Source.Text[sentenceStart(r, f):f.Span.Start]) || in.changesBase(strings.TrimPrefix(behind, bracket)) {
		return true
	}
	return i+1 >= len(r.Figures) || !isPlainCount(&r.Figures[i+1]) || r.Figures[i+1].Span.End > f.Span.End+len("（")+len(bracket)
}

// someFewerFit reports whether a part is the printed share of a number near with another one,
// or of what is left when one or two others are left out.
func (in *Input) someFewerFit(part int, by *report.Figure) bool {
	r := in.Report
	around := in.valuesAround(part, r.Figures[part].Unit)
	p := magnitude(&r.Figures[part])
	for _, w := range around {
		for k, a := range around {
			whole, one := magnitude(&r.Figures[w]), magnitude(&r.Figures[a])
			if w == a {
				continue
			}
			if shareFits(p, whole.Sub(one), by) || shareFits(p, whole.Add(one), by) {
				return true
			}
			for _, b := range around[k+1:] {
				if w != b && shareFits(p, whole.Sub(one).Sub(magnitude(&r.Figures[b])), by) {
					return true
				}
			}
		}
	}
	return false
}
