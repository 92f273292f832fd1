package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// wrongWays finds words for more beside numbers that have become less, and the other way round:
//
//   - 由40件增加到32件; 网办率由96%提升至95%; 办理时限由7天压缩至12天
//   - 较上年增加36件，下降12.1%: one clause says both
//   - 由276件降至235件，同比增长15%
//
// What is better the smaller it is may be told of as a rise (办理时间由20日提升到5日, 排名由15名提升到8名),
// and is left alone.
func (in *Input) wrongWays(c *collector) {
	r := in.Report
	for i := 0; i+1 < len(r.Figures) && !c.full(); i++ {
		switch {
		case r.Blocks[r.Figures[i].Block].Kind == report.BlockRow:
		case in.becomes(i):
			in.wrongWayTo(c, i)
		case in.follows(i):
			in.bothWays(c, i)
		}
	}
	in.changesOtherWay(c)
}

// changesOtherWay finds percentages that the two values before them give, but for the word for more or
// less: 由276件降至235件，同比增长15%.
func (in *Input) changesOtherWay(c *collector) {
	r := in.Report
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind != report.RelationChange || len(rel.Parts) != 1 || rel.Whole != rel.Parts[0]+1 || rel.Result < 0 || !in.becomes(rel.Parts[0]) || anyHidden(r, rel) || !exactButResult(r, rel) {
			continue
		}
		by, v := &r.Figures[rel.Result], values{was: &r.Figures[rel.Parts[0]], is: &r.Figures[rel.Whole]}
		words := ownWords(r, rel.Result)
		way := in.wayBefore(words)
		if by.Unit != "%" || !by.Exact() || strings.HasPrefix(by.Raw, "-") || way == 0 || v.direction() != -way || !v.growBy(in, by) || way > 0 && in.isBetterLess(rel.Whole) || in.changesAnother(rel) || c.says(by.Span) {
			continue
		}
		wrongWay(c, v.was, v.is, report.Span{Start: by.Span.Start - in.waySize(words), End: by.Span.End})
	}
}

// wrongWayTo compares figures i and i+1, 由A增加到B.
func (in *Input) wrongWayTo(c *collector, i int) {
	r := in.Report
	was, is := &r.Figures[i], &r.Figures[i+1]
	words := in.becoming(i)
	way := in.wayOf(words[:len(words)-in.Words.CheckBecoming.Suffix(words)])
	if way == 0 || (values{was: was, is: is}).direction() != -way || !isExactValue(was) || !isExactValue(is) || way > 0 && in.isBetterLess(i) {
		return
	}
	wrongWay(c, was, is, report.Span{Start: was.Span.End, End: is.Span.End})
}

// isBetterLess reports whether figure i is of what improves by becoming less: a time, or a rank.
func (in *Input) isBetterLess(i int) bool {
	r := in.Report
	f := &r.Figures[i]
	return in.Words.UnitsOfTime.Has(f.Unit) || in.Words.CheckRankUnits.Has(f.Unit) || in.Words.CheckRanks.In(sentenceOf(r, f))
}

// isExactValue reports whether a figure is an exact number of what was done, a share or not.
func isExactValue(f *report.Figure) bool {
	return f.Exact() && !f.Hidden && !f.Target && f.Kind != report.KindChange
}

// bothWays finds 增加36件，下降12.1%, where the second says in percent what the first says in number.
func (in *Input) bothWays(c *collector, i int) {
	r := in.Report
	by, rate := &r.Figures[i], &r.Figures[i+1]
	if by.Kind != report.KindChange || rate.Kind != report.KindChange || rate.Unit != "%" || by.Unit == "%" || strings.HasSuffix(by.Unit, "百分点") || rate.Hidden || rate.Target || !rate.Exact() {
		return
	}
	mark, size := utf8.DecodeRuneInString(in.gap(i))
	first, second := in.wayBefore(ownWords(r, i)), in.wayOf(in.gap(i)[size:])
	if mark != '，' && mark != '、' || first == 0 || second != -first || strings.HasPrefix(rate.Raw, "-") || strings.HasPrefix(by.Raw, "-") {
		return
	}
	words := ownWords(r, i)
	said := words[len(words)-in.waySize(words):] + c.src.Slice(by.Span)
	c.add(rate.Span, fmt.Sprintf("前面说的是“%s”，这里说的是“%s”", said, in.gap(i)[size:]+c.src.Slice(rate.Span)), wayAdvice)
}

const wayAdvice = "请核对这两个数，和说它们增减的词"

// wayOf is 1 for words that only say that something has become more, -1 for less, 0 for any
// others.
func (in *Input) wayOf(words string) int {
	words = strings.TrimSuffix(words, "了")
	if words == "" || in.waySize(words) != len(words) {
		return 0
	}
	return in.wayBefore(words)
}

// wayBefore is 1 for words that end by saying that something has become more, -1 for less.
func (in *Input) wayBefore(words string) int {
	words = strings.TrimSuffix(words, "了")
	if m, ok := in.Words.ChangesInShort.EndingAt(words, len(words)); ok && in.Words.Rises.Suffix(words) == 0 && in.Words.Falls.Suffix(words) == 0 {
		words = in.Words.ChangesInShort.Reading(m)
	}
	switch {
	case in.Words.Falls.Suffix(words) > in.Words.Rises.Suffix(words):
		return -1
	case in.Words.Rises.Suffix(words) > 0:
		return 1
	}
	return 0
}

// waySize is the size of the word for more or less that words end with.
func (in *Input) waySize(words string) int {
	return max(in.Words.Rises.Suffix(words), in.Words.Falls.Suffix(words), in.Words.ChangesInShort.Suffix(words))
}

// wrongWay tells that a value has become more where the text says less, or the other way round.
func wrongWay(c *collector, was, is *report.Figure, said report.Span) {
	than := "多于"
	switch less := (values{was: was, is: is}).direction() < 0; {
	case less && is.Kind == report.KindRate:
		than = "低于"
	case less:
		than = "少于"
	case is.Kind == report.KindRate:
		than = "高于"
	}
	c.add(said, fmt.Sprintf("“%s”%s原来的“%s”，原文写的是“%s”", c.src.Slice(is.Span), than, c.src.Slice(was.Span), c.src.Slice(said)), wayAdvice)
}
