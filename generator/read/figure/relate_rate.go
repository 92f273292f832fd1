package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// relateRate ties a rate to the two counts that it is the quotient of.
func (e *extractor) relateRate(first, i int) {
	f := &e.r.Figures[i]
	stem, share := e.rateStem(f.Label), e.isShare(first, i)
	if stem == "" && !share {
		return // 公路通达99%: no quotient of counts
	}
	var best report.Relation
	var computed numeral.Decimal
	score := 0
	for p := i - 1; p >= max(first, i-maxReach); p-- {
		part := &e.r.Figures[p]
		if part.Kind != report.KindCount && part.Kind != report.KindAmount || e.scanner.marks[p-first].pair != single || !e.nearby(first, p, i) {
			continue
		}
		for w := max(first, i-maxReach); w < i; w++ {
			of := e.scanner.marks[w-first].pair
			if w == p || !e.sameKind(w, p) || of != single && of != later {
				continue
			}
			rel, value, ok := e.tryRate(i, w, p)
			if !ok || of == later && !rel.Agrees {
				continue // 由640件降至512件 is told for its change
			}
			if e.isTask(first, w, p, stem) {
				continue
			}
			if s := e.rateScore(first, i, w, p, stem, share, rel.Agrees); s > score {
				best, computed, score = rel, value, s
			}
		}
	}
	if score > 0 {
		e.holdAgainst(&best, computed)
		e.r.Relations = append(e.r.Relations, best)
	}
}

// isTask reports whether figure w is what was to be done, where the rate is not of doing it and
// another figure counts what was done: 抽检9120批次，年度任务9000批次，不合格201批次，不合格率2.2%.
func (e *extractor) isTask(first, w, p int, stem string) bool {
	name := e.wordsOf(first, w)
	if e.GoalNames.Suffix(name) == 0 || strings.HasSuffix(stem, "完成") {
		return false
	}
	for k := max(first, p-maxReach); k < p; k++ {
		if k != w && e.sameKind(k, w) && e.sameSentence(first, k, w) {
			return true
		}
	}
	return false
}

// tryRate computes figure p ÷ figure w as what figure i prints. The relation
// does not hold the value yet: most are tried in vain.
func (e *extractor) tryRate(i, w, p int) (rel report.Relation, value numeral.Decimal, ok bool) {
	whole, okWhole := e.r.Figures[w].Decimal()
	part, okPart := e.r.Figures[p].Decimal()
	if !okWhole || !okPart || part.Cmp(whole) > 0 {
		return rel, value, false
	}
	value, agrees, ok := percentage(part, whole, &e.r.Figures[i])
	return report.Relation{Kind: report.RelationRate, Result: i, Whole: w, Parts: []int{p}, Agrees: agrees}, value, ok
}

// percentage is part ÷ whole in percent to one decimal, and whether the figure
// prints that, rounded or truncated to its own decimals.
func percentage(part, whole numeral.Decimal, f *report.Figure) (computed numeral.Decimal, agrees, ok bool) {
	printed, okPrinted := f.Decimal()
	computed, agrees, ok = numeral.Percentage(part, whole, printed, f.Raw)
	return computed, agrees && okPrinted, ok
}

// takePercentage gives a relation the percentage that its result must be.
func takePercentage(rel *report.Relation, part, whole numeral.Decimal, f *report.Figure) {
	if computed, agrees, ok := percentage(part, whole, f); ok {
		rel.Computed, rel.Agrees = computed.String(), agrees
		if f.Bound != "" {
			rel.Agrees = allowsShare(f, part, whole)
		}
	}
}

// allowsShare reports whether part ÷ whole in percent can be what a bounded figure
// speaks of. The share is not rounded as where it is shown: 95.03% is more than 95%.
func allowsShare(f *report.Figure, part, whole numeral.Decimal) bool {
	const decimals = 12
	share, _, ok := numeral.Percent(part, whole, decimals)
	return ok && f.Allows(share)
}

// holdAgainst gives a relation what its result must be. Of bounded counts (不少于50件)
// nothing can be computed; a bounded result (90%以上) agrees with all that it allows.
func (e *extractor) holdAgainst(rel *report.Relation, computed numeral.Decimal) {
	rel.Computed = computed.String()
	if f := &e.r.Figures[rel.Result]; f.Bound != "" {
		part, _ := e.r.Figures[rel.Parts[0]].Decimal()
		whole, _ := e.r.Figures[rel.Whole].Decimal()
		rel.Agrees = allowsShare(f, part, whole)
	}
	if e.anyBound(rel) {
		rel.Computed = ""
	}
}

// anyBound reports whether a relation is of values that the text only bounds.
func (e *extractor) anyBound(rel *report.Relation) bool {
	for _, i := range rel.Parts {
		if e.r.Figures[i].Bound != "" {
			return true
		}
	}
	return e.r.Figures[rel.Whole].Bound != ""
}

// rateScore ranks a candidate: 0 when neither the words nor the arithmetic
// make it plain. The words do when the part bears the name of the rate
// (调解成功, 成功率) and the whole does not. Without such words the arithmetic
// does only for a rate with decimals, which few pairs of counts give by
// chance.
func (e *extractor) rateScore(first, i, w, p int, stem string, share, agrees bool) int {
	part, whole := &e.r.Figures[p], &e.r.Figures[w]
	named := stem != "" && strings.Contains(part.Label, stem) && (!strings.Contains(whole.Label, stem) || strings.Contains(whole.Label, "应"+stem))
	ofList := share && p == i-1 && e.scanner.marks[p-first].inner
	if !agrees {
		if e.plainRate(first, i, w, p) || ofList && e.leads(first, p) && e.wholeOf(first, p) == w && e.ofWhole(first, i) {
			return 1
		}
		return 0
	}
	if bare := numeral.Decimals(e.r.Figures[i].Raw) == 0; !named && !share && (bare || i-p > 4) || !named && bare && p != i-1 {
		return 0
	}
	if part.Value == whole.Value && !ofList && !e.bearsName(first, i, w, p) {
		return 0
	}
	score := 100 - 4*(i-p) - (i - w)
	if named || ofList {
		score += 50
	}
	if part.Value == whole.Value && !named {
		score -= 30
	}
	if !named && !ofList && i-p > 2 && stem != "" {
		score -= 40
	}
	return score
}

// plainRate reports whether figures w, p and i stand side by side, but for
// changes and rates, as a count, a part of it and the rate, and every character of the rate's own name is in
// the two others: 样品420份，合格399份，合格率97.4%; but not 责令整改20家，整改率100%, where the rate
// is of the part, or 按期办结率, which counts fewer than 办结.
func (e *extractor) plainRate(first, i, w, p int) bool {
	if e.picksOut(first, w) && e.picksOut(first, p) && e.clauseOf(first, w) == e.clauseOf(first, p) {
		return false // 签订的52份合同、出台的3份文件都审核，审核率100%
	}
	if e.isOutcomeBeside(first, w) || e.isOfOthers(first, w, p) {
		return false
	}
	if p != i-1 || !e.besides(w-1, p) || !e.sameSentence(first, w, i) || e.inBrackets(first, w) != e.inBrackets(first, i) || e.inBrackets(first, p) != e.inBrackets(first, i) {
		return false
	}
	for j := w + 1; j < p; j++ {
		if e.r.Figures[j].Kind == report.KindRate {
			return false // the count before has a rate already: 纠错200件，纠错率24%，调解150件，调解率18%
		}
	}
	part, whole := e.r.Figures[p].Label, e.r.Figures[w].Label
	part += e.text[max(e.clauseOf(first, p).start, e.r.Figures[w].Span.End):e.r.Figures[p].Span.Start] // 完成整改 of 整改完成率
	core := e.parse(e.scanner.marks[i-first].pre).core
	name := strings.TrimSuffix(strings.TrimSuffix(core, "比例"), "率")
	if name == "" || name == core || strings.Contains(name, "抽") {
		return false // 抽查比例 is of all that could be drawn, which the count before need not be: 验收168件，备案抽查94件
	}
	end := tail(name, 6)
	ofBoth := strings.Contains(whole, end) && !strings.Contains(whole, "应"+end) && (!strings.Contains(part, name) || strings.Contains(whole, name))
	if !holds(part, end) || ofBoth || !holds(part+whole, name) || e.betterRate(first, i, w, p) || strings.Contains(part, "成功") && !strings.Contains(name, "成功") {
		return false // 调处成功331件 is less than 调处率100% speaks of
	}
	return !e.pending(e.text[e.clauseOf(first, p).start:e.r.Figures[p].Span.Start]) && !e.explained(e.text[e.r.Figures[w].QuoteSpan.Start:e.r.Figures[i].Span.Start])
}

// betterRate reports whether the rate right after rate i is what counts w and p give, and
// names what p counts, so that rate i is of something else: 按期整改331处，整改率100%，按期整改率96.8%.
func (e *extractor) betterRate(first, i, w, p int) bool {
	next := i + 1
	if next >= len(e.r.Figures) || e.r.Figures[next].Kind != report.KindRate || !e.sameSentence(first, i, next) {
		return false
	}
	core := e.parse(e.scanner.marks[next-first].pre).core
	name := core[:len(core)-e.Rates.Suffix(core)]
	rel, _, ok := e.tryRate(next, w, p)
	words := e.r.Figures[p].Label + e.text[e.clauseOf(first, p).start:e.r.Figures[p].Span.Start]
	return ok && rel.Agrees && name != core && name != "" && holds(words, name)
}

// bearsName reports whether two counts that are alike hold all that rate i says it counts,
// as 整改67处 does of 整改率100%: any two alike give 100%, but 办结7件 tells nothing of 按期办结率,
// and 应诉4件 nothing of whether 负责人出庭应诉.
func (e *extractor) bearsName(first, i, w, p int) bool {
	label := strings.TrimSuffix(e.r.Figures[i].Label, "目标")
	n := e.Rates.Suffix(label)
	words := e.r.Figures[w].Label + e.r.Figures[p].Label + e.wordsOf(first, p)
	if n == 0 || n == len(label) {
		return false
	}
	stem := label[:len(label)-n]
	return strings.Contains(e.r.Figures[w].Label, "应"+tail(stem, 6)) || holds(words, tail(stem, 12)) // of 应出庭9件 it is
}

// holds reports whether words have every character of name, as often.
func holds(words, name string) bool {
	for at, r := range name {
		if strings.Count(name[:at], string(r))+1 > strings.Count(words, string(r)) {
			return false
		}
	}
	return true
}

// pending reports whether words say that something is yet to be done, so that
// it is what a rate is of rather than what it counts: 责令整改20家.
func (g grammar) pending(words string) bool {
	return g.Pending.In(words)
}

// explained reports whether words say that a count holds other years' too, or
// only new ones.
func (g grammar) explained(words string) bool {
	return g.CarriedOver.In(words)
}

// isShare reports whether a rate is printed as 占… or 占比.
func (e *extractor) isShare(first, i int) bool {
	return strings.HasPrefix(e.parse(e.scanner.marks[i-first].pre).core, "占") || strings.HasSuffix(e.r.Figures[i].Label, "占比")
}

// ofWhole reports whether a share is of the whole just named: 占75%, 占总数的75%, but
// not 占全市的75%.
func (e *extractor) ofWhole(first, i int) bool {
	of := strings.TrimPrefix(e.parse(e.scanner.marks[i-first].pre).core, "占")
	return of == "" || e.Wholes.Has(of)
}

// rateStem is what a rate counts: 成功 of 调解矛盾纠纷成功率, 修改 of 修改比例.
func (g grammar) rateStem(label string) string {
	label = strings.TrimSuffix(label, "目标")
	if n := g.Rates.Suffix(label); n > 0 {
		return tail(label[:len(label)-n], 6)
	}
	return ""
}
