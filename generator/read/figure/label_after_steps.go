package figure

import (
	"strings"
	"unicode/utf8"
)

// wordsOfOthers are the words after a unit that begin with 的, or follow a rate: they are of more than this figure.
var wordsOfOthers = []step[*nounAfter]{
	{"noun of two numbers", (*nounAfter).ofTwoNumbers},
	{"share of what follows", (*nounAfter).shareOfNoun},
}

// nounsOfOthers are nouns that do not end with the words after the unit, so that the figure has no name of its own.
var nounsOfOthers = []step[*nounAfter]{
	{"noun of the rate behind", (*nounAfter).ofRateBehind},
	{"works done so far", (*nounAfter).worksSoFar},
	{"trait of people", (*nounAfter).traitOfPeople},
}

// nounsWithWords are the ways in which a noun and the words around it make a name.
var nounsWithWords = []step[*nounAfter]{
	{"only a predicate", (*nounAfter).onlySaid},
	{"lead with 的", (*nounAfter).leadWithDe},
	{"noun after examples", (*nounAfter).afterExamples},
	{"those who were given something", (*nounAfter).givenTo},
	{"what something was done to", (*nounAfter).doneTo},
	{"what is new", (*nounAfter).newNoun},
	{"noun with its predicate", (*nounAfter).nounSaid},
	{"noun of the number before", (*nounAfter).afterNumber},
	{"short noun with its lead", (*nounAfter).withLead},
	{"noun", (*nounAfter).nounAlone},
}

// ofTwoNumbers names both of two numbers that stand side by side by the noun after them: 帮扶对象 of 120户413人的帮扶对象.
func (a *nounAfter) ofTwoNumbers() bool {
	post, ok := strings.CutPrefix(a.m.post, "的")
	if !ok || !a.s.touches(a.k) || a.isRate(a.m.unit) {
		return false
	}
	a.m.label = a.owner(a.nounOf(post))
	a.m.subject = a.m.label
	return true
}

// shareOfNoun names a rate, or an amount with 的, that stands before what it is of: 权重 of 5%的权重.
func (a *nounAfter) shareOfNoun() bool {
	post, ok := strings.CutPrefix(a.m.post, "的")
	if !ok && !a.isRate(a.m.unit) {
		return false
	}
	a.m.label, a.m.carried, a.m.subject = a.shareOf(a.before.core, post), true, a.subject
	return true
}

// ofRateBehind gives no name where a rate follows with whose name the noun runs together: of 12个国控断面水质优良比例达91.7% nobody can say where the noun ends.
func (a *nounAfter) ofRateBehind() bool {
	if next := a.behind(); next == nil || a.Rates.Suffix(a.noun) == 0 || !a.isRate(next.unit) {
		return false
	}
	a.m.subject = a.noun
	return true
}

// worksSoFar gives no name to things whose works are done so far: of 另有2座主体工程完成65% the 2座 are of something else, and the words are the rate's.
func (a *nounAfter) worksSoFar() bool {
	next := a.behind()
	if next == nil || a.before.core != "" || a.before.of || next.unit != "%" || !a.onlyVerbs(a.parse(next.pre).core) {
		return false
	}
	next.pre = a.m.post + next.pre
	a.m.subject = a.subject
	return true
}

// traitOfPeople gives no name to people of whom the words tell the age or the like: nobody has 7人年龄.
func (a *nounAfter) traitOfPeople() bool {
	n := a.TraitsOfPeople.Prefix(a.noun)
	if n == 0 || !a.UnitsOfPeople.Has(a.m.unit) || n < len(a.noun) && a.Copulas.Prefix(a.noun[n:]) == 0 {
		return false
	}
	a.m.subject = a.subject
	return true
}

// behind is the next figure of the clause, nil where there is none.
func (a *nounAfter) behind() *mark {
	if next := a.k + 1; next < len(a.s.marks) && a.s.marks[next].clause == a.m.clause {
		return &a.s.marks[next]
	}
	return nil
}

// onlySaid names a figure that no noun follows, but a predicate: 涉及征地的3件提请复核.
func (a *nounAfter) onlySaid() bool {
	if a.noun != "" {
		return false
	}
	a.nameSaid(a.m, a.before, a.lead, a.said)
	return true
}

// leadWithDe puts words that end in 的 before the noun: 拟出台的文件 of 对拟出台的14件文件进行审查.
func (a *nounAfter) leadWithDe() bool {
	if !a.before.of || a.lead == "" {
		return false
	}
	a.m.label = a.lead + "的" + a.noun
	return true
}

// afterExamples names a short noun after examples with the last of them: 城管等部门 of 公安、城管等12个部门.
func (a *nounAfter) afterExamples() bool {
	if !a.before.etc || a.said != "" || !a.needsLead(a.noun) {
		return false
	}
	a.m.label = a.noun
	if at := strings.LastIndex(a.before.core, "、"); at >= 0 {
		a.m.label = a.before.core[at+len("、"):] + "等" + a.noun
	}
	return true
}

// givenTo names those to whom something was given that the next figure counts: 下放权限的乡镇 of 向18个乡镇下放权限62项.
func (a *nounAfter) givenTo() bool {
	if !a.object || a.said != "" || !a.Generic.Has(a.noun) {
		return false
	}
	given := a.given(a.k)
	if given == "" {
		return false
	}
	a.m.label = given + "的" + a.noun
	return true
}

// doneTo names what something was done to by that: 开展述法评议的部门 of 对26个部门开展述法评议.
func (a *nounAfter) doneTo() bool {
	if !a.object || a.said == "" {
		return false
	}
	a.m.label = a.objectLabel(a.noun, a.said)
	return true
}

// newNoun keeps the verb that says that these are not all: 新增公职律师 of 新增2名公职律师.
func (a *nounAfter) newNoun() bool {
	if !strings.HasPrefix(a.before.core, "新") || !a.onlyVerbs(a.before.core) || a.object || a.said != "" {
		return false
	}
	a.m.label = a.before.core + a.noun
	return true
}

// nounSaid puts what is said of the noun before it: 未取得执法证的执法人员 of 3名执法人员未取得执法证.
func (a *nounAfter) nounSaid() bool {
	if a.said == "" || utf8.RuneCountInString(a.said+a.noun) > maxLabel+4 || a.lead != "" && !a.onlyVerbs(a.lead) && a.Generic.Suffix(a.noun) == 0 {
		return false
	}
	a.m.label = a.said + "的" + a.noun
	return true
}

// afterNumber puts the noun behind the name of the number that it touches: 区属企业投资重点项目 of 区属企业投资593亿元28个重点项目.
func (a *nounAfter) afterNumber() bool {
	prev := a.s.previous(a.k)
	if prev == nil || prev.next != a.m.start || prev.label == "" || strings.HasSuffix(prev.label, a.noun) {
		return false
	}
	a.m.label = prev.label + a.noun
	return true
}

// withLead puts the words before the numeral before a noun that says too little by itself: 会同部门 of 会同16个部门开展督察.
func (a *nounAfter) withLead() bool {
	if a.lead == "" || a.object || !a.needsLead(a.noun) {
		return false
	}
	a.m.label = join(a.lightly(a.lead), a.noun)
	if prev := a.s.previous(a.k); prev != nil && a.subject != a.lead && a.parse(prev.pre).core != a.lead && a.Levels.Prefix(a.noun) == 0 &&
		!strings.HasPrefix(a.subject, a.lead) && a.onlyVerbs(strings.TrimRight(a.lead, "到至在")) {
		a.m.label = a.subject + a.lead + a.noun
	}
	return true
}

// nounAlone names a figure by the noun: 法律顾问 of 10名法律顾问.
func (a *nounAfter) nounAlone() bool {
	a.m.label = a.noun
	return true
}
