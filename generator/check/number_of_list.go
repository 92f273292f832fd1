package check

import (
	"strings"

	"mingfa/generator/numeral"
)

// Which of the numbers near it an average or a share is of, where the nearest is none that it can be of.

// isAverage reports whether figure i is an average itself, so that nothing is divided by it and nothing taken from it:
// 3场 of 平均每个社区3场, 1次 of 平均每月1次.
func (in *Input) isAverage(i int) bool {
	own := strings.TrimLeft(ownWords(in.Report, i), "约为达")
	return in.Words.Averages.Prefix(own) > 0 || in.Words.CheckAverages.Prefix(own) > 0 || in.Words.CheckAveragesBy.Prefix(own) > 0 || strings.HasSuffix(own, "平均")
}

// isOfPast reports whether figure i is a value of a time before that another is compared with, so that no list of this
// year is of it: 80件 of 较上年同期的80件减少16件.
func (in *Input) isOfPast(i int) bool {
	return in.pastSuffix(strings.TrimRight(ownWords(in.Report, i), "的为是")) > 0
}

// allOfList is what the items are of, or add up to, where figure i is one of a list: of 审核60件，分别为12件、9件和39件，提出意见
// 120条，平均每件2条 the average is of all. It is -1 where nobody can say, and i where i is no item.
func (in *Input) allOfList(wholes map[int]int, i int) int {
	if i < 0 {
		return i
	}
	if whole, ok := wholes[i]; ok && whole < i {
		return whole
	}
	list := in.listUpTo(i)
	switch {
	case len(list) > 1:
		return in.sumBefore(list)
	case in.isOfBefore(ownWords(in.Report, i)):
		return -1
	}
	return i
}

// listUpTo are the items of the list that figure i ends, in their order; i alone where it ends none.
func (in *Input) listUpTo(i int) []int {
	head := i
	for i-head < maxListed && head > 0 && in.isListedWith(head-1) {
		if _, ok := cutJoint(in.gap(head - 1)); !ok {
			break
		}
		head--
	}
	var list []int
	for j := head; j <= i; j++ {
		list = append(list, j)
	}
	return list
}

// sumBefore is the number before a list, in its sentence, that its items add up to; -1 for none.
func (in *Input) sumBefore(list []int) int {
	sum := sumOf(in.Report, list)
	for _, j := range in.valuesBefore(list[0]) {
		if magnitude(&in.Report.Figures[j]).Cmp(sum) == 0 {
			return j
		}
	}
	return -1
}

// listSum is what the list adds up to that figure i ends.
func (in *Input) listSum(i int) (sum numeral.Decimal, several bool) {
	list := in.listUpTo(i)
	return sumOf(in.Report, list), len(list) > 1
}
