package check

import (
	"strings"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// pastInBrackets compares changes with the value of the year before that stands in brackets inside
// their words:
//
//   - 移送9件，较去年（6件）增长15%: of the value right before
//   - 立案查处212件。…较2023年（立案186件）增长41.0%: of the one that the brackets name, be it a sentence before
//
// Any value of the paragraph before them that makes the change right keeps it silent.
func (in *Input) pastInBrackets(c *collector) {
	r := in.Report
	wrong, items := wrongRates(r), itemsOf(r)
	for i := 0; i+1 < len(r.Figures) && !c.full(); i++ {
		was, by := &r.Figures[i], &r.Figures[i+1]
		if !isPlainValue(was) || !in.follows(i) || wrong[i+1] || !by.Exact() || by.Hidden || by.Target || by.Kind != report.KindChange || by.Unit != was.Unit && by.Unit != "%" {
			continue
		}
		name, ok := in.bracketedPast(i)
		after, closed := strings.CutPrefix(strings.Replace(in.gap(i), ")", "）", 1), "）")
		way := in.wayOf(strings.TrimPrefix(after, "相比"))
		if !ok || !closed || way == 0 || c.says(by.Span) {
			continue
		}
		p := pastClause{in: in, was: was, by: by, way: way}
		is := in.changedSince(items, i, name)
		if is < 0 || in.someHolds(&p, i) {
			continue
		}
		v := values{was: was, is: &r.Figures[is]}
		if v.direction() == -way {
			wrongWay(c, v.was, v.is, report.Span{Start: by.Span.Start - in.waySize(after), End: by.Span.End})
			continue
		}
		v.note(c, by)
	}
}

// wrongRates marks percentages that relations do not make right, which rate-mismatch tells of.
func wrongRates(r *report.Report) map[int]bool {
	wrong := map[int]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Computed != "" && !rel.Agrees && rel.Result >= 0 {
			wrong[rel.Result] = true
		}
	}
	return wrong
}

// bracketedPast reports whether figure i stands in brackets behind words that compare with the year
// before, and what they name: 立案 of 较2023年（立案186件） and of 立案数较上年（186件）.
func (in *Input) bracketedPast(i int) (name string, ok bool) {
	outer, inner, ok := in.bracketBefore(i)
	n := in.pastSuffix(outer)
	if !ok || n == 0 {
		return "", false
	}
	words := outer[:len(outer)-n]
	size := max(in.Words.YearOnYear.Suffix(words), in.Words.Comparisons.Suffix(words))
	if size == 0 {
		return "", false
	}
	return in.deedNamed(words[:len(words)-size] + inner), true
}

// bracketBefore are the words of the clause before the bracket that figure i stands first in, and
// those inside before the figure.
func (in *Input) bracketBefore(i int) (outer, inner string, ok bool) {
	r := in.Report
	words := strings.ReplaceAll(wordsOf(r, i), "(", "（")
	at := strings.LastIndex(words, "（")
	if at < 0 && i > 0 && r.Figures[i-1].Block == r.Figures[i].Block && r.Figures[i-1].Span.End <= r.Figures[i].Span.Start {
		words = strings.ReplaceAll(in.gap(i-1), "(", "（") // brackets may be quoted by themselves
		at = strings.LastIndex(words, "（")
	}
	if at < 0 {
		return "", "", false
	}
	outer, inner = words[:at], strings.TrimSpace(words[at+han:])
	if mark := strings.LastIndexAny(outer, "，、；：。\n"); mark >= 0 {
		outer = strings.TrimLeft(outer[mark:], "，、；：。\n")
	}
	return strings.TrimSpace(outer), inner, !strings.ContainsAny(inner, "，、；：。\n")
}

// deedNamed is what words count, without what every number is called: 立案 of 立案数 and of 共立案.
func (in *Input) deedNamed(words string) string {
	words = in.withoutAdverbs(in.trimGeneric(words))
	for {
		n := in.Words.CheckCaseNouns.Suffix(words)
		if n <= han {
			n = in.Words.CountedAgain.Suffix(words) // 案 of 立案 belongs to the deed
		}
		if n == 0 || len(words)-n < 2*han {
			return words
		}
		words = words[:len(words)-n]
	}
}

// changedSince is the value that a change against figure i is of: the one right before where the text
// names none, else the nearest of that name in the paragraph; -1 for none.
func (in *Input) changedSince(items []bool, i int, name string) int {
	r := in.Report
	if name == "" {
		if i == 0 || !in.follows(i-1) || !strings.HasPrefix(in.gap(i-1), "，") || items[i-1] || !in.standsAlone(i-1) || r.Figures[i-1].Unit != r.Figures[i].Unit || r.Figures[i-1].Kind != r.Figures[i].Kind {
			return -1
		}
		return i - 1
	}
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block; j-- {
		f := &r.Figures[j]
		if !isPlainValue(f) || f.Kind != r.Figures[i].Kind || !in.Words.SameUnit(f.Unit, r.Figures[i].Unit) && !in.Words.CheckUnitsOfAnything.Has(f.Unit) {
			continue
		}
		deed := in.deedNamed(ownWords(r, j))
		if deed == name || deed+f.Unit == name || j == i-1 && in.follows(j) && strings.Contains(deed, name) || strings.HasPrefix(deed, name) && in.Words.Verbs.Has(deed[len(name):]) {
			return j
		}
	}
	return -1
}

// standsAlone reports whether figure i is a plain value and none of a list, nor of some of another, which a change
// behind it need not be of.
func (in *Input) standsAlone(i int) bool {
	r := in.Report
	return isPlainValue(&r.Figures[i]) && !in.isListed(i) && !strings.Contains(wordsOf(r, i), "其中") && !in.Words.CheckBases.In(sentenceOf(r, &r.Figures[i]))
}

// someHolds reports whether any value of the paragraph before figure i has become what it is by the change.
func (in *Input) someHolds(p *pastClause, i int) bool {
	r := in.Report
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block; j-- {
		if f := &r.Figures[j]; isPlainValue(f) && f.Kind == p.was.Kind && p.holds(f) {
			return true
		}
	}
	return false
}

// namedPairs are values with that of the year before in brackets, which say once more what was done:
// 88件（2023年办理80件）; 1150件，同比上升15%（上年同期调解1000件）.
func (in *Input) namedPairs() []series.Pair {
	r := in.Report
	var pairs []series.Pair
	for i := 1; i < len(r.Figures); i++ {
		now := i - 1
		if now > 0 && r.Figures[now].Kind == report.KindChange {
			now--
		}
		f := &r.Figures[i]
		if !isPlainValue(f) || !isPlainValue(&r.Figures[now]) || f.Unit != r.Figures[now].Unit || !in.follows(now) || !in.follows(i-1) {
			continue
		}
		if now < i-1 && !in.isGrowthOf(now, i-1) {
			continue
		}
		outer, inner, ok := in.bracketBefore(i)
		after := r.Source.Text[f.Span.End:]
		if !ok || outer != "" || !strings.HasPrefix(after, "）") && !strings.HasPrefix(after, ")") {
			continue
		}
		deed, past := in.behindYear(inner, r.Year-1, in.Words.YearBefore)
		if deed = strings.TrimPrefix(deed, "同期"); past && deed != "" && strings.Contains(ownWords(r, now), deed) {
			pairs = append(pairs, series.Pair{Current: now, Earlier: i})
		}
	}
	return pairs
}
