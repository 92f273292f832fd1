package figure

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// relateOn ties a change to the earlier value printed right before it: 38.6万件，较2022年
// 的35.1万件增长10%. What has changed is the value in the sentence that the change, or the
// percentage right behind it, fits, for parts and averages may stand between: 采购512亿元，其中货物类
// 148亿元、工程类364亿元，比上年的480亿元增加32亿元. Where none fits, it is the one before, if its words are plain.
func (e *extractor) relateOn(first, i int) bool {
	old := i - 1
	if old <= first || e.scanner.marks[old-first].pair != single || !e.isEarlier(first, old) {
		return false
	}
	if gap := e.text[e.r.Figures[old].Span.End:e.r.Figures[i].Span.Start]; len(gap) > 12 || strings.ContainsAny(gap, "，。；、") {
		return false
	}
	now := e.changedOn(first, old, i)
	if next := i + 1; now < 0 && next < len(e.r.Figures) && e.r.Figures[next].Unit == "%" && e.scanner.marks[next-first].carried && e.sameSentence(first, i, next) {
		now = e.changedOn(first, old, next)
	}
	if now < 0 && e.plainlyChanged(first, old-1, old, i) {
		now = old - 1
	}
	if now < 0 {
		return false
	}
	rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: now, Parts: []int{old}}
	if e.checkPair(&rel, i); rel.Result >= 0 {
		e.r.Relations = append(e.r.Relations, rel)
	}
	return rel.Result >= 0
}

// changedOn is the nearest value before an earlier one, in its sentence, from which change i is
// what is printed; -1 for none.
func (e *extractor) changedOn(first, old, i int) int {
	for now := old - 1; now >= max(first, old-maxReach) && e.sameSentence(first, now, i); now-- {
		if !e.sameKind(now, old) || e.scanner.marks[now-first].pair != single || e.isEarlier(first, now) {
			continue
		}
		rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: now, Parts: []int{old}}
		if e.checkPair(&rel, i); rel.Result >= 0 && rel.Agrees && e.changesSo(&rel) {
			return now
		}
	}
	return -1
}

// changesSo reports whether the later of two values is more where the change says more, and less
// where it says less.
func (e *extractor) changesSo(rel *report.Relation) bool {
	was, _ := e.r.Figures[rel.Parts[0]].Decimal()
	is, _ := e.r.Figures[rel.Whole].Decimal()
	label := e.r.Figures[rel.Result].Label
	if e.isFall(label) {
		return is.Cmp(was) <= 0
	}
	return e.Rises.Suffix(label) == 0 || is.Cmp(was) >= 0
}

// plainlyChanged reports whether nothing but figure now can be what change i is of: it is no part
// of another and no average, and the words behind it name nothing else, as 受理数 in
// 结案480件，受理数较上年的500件增加100件.
func (e *extractor) plainlyChanged(first, now, old, i int) bool {
	m := &e.scanner.marks[now-first]
	if !e.sameKind(now, old) || !e.sameSentence(first, now, i) || m.pair != single || m.leads || e.Averages.In(m.pre) || e.inBrackets(first, now) != e.inBrackets(first, i) || e.isPart(now) {
		return false
	}
	words := e.text[e.r.Figures[now].Span.End:e.r.Figures[old].Span.Start]
	at := e.comparedAt(words)
	if at < 0 {
		return false // 比2022年的164件、2023年的189件分别增长: one of several earlier values
	}
	name := strings.Trim(words[:at], "，、, ）（)(")
	name = strings.TrimPrefix(name, "同比")
	for n := e.CountedAgain.Suffix(name); n > 0; n = e.CountedAgain.Suffix(name) {
		name = name[:len(name)-n]
	}
	return name == "" || strings.Contains(m.label, name)
}

// isPart reports whether a figure is a part of another.
func (e *extractor) isPart(i int) bool {
	return slices.ContainsFunc(e.r.Relations[max(0, len(e.r.Relations)-maxParts):], func(rel report.Relation) bool {
		return rel.Kind == report.RelationPart && slices.Contains(rel.Parts, i)
	})
}

// isEarlier reports whether figure w is the value of an earlier year that something is
// compared with, as 688件 is in 立案数比上年的688件增加46件，增长6.7%, and 186件 in 较上年（186件）减少26件.
func (e *extractor) isEarlier(first, w int) bool {
	words := e.text[e.clauseOf(first, w).start:e.r.Figures[w].Span.Start]
	if at := e.scanner.marks[w-first].clause; words == "" && at > 0 && e.inBrackets(first, w) {
		words = strings.TrimRight(e.text[e.scanner.clauses[at-1].start:e.r.Figures[w].Span.Start], "（(")
	}
	at, of := e.comparedAt(words), strings.TrimRight(strings.TrimSuffix(words, "的"), "底末") // 较上年底的
	const longest = 40                                                                     // bytes
	return at >= 0 && len(words)-at <= longest && (strings.HasSuffix(of, "年") || strings.HasSuffix(of, "年度") || strings.HasSuffix(of, "同期"))
}

// comparedAt is where the words before an earlier value begin to say that something is compared
// with it: 比上年的, 与上年的 (…相比), 由上年的; -1 where they do not.
func (e *extractor) comparedAt(words string) int {
	if than, ok := e.Comparisons.FindLast(words); ok {
		return than.Start
	}
	when := strings.TrimSuffix(strings.TrimSuffix(words, "的"), "同期")
	if n := e.YearBefore.Suffix(when); n > 0 {
		when = when[:len(when)-n]
	} else if year, ok := strings.CutSuffix(when, "年"); ok {
		when = strings.TrimRightFunc(year, numeral.IsDigit)
	}
	for _, from := range [...]string{"与", "同", "和", "由", "从"} {
		if strings.HasSuffix(when, from) {
			return len(when) - len(from)
		}
	}
	return -1
}
