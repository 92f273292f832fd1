package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// sharesOfNamed compares shares with the count before them and what they say they are of,
// where no relation ties the three:
//
//   - 1420件，占户籍业务11360件的15.2%: the base stands inside
//   - 办结8595件 … 7603件，占办结总数的85.5%: it is named, and counted under this name
//   - 39件案件中，有31件发生在县级局，占79.5%: 中 stands between the two
//   - 其中甲类40件、乙类20件，占32.8%: it is what the part is an item of, or what the share before is of
//
// Shares that any two numbers near give are left alone.
func (in *Input) sharesOfNamed(c *collector) {
	r := in.Report
	tied, wholes := isResultOf(r), wholesOfItems(r)
	for i := 1; i < len(r.Figures) && !c.full(); i++ {
		by := &r.Figures[i]
		if tied[i] || by.Kind != report.KindRate || by.Unit != "%" || by.Hidden || by.Target || !by.Exact() || r.Blocks[by.Block].Kind == report.BlockRow || !in.follows(i-1) {
			continue
		}
		part, whole := in.baseOfShare(wholes, i)
		if part == i-1 && in.listFits(part, by) {
			continue
		}
		if part < 0 || whole < 0 || c.says(by.Span) || !isPlainValue(&r.Figures[part]) || !isPlainValue(&r.Figures[whole]) || in.someShareFits(part, by) || in.excuses(sentenceOf(r, by)) {
			continue
		}
		p, w := &r.Figures[part], &r.Figures[whole]
		if fits(magnitude(p).Shift(2), in.slackOf(p).Shift(2), magnitude(w), in.slackOf(w), by) {
			continue
		}
		if share, _, ok := numeral.Percent(magnitude(p), magnitude(w), max(1, numeral.Decimals(by.Raw))); ok && magnitude(p).Cmp(magnitude(w)) <= 0 {
			c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", p.Value, w.Value, share, r.Printed(by)), "请核对这两个数和占比；占比另有口径的，请在文中写明")
		}
	}
}

// baseOfShare is what share i says that it is a part of what; -1 where its words do not tell.
func (in *Input) baseOfShare(wholes map[int]int, i int) (part, whole int) {
	r := in.Report
	words := strings.TrimLeft(in.gap(i-1), "，")
	const longest = 14 * han
	if len(words) <= longest && in.Words.Shares.Has(lastAfter(words, "，")) && in.isAmong(i-1) {
		return i - 1, i - 2
	}
	if len(words) > longest || strings.ContainsAny(words, "，、；：（）") {
		return -1, -1
	}
	if i >= 2 && in.follows(i-2) && strings.HasSuffix(words, "的") {
		name, ok := strings.CutPrefix(strings.TrimLeft(in.gap(i-2), "，"), "占")
		if ok && len(name) <= longest && !strings.ContainsAny(name, "，、；：（）") && in.Words.SameUnit(r.Figures[i-1].Unit, r.Figures[i-2].Unit) {
			return i - 2, i - 1
		}
	}
	name, ok := strings.CutPrefix(words, "占")
	if !ok {
		return -1, -1
	}
	if name, ok = strings.CutSuffix(name, "的"); ok {
		name = name[:len(name)-in.Words.Wholes.Suffix(name)]
		if len(name) < 2*han || in.Words.CheckAreas.In(name) {
			return -1, -1
		}
		part = in.partShared(i - 1)
		return part, in.countNamed(name, part)
	}
	if name != "" && !in.Words.Wholes.Has(name) {
		return -1, -1
	}
	if w, ok := wholes[i-1]; ok {
		return i - 1, w
	}
	return i - 1, in.baseBefore(i)
}

// partShared is what a share behind figure i is of: i, or all that 分别为 parts into a list that i ends, as in 对40件作出
// 处理，分别为责令改正30件、不予处罚10件，占案件总数的20%; -1 where that is not plain.
func (in *Input) partShared(i int) int {
	list := in.listUpTo(i)
	if len(list) == 1 || !strings.Contains(wordsOf(in.Report, list[0]), "分别") {
		return i
	}
	return in.sumBefore(list)
}

// listFits reports whether a share is that of all items of the list that figure i ends, in any number near.
func (in *Input) listFits(i int, by *report.Figure) bool {
	sum, several := in.listSum(i)
	if !several {
		return false
	}
	for _, j := range in.valuesAround(i, in.Report.Figures[i].Unit) {
		if shareFits(sum, magnitude(&in.Report.Figures[j]), by) {
			return true
		}
	}
	return false
}

// isAmong reports whether figure i counts some of what the figure before counts, with 中 between them:
// 39件案件中，有31件发生在县级局; 25名持证人员中具有专业背景的仅6名.
func (in *Input) isAmong(i int) bool {
	const longest = 20 * han
	r := in.Report
	if i < 1 || !in.follows(i-1) || !isPlainCount(&r.Figures[i-1]) || in.Words.CheckUnitsOfAnything.Has(r.Figures[i].Unit) || !in.countAlike(r.Figures[i].Unit, r.Figures[i-1].Unit) {
		return false
	}
	noun, rest, ok := strings.Cut(in.gap(i-1), "中")
	return ok && noun != "" && len(in.gap(i-1)) <= longest && !strings.ContainsAny(noun, "，、；：（") && !strings.HasSuffix(noun, "其") && !strings.HasSuffix(noun, "集") && !strings.ContainsAny(strings.TrimPrefix(rest, "，"), "，、；：（")
}

// countAlike reports whether two units count the same things: 件 and 起, 人 and 名.
func (in *Input) countAlike(a, b string) bool {
	return in.Words.SameUnit(a, b) || in.Words.UnitsOfPeople.Has(a) && in.Words.UnitsOfPeople.Has(b)
}

// countNamed is the count before figure i, of its unit, whose own words say a name, or do what it names (审结1097件 of
// 审结案件); -1 for none and where several do.
func (in *Input) countNamed(name string, i int) int {
	if i < 0 {
		return -1
	}
	r := in.Report
	found := -1
	for _, j := range in.valuesAround(i, r.Figures[i].Unit) {
		if j > i || !strings.Contains(ownWords(r, j), name) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	if found >= 0 {
		return found
	}
	deed := in.deedNamed(name)
	for _, j := range in.valuesAround(i, r.Figures[i].Unit) {
		if j > i || in.deedNamed(strings.TrimPrefix(ownWords(r, j), "共")) != deed {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// baseBefore is what the share before share i is of, in its sentence: 54人，占62.8%；本科以上83人，占95.6%.
func (in *Input) baseBefore(i int) int {
	r := in.Report
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind == report.RelationRate && rel.Agrees && rel.Result >= i-3 && rel.Result < i-1 && len(rel.Parts) == 1 && rel.Parts[0] == rel.Result-1 &&
			r.Figures[rel.Result].Block == r.Figures[i].Block && sentences(r, &r.Figures[rel.Result], &r.Figures[i]) == 0 &&
			in.Words.SameUnit(r.Figures[rel.Whole].Unit, r.Figures[i-1].Unit) && strings.HasPrefix(strings.TrimLeft(in.gap(rel.Result-1), "，"), "占") && !strings.Contains(ownWords(r, i-1), "其中") {
			return rel.Whole
		}
	}
	return -1
}

// wholesOfItems tells of each figure that is an item what it is an item of.
func wholesOfItems(r *report.Report) map[int]int {
	wholes := map[int]int{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationPart && rel.Whole >= 0 {
			for _, i := range rel.Parts {
				wholes[i] = rel.Whole
			}
		}
	}
	return wholes
}
