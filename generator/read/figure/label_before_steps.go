package figure

import (
	"strings"
	"unicode/utf8"
)

// partsOfOthers are figures that belong to another by their grammar: 面积2000平方米的广场, 占总数的65%, 不合格的8件.
var partsOfOthers = []step[*wordsBefore]{
	{"measure of what follows", (*wordsBefore).measureOf},
	{"outcome among cases", (*wordsBefore).outcomeAmong},
	{"number that makes up a share", (*wordsBefore).numberOfShare},
	{"share", (*wordsBefore).shareOfSubject},
	{"average", (*wordsBefore).average},
	{"share of a whole", (*wordsBefore).shareOfWholeNamed},
	{"share of a kind", (*wordsBefore).shareOfKind},
	{"some of these", (*wordsBefore).someOfThese},
	{"kind", (*wordsBefore).kind},
}

// wordsCarriedOn are figures whose clause holds only a change, a verb, a rate or an attribute: the subject carried on says of what.
var wordsCarriedOn = []step[*wordsBefore]{
	{"place in a ranking", (*wordsBefore).ranking},
	{"change", (*wordsBefore).change},
	{"what was kept of things looked through", (*wordsBefore).keptOf},
	{"verb", (*wordsBefore).verb},
	{"rate or attribute", (*wordsBefore).attribute},
}

// measureOf names a measure by what stands after it: 公园建成面积 of 建成面积1200平方米的公园5个.
func (w *wordsBefore) measureOf() bool {
	if w.m.of == "" {
		return false
	}
	w.m.label, w.m.subject = w.m.of+w.core, w.m.of
	return true
}

// outcomeAmong names how some of the cases ended that the words name: 维持案件 of 办结案件中维持38件. The outcomes that follow (驳回21件) are of the same cases.
func (w *wordsBefore) outcomeAmong() bool {
	cases, outcome, ok := strings.Cut(w.core, "中")
	if !ok || !w.CheckCaseOutcomes.Has(outcome) || w.NounsOfKinds.Suffix(cases) == 0 {
		return false
	}
	w.m.subject = w.noVerb(cases)
	w.m.label = outcome + w.m.subject
	if w.Outcomes.Has(outcome) {
		w.m.label = w.m.subject + outcome
	}
	return true
}

// numberOfShare names a number of things that a share is of: 街道全年应诉案件 of 占街道全年应诉案件3件的三分之二.
func (w *wordsBefore) numberOfShare() bool {
	if !w.p.share || w.isRate(w.m.unit) || w.m.num.Fraction {
		return false
	}
	w.shared = w.subject
	w.m.label = strings.TrimPrefix(w.core, "占")
	w.m.subject = w.m.label
	return true
}

// shareOfSubject names the share of the subject: 劳动争议占比 of 劳动争议310件，占总数的65%.
func (w *wordsBefore) shareOfSubject() bool {
	if !w.p.share {
		return false
	}
	w.m.carried, w.m.subject = true, w.context(w.i)
	w.m.label = w.shareName(w.m, w.core, w.i)
	return true
}

// average names an average that leaves out of what it is: 日均诉求 of 全年受理诉求26.8万件，日均734件.
func (w *wordsBefore) average() bool {
	if !w.p.per || !w.perSubject(w.core, w.size, w.i) {
		return false
	}
	w.m.carried, w.m.subject = true, w.context(w.i)
	w.m.label = w.averageName()
	return true
}

// averageName is the name of an average that leaves out of what it is. It is "" for the people of each place, who are no places: 97个派出所设立法制员，每所不少于1名.
func (w *wordsBefore) averageName() string {
	m, core := w.m, w.core
	if w.averageOfAnother(m, core, w.i) {
		return core
	}
	name := w.attach(core, m.subject, m.unit == w.unit)
	each, people := w.eachBody(core), w.UnitsOfPeople.Has(m.unit)
	switch {
	case w.strangeSubject(m, core) || strings.HasPrefix(core, "平均") && !strings.HasPrefix(core, "平均每") && w.itemsBefore(w.i) != "":
		return core
	case each && people && w.postedAt(w.i) != "":
		return core + w.postedAt(w.i)
	case (w.eachOf(core) || each && strings.Contains(m.subject, core[len("每"):])) && m.unit != w.unit && people:
		return ""
	case !strings.HasPrefix(core, "每") && (w.ownAttribute(core, m.subject) || w.besideRate(core)):
		return core // 参考人数1326人，平均分94.6分
	}
	return name
}

// shareOfWholeNamed names a share whose words name the whole too: 联合检查占比 of 联合检查占全部检查的28.9%.
func (w *wordsBefore) shareOfWholeNamed() bool {
	if !w.p.of || !w.isRate(w.m.unit) || w.shareOfWhole(w.core) == "" {
		return false
	}
	w.m.subject = w.shareOfWhole(w.core)
	w.m.label = w.m.subject + "占比"
	return true
}

// shareOfKind names the share of a kind: 取得资格占比 of 取得资格的不足12%.
func (w *wordsBefore) shareOfKind() bool {
	if !w.p.of || !w.isRate(w.m.unit) {
		return false
	}
	w.m.label, w.m.carried, w.m.subject = w.core+"占比", true, w.context(w.i)
	return true
}

// someOfThese names things that words pick out of others: 未取得资格的监察人员 of 监察人员中未取得资格的有13人.
func (w *wordsBefore) someOfThese() bool {
	if !strings.Contains(w.m.pre, w.core+"的") {
		return false
	}
	label := w.oneOfThese(w.core)
	if label == "" {
		return false
	}
	w.m.label, w.m.subject = label, label
	return true
}

// kind names the things of the subject that a clause with 的 picks out: 取得资格的人员 of 其中取得资格的1人.
func (w *wordsBefore) kind() bool {
	if !w.p.of || w.core == "" || w.isMeasure(w.m.unit) {
		return false
	}
	w.nameKind(w.m, w.core, w.i)
	return true
}

// ranking names a place in a ranking that rose or fell: 排名上升 of 上升3位.
func (w *wordsBefore) ranking() bool {
	if w.m.unit != "位" || !w.p.changes || w.Changing.Suffix(w.core) != len(w.core) {
		return false
	}
	w.m.carried, w.m.subject, w.m.label = true, w.context(w.i), "排名"+w.core
	return true
}

// change names how much the subject changed, where the words do not say of what: 同比增长12%.
func (w *wordsBefore) change() bool {
	points := w.m.unit == "个百分点"
	beside := points && w.s.previous(w.k) != nil
	left := (w.p.changes || points) && w.leavesSubject(w.core) &&
		!(w.startsAnew(w.i) && (w.size > 5 || w.s.previous(w.k) == nil && w.opensWithNoun(w.core)))
	if !beside && !left {
		return false
	}
	w.m.carried, w.m.subject = true, w.context(w.i)
	w.nameChange(w.m, w.core, w.k)
	return true
}

// keptOf names what came of things that were looked through: 继续有效文件 of 清理文件88件，其中继续有效60件.
func (w *wordsBefore) keptOf() bool {
	if w.m.unit != w.unit || !w.CheckCaseOutcomes.Has(w.core) || w.lookedThrough(w.wholeOr(w.i)) == "" || !w.sameSentence(w.i) {
		return false
	}
	w.m.carried, w.m.subject = true, w.wholeOr(w.i)
	w.m.label = w.core + w.lookedThrough(w.m.subject)
	return true
}

// verb names a figure that has only a verb.
func (w *wordsBefore) verb() bool {
	if !w.onlyVerbs(w.core) || w.named {
		return false
	}
	w.nameVerb(w.m, w.core, w.k, w.i)
	return true
}

// attribute names a rate or an attribute after the subject: 食品抽检合格率 of 食品抽检3820批次，合格率98%.
func (w *wordsBefore) attribute() bool {
	m, core := w.m, w.core
	if !w.needsSubject(core, w.size, w.isRate(m.unit)) || w.startsOwn() {
		return false
	}
	m.carried, m.subject = true, w.context(w.i)
	if m.subject == "" && !w.isRate(m.unit) {
		m.carried = false
		return false // 投入资金 is of nothing else, and others may be of it
	}
	m.label = w.relative(core)
	if w.ofNone(m, core, w.k) || w.sumOfSeveral() || w.strangeSubject(m, core) {
		m.label = core
	}
	w.rateOfList()
	return true
}

// startsOwn reports whether a rate or an attribute opens a sentence of its own, so that nothing is carried on to it.
func (w *wordsBefore) startsOwn() bool {
	return w.startsAnew(w.i) && !w.concerns(w.core, w.k) && (w.m.target || w.size >= 5 || w.size >= 4 && !w.afterSemicolon(w.i))
}

// sumOfSeveral reports whether a sum or a number of people may be of all the things that the clause before counts: 记录仪128台、车辆16辆，投入资金310万元; 讲座12场、以案释法8场，受众3600人次.
func (w *wordsBefore) sumOfSeveral() bool {
	c := &w.s.clauses[w.clause]
	if w.LabelFrontsOfNouns.Prefix(w.core) > 0 && w.UnitsOfCases.Has(w.unit) {
		return false
	}
	sum := w.AverageOpenings.Prefix(w.core) > 0 || w.Sums.Suffix(w.core) > 0 || strings.HasSuffix(w.core, "人数") || strings.HasPrefix(w.m.unit, "人")
	return sum && c.last-c.first > 1 && w.inner != c.sentence+1 && w.clause < w.i
}

// rateOfList names a rate by all the things of a list that it is of: 司法建议、检察建议回复率. What was suffered has no rate together: 被行政复议17件、被诉12件，复议维持率94%.
func (w *wordsBefore) rateOfList() {
	items := w.itemsBefore(w.i)
	if !w.isRate(w.m.unit) || items == "" {
		return
	}
	if w.Passives.Prefix(items) > 0 {
		w.m.label = w.core
		return
	}
	if strings.Contains(w.core, "分别") {
		return
	}
	if w.m.label = items + w.core; utf8.RuneCountInString(w.m.label) > maxLabel {
		w.m.label = w.core
	}
}
