package check

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// maxListed bounds the items of one list.
const maxListed = 40

// isListedWith reports whether figures i and i+1 are items of one list: counts of a unit that 、, ， or 和 parts, with
// nothing between them but what the second is called.
func (in *Input) isListedWith(i int) bool {
	r := in.Report
	if !in.follows(i) || r.Figures[i].Unit != r.Figures[i+1].Unit || !isExactCount(&r.Figures[i]) || !isExactCount(&r.Figures[i+1]) {
		return false
	}
	words, ok := cutJoint(in.gap(i))
	if !ok {
		words, ok = strings.CutPrefix(in.gap(i), "，")
	}
	return ok && !strings.ContainsAny(withoutBracket(words), "，、；：（）") && !strings.Contains(words, "其中") && !in.saysSum(words) && in.Words.CheckSums.Suffix(words) == 0
}

// withoutBracket is words without what a bracket adds: 乡镇级 of 乡镇（街道）级.
func withoutBracket(words string) string {
	before, bracket, _ := strings.Cut(words, "（")
	within, after, closed := strings.Cut(bracket, "）")
	const longest = 8 * han
	if !closed || before == "" || len(within) > longest {
		return words
	}
	return before + after
}

// listFrom are figure i and the counts that are listed behind it, as long as goesOn says of the
// next that it goes on with the list.
func (in *Input) listFrom(i int, goesOn func(j int) bool) []int {
	items := []int{i}
	for j := i + 1; j < len(in.Report.Figures) && len(items) < maxListed && in.isListedWith(j-1) && isPlainCount(&in.Report.Figures[j]) && goesOn(j); j++ {
		items = append(items, j)
	}
	return items
}

// except is for listFrom: a list goes on to any figure but those that are marked.
func except(marked []bool) func(j int) bool { return func(j int) bool { return !marked[j] } }

// listBefore are the figures of the nearest list before figure i in its sentence, if it has n items of
// one unit; nil otherwise.
func (in *Input) listBefore(i, n int) []int {
	r := in.Report
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) == 0; j-- {
		list := []int{j}
		for list[0] > 0 && len(list) <= maxListed && in.isListedWith(list[0]-1) {
			list = slices.Insert(list, 0, list[0]-1)
		}
		if len(list) == 1 {
			continue // a total between them, or what else is told
		}
		if len(list) == n && isExactCount(&r.Figures[list[0]]) {
			return list
		}
		return nil
	}
	return nil
}

// isLaterItem reports whether figure i is one of a list, and not its first: 物业211件 in 邻里173件、物业211件、劳资64件、
// 其他113件 is no total of those behind it.
func (in *Input) isLaterItem(i int) bool {
	return i > 0 && in.isListedWith(i-1) && strings.HasPrefix(in.gap(i-1), "、")
}

// isListed reports whether figure i is an item of a list of counts in one unit: of 检查水库40座、水闸25座 an
// average is of both, or of a number before them.
func (in *Input) isListed(i int) bool {
	r := in.Report
	beside := func(a, b int) bool {
		return a >= 0 && b < len(r.Figures) && r.Figures[a].Block == r.Figures[b].Block && in.Words.SameUnit(r.Figures[a].Unit, r.Figures[b].Unit) &&
			strings.Contains(r.Source.Text[r.Figures[a].Span.End:r.Figures[b].Span.Start], "、")
	}
	return beside(i-1, i) || beside(i, i+1)
}

// outsideLists are those of some figures that are no items of a list of parts: 办结1274件 of 办结1274件，其中准予
// 1251件、不予23件.
func (in *Input) outsideLists(items []bool, figures []int) []int {
	return slices.DeleteFunc(figures, func(j int) bool {
		head := j
		for j-head < maxListed && in.isLaterItem(head) {
			head--
		}
		return items[j] && head < j || in.isOfBefore(wordsOf(in.Report, head)) && head < j || items[j] && in.isOfBefore(wordsOf(in.Report, j)) && j+1 < len(items) && items[j+1]
	})
}

// isExactCount reports whether a figure is an exact number of things or of money, of what was done.
func isExactCount(f *report.Figure) bool { return isPlainValue(f) && f.Unit != "" }

// cutJoint takes off what joins two items of a list: 、, 和, 、和.
func cutJoint(words string) (rest string, ok bool) {
	rest = strings.TrimPrefix(words, "、")
	for _, joint := range [...]string{"以及", "和", "及", "与"} {
		if after, found := strings.CutPrefix(rest, joint); found {
			return after, true
		}
	}
	return rest, rest != words
}
