package check

import (
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// isRest reports whether words say that an item is all that is left. 其他辅助人员 may be
// other people.
func (in *Input) isRest(words string) bool {
	n := in.Words.CheckRest.Prefix(words)
	if n == 0 {
		return false
	}
	noun := words[n:]
	return noun == "" || strings.HasPrefix(words, "其余") || in.Words.CheckRestNouns.Has(noun)
}

// isClosed reports whether the words of a list say that nothing is missing in it.
func (in *Input) isClosed(items []int) bool {
	r := in.Report
	last := ownWords(r, items[len(items)-1])
	if in.namesAll(items) {
		return true
	}
	if len(items) < 3 {
		return false
	}
	if in.isRest(last) {
		for _, j := range items[1 : len(items)-1] {
			if !strings.HasPrefix(in.gap(j-1), "、") {
				return false // 大气71件，水43件，其他9件 may go on from what was counted before
			}
		}
		return true
	}
	if len(items) == 4 && strings.HasSuffix(last, "四季度") && strings.HasSuffix(ownWords(r, items[0]), "一季度") {
		return true
	}
	return strings.HasPrefix(last, "不") && !slices.ContainsFunc(items, func(j int) bool { return !in.Words.CheckGrades.Has(ownWords(r, j)) })
}

// namesAll reports whether the items of a list are, by their names, all kinds that there are of what they count: 市级,
// 县级, 乡镇（街道）; 企业, 个体工商户, 农民专业合作社; 继续有效, 修改, 废止.
func (in *Input) namesAll(items []int) bool {
	return slices.ContainsFunc(in.Words.CheckWholeSets.Words(), func(set lexicon.Word) bool {
		kinds := strings.Split(set.Text, "、")
		for _, i := range items {
			words := wordsOf(in.Report, i)
			if k := slices.IndexFunc(kinds, func(kind string) bool { return strings.Contains(words, kind) }); k >= 0 {
				kinds = slices.Delete(kinds, k, k+1)
			}
		}
		return len(kinds) == 0
	})
}

// eitherOr reports whether the parts of a relation are two kinds of which
// everything is one or the other.
func (in *Input) eitherOr(rel *report.Relation) bool { return in.areTwoOf(in.Words.CheckEithers, rel) }

// apart reports whether the parts of a relation are two kinds of which nothing is both, whether
// these are all or not: 当场整改, 限期整改.
func (in *Input) apart(rel *report.Relation) bool {
	return in.eitherOr(rel) || in.areTwoOf(in.Words.CheckExclusive, rel)
}

// areTwoOf reports whether the parts of a relation are one pair of words.
func (in *Input) areTwoOf(pairs *lexicon.Set, rel *report.Relation) bool {
	r := in.Report
	if len(rel.Parts) != 2 {
		return false
	}
	a, b := ownWords(r, rel.Parts[0]), ownWords(r, rel.Parts[1])
	only := func(words, kind, other string) bool {
		return strings.Contains(words, kind) && !strings.Contains(words, other)
	}
	for _, kind := range pairs.Words() {
		if only(a, kind.Text, kind.As) && only(b, kind.As, kind.Text) || only(b, kind.Text, kind.As) && only(a, kind.As, kind.Text) {
			return true
		}
	}
	return false
}

// isOutcome reports whether words say what became of a case: 维持, and 办结案件中维持.
func (in *Input) isOutcome(words string) bool {
	if at := strings.LastIndex(words, "中"); at > 0 && in.Words.CheckCaseOutcomes.Has(words[at+han:]) {
		return true
	}
	name := in.thing(in.withoutAdverbs(words))
	for _, joint := range [...]string{"和", "或", "及", "并"} {
		if one, other, ok := strings.Cut(name, joint); ok && in.Words.CheckCaseOutcomes.Has(one) && in.Words.CheckCaseOutcomes.Has(other) {
			return true // 撤销和变更
		}
	}
	return in.Words.CheckCaseOutcomes.Has(name)
}

// onlyOutcomes reports whether figures count outcomes of which each of what is counted as their whole has one. What was newly
// made has none: 印发文件2件，废止1件，宣布失效3件 are three deeds. The whole is -1 where it is not known yet.
func (in *Input) onlyOutcomes(whole int, items []int) bool {
	r := in.Report
	if whole >= 0 && in.Words.PromiseIssue.In(ownWords(r, whole)) {
		return false
	}
	return !slices.ContainsFunc(items, func(i int) bool { return !in.isOutcome(ownWords(r, i)) })
}

// areCalledKinds reports whether all items are named as kinds: 环境类, 噪声类案件.
func areCalledKinds(r *report.Report, items []int) bool {
	return !slices.ContainsFunc(items, func(i int) bool { return !strings.Contains(ownWords(r, i), "类") })
}

// areKindsOf reports whether the items are kinds of what words before a total
// name: 执法培训 and 普法培训 of 共组织培训, but 专题会议 is none of 共召开常务会议.
func (in *Input) areKindsOf(items []int, words string) bool {
	const size = 2 * han
	noun := in.withoutAdverbs(words)
	noun = noun[in.Words.Verbs.Prefix(noun):]
	for _, kinds := range [...]string{"各类", "各种", "各项"} {
		noun = strings.TrimPrefix(noun, kinds)
	}
	if len(noun) != size {
		return false
	}
	for _, i := range items {
		kind, ok := strings.CutSuffix(ownWords(in.Report, i), noun)
		if !ok || kind == "" || len(kind) > 8*han || in.Words.Verbs.Prefix(kind) > 0 {
			return false
		}
	}
	return true
}

// overlap reports whether one thing can be counted in several parts: the parts
// are properties (党员, 本科) or stages that follow each other (受理, 办结).
func (in *Input) overlap(rel *report.Relation) bool {
	r := in.Report
	for _, i := range rel.Parts {
		if r.Figures[i].Kind == report.KindAmount {
			continue // money is counted once
		}
		if in.Words.CheckOverlapping.In(r.Figures[i].Label) {
			return true
		}
	}
	return false
}

// ofPeople reports whether a unit counts people or times, of which one can be in
// several parts.
func (in *Input) ofPeople(unit string) bool {
	return in.Words.UnitsOfPeople.Prefix(unit) > 0 || unit == "位" || in.Words.Times.Suffix(unit) > 0
}
