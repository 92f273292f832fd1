package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// twoKindsOfPlaces is 村社区 of 村（社区） and 乡镇街道 of 乡镇（街道）, "" where words name no places of two kinds so.
func twoKindsOfPlaces(words string) string {
	one, other, ok := strings.Cut(words, "（")
	other, closed := strings.CutSuffix(other, "）")
	if !ok || !closed || one == "" || other == "" || len(words) > 8*han {
		return ""
	}
	return one + other
}

// places are how many places of two kinds there are in all where the report says it in one way only, 0 where it does
// not, and all numbers that it gives of them. Said is it as 全市1390个村（社区） and as 辖区共14个社区、2个村.
func (in *Input) places(noun string) (all numeral.Decimal, some []numeral.Decimal) {
	r := in.Report
	sure := true
	take := func(v numeral.Decimal, i int) {
		some = append(some, v)
		words := ownWords(r, i)
		if !in.Words.CheckAreas.In(words) && !strings.Contains(words, "辖") || strings.Contains(words, "其中") {
			return
		}
		sure = sure && (all.Sign() == 0 || all.Cmp(v) == 0)
		all = v
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if !isPlainCount(f) {
			continue
		}
		one := in.placeBehind(i)
		switch {
		case one == "":
		case one == noun:
			take(magnitude(f), i)
		case strings.HasSuffix(one, noun):
			some = append(some, magnitude(f)) // 12个重点村（社区）
		case i+1 < len(r.Figures) && in.follows(i) && isPlainCount(&r.Figures[i+1]) && strings.Contains(noun, one):
			other := in.placeBehind(i + 1)
			joint, _ := strings.CutPrefix(in.gap(i), one)
			rest, ok := cutJoint(joint)
			if ok && rest == "" && (one+other == noun || other+one == noun) {
				take(magnitude(f).Add(magnitude(&r.Figures[i+1])), i)
			}
		}
	}
	if !sure {
		all = numeral.Decimal{}
	}
	return all, some
}

// placeBehind is what figure i counts by the words behind it, up to the next mark or to 的: 村社区 of 1390个村（社区）法律顾问 is
// 村社区法律顾问, cut where the brackets end.
func (in *Input) placeBehind(i int) string {
	r := in.Report
	f := &r.Figures[i]
	words := r.Source.Text[f.Span.End:min(len(r.Source.Text), f.Span.End+10*han)]
	if at := strings.IndexAny(words, "，、。；：\n和与"); at >= 0 {
		words = words[:at]
	}
	if at := strings.Index(words, "）"); at >= 0 {
		return twoKindsOfPlaces(words[:at+len("）")])
	}
	return words
}

// averageOfPlaces compares average i of a total, be it before what is averaged or behind it, with how many places
// there are: 培育“法律明白人”80名，平均每个村（社区）8名. It says whether the report tells how many.
func (in *Input) averageOfPlaces(c *collector, i int) bool {
	r := in.Report
	noun := in.placesAveraged(i)
	if noun == "" {
		return false
	}
	total, by := &r.Figures[i-1], &r.Figures[i]
	all, some := in.places(noun)
	if all.Sign() == 0 {
		return false
	}
	if !in.isTotalOf(i-1, i) || in.countsOtherwise(sentenceOf(r, by)) || strings.Contains(ownWords(r, i-1), "其中") || in.isListed(i-1) || c.says(by.Span) {
		return true
	}
	for _, n := range some {
		if in.isMean(total, n, numeral.Decimal{}, by) {
			return true
		}
	}
	c.note(by.Span, report.Warning, fmt.Sprintf("“%s”按%s个平均，不是“%s”", c.src.Slice(total.Span), all, c.src.Slice(by.Span)), averageAdvice)
	return true
}

// placesAveraged is what average i is of, where it is places of two kinds: ，村（社区）平均, ，平均每个村（社区）.
func (in *Input) placesAveraged(i int) string {
	words, ok := strings.CutPrefix(in.gap(i-1), "，")
	if !ok {
		return ""
	}
	if noun, ok := strings.CutSuffix(words, "平均"); ok {
		return twoKindsOfPlaces(strings.TrimPrefix(noun, "每个"))
	}
	if n := in.Words.CheckAverages.Prefix(words); n > 0 {
		return twoKindsOfPlaces(strings.TrimPrefix(words[n:], "个"))
	}
	return ""
}
