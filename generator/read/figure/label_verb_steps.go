package figure

import (
	"strings"
	"unicode/utf8"
)

// verbsSeenFromAround are the verbs whose name the figures around them decide.
var verbsSeenFromAround = []step[*bareVerb]{
	{"verb of the subject before the last", (*bareVerb).ofPrior},
	{"light verb of a row", (*bareVerb).lightInRow},
	{"light verb of another year", (*bareVerb).lightOfPeriod},
	{"verb counted for itself", (*bareVerb).countedForItself},
	{"second thing suffered", (*bareVerb).sufferedToo},
	{"attendance", (*bareVerb).attendance},
	{"what was decided", (*bareVerb).decidedOf},
	{"kind of the verb before", (*bareVerb).kindOfVerb},
	{"what is no place", (*bareVerb).notOfPlaces},
}

// verbsOfCases are the verbs that tell a step or the end of cases.
var verbsOfCases = []step[*bareVerb]{
	{"step of filed cases", (*bareVerb).stepOfFiled},
	{"end of cases of two stages", (*bareVerb).endOfStages},
	{"next step of applications", (*bareVerb).nextOfApplications},
	{"verb of nothing before", (*bareVerb).ofNothing},
}

// verbsWithObject are the ways in which a verb and what it was done to make a name.
var verbsWithObject = []step[*bareVerb]{
	{"outcome beside an outcome", (*bareVerb).outcomeBesideOutcome},
	{"outcome", (*bareVerb).outcome},
	{"cases after kinds", (*bareVerb).casesAfterKinds},
	{"verb of more than that", (*bareVerb).ofMore},
	{"no money", (*bareVerb).notOfMoney},
	{"verb of a long object", (*bareVerb).ofLongObject},
	{"taking part", (*bareVerb).takingPart},
	{"deed in another unit", (*bareVerb).inOtherUnit},
	{"verb that says enough", (*bareVerb).enough},
	{"verb of what is suffered", (*bareVerb).ofSuffered},
	{"verb and noun", (*bareVerb).withNoun},
}

// ofPrior names a verb that goes on with the subject before the last, whose unit it has: 侦破 of 诈骗案件发案1320起，损失230万元，侦破410起. What
// happened to the cases, like 发案, is no part of them.
func (v *bareVerb) ofPrior() bool {
	if !v.countsPrior(v.m, v.core) {
		return false
	}
	v.m.subject = v.prior
	noun := v.noVerb(v.prior)
	if at := strings.LastIndex(noun, "案件"); at > 0 {
		noun = noun[:at+len("案件")]
	}
	v.m.label = v.core + noun
	return true
}

// lightInRow leaves a light verb out that follows a row's own name: 执法检查 of 开展46次 in the row of 执法检查.
func (v *bareVerb) lightInRow() bool {
	if v.last != "" || v.of == "" || !v.LightVerbs.Has(v.core) {
		return false
	}
	v.m.label = v.of
	return true
}

// lightOfPeriod leaves a light verb out that tells the same of another year: 去年同期办理复议案件86件，今年办理124件.
func (v *bareVerb) lightOfPeriod() bool {
	if v.of == "" || v.m.unit != v.unit || !v.LightVerbs.Has(v.core) || v.PeriodsToTell.Prefix(v.m.pre) == 0 || v.sayEnough(v.core) {
		return false
	}
	v.m.label = v.of
	return true
}

// countedForItself names a verb that is counted for itself and not as part of what stands before.
func (v *bareVerb) countedForItself() bool {
	return v.standsAlone(v.m, v.core, v.of, v.k) && v.alone()
}

// sufferedToo names the second of two things that were suffered: 被纠错 of 被诉5件，被纠错1件.
func (v *bareVerb) sufferedToo() bool {
	return strings.HasPrefix(v.core, "被") && strings.HasPrefix(v.of, "被") && utf8.RuneCountInString(v.of) <= 3 && v.alone()
}

// attendance names those who were or were not there: 缺席 after 实到.
func (v *bareVerb) attendance() bool {
	return (v.Attendances.Has(v.core) || v.Attendances.Suffix(v.of) > 0) && v.alone()
}

// decidedOf names what was decided of the cases and not of the decisions: 行政复议维持 after 作出行政复议决定.
func (v *bareVerb) decidedOf() bool {
	n := v.NotDecided.Suffix(v.of)
	if n == 0 || !v.Decisions.Has(v.core) {
		return false
	}
	v.m.label = v.core
	if noun := v.noVerb(v.of); n < len(noun) {
		v.m.label = noun[:len(noun)-n] + v.core
	}
	return true
}

// kindOfVerb names a kind of the deed that stands before it: 首次登记 of 不动产登记.
func (v *bareVerb) kindOfVerb() bool {
	verb := tail(v.core, 2*len("登"))
	if verb == v.core || !v.isVerb(verb) || !strings.HasSuffix(v.of, verb) {
		return false
	}
	v.m.named = true
	return v.alone()
}

// notOfPlaces gives no name to what was done beside giving something to places: nobody cancels the 市县 of 委托下放市县11项，取消2项.
func (v *bareVerb) notOfPlaces() bool {
	places := v.DocumentPlaces.Suffix(v.of) > 0 || v.Levels.Suffix(v.of) > 0
	return v.m.unit == v.unit && v.onlyVerbs(v.core) && v.Givings.In(v.of) && places && !v.sayEnough(v.core)
}

// stepOfFiled names a step of the cases of a kind that were filed before: 行政处罚结案 of 行政处罚立案41起，结案36起.
func (v *bareVerb) stepOfFiled() bool {
	filed := v.filedKind(v.of)
	if filed == "" {
		return false
	}
	if v.m.label = v.core; v.StepsOfCases.Has(v.core) {
		v.m.label = filed + v.core
	}
	return true
}

// endOfStages names how cases ended that may be of either of two stages: 败诉 of 一审案件33件，二审案件12件，败诉2件.
func (v *bareVerb) endOfStages() bool {
	return v.besideStage(v.of) && v.Outcomes.Has(v.core) && v.aloneAndAnew()
}

// nextOfApplications names the next step of applications: 受理行政复议申请 of 收到行政复议申请2358件；受理2107件.
func (v *bareVerb) nextOfApplications() bool {
	of := v.withoutProcess(v.of)
	if !v.nextStep(v.m, v.core, of, v.k, v.i) {
		return false
	}
	v.m.label = v.core + v.noVerb(of)
	return true
}

// ofNothing names a verb of which nothing before says what it was done to: none stands there, it is an act that is counted in another unit, or the sentence or
// the item of a list begins with it.
func (v *bareVerb) ofNothing() bool {
	sameUnit := v.m.unit == v.unit
	nothing := v.of == "" || !sameUnit && v.Acts.Suffix(v.core) > 0 ||
		v.startsAnew(v.i) && (sameUnit || !v.sameSentence(v.i)) && v.s.previous(v.k) == nil
	return nothing && v.aloneAndAnew()
}

// outcomeBesideOutcome names a second outcome of the same cases: 败诉 of 一审胜诉20件，败诉6件; 不合格案卷 of 优秀案卷46卷，不合格4卷.
func (v *bareVerb) outcomeBesideOutcome() bool {
	if !(v.Outcomes.Suffix(v.of) > 0 && v.onlyVerbs(v.core) && v.sayEnough(v.core)) && !(v.Outcomes.Has(v.core) && v.Outcomes.In(v.of)) {
		return false
	}
	v.m.label = v.core + v.of[len(v.of)-v.NounsOfKinds.Suffix(v.of):]
	v.m.subject, v.m.carried = v.m.label, false
	return true
}

// outcome puts how cases ended behind them: 行政诉讼案件胜诉.
func (v *bareVerb) outcome() bool {
	if !v.Outcomes.Has(v.core) {
		return false
	}
	v.m.label = v.of + v.core
	return true
}

// casesAfterKinds names what follows a number of kinds, and is of what is not said: 适用 of 列明情形17种，全年适用26件.
func (v *bareVerb) casesAfterKinds() bool {
	return v.m.unit != v.unit && v.KindsCounted.Has(v.unit) && v.s.previous(v.k) == nil && v.UnitsOfMoney.Suffix(v.m.unit) == 0 &&
		!v.sayEnough(v.core) && !v.UnitsOfPeople.Has(v.m.unit) && v.alone()
}

// ofMore names what counts more than the subject before it, or other things.
func (v *bareVerb) ofMore() bool {
	return v.ofMoreThan(v.m, v.core, v.i) && v.alone()
}

// notOfMoney names a deed after an amount: no money was handed over in 罚没款30万元，移送12件.
func (v *bareVerb) notOfMoney() bool {
	return v.UnitsOfMoney.Suffix(v.unit) > 0 && v.UnitsOfMoney.Suffix(v.m.unit) == 0 &&
		(v.VerbsAlone.Has(v.core) || v.UnitsOfCases.Has(v.m.unit)) && v.alone()
}

// ofLongObject names a deed in another unit whose object is too long for a name, or that says enough.
func (v *bareVerb) ofLongObject() bool {
	const long = 10
	return v.m.unit != v.unit && (utf8.RuneCountInString(v.noVerb(v.of)) > long || v.size >= 4 && v.sayEnough(v.core)) && v.alone()
}

// takingPart names those who took part: 参加庭审旁听 of 组织庭审旁听3次，参加120人次.
func (v *bareVerb) takingPart() bool {
	if v.m.unit == v.unit || !v.TakingPart.Has(v.core) || v.UnitsOfPeople.Prefix(v.m.unit) == 0 {
		return false
	}
	v.m.label = v.core + v.fullNoun(v.of)
	return true
}

// inOtherUnit puts a deed that is counted in another unit behind its object: 隐患整改 of 隐患32处，整改28家.
func (v *bareVerb) inOtherUnit() bool {
	if v.m.unit == v.unit {
		return false
	}
	v.m.label = v.fullNoun(v.of) + v.core
	if strings.HasPrefix(v.m.unit, "个") || v.size >= 4 {
		v.m.label = v.of + v.core
	}
	return true
}

// enough names a verb that says enough: it is long, its object holds it, or the heading tells of what.
func (v *bareVerb) enough() bool {
	return (v.size >= 4 || strings.Contains(v.of, v.core) || v.topic != "" && !v.leavesTopic(v.m)) && v.alone()
}

// ofSuffered puts a verb behind what was suffered: 被申请行政复议维持.
func (v *bareVerb) ofSuffered() bool {
	if v.Passives.Prefix(v.of) == 0 {
		return false
	}
	v.m.label = v.of + v.core
	return true
}

// withNoun puts a verb before the noun that it was done to: 保留规范性文件. A verb that ends in the noun needs none: 立案 of 受理案件120件，立案118件. What was done to the
// noun before is another deed: 解除社区矫正对象 of 社区矫正对象接收1236人、解除1108人, 抽查案卷 of 案卷评查自查40卷，抽查12卷.
func (v *bareVerb) withNoun() bool {
	noun := v.withoutDeed(v.withoutStock(v.noVerb(v.of)), v.core)
	v.m.label = v.core + noun
	if v.Generic.Has(noun) && strings.HasSuffix(v.core, head(noun, len("案"))) {
		v.m.label = v.core
	}
	return true
}
