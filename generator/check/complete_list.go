package check

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
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
	l := listAfter(r, i)
	if in.opensParted(i) {
		for _, j := range l.items {
			related[j] = true // items beside this one
		}
		return
	}
	if len(l.items) < 2 || slices.ContainsFunc(l.items, func(j int) bool { return related[j] }) {
		return
	}
	rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: i, Parts: l.items}
	total, sum, ok := addUp(r, &rel)
	if !ok || !l.isComplete(in, &rel, total, sum) {
		return
	}
	for _, j := range l.items {
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

// list is the figures after another to the end of its sentence, all of one
// unit.
type list struct {
	items  []int
	words  []string // before each
	parted bool     // 按类型分 stands before the first
}

// listAfter is the list after figure i; none where anything else is said in the
// sentence.
func listAfter(r *report.Report, i int) list {
	whole, text := &r.Figures[i], r.Source.Text
	end := sentenceEnd(r, whole)
	if at := strings.Index(text[whole.Span.End:end], "；"); at >= 0 {
		end = whole.Span.End + at
	}
	var l list
	at := whole.Span.End
	for j := i + 1; j < len(r.Figures) && r.Figures[j].Block == whole.Block && r.Figures[j].Span.End <= end; j++ {
		f := &r.Figures[j]
		if f.Span.Start < at || f.Unit != whole.Unit || !isPlainCount(f) || len(l.items) == maxListed {
			return list{}
		}
		words := text[at:f.Span.Start]
		for k, mark := range [...]string{"，", "、", "：", "和", "及"} {
			if rest, ok := strings.CutPrefix(words, mark); ok && (k != 2 || len(l.items) == 0) {
				words = rest
				break
			}
		}
		if len(l.items) == 0 {
			words, l.parted = parting(words)
		}
		if strings.ContainsAny(words, "，、：；（）()“”《》,:") {
			return list{}
		}
		l.items, l.words = append(l.items, j), append(l.words, strings.TrimSpace(words))
		at = f.Span.End
	}
	if strings.TrimSpace(text[at:end]) != "" {
		return list{}
	}
	return l
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

// isComplete reports whether the words say that a list is all of its whole.
func (l *list) isComplete(in *Input, rel *report.Relation, total, sum numeral.Decimal) bool {
	r := in.Report
	i := rel.Whole
	words := ownWords(r, i)
	switch first, last := l.words[0], l.words[len(l.words)-1]; {
	case l.parted || in.Words.CheckListed.Prefix(first) > 0:
		return i == 0 || r.Figures[i-1].Unit != r.Figures[i].Unit || sentences(r, &r.Figures[i-1], &r.Figures[i]) > 0 // else one by one of two
	case !near(total, sum):
		return false
	case in.eitherOr(rel):
		return true
	case in.isRest(last):
		return !in.beginsList(rel)
	case !in.saysSum(words):
		return sum.Cmp(total) > 0 && l.areOutcomes(in) && !in.isOutcome(words)
	case sum.Cmp(total) < 0 && !justBelow(total, sum):
		return false // it may name the most frequent only
	case l.areOutcomes(in):
		return sum.Cmp(total) > 0 || !in.Words.CheckStepReceived.In(words) && !in.Words.CheckStepAccepted.In(words) && !in.Words.CheckStepFiled.In(words) // the others may be pending
	}
	return l.areKindsOf(in, words) && !in.overlap(rel)
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

// near reports whether a sum is so close to a total that it was meant to be it.
func near(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum).Abs()
	return gap.Cmp(numeral.Integer(2)) <= 0 || gap.Mul(numeral.Integer(4)).Cmp(total) <= 0
}

// justBelow reports whether a sum is less than a total by so little that nothing
// was left out: by one, or by a twentieth.
func justBelow(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum)
	return gap.Cmp(numeral.Integer(1)) <= 0 || gap.Mul(numeral.Integer(20)).Cmp(total) <= 0
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

// areOutcomes reports whether the items are outcomes of which a case has one.
func (l *list) areOutcomes(in *Input) bool {
	return !slices.ContainsFunc(l.words, func(words string) bool { return !in.isOutcome(words) })
}

// isOutcome reports whether words say what became of a case: 维持, and 办结案件中维持.
func (in *Input) isOutcome(words string) bool {
	if at := strings.LastIndex(words, "中"); at > 0 && in.Words.CheckCaseOutcomes.Has(words[at+han:]) {
		return true
	}
	return in.Words.CheckCaseOutcomes.Has(in.thing(in.withoutAdverbs(words)))
}

// areKindsOf reports whether the items are kinds of what words before a total
// name: 执法培训 and 普法培训 of 共组织培训, but 专题会议 is none of 共召开常务会议.
func (l *list) areKindsOf(in *Input, words string) bool {
	const size = 2 * han
	noun := in.withoutAdverbs(words)
	noun = noun[in.Words.Verbs.Prefix(noun):]
	for _, kinds := range [...]string{"各类", "各种", "各项"} {
		noun = strings.TrimPrefix(noun, kinds)
	}
	if len(noun) != size {
		return false
	}
	for _, words := range l.words {
		kind, ok := strings.CutSuffix(words, noun)
		if !ok || kind == "" || len(kind) > 8*han || in.Words.Verbs.Prefix(kind) > 0 {
			return false
		}
	}
	return true
}
