package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// relateTotals ties 合计 to the figures that it adds up: as many as it says
// (三类许可合计), else the last ones before it that fit.
func (e *extractor) relateTotals(first int) {
	for i := first + 2; i < len(e.r.Figures); i++ {
		if f := &e.r.Figures[i]; f.Kind != report.KindCount && f.Kind != report.KindAmount || !e.isTotal(f.Label) && !e.onlyTotal(e.scanner.marks[i-first].pre) {
			continue
		}
		var items []int // the nearest first
		for j := i - 1; j >= max(first, i-12) && e.sameSentence(first, j, i) && e.sameKind(j, i) && e.scanner.marks[j-first].pair == single && !e.scanner.separated(e.scanner.marks[j-first].clause, e.scanner.marks[i-first].clause); j-- {
			items = append(items, j)
			if e.leads(first, j) {
				break
			}
		}
		if rel, ok := e.totalOf(first, i, items); ok {
			e.r.Relations = append(e.r.Relations, rel)
		}
	}
}

// totalOf chooses among the items, the nearest first, those that total i adds
// up.
func (e *extractor) totalOf(first, i int, items []int) (report.Relation, bool) {
	rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: i}
	take := func(n int) bool {
		rel.Parts = rel.Parts[:0]
		for k := n - 1; k >= 0; k-- {
			rel.Parts = append(rel.Parts, items[k])
		}
		e.sumParts(&rel)
		rel.Agrees, rel.Closed = rel.Complete, true
		return rel.Complete
	}
	for n := 2; n <= len(items); n++ {
		if take(n) {
			return rel, true
		}
	}
	items, ok := e.addable(first, i, items)
	if !ok {
		return rel, false
	}
	for n := 2; n <= len(items); n++ {
		if take(n) {
			return rel, true
		}
	}
	n := e.howMany(e.scanner.marks[i-first].pre)
	if n == 0 && len(items) > 0 && e.onlyTotal(e.scanner.marks[i-first].pre) && e.opensSentence(first, items[len(items)-1]) {
		n = len(items) // 处罚12件、许可9件，合计25件。: the list is all of the sentence
	}
	if n < 2 || n > len(items) {
		return rel, false
	}
	take(n)
	return rel, true
}

// addable are the items, the nearest first, without those that brackets count once more: 建议42件（主办23件、
// 会办19件），提案57件（主办31件、会办26件），合计99件. Nothing is to be added up where one is an average, or
// counted in the one before it: 人均讲课1次，共9次; 31件，其中结转4件，合计31件.
func (e *extractor) addable(first, i int, items []int) (outer []int, ok bool) {
	text := e.r.Source.Text
	for _, j := range items {
		pre := e.scanner.marks[j-first].pre
		if e.Averages.In(pre) || strings.Contains(pre, "其中") {
			return nil, false
		}
		between := text[e.r.Figures[j].Span.End:e.r.Figures[i].Span.Start]
		if strings.Count(between, "）") <= strings.Count(between, "（") {
			outer = append(outer, j)
		}
	}
	return outer, true
}

// opensSentence reports whether no figure stands before i in its sentence, or
// before it and after the last ；.
func (e *extractor) opensSentence(first, i int) bool {
	return i == first || !e.sameSentence(first, i-1, i) || e.scanner.separated(e.scanner.marks[i-1-first].clause, e.scanner.marks[i-first].clause)
}

func (g grammar) isTotal(label string) bool {
	return g.Totals.Suffix(label) > 0
}

func (g grammar) onlyTotal(words string) bool {
	return g.TotalsAlone.Has(words)
}

// howMany is the number of things that a total says it adds up: 3 of 三类许可合计,
// 0 when it says none.
func (g grammar) howMany(words string) int {
	words = strings.TrimPrefix(words, "以上")
	n, ok := numeral.Scan(words)
	if !ok || n.Size >= len(words) {
		return 0
	}
	if g.KindsCounted.Prefix(words[n.Size:]) == 0 {
		return 0
	}
	if v, ok := numeral.Int(words[:n.Size]); ok && v <= 12 {
		return v
	}
	return 0
}
