package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// maxParts bounds the items of one list.
const maxParts = 64

// relateParts ties totals to their parts.
func (e *extractor) relateParts(first int) {
	for i := first + 1; i < len(e.r.Figures); i++ {
		m := &e.scanner.marks[i-first]
		switch {
		case m.leads:
			e.relateList(first, i, false)
		case e.opensList(first, i):
			e.relateList(first, i, true)
		case i >= first+2 && strings.Contains(m.pre, "其余") && e.parse(m.pre).rest == "其余":
			e.relateRest(first, i)
		}
	}
	e.relateTotals(first)
}

// opensList reports whether a figure is the first of a list that says, without
// 其中, what the figure before is made of: 分为甲类3件、乙类4件.
func (e *extractor) opensList(first, i int) bool {
	c := e.clauseOf(first, i)
	if c.first != i-first || e.inBrackets(first, i) {
		return false
	}
	return e.Listed.Prefix(trimIndent(e.text[c.start:e.r.Figures[i].Span.Start])) > 0
}

// relateList ties the items of a list, of which i is the first, to the figure
// before it. A list that is not opened by 其中 must be exact to be one.
func (e *extractor) relateList(first, i int, mustFill bool) {
	whole := e.wholeOf(first, i)
	if whole < 0 || e.relateEach(first, whole, i) {
		return
	}
	if !e.sameSentence(first, whole, i) {
		if w, plain := e.wholeBefore(first, whole, i); !plain {
			return
		} else {
			whole = w
		}
	}
	rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: whole}
	tooMany := false // one item more than fits is listed
	s := &e.scanner
	clause := s.marks[i-first].clause
	for j := i; j < len(e.r.Figures) && j < i+maxParts && e.sameSentence(first, i, j); j++ {
		if j > i && (e.leads(first, j) || e.isNewOf(first, whole, i, j)) {
			break
		}
		if !e.sameKind(j, whole) || e.inBrackets(first, j) != e.inBrackets(first, i) || s.marks[j-first].pair != single {
			continue
		}
		elsewhere := s.marks[j-first].clause != clause
		if elsewhere && (s.separated(clause, s.marks[j-first].clause) || !e.goesOnList(first, rel.Parts, j)) {
			break
		}
		rel.Parts = append(rel.Parts, j)
		if e.sumParts(&rel); elsewhere && !rel.Agrees {
			if !e.growToEarlier(first, j, &rel) {
				rel.Parts = rel.Parts[:len(rel.Parts)-1] // no item of the list any more
				tooMany = e.listedAlike(first, i, j)
			}
			break
		}
	}
	if e.sumParts(&rel); !rel.Agrees {
		e.fillsEarlier(first, &rel)
	}
	if !rel.Complete {
		e.goOn(first, i, &rel)
	}
	if !rel.Complete {
		e.ofEarlier(first, &rel)
	}
	if len(rel.Parts) == 0 || mustFill && !rel.Complete || !rel.Agrees && e.fitsSeveral(first, &rel) {
		return
	}
	rel.Complete = rel.Complete && !(tooMany && rel.Whole == whole)
	last := rel.Parts[len(rel.Parts)-1]
	rel.Closed = mustFill || len(rel.Parts) > 1 && e.parse(s.marks[last-first].pre).rest != ""
	e.r.Relations = append(e.r.Relations, rel)
}

// fitsSeveral reports whether a list that is more than its whole is not more than that and
// what is listed beside it: 建议17件、提案13件，其中A类24件、B类6件 is of both.
func (e *extractor) fitsSeveral(first int, rel *report.Relation) bool {
	var sum numeral.Decimal
	for _, p := range rel.Parts {
		part, _ := e.r.Figures[p].Decimal()
		sum = sum.Add(part)
	}
	together, _ := e.r.Figures[rel.Whole].Decimal()
	for w := rel.Whole - 1; w >= max(first, rel.Whole-maxReach) && e.sameKind(w, rel.Whole) && e.scanner.marks[w-first].pair == single; w-- {
		if stop := e.text[e.r.Figures[w].Span.End:]; !strings.HasPrefix(stop, "、") && !strings.HasPrefix(stop, "和") && !strings.HasPrefix(stop, "及") {
			break
		}
		v, _ := e.r.Figures[w].Decimal()
		if together = together.Add(v); sum.Cmp(together) <= 0 {
			return true
		}
	}
	return false
}

// listedAlike reports whether figure j, with which the items before it are more than their
// whole, is listed as they are, so that nobody can say that they fill it without j: 53件，
// 其中维持40件，撤销4件，确认违法9件，终止9件. In 53件，其中供水40件，供电13件，办结50件 the last is counted anew;
// so is all that follows 其他: 37份，其中工程21份、租赁9份、其他7份，出具意见书15份. Figure i begins the list.
func (e *extractor) listedAlike(first, i, j int) bool {
	if j == first || j-1 > i && e.parse(e.scanner.marks[j-1-first].pre).rest != "" || e.r.Figures[j-1].Kind != e.r.Figures[j].Kind || e.scanner.marks[j-first].clause != e.scanner.marks[j-1-first].clause+1 {
		return false
	}
	return e.isDeed(first, j) == e.isDeed(first, j-1)
}

// goesOnList reports whether figure j, in another clause than the items before it, can be one
// more of them: 其他 is, and so is what was done beside what was done. After two items in one
// clause another clause only goes on with its like: 复议12件，其中维持5件、撤销2件，应诉5件 are not 12.
func (e *extractor) goesOnList(first int, parts []int, j int) bool {
	if len(parts) == 0 || e.parse(e.scanner.marks[j-first].pre).rest != "" {
		return true
	}
	n := len(parts)
	last := parts[n-1]
	clause, before := e.scanner.marks[j-first].clause, e.scanner.marks[last-first].clause
	if clause == before {
		return true
	}
	several, apart := n > 1 && e.scanner.marks[parts[n-2]-first].clause == before, e.scanner.separated(before, clause)
	if several && apart {
		return false
	}
	const word = 6 // bytes: 转移登记 and 抵押登记 are alike
	alike := tail(e.r.Figures[j].Label, word) == tail(e.r.Figures[last].Label, word) || e.isDeed(first, j) == e.isDeed(first, last)
	return alike || !several && !apart
}

// saysVerb reports whether the words before figure i say what was done with the things it
// counts, as those of a whole do: 办理案件8件，许可3件，其余4件.
func (e *extractor) saysVerb(first, i int) bool {
	core := e.parse(e.scanner.marks[i-first].pre).core
	return e.isVerb(core) || e.LightVerbs.Prefix(core) > 0
}

// isDeed reports whether figure i counts what was done, and names no thing: 已整改175处, 确认违法9件.
func (e *extractor) isDeed(first, i int) bool {
	const longest = 4 // characters
	core := e.trimAdverbs(e.parse(e.scanner.marks[i-first].pre).core)
	return utf8.RuneCountInString(core) <= longest && (e.isVerb(core) || e.VerbsAlone.Prefix(core) > 0 || e.Decisions.Prefix(core) > 0)
}

// relateEach ties the items of a list one by one to as many figures before it:
// 党组会28次、局务会19次，其中研究法治议题分别为11次、9次.
func (e *extractor) relateEach(first, whole, i int) bool {
	clause := e.clauseOf(first, i)
	if !strings.Contains(e.text[e.r.Figures[whole].Span.End:e.r.Figures[i].Span.Start], "分别") && !strings.Contains(head(e.text[clause.start:e.r.Figures[i].Span.Start], 30), "分别") {
		return false
	}
	n := 0 // how many figures stand together before the list
	for w := whole; w >= first && e.sameKind(w, i) && e.sameSentence(first, w, i) && e.scanner.marks[w-first].pair == single; w-- {
		if w < whole && !isComma(e.scanner.clauses[e.scanner.marks[w-first].clause].stop) && e.scanner.marks[w-first].clause != e.scanner.marks[w+1-first].clause {
			break
		}
		n++
	}
	if n < 2 || i+n > len(e.r.Figures) || whole != i-1 {
		return false
	}
	for k := range n {
		if !e.sameKind(i+k, i) || !e.sameSentence(first, i, i+k) {
			return false
		}
	}
	if j := i + n; j < len(e.r.Figures) && e.sameKind(j, i) && e.scanner.marks[j-first].clause == e.scanner.marks[i-first].clause {
		return false // more items than wholes
	}
	for k := range n {
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: whole - n + 1 + k, Parts: []int{i + k}}
		e.sumParts(&rel)
		e.r.Relations = append(e.r.Relations, rel)
	}
	return true
}

func isComma(r rune) bool { return r == '、' || r == '，' || r == ',' }

// ofEarlier gives a list in a sentence of its own that does not fill the figure
// before it to one further back that it fills: 排查纠纷326件，调处成功319件。其中邻里148件、土地63件、其他115件.
func (e *extractor) ofEarlier(first int, rel *report.Relation) {
	if len(rel.Parts) < 2 || e.sameSentence(first, rel.Whole, rel.Parts[0]) {
		return // right after a figure, 其中 is of that one
	}
	e.fillsEarlier(first, rel)
}

// fillsEarlier gives a list to a figure before its whole that it fills, and reports
// whether there is one. A list that is more than the figure right before it is of one
// further back: 受理投诉1260件，办结1247件，其中河道622件、供水318件、排水320件. Where ； or 。 parts the two,
// nothing but the sum speaks for the one further back, and the list is of neither.
func (e *extractor) fillsEarlier(first int, rel *report.Relation) bool {
	if len(rel.Parts) < 2 {
		return false
	}
	for w := rel.Whole - 1; w >= max(first, rel.Whole-4); w-- {
		if !e.sameKind(w, rel.Whole) || e.scanner.marks[w-first].pair != single || !e.nearby(first, w, rel.Parts[0]) {
			continue
		}
		other := report.Relation{Kind: rel.Kind, Result: -1, Whole: w, Parts: rel.Parts}
		if e.sumParts(&other); other.Complete {
			if e.scanner.separated(e.scanner.marks[w-first].clause, e.scanner.marks[rel.Whole-first].clause) {
				rel.Parts = nil
				return false
			}
			*rel = other
			return true
		}
	}
	return false
}

// growToEarlier goes on with a list that figure j has made more than its whole, and gives
// it to an earlier figure as soon as it fills one. A list that filled its whole before j has
// ended, and what is not listed as its items are is none: 复议7件，应诉6件，其中一审4件、二审2件，败诉1件.
func (e *extractor) growToEarlier(first, j int, rel *report.Relation) bool {
	longer := *rel
	longer.Parts = append([]int(nil), rel.Parts[:len(rel.Parts)-1]...)
	if e.sumParts(&longer); longer.Complete || !e.listedAlike(first, rel.Parts[0], j) {
		return false
	}
	longer.Parts = append(longer.Parts, j)
	last := e.scanner.marks[j-first].clause
	for ; !e.fillsEarlier(first, &longer); longer.Parts = append(longer.Parts, j) {
		j++
		if j >= len(e.r.Figures) || len(longer.Parts) == 0 || len(longer.Parts) == maxParts || !e.sameKind(j, longer.Whole) || e.leads(first, j) || e.isNewOf(first, rel.Whole, rel.Parts[0], j) || e.scanner.marks[j-first].pair != single ||
			e.scanner.separated(last, e.scanner.marks[j-first].clause) {
			return false
		}
	}
	*rel = longer
	return true
}

// wholeBefore is what a list is of that 其中 opens in a sentence of its own: the
// figure before it or one further back that the list fills, as 180 is in
// 直接纠错180件，分别为撤销80件、确认违法100件。其中强制类120件、处罚类60件。 Where it fills none and the figure before is an item
// of another list, it is not plain which it is of; nor where it is more than the figure
// before, but not than one further back: 立案1285件，罚没款20万元，移送12件。其中食品案件486件。
func (e *extractor) wholeBefore(first, whole, i int) (of int, plain bool) {
	var items []int
	for j := i; j < len(e.r.Figures) && j < i+maxParts && e.sameSentence(first, i, j) && (j == i || !e.leads(first, j) && !e.isNewOf(first, whole, i, j)); j++ {
		if e.sameKind(j, whole) && e.inBrackets(first, j) == e.inBrackets(first, i) && e.scanner.marks[j-first].pair == single {
			items = append(items, j)
		}
	}
	for w := whole; w >= max(first, whole-maxReach); w-- {
		if !e.sameKind(w, whole) || e.scanner.marks[w-first].pair != single || !e.nearby(first, w, i) {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Whole: w, Parts: items}
		if e.sumParts(&rel); rel.Complete {
			return w, true
		}
	}
	if e.fitsEarlierOnly(first, whole, items) || e.leads(first, whole) {
		return whole, false // 办理88件。其中涉企6件。其中民事40件、刑事30件
	}
	isItem := whole > first && e.sameKind(whole-1, whole) && e.sameSentence(first, whole-1, whole)
	return whole, !isItem
}

// fitsEarlierOnly reports whether items of a list are more than the figure before them,
// each or together, and one further back in the sentences around is as much, whether it is
// counted in the same unit or in one that counts alike (1285起 for 件).
func (e *extractor) fitsEarlierOnly(first, whole int, items []int) bool {
	if len(items) == 0 {
		return false
	}
	all := report.Relation{Kind: report.RelationPart, Whole: whole, Parts: items}
	largest, ok := e.r.Figures[items[0]].Decimal()
	for _, i := range items {
		v, okItem := e.r.Figures[i].Decimal()
		ok = ok && okItem
		if v.Cmp(largest) > 0 {
			largest = v
		}
	}
	nearest, okNearest := e.r.Figures[whole].Decimal()
	if e.sumParts(&all); all.Agrees || !ok || !okNearest {
		return false
	}
	for w := whole - 1; w >= max(first, whole-maxReach); w-- {
		f := &e.r.Figures[w]
		if f.Kind != e.r.Figures[whole].Kind || !e.SameUnit(f.Unit, e.r.Figures[whole].Unit) || e.scanner.marks[w-first].pair != single || !e.nearby(first, w, items[0]) {
			continue
		}
		all.Whole = w
		e.sumParts(&all)
		v, okEarlier := e.r.Figures[w].Decimal()
		if all.Agrees || okEarlier && largest.Cmp(nearest) > 0 && largest.Cmp(v) <= 0 {
			return true
		}
	}
	return false
}

// goOn takes the items of a list beyond a ； when with them it fills the whole:
// 其中甲3456条，占40%；乙5184条，占60%.
func (e *extractor) goOn(first, i int, rel *report.Relation) {
	longer := report.Relation{Kind: rel.Kind, Result: -1, Whole: rel.Whole, Parts: append([]int(nil), rel.Parts...)}
	if len(rel.Parts) == 0 {
		return
	}
	for j := rel.Parts[len(rel.Parts)-1] + 1; j < len(e.r.Figures) && j < i+maxParts && e.sameSentence(first, i, j) && !e.leads(first, j) && !e.isNewOf(first, rel.Whole, i, j); j++ {
		if !e.sameKind(j, rel.Whole) || e.inBrackets(first, j) != e.inBrackets(first, i) || e.scanner.marks[j-first].pair != single {
			continue
		}
		if !e.goesOnList(first, longer.Parts, j) {
			break
		}
		longer.Parts = append(longer.Parts, j)
		if e.sumParts(&longer); !longer.Agrees || longer.Complete {
			break
		}
	}
	if longer.Complete {
		*rel = longer
	}
}

// wholeOf is the figure of the same unit before 其中, -1 when there is none
// close by.
func (e *extractor) wholeOf(first, i int) int {
	for j := i - 1; j >= max(first, i-3); j-- {
		if e.canBeWhole(first, j, i) {
			if !e.nearby(first, j, i) {
				return -1
			}
			return e.comparedWith(first, j, i)
		}
	}
	return -1
}

// canBeWhole reports whether figure j counts what figure i does, and stands in no brackets that i is outside of.
func (e *extractor) canBeWhole(first, j, i int) bool {
	return e.sameKind(j, i) && e.scanner.marks[j-first].pair == single && (!e.inBrackets(first, j) || e.inBrackets(first, i))
}

// comparedWith is figure j, or the one before it that it is only compared with: in 立案64件，较上年的80件减少16件，其中
// 简易程序40件 the list is of the 64.
func (e *extractor) comparedWith(first, j, i int) int {
	if !e.isEarlier(first, j) {
		return j
	}
	for w := j - 1; w >= max(first, j-2) && e.nearby(first, w, i); w-- {
		if e.canBeWhole(first, w, i) && !e.isEarlier(first, w) {
			return w
		}
	}
	return j
}

// relateRest ties 其余14处 to the whole and the parts before it that it is the
// rest of: 发现隐患2174处，整改2160处，其余14处正在整改. With one part between them the words
// are plain even where the numbers do not fit.
func (e *extractor) relateRest(first, i int) {
	var before []int // of the same kind in the sentence, the nearest first
	for j := i - 1; j >= max(first, i-maxReach) && e.sameSentence(first, j, i); j-- {
		if e.sameKind(j, i) && e.scanner.marks[j-first].pair == single && e.inBrackets(first, j) == e.inBrackets(first, i) {
			before = append(before, j)
		}
	}
	for n := 1; n < len(before); n++ {
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: before[n], Closed: true}
		for k := n - 1; k >= 0; k-- {
			rel.Parts = append(rel.Parts, before[k])
		}
		rel.Parts = append(rel.Parts, i)
		part := e.leads(first, before[n-1]) || e.isDeed(first, before[n-1])
		if !part && strings.HasPrefix(e.text[e.r.Figures[before[n]].Span.End:], "、") {
			continue // 物业40件、噪声30件、其余20件: items of one list
		}
		part = part || e.saysVerb(first, before[n])
		if e.sumParts(&rel); rel.Complete || part && len(before) == 2 && e.besides(before[1], i) && !e.related(rel.Whole) {
			rel.Agrees = rel.Complete
			e.r.Relations = append(e.r.Relations, rel)
			return
		}
	}
}

// besides reports whether only one figure, and rates and changes of it, stand
// between w and i: 187处，已整改175处，整改率93.6%，其余12处.
func (e *extractor) besides(w, i int) bool {
	for j := w + 2; j < i; j++ {
		if k := e.r.Figures[j].Kind; k != report.KindRate && k != report.KindChange {
			return false
		}
	}
	return true
}

// related reports whether a figure is a whole with parts already.
func (e *extractor) related(whole int) bool {
	for k := len(e.r.Relations) - 1; k >= max(0, len(e.r.Relations)-8); k-- {
		if e.r.Relations[k].Kind == report.RelationPart && e.r.Relations[k].Whole == whole {
			return true
		}
	}
	return false
}

// sumParts says whether the parts fit into the whole and whether they fill it.
func (e *extractor) sumParts(rel *report.Relation) {
	rel.Agrees, rel.Complete = false, false
	whole, ok := e.r.Figures[rel.Whole].Decimal()
	if !ok {
		return
	}
	var sum numeral.Decimal
	for _, p := range rel.Parts {
		part, ok := e.r.Figures[p].Decimal()
		if !ok {
			return
		}
		sum = sum.Add(part)
	}
	rel.Agrees, rel.Complete = sum.Cmp(whole) <= 0, sum.Cmp(whole) == 0
}
