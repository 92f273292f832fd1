package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// spokenGrowth compares a percentage with a value and that of the year before beside
// it, where nothing else ties the three: 6,231件（2022年为5,342件），同比增长9.3%.
func (in *Input) spokenGrowth(c *collector) {
	r := in.Report
	tied := map[int]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && rel.Result >= 0 && len(rel.Parts) > 0 {
			tied[rel.Result] = true
		}
	}
	items := itemsOf(r)
	for _, p := range append(series.Pairs(r, in.Words), in.namedPairs()...) {
		if items[p.Current] {
			continue // 许可2486件，其中…注销328件，同比增长13%（2022年为2200件）: of them all
		}
		for _, i := range [...]int{p.Earlier + 1, p.Earlier - 1} {
			if i != p.Current && i >= 0 && i < len(r.Figures) && !tied[i] && in.growthBeside(c, p, i) {
				break
			}
		}
	}
	for i := 2; i < len(r.Figures); i++ {
		by := &r.Figures[i]
		if !tied[i] && by.Kind == report.KindChange && by.Unit == "%" && by.Exact() && !by.Hidden && in.earlierFirst(i-2) && in.isGrowthOf(i-1, i) {
			if v := (values{was: &r.Figures[i-2], is: &r.Figures[i-1]}); !v.growBy(in, by) {
				v.note(c, by)
			}
		}
	}
}

// growthBeside compares figure i, a change beside a value and that of the year before, with the
// two. It says whether it told of it.
func (in *Input) growthBeside(c *collector, p series.Pair, i int) bool {
	r := in.Report
	by := &r.Figures[i]
	v := values{was: &r.Figures[p.Earlier], is: &r.Figures[p.Current]}
	if by.Block != v.is.Block || by.Kind != report.KindChange || !by.Exact() || by.Hidden || v.was.Unit == "%" {
		return false
	}
	from, to := r.Figures[min(i, p.Current)].Span.End, r.Figures[max(i, p.Earlier)].Span.Start
	if from > to || strings.ContainsAny(r.Source.Text[from:to], "。；！？\n") {
		return false
	}
	if i == p.Earlier+1 && p.Current < p.Earlier && !strings.ContainsAny(in.gap(p.Earlier), "，（）、") {
		return false // 较上年的40件增长10%: a relation, where it is plain what has
	}
	percent := by.Unit == "%" || by.Unit == "％"
	before := r.Source.Slice(wordsBefore(r.Source.Text, r.Blocks[by.Block].Span.Start, by.Span.Start, 12))
	way, plain := in.wayBefore(before), in.isGrowthOf(i-1, i)
	switch {
	case way == 0 || !percent && (by.Unit != v.was.Unit || !plain):
		return false
	case percent && !v.growBy(in, by) || !percent && !v.differBy(in, by):
		if percent && in.Words.Rises.Suffix(before) == 0 && in.Words.Falls.Suffix(before) == 0 {
			return false
		}
		v.note(c, by)
	case plain && v.direction() == -way && !strings.HasPrefix(by.Raw, "-"):
		wrongWay(c, v.was, v.is, report.Span{Start: by.Span.Start - in.waySize(before), End: by.Span.End})
	default:
		return false
	}
	return true
}

// earlierFirst reports whether figure i and the one behind it are a value of the year
// before and that of the year, in one sentence and in this order: 上年行政检查5342次，今年
// 行政检查6231次; 2022年接待来访310人，2023年为402人.
func (in *Input) earlierFirst(i int) bool {
	r := in.Report
	was, is := &r.Figures[i], &r.Figures[i+1]
	if was.Block != is.Block || r.Blocks[was.Block].Kind == report.BlockRow || was.Unit != is.Unit || !isPlainValue(was) || !isPlainValue(is) ||
		was.Span.End > is.Span.Start || strings.ContainsAny(r.Source.Text[was.Span.End:is.Span.Start], "。；！？\n") {
		return false
	}
	first, before := in.behindYear(ownWords(r, i), r.Year-1, in.Words.YearBefore)
	second, now := in.behindYear(ownWords(r, i+1), r.Year, in.Words.CheckYearNow)
	return before && now && (first == second || second == "")
}

// isPlainValue reports whether a figure is an exact number or amount, of what was done.
func isPlainValue(f *report.Figure) bool {
	return (f.Kind == report.KindCount || f.Kind == report.KindAmount) && f.Exact() && !f.Hidden && !f.Target
}

// behindYear is what is counted of the words before a number that open with a year, or
// with words for it: 行政检查 of 上年同期共行政检查.
func (in *Input) behindYear(words string, year int, names *lexicon.Set) (thing string, ok bool) {
	n, at, end := yearIn(words)
	switch {
	case n != 0 && n == year && at == 0:
		words = words[end:]
	case names.Prefix(words) > 0:
		words = words[names.Prefix(words):]
	default:
		return "", false
	}
	return in.trimGeneric(words[in.Words.PeriodSpans.Prefix(words):]), true
}

// isGrowthOf reports whether nothing but words of comparison stands between a value and
// figure by, which then is how it has changed: 6231次，同比增长9.3%. 6231次，罚款增长9.3% is not.
func (in *Input) isGrowthOf(value, by int) bool {
	r := in.Report
	f, g := &r.Figures[value], &r.Figures[by]
	if f.Block != g.Block || f.Span.End > g.Span.Start {
		return false
	}
	between := in.trimTail(strings.TrimLeft(r.Source.Text[f.Span.End:g.Span.Start], "）)"))
	words := between[:len(between)-in.waySize(between)]
	if words == between {
		return false
	}
	for words != "" {
		n := max(in.Words.YearOnYear.Prefix(words), in.Words.Comparisons.Prefix(words), in.Words.YearBefore.Prefix(words))
		if r, size := utf8.DecodeRuneInString(words); n == 0 && strings.ContainsRune("，、,比较与同相 ", r) {
			n = size
		}
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return true
}
