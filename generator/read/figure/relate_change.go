package figure

import (
	"strings"

	"mingfa/generator/report"
)

// relatePairs ties what a thing was to what it has become: 由A到B.
func (e *extractor) relatePairs(first int) {
	for i := first + 1; i < len(e.r.Figures); i++ {
		m := &e.scanner.marks[i-first]
		if m.pair == later && m.former > 0 {
			e.relateEachPair(first, i)
			continue
		}
		if m.pair != later || e.scanner.marks[i-first-1].pair != earlier {
			continue
		}
		if a, b := e.r.Figures[i-1].Unit, e.r.Figures[i].Unit; a != b && e.UnitsOfTime.Has(a) {
			continue // 由2小时压缩到45分钟: nothing to compute with
		}
		rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: i, Parts: []int{i - 1}}
		if next := i + 1; next < len(e.r.Figures) && e.sameSentence(first, i, next) && !e.changesAnother(first, next, i) {
			e.checkPair(&rel, next)
			if rel.Result >= 0 && !rel.Agrees && (!e.scanner.marks[next-first].carried || e.isAgainstOther(first, next)) {
				rel.Result, rel.Computed = -1, "" // the change of something else
			}
		}
		if rel.Result < 0 {
			e.changeInList(&rel, first)
		}
		e.r.Relations = append(e.r.Relations, rel)
	}
}

// changesAnother reports whether the words say that figure next is the change of another figure than i, or do not say of which: 立案由350起降到302起，
// 罚没款由58万元降到43万元，分别下降13.7%、25.9%.
func (e *extractor) changesAnother(first, next, i int) bool {
	of := e.scanner.marks[next-first].changed
	return of != 0 && of != i-first+1
}

// relateEachPair ties one of several things that have become others to what it was, and to the change that a list of changes has
// of it: 甲、乙分别由15天、45天压缩至5天、20天，分别压缩67%、56%.
func (e *extractor) relateEachPair(first, i int) {
	old := first + e.scanner.marks[i-first].former - 1
	if a, b := e.r.Figures[old].Unit, e.r.Figures[i].Unit; a != b && e.UnitsOfTime.Has(a) {
		return
	}
	rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: i, Parts: []int{old}}
	e.changeInList(&rel, first)
	e.r.Relations = append(e.r.Relations, rel)
}

// changeInList takes the figure that a list of changes has of two values for their change.
func (e *extractor) changeInList(rel *report.Relation, first int) {
	i := rel.Whole
	for j := i + 1; j < min(len(e.r.Figures), i+maxReach) && e.sameSentence(first, i, j); j++ {
		if e.scanner.marks[j-first].changed == i-first+1 {
			e.checkPair(rel, j)
			return
		}
	}
}

// checkPair takes the figure after a pair for its change where that is what
// it says: 由26个减为15个，精简11个; 压缩幅度71.2%.
func (e *extractor) checkPair(rel *report.Relation, next int) {
	f := &e.r.Figures[next]
	if f.Kind != report.KindChange && !strings.HasSuffix(f.Label, "幅度") {
		return
	}
	old, okOld := e.r.Figures[rel.Parts[0]].Decimal()
	now, okNow := e.r.Figures[rel.Whole].Decimal()
	if !okOld || !okNow {
		return
	}
	by := now.Sub(old).Abs()
	switch unit := e.r.Figures[rel.Whole].Unit; {
	case f.Unit == "%" && unit != "%":
		rel.Result = next
		takePercentage(rel, by, old, f)
	case f.Unit == unit && unit != "%", f.Unit == "个百分点" && unit == "%":
		rel.Result, rel.Computed = next, by.String()
		rel.Agrees = rel.Computed == f.Value || f.Bound != "" && f.Allows(by)
	}
	if e.anyBound(rel) {
		rel.Computed = ""
	}
}

// relateAgain ties a change that says once more, in percent, what the change right
// before it says, to the same two values: 842件，比上年442件增加400件，增长90.5%.
func (e *extractor) relateAgain(first, i int) bool {
	n := len(e.r.Relations)
	if n == 0 || i == first || e.r.Figures[i].Unit != "%" || !e.scanner.marks[i-first].carried {
		return false
	}
	before := e.r.Relations[n-1]
	if before.Kind != report.RelationChange || before.Result != i-1 || len(before.Parts) != 1 || !e.sameSentence(first, i-1, i) {
		return false
	}
	rel := report.Relation{Kind: report.RelationChange, Result: -1, Whole: before.Whole, Parts: before.Parts}
	if e.checkPair(&rel, i); rel.Result >= 0 {
		e.r.Relations = append(e.r.Relations, rel)
	}
	return rel.Result >= 0
}

// relateChange ties 比上年增加22件、增长5.7% to the figure that has changed.
func (e *extractor) relateChange(first, i int) {
	if e.isAgainstOther(first, i) {
		return
	}
	if e.relateOn(first, i) || e.relateAgain(first, i) {
		return
	}
	if w := e.scanner.marks[i-first].changed; w == unsure {
		return
	} else if w > 0 {
		if e.changeKnown(i) {
			return
		}
		e.r.Relations = append(e.r.Relations, report.Relation{Kind: report.RelationChange, Result: i, Whole: first + w - 1})
		return
	}
	f := &e.r.Figures[i]
	by := "" // the unit of the change that stands between
	for w := i - 1; w >= max(first, i-3); w-- {
		whole := &e.r.Figures[w]
		if whole.Kind == report.KindChange {
			if by = whole.Unit; e.isRate(by) {
				by = ""
			}
			continue
		}
		if by != "" && !e.changesUnit(by, whole.Unit) {
			return // 案件240件，罚款310万元，同比增加12件，增长5%: of the cases, as 12件 are
		}
		if !e.sameSentence(first, w, i) || !strings.HasPrefix(f.Label, whole.Label) && !e.sharesSubject(first, w, i) || e.changesRate(f, whole) {
			break
		}
		if e.scanner.marks[w-first].pair != single || !e.changesUnit(f.Unit, whole.Unit) || e.isEarlier(first, w) {
			return
		}
		rel := report.Relation{Kind: report.RelationChange, Result: i, Whole: w}
		e.computeChange(&rel, i, w)
		e.r.Relations = append(e.r.Relations, rel)
		return
	}
	e.relateNamed(first, i)
}

// changesRate reports whether a change is of a rate that it names itself, and not of the figure before it: 满意率提高 after 办结率99.8%.
func (e *extractor) changesRate(change, whole *report.Figure) bool {
	of := e.changed(change.Label)
	return strings.HasSuffix(of, "率") && !strings.HasSuffix(whole.Label, tail(of, len("满意率")))
}

// changeKnown reports whether figure i is the change of two values already.
func (e *extractor) changeKnown(i int) bool {
	for k := len(e.r.Relations) - 1; k >= max(0, len(e.r.Relations)-maxReach); k-- {
		if rel := &e.r.Relations[k]; rel.Kind == report.RelationChange && rel.Result == i {
			return true
		}
	}
	return false
}

// changesUnit reports whether a change printed in one unit can be of a figure in
// another: 5% of 12件, 3件 of 12件, but not 5位 of 96分.
func (g grammar) changesUnit(unit, whole string) bool {
	return g.isRate(unit) || unit == "倍" || unit == "" || unit == whole || whole == "" || g.UnitsOfTime.Has(unit) && g.UnitsOfTime.Has(whole) ||
		strings.HasSuffix(unit, "元") && strings.HasSuffix(whole, "元")
}

// relateNamed ties a change that names what has changed to the figure of that
// name, further back in the sentence: 其中非法采砂13件…；非法采砂案件下降38.1%.
func (e *extractor) relateNamed(first, i int) {
	base := e.changed(e.r.Figures[i].Label)
	if base == "" {
		return
	}
	for w := i - 1; w >= max(first, i-maxReach); w-- {
		whole := &e.r.Figures[w]
		if whole.Kind == report.KindChange || e.scanner.marks[w-first].pair != single || !e.sameSentence(first, w, i) {
			continue
		}
		if rest, ok := strings.CutPrefix(base, whole.Label); ok && whole.Label != "" && e.isNoun(rest) && e.changesUnit(e.r.Figures[i].Unit, whole.Unit) {
			e.r.Relations = append(e.r.Relations, report.Relation{Kind: report.RelationChange, Result: i, Whole: w})
			return
		}
	}
}

// isNoun reports whether words only say once more that a thing is counted.
func (g grammar) isNoun(rest string) bool {
	return rest == "" || g.CountedAgain.Has(rest)
}

// changed is what a change is of: 行政检查 of 行政检查减少.
func (g grammar) changed(label string) string {
	n := g.Changing.Suffix(label)
	if n == 0 || n == len(label) {
		return ""
	}
	return strings.TrimSuffix(label[:len(label)-n], "同比")
}

// sharesSubject reports whether a change carries on the subject of a figure.
func (e *extractor) sharesSubject(first, w, i int) bool {
	a, b := &e.scanner.marks[w-first], &e.scanner.marks[i-first]
	return b.carried && a.subject != "" && a.subject == b.subject && !e.savedBeside(b)
}

// savedBeside reports whether a change is of a time that is saved beside the subject it carries
// on, and not of that: 减少材料61份，平均办理时限压缩62%.
func (e *extractor) savedBeside(m *mark) bool {
	of := e.changed(m.label)
	return e.Durations.Suffix(of) > 0 && !strings.HasPrefix(of, m.subject)
}

// computeChange computes a percentage from the absolute change printed beside
// it: 408件，比上年增加22件、增长5.7%.
func (e *extractor) computeChange(rel *report.Relation, i, w int) {
	f := &e.r.Figures[i]
	if f.Unit != "%" || i-w != 2 {
		return
	}
	by := &e.r.Figures[i-1]
	if by.Bound != "" || e.r.Figures[w].Bound != "" || by.Kind != report.KindChange || by.Unit != e.r.Figures[w].Unit || e.isFall(by.Label) != e.isFall(f.Label) {
		return
	}
	now, okNow := e.r.Figures[w].Decimal()
	difference, okDifference := by.Decimal()
	if !okNow || !okDifference {
		return
	}
	old := now.Sub(difference)
	if e.isFall(by.Label) {
		old = now.Add(difference)
	}
	takePercentage(rel, difference, old, f)
}

// isFall reports whether a change makes less.
func (g grammar) isFall(label string) bool {
	return g.Falls.Suffix(label) > 0
}
