package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// maxReach is how many figures back a relation is looked for.
const maxReach = 8

// relate finds the relations among the figures of a block, which begin at
// first. Only what the words or the arithmetic make plain becomes one.
func (e *extractor) relate(first int) {
	e.relatePairs(first)
	e.relateParts(first)
	for i := first; i < len(e.r.Figures); i++ {
		m := &e.scanner.marks[i-first]
		switch f := &e.r.Figures[i]; {
		case m.pair != single || f.Target:
		case f.Kind == report.KindRate && f.Unit == "%":
			e.relateRate(first, i)
		case f.Kind == report.KindChange:
			e.relateChange(first, i)
		}
	}
}

// relatePairs ties what a thing was to what it has become: 由A到B.
func (e *extractor) relatePairs(first int) {
	for i := first + 1; i < len(e.r.Figures); i++ {
		if e.scanner.marks[i-first].pair != later || e.scanner.marks[i-first-1].pair != earlier {
			continue
		}
		rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: i, Parts: []int{i - 1}}
		if next := i + 1; next < len(e.r.Figures) && e.near(first, i, next) {
			e.checkPair(&rel, next)
		}
		e.r.Relations = append(e.r.Relations, rel)
	}
}

// checkPair takes the figure after a pair for its change where that is what
// it says: 由26个减为15个，精简11个; 压缩幅度71.2%.
func (e *extractor) checkPair(rel *report.Relation, next int) {
	f := &e.r.Figures[next]
	m := f.Kind == report.KindChange || strings.HasSuffix(f.Label, "幅度")
	old, okA := numeral.ParseFixed(e.r.Figures[rel.Parts[0]].Value)
	now, okB := numeral.ParseFixed(e.r.Figures[rel.Whole].Value)
	if !m || !okA || !okB {
		return
	}
	diff, scale, ok := difference(old, now)
	if !ok {
		return
	}
	switch f.Unit {
	case e.r.Figures[rel.Whole].Unit:
		rel.Result, rel.Computed = next, numeral.Fixed{Units: diff, Scale: scale}.String()
		rel.Agrees = rel.Computed == f.Value
	case "个百分点":
		if e.r.Figures[rel.Whole].Unit == "%" {
			rel.Result, rel.Computed = next, numeral.Fixed{Units: diff, Scale: scale}.String()
			rel.Agrees = rel.Computed == f.Value
		}
	case "%":
		if e.r.Figures[rel.Whole].Unit != "%" {
			rel.Result = next
			rel.Computed, rel.Agrees = percentage(numeral.Fixed{Units: diff, Scale: scale}, old, f)
		}
	}
}

// difference is |a − b| in units of 10^-scale.
func difference(a, b numeral.Fixed) (int64, int, bool) {
	scale := max(a.Scale, b.Scale)
	x, okX := a.At(scale)
	y, okY := b.At(scale)
	if x < y {
		x, y = y, x
	}
	return x - y, scale, okX && okY
}

// percentage is part ÷ whole in percent to one decimal, and whether the figure
// prints that, rounded or truncated to its own decimals.
func percentage(part, whole numeral.Fixed, f *report.Figure) (string, bool) {
	part.Units *= 100
	rounded, _, ok := numeral.Divide(part, whole, 1)
	if !ok {
		return "", false
	}
	computed := numeral.Fixed{Units: rounded, Scale: 1}.String()
	decimals := decimalsOf(f.Raw)
	r, t, ok := numeral.Divide(part, whole, decimals)
	printed, okP := numeral.ParseFixed(f.Value)
	if !ok || !okP {
		return computed, false
	}
	value, okV := printed.At(decimals)
	return computed, okV && (value == r || value == t)
}

// decimalsOf is how many decimals a numeral prints.
func decimalsOf(raw string) int {
	at := strings.IndexAny(raw, ".．")
	if at < 0 {
		return 0
	}
	n := 0
	for _, r := range raw[at:] {
		if classOf(r) == arabic {
			n++
		}
	}
	return n
}

// near reports whether figure j follows i in the same sentence or the next.
func (e *extractor) near(first, i, j int) bool {
	s := &e.scanner
	a, b := s.clauses[s.marks[i-first].clause], s.clauses[s.marks[j-first].clause]
	return b.sentence == a.sentence
}

// relateParts ties the items after 其中 to the figure before it.
func (e *extractor) relateParts(first int) {
	s := &e.scanner
	for i := first + 1; i < len(e.r.Figures); i++ {
		m := &s.marks[i-first]
		if !m.leads {
			continue
		}
		whole := e.wholeOf(first, i)
		if whole < 0 {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: whole}
		for j := i; j < len(e.r.Figures) && j < i+64 && e.near(first, i, j); j++ {
			if j > i && s.marks[j-first].leads {
				break
			}
			if f := &e.r.Figures[j]; f.Unit == e.r.Figures[whole].Unit && f.Kind == e.r.Figures[whole].Kind {
				elsewhere := s.marks[j-first].clause != m.clause
				if elsewhere && s.separated(m.clause, s.marks[j-first].clause) {
					break
				}
				rel.Parts = append(rel.Parts, j)
				if e.sumParts(&rel); elsewhere && !rel.Agrees {
					rel.Parts = rel.Parts[:len(rel.Parts)-1] // no item of the list any more
					break
				}
			}
		}
		e.sumParts(&rel)
		e.r.Relations = append(e.r.Relations, rel)
	}
	e.relateTotals(first)
}

// wholeOf is the figure of the same unit before 其中, -1 when there is none
// close by.
func (e *extractor) wholeOf(first, i int) int {
	for j := i - 1; j >= max(first, i-3); j-- {
		if e.r.Figures[j].Unit == e.r.Figures[i].Unit && e.r.Figures[j].Kind == e.r.Figures[i].Kind && e.scanner.marks[j-first].pair == single {
			if s := &e.scanner; s.clauses[s.marks[i-first].clause].sentence-s.clauses[s.marks[j-first].clause].sentence > 1 {
				return -1
			}
			return j
		}
	}
	return -1
}

// separated reports whether ； or 。 stands between two clauses.
func (s *scanner) separated(a, b int) bool {
	for i := a; i < b; i++ {
		if c := s.clauses[i].stop; c == '；' || c == ';' || classOf(c) == stop {
			return true
		}
	}
	return false
}

// sumParts says whether the parts fit into the whole and whether they fill it.
func (e *extractor) sumParts(rel *report.Relation) {
	whole, ok := numeral.ParseFixed(e.r.Figures[rel.Whole].Value)
	scale := whole.Scale
	var parts []numeral.Fixed
	for _, p := range rel.Parts {
		f, okF := numeral.ParseFixed(e.r.Figures[p].Value)
		ok = ok && okF
		scale = max(scale, f.Scale)
		parts = append(parts, f)
	}
	total, okT := whole.At(scale)
	var sum int64
	for _, f := range parts {
		n, okN := f.At(scale)
		ok = ok && okN && n < 1e17 && sum < 1e17
		sum += n
	}
	if !ok || !okT {
		return
	}
	rel.Agrees, rel.Complete = sum <= total, sum == total
}

// relateTotals ties 合计 to the figures that it adds up.
func (e *extractor) relateTotals(first int) {
	for i := first + 2; i < len(e.r.Figures); i++ {
		f := &e.r.Figures[i]
		if f.Kind != report.KindCount && f.Kind != report.KindAmount || !strings.HasSuffix(f.Label, "合计") && !strings.HasSuffix(f.Label, "共计") && !strings.HasSuffix(f.Label, "总计") {
			continue
		}
		rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: i}
		for j := i - 1; j >= max(first, i-12) && e.near(first, j, i) && e.r.Figures[j].Unit == f.Unit && e.r.Figures[j].Kind == f.Kind; j-- {
			rel.Parts = append([]int{j}, rel.Parts...)
		}
		if len(rel.Parts) < 2 {
			continue
		}
		e.sumParts(&rel)
		rel.Agrees = rel.Complete
		e.r.Relations = append(e.r.Relations, rel)
	}
}

// relateRate ties a rate to the two counts that it is the quotient of.
func (e *extractor) relateRate(first, i int) {
	f := &e.r.Figures[i]
	stem := rateStem(f.Label)
	best := report.Relation{Result: -1}
	score := 0
	for p := i - 1; p >= max(first, i-maxReach); p-- {
		part := &e.r.Figures[p]
		if part.Kind != report.KindCount && part.Kind != report.KindAmount || e.scanner.marks[p-first].pair != single || !e.within(first, p, i) {
			continue
		}
		for w := max(first, i-maxReach); w < i; w++ {
			if w == p || e.r.Figures[w].Unit != part.Unit || e.r.Figures[w].Kind != part.Kind || e.scanner.marks[w-first].pair != single {
				continue
			}
			rel, ok := e.tryRate(i, w, p)
			if !ok {
				continue
			}
			if s := e.rateScore(first, i, w, p, stem, rel.Agrees); s > score {
				best, score = rel, s
			}
		}
	}
	if score > 0 {
		e.r.Relations = append(e.r.Relations, best)
	}
}

// within reports whether the figures stand in the same sentence or the one
// before.
func (e *extractor) within(first, p, i int) bool {
	s := &e.scanner
	return s.clauses[s.marks[i-first].clause].sentence-s.clauses[s.marks[p-first].clause].sentence <= 1
}

// tryRate computes figure p ÷ figure w as what figure i prints.
func (e *extractor) tryRate(i, w, p int) (report.Relation, bool) {
	whole, okW := numeral.ParseFixed(e.r.Figures[w].Value)
	part, okP := numeral.ParseFixed(e.r.Figures[p].Value)
	if !okW || !okP || whole.Units <= 0 || part.Units < 0 {
		return report.Relation{}, false
	}
	if d, scale, ok := difference(part, whole); ok && d > 0 {
		a, _ := part.At(scale)
		b, _ := whole.At(scale)
		if a > b {
			return report.Relation{}, false
		}
	}
	computed, agrees := percentage(part, whole, &e.r.Figures[i])
	return report.Relation{Kind: report.RelationRate, Result: i, Whole: w, Parts: []int{p}, Computed: computed, Agrees: agrees}, computed != ""
}

// rateScore ranks a candidate: 0 when neither the words nor the arithmetic
// make it plain. The words do when the part bears the name of the rate
// (调解成功, 成功率) and the whole stands right before it.
func (e *extractor) rateScore(first, i, w, p int, stem string, agrees bool) int {
	named := stem != "" && strings.Contains(e.r.Figures[p].Label, stem) && !strings.Contains(e.r.Figures[w].Label, stem)
	share := e.isShare(first, i) && p == i-1 && e.leads(first, p) && e.wholeOf(first, p) == w
	switch {
	case !agrees && (named && w == p-1 && p == i-1 || share):
		return 1
	case !agrees:
		return 0
	}
	score := 100 - 4*(i-p) - (i - w)
	if named || share {
		score += 50
	}
	if e.r.Figures[p].Value == e.r.Figures[w].Value && !named {
		score -= 30
	}
	if !named && !share && i-p > 2 && stem != "" {
		score -= 40
	}
	return score
}

// isShare reports whether a rate is printed as 占…
func (e *extractor) isShare(first, i int) bool {
	return strings.HasPrefix(parse(e.scanner.marks[i-first].pre).core, "占")
}

func (e *extractor) leads(first, i int) bool { return e.scanner.marks[i-first].leads }

// rateStem is what a rate counts: 成功 of 调解矛盾纠纷成功率.
func rateStem(label string) string {
	label = strings.TrimSuffix(label, "目标")
	stem, ok := strings.CutSuffix(label, "率")
	if !ok {
		return ""
	}
	return tail(stem, 6)
}

// relateChange ties 比上年增加22件、增长5.7% to the figure that has changed.
func (e *extractor) relateChange(first, i int) {
	f := &e.r.Figures[i]
	for w := i - 1; w >= max(first, i-3); w-- {
		whole := &e.r.Figures[w]
		if whole.Kind == report.KindChange {
			continue
		}
		if !e.near(first, w, i) || !strings.HasPrefix(f.Label, whole.Label) && !e.sharesSubject(first, w, i) {
			return
		}
		if e.scanner.marks[w-first].pair != single {
			return
		}
		rel := report.Relation{Kind: report.RelationChange, Result: i, Whole: w}
		e.computeChange(first, &rel, i, w)
		e.r.Relations = append(e.r.Relations, rel)
		return
	}
}

// sharesSubject reports whether a change carries on the subject of a figure.
func (e *extractor) sharesSubject(first, w, i int) bool {
	a, b := &e.scanner.marks[w-first], &e.scanner.marks[i-first]
	return b.carried && a.subject != "" && a.subject == b.subject
}

// computeChange computes a percentage from the absolute change printed beside
// it: 408件，比上年增加22件、增长5.7%.
func (e *extractor) computeChange(first int, rel *report.Relation, i, w int) {
	f := &e.r.Figures[i]
	if f.Unit != "%" || i-w != 2 {
		return
	}
	by := &e.r.Figures[i-1]
	if by.Kind != report.KindChange || by.Unit != e.r.Figures[w].Unit {
		return
	}
	now, okN := numeral.ParseFixed(e.r.Figures[w].Value)
	diff, okD := numeral.ParseFixed(by.Value)
	if !okN || !okD || now.Scale != diff.Scale {
		return
	}
	old := numeral.Fixed{Units: now.Units - diff.Units, Scale: now.Scale}
	if isFall(by.Label) {
		old.Units = now.Units + diff.Units
	}
	if old.Units > 0 {
		rel.Computed, rel.Agrees = percentage(diff, old, f)
	}
}

// isFall reports whether a change makes less.
func isFall(label string) bool {
	for _, word := range [...]string{"减少", "下降", "降低", "精简", "压减", "压缩", "缩短", "回落", "下调", "压降"} {
		if strings.HasSuffix(label, word) {
			return true
		}
	}
	return false
}

// relateRow ties the cells of a row under columns of two years.
func (e *extractor) relateRow(first int) {
	if len(e.r.Figures)-first != 2 {
		return
	}
	a, b := &e.r.Figures[first], &e.r.Figures[first+1]
	yearA, okA := columnYear(a.Label)
	yearB, okB := columnYear(b.Label)
	if !okA || !okB || yearA == yearB || a.Unit != b.Unit {
		return
	}
	rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: first + 1, Parts: []int{first}}
	if yearA > yearB {
		rel.Whole, rel.Parts = first, []int{first + 1}
	}
	e.r.Relations = append(e.r.Relations, rel)
}

// columnYear reads the year of a label such as 行政检查（2022年）.
func columnYear(label string) (int, bool) {
	at := strings.LastIndex(label, "（")
	if at < 0 {
		return 0, false
	}
	column := strings.TrimSuffix(label[at+len("（"):], "）")
	switch column {
	case "上年", "去年", "上一年":
		return 1, true
	case "本年", "今年", "当年":
		return 2, true
	}
	return numeral.Int(strings.TrimSuffix(strings.TrimSuffix(column, "度"), "年"))
}
