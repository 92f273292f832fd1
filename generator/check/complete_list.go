package check

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// completeList compares figure i with the list that follows it to the end of
// the sentence, where the words leave no doubt that the list is all of it:
//
//   - 分别为, 分为, 按类型分 opens it, or 其余 or 其他 is the last item;
//   - it says 共 itself, and the items are kinds of what it counts
//     (共组织培训15场，执法培训6场、普法培训8场) or outcomes of which each case has one
//     (共办结案件15件，维持6件、撤销8件); such outcomes are never more, with 共 or not;
//   - it has two items, of which everything is one or the other: 男, 女.
func (in *Input) completeList(c *collector, related []bool, i int) {
	r := in.Report
	whole := &r.Figures[i]
	if i+2 >= len(r.Figures) || related[i] || r.Figures[i+1].Unit != whole.Unit || r.Figures[i+2].Unit != whole.Unit || r.Figures[i+2].Block != whole.Block {
		return // nearly all
	}
	if !isPlainCount(whole) || !in.isCounter(whole.Unit) || in.isLaterItem(i) {
		return
	}
	items, opening := in.listAfter(i)
	if in.opensParted(i) {
		for _, j := range items {
			related[j] = true // items beside this one
		}
		return
	}
	if len(items) < 2 || slices.ContainsFunc(items, func(j int) bool { return related[j] }) {
		return
	}
	rel := partsOf(i, items)
	total, sum, ok := addUp(r, &rel)
	if !ok || !in.saysAll(opening, &rel, total, sum) {
		return
	}
	for _, j := range items {
		related[j] = true // and no total of those behind it
	}
	if total.Cmp(sum) == 0 || in.explains(around(r, &rel)) {
		return
	}
	sumNote(c, r, report.Warning, &rel, sum)
}

// opensParted reports whether figure i is the first of a list that its sentence says is all of
// what stands before: 91件，按类型分，市容类46件、环保类21件、其他9件 has no total of 46.
func (in *Input) opensParted(i int) bool {
	r := in.Report
	own, start := ownWords(r, i), sentenceStart(r, &r.Figures[i])
	if start > r.Figures[i].Span.Start {
		return false
	}
	before := strings.TrimRight(r.Source.Text[start:r.Figures[i].Span.Start], " ")
	before = strings.TrimRight(strings.TrimSuffix(before, own), "，：:, ")
	return strings.HasSuffix(before, "分") || in.Words.CheckListOpenings.Suffix(before) > 0
}

// listAfter is the list behind figure i, and what opens it; none where its sentence, up to a ；, goes
// on to anything else.
func (in *Input) listAfter(i int) (items []int, opening string) {
	r := in.Report
	if !in.follows(i) || !isPlainCount(&r.Figures[i+1]) {
		return nil, ""
	}
	items = in.listFrom(i+1, func(int) bool { return true })
	last := r.Figures[items[len(items)-1]].Span.End
	rest, _, _ := strings.Cut(r.Source.Text[last:max(last, sentenceEnd(r, &r.Figures[i]))], "；")
	opening = in.gap(i)
	if mark := firstRune(opening); strings.ContainsRune("，、：和及", mark) {
		opening = opening[han:]
	}
	words, _ := parting(opening)
	if strings.TrimSpace(rest) != "" || strings.ContainsAny(words, "，、：；（）()“”《》,:") {
		return nil, ""
	}
	return items, opening
}

// parting takes 按类型分， off the words before a list, and says whether it stood
// there.
func parting(words string) (rest string, ok bool) {
	const longest = 10 * han
	for _, mark := range [...]string{"分，", "分：", "分为"} {
		if by, rest, ok := strings.Cut(words, mark); ok && len(by) <= longest && strings.HasPrefix(by, "按") && !strings.Contains(by, "，") {
			return rest, true
		}
	}
	return words, false
}

// saysAll reports whether the words say that a list is all of its whole.
func (in *Input) saysAll(opening string, rel *report.Relation, total, sum numeral.Decimal) bool {
	r := in.Report
	i := rel.Whole
	words := ownWords(r, i)
	_, parted := parting(opening)
	switch last := ownWords(r, rel.Parts[len(rel.Parts)-1]); {
	case parted || in.Words.CheckListed.Prefix(opening) > 0:
		return i == 0 || r.Figures[i-1].Unit != r.Figures[i].Unit || sentences(r, &r.Figures[i-1], &r.Figures[i]) > 0 // else one by one of two
	case !near(total, sum):
		return false
	case in.eitherOr(rel):
		return true
	case in.isRest(last):
		return !in.beginsList(rel)
	case !in.saysSum(words):
		return sum.Cmp(total) > 0 && in.onlyOutcomes(rel.Whole, rel.Parts) && !in.isOutcome(words)
	case sum.Cmp(total) < 0 && !justBelow(total, sum):
		return false // it may name the most frequent only
	case in.onlyOutcomes(rel.Whole, rel.Parts):
		return sum.Cmp(total) > 0 || !in.Words.CheckStepReceived.In(words) && !in.Words.CheckStepAccepted.In(words) && !in.Words.CheckStepFiled.In(words) // the others may be pending
	}
	return in.areKindsOf(rel.Parts, words) && !in.overlap(rel)
}

// beginsList reports whether what would be the whole of a list is its first item: the marks
// behind it and between the others are the same, and nothing says that it is a sum or comes to what became of it. 大气71件，水43件，
// 噪声11件，其他9件 has no total, nor has 立案中A类96件、B类84件、其他30件.
func (in *Input) beginsList(rel *report.Relation) bool {
	mark := firstRune(in.gap(rel.Whole))
	for _, i := range rel.Parts {
		if firstRune(in.gap(i-1)) != mark {
			return false
		}
	}
	return mark == '、' || mark == '，' && !in.saysSum(ownWords(in.Report, rel.Whole)) && !in.isResult(ownWords(in.Report, rel.Parts[0]))
}
