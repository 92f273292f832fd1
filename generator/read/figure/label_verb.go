package figure

import (
	"strings"
	"unicode/utf8"
)

// A clause that holds no more than a verb before its number (保留176件) leaves out what was done to: that stands in the clauses before it, or nowhere.

// bareVerb is a figure that has only a verb.
type bareVerb struct {
	*labeller
	m    *mark
	k, i int    // the mark, and its clause
	core string // the verb: 保留
	size int    // its characters
	of   string // what it was done to, as far as the clauses before say: 规范性文件
}

// nameVerb names a figure that has only a verb: 保留176件, 合格3791批次.
func (l *labeller) nameVerb(m *mark, core string, k, i int) {
	v := &bareVerb{labeller: l, m: m, k: k, i: i, core: core, size: utf8.RuneCountInString(core)}
	if noun := l.nounOfKinds(m, k); noun != "" {
		m.by = "noun of kinds"
		m.label, m.subject = noun, noun
		return
	}
	v.findObject()
	if m.by = firstOf(verbsSeenFromAround, v); m.by != "" {
		return
	}
	v.dropObject()
	if m.by = firstOf(verbsOfCases, v); m.by != "" {
		return
	}
	v.of = l.ofStage(brief(l.withoutProcess(v.of)), core)
	m.by = firstOf(verbsWithObject, v)
	if !l.sound(m.label, m.unit) {
		m.by += ", with more"
		l.sayMore(m, core, v.of, k)
	}
}

// findObject looks for what the verb was done to: the whole whose parts are told, else what the clauses before are about.
func (v *bareVerb) findObject() {
	v.of = v.wholeOr(v.i)
	v.m.subject, v.m.carried = v.of, v.of != ""
	if part := v.nearestPart(v.m, v.k); part != "" {
		v.of, v.m.subject = part, part
	}
}

// dropObject forgets an object to which nothing is done: a rate (办结率), an average of other things, a mere verb, and what was done before or after a step
// (受理前化解), for others of the cases went on; nor to those who only just came (新接收18人、解除22人).
func (v *bareVerb) dropObject() {
	new, fresh := strings.CutPrefix(v.of, "新")
	if fresh && v.onlyVerbs(new) || v.namesRate(v.of) || v.m.unit != v.unit && v.Averages.In(v.of) || v.onlyVerbs(v.of) || v.VerbsAlone.Has(v.of) || v.aroundStep(v.of) {
		v.of, v.m.subject, v.m.carried = "", "", false
	}
}

// alone names the figure by its verb.
func (v *bareVerb) alone() bool {
	v.m.label = v.core
	return true
}

// aloneAndAnew names the figure by its verb, of which the figures that follow may be parts.
func (v *bareVerb) aloneAndAnew() bool {
	v.m.label, v.m.subject, v.m.carried = v.core, v.core, false
	return true
}

// besideStage reports whether a subject is one stage of cases and the one before it another, so that what came of them is of both: 一审案件33件，二审案件12件，
// 败诉2件.
func (l *labeller) besideStage(subject string) bool {
	return l.Stages.In(subject) && l.prior != subject && l.Stages.In(l.prior) && l.priorUnit == l.unit && l.s.clauses[l.priorAt].sentence == l.s.clauses[l.clause].sentence
}

// nextStep reports whether a verb that opens behind a semicolon says the next step of the applications that the sentence told of
// before: 收到行政复议申请2358件，增长21%；受理2107件.
func (l *labeller) nextStep(m *mark, core, subject string, k, i int) bool {
	return l.afterSemicolon(i) && m.unit == l.unit && l.sameSentence(i) && l.s.previous(k) == nil && l.StepsOfApplications.Has(core) && l.inner == 0 &&
		l.Matters.In(subject) && l.NotDecided.Suffix(subject) > 0
}

// wholeOr is the whole of which 其中 tells the parts, else the subject of clause i.
func (l *labeller) wholeOr(i int) string {
	if subject := l.context(i); l.whole == "" || l.inner == 0 {
		return subject
	}
	return l.whole
}

// ofMoreThan reports whether a verb that says enough counts more than the subject
// before it, or other things: money beside money (加收滞纳金8万元，罚款23万元), money after a list of
// which it may be of all (办理普通程序案件12件、简易程序案件20件，罚款46万元) or after what is no case (安全隐患32处，罚款2万元), and
// cases after meetings (专题会议3次，审结12件).
func (l *labeller) ofMoreThan(m *mark, core string, i int) bool {
	switch {
	case !l.sayEnough(core):
		return false
	case l.UnitsOfMoney.Suffix(m.unit) > 0:
		return l.UnitsOfMoney.Suffix(l.unit) > 0 || l.itemsBefore(i) != "" || !l.UnitsFined.Has(l.unit)
	case l.UnitsOfPeople.Has(m.unit):
		return !l.UnitsOfPeople.Has(l.unit) && !l.UnitsFined.Has(l.unit) // 通报问题36个，问责12人
	case l.UnitsOfPeople.Has(l.unit) && l.UnitsOfCases.Has(m.unit):
		return l.StepsOfCases.Has(core) && l.priorUnit == m.unit // 受理案件98件，涉及劳动者130人，结案95件: nobody closes people
	case l.UnitsOfEvents.Has(l.unit) && !l.UnitsFined.Has(l.unit):
		return l.UnitsOfCases.Has(m.unit)
	case l.UnitsFined.Has(m.unit) && !l.UnitsFined.Has(l.unit):
		return l.VerbsAlone.Has(core) && l.VerbsBeforeNouns.Prefix(l.subject) > 0 // 发现环境问题58个，立案12家
	}
	return false
}

// nounOfKinds is the noun that a number of kinds shares with the number listed
// after it: 事项 of 梳理2大类、9小类事项.
func (l *labeller) nounOfKinds(m *mark, k int) string {
	s := l.s
	if l.KindsCounted.Suffix(m.unit) == 0 || m.post != "" || k+1 >= len(s.marks) {
		return ""
	}
	next := &s.marks[k+1]
	if next.clause != m.clause || next.pre != "" || s.text[m.next:max(m.next, next.start)] != "、" {
		return ""
	}
	return l.owner(l.nounOf(next.post))
}

// sayMore puts a verb that says too little by itself together with its subject:
// “双随机”抽查46批次、覆盖1355户, or with the adverb before it (公开信息120条，其中主动公开80条).
func (l *labeller) sayMore(m *mark, core, subject string, k int) {
	noun := l.noVerb(subject)
	if at := strings.LastIndex(m.pre, core); strings.Contains(subject, core) && at > 0 {
		words := strings.TrimPrefix(m.pre[:at], "其中")
		if l.Openings.Has(words) || l.Adverbs.Has(words) {
			m.label, m.named = words+core, true
			return
		}
	}
	if _, deed := l.VerbsBeforeNouns.Find(noun, len("收到")); deed && !l.isVerb(noun) && utf8.RuneCountInString(noun) > 6 {
		return // 予以公开 of 依申请公开收到申请
	}
	if l.onlyVerbs(strings.TrimPrefix(noun, "新")) || utf8.RuneCountInString(core+noun) > maxLabel || strings.Contains(subject, core) {
		return
	}
	m.label = core + noun
	if m.unit != l.unit {
		if l.s.previous(k) == nil {
			m.label = core // 列明情形17种，全年适用26件: of what is not said
			return
		}
		m.label = noun + core
	}
}

// aroundStep reports whether words tell of a time before or after a step, and of what was done then: 受理前化解.
// Others of the cases went on, and of those it says nothing.
func (g grammar) aroundStep(words string) bool {
	if strings.HasSuffix(head(words, len("诉前")), "前") && len(words) > len("诉前") && g.isVerb(words[len("诉前"):]) {
		return true // 诉前调解
	}
	rest := words[g.Verbs.Prefix(words):]
	return rest != words && len(rest) > len("前") && (strings.HasPrefix(rest, "前") || strings.HasPrefix(rest, "后"))
}

// filedKind is the kind of cases that a name says were filed: 行政处罚 of 行政处罚立案. It is "" for other names.
func (g grammar) filedKind(subject string) string {
	kind := subject[:len(subject)-g.FilingSteps.Suffix(subject)]
	if kind != subject && strings.HasSuffix(kind, "本级") {
		return kind // 省厅本级立案41起，结案36起
	}
	if kind == subject || g.isVerb(kind) || g.ActsOfGovernment.Suffix(kind) == 0 || g.ActsOfGovernment.Has(kind) {
		return ""
	}
	return kind
}

// withoutProcess takes the verb off the end of a subject that says what was done
// first: 劳动争议案件 of 劳动争议案件受理, of which others were closed.
func (g grammar) withoutProcess(subject string) string {
	n := g.VerbsBeforeNouns.Suffix(subject)
	if filed := g.FilingSteps.Suffix(subject); filed > 0 && g.Matters.Suffix(subject[:len(subject)-filed]) > 0 {
		n = filed // 劳动争议仲裁立案47件，结案45件
	}
	if step := g.VerbsAlone.Suffix(subject); n == 0 && strings.HasSuffix(subject[:len(subject)-step], "案件") {
		n = step // 林业行政案件立案47起，结案45起
	}
	if n == 0 || utf8.RuneCountInString(subject[:len(subject)-n]) < 4 || g.isVerb(subject) || g.Agents.Suffix(subject[:len(subject)-n]) > 0 {
		return subject
	}
	return subject[:len(subject)-n]
}

// withoutDeed takes the deed off the end of a noun where another deed of the same people or cases follows, or one of the same kind: 社区矫正对象 of 社区矫正对象接收
// before 解除, 案卷 of 案卷评查自查 before 抽查.
func (g grammar) withoutDeed(noun, deed string) string {
	const verb = 2 * len("接")
	if !g.onlyVerbs(deed) {
		return noun
	}
	last := tail(deed, len("查"))
	for len(noun) > verb && g.onlyVerbs(tail(noun, verb)) {
		thing := noun[:len(noun)-verb]
		if g.EndsOfPeople.Suffix(thing)+g.NounsOfKinds.Suffix(thing) == 0 && !strings.HasSuffix(noun, last) || utf8.RuneCountInString(thing) < 2 {
			break
		}
		noun = thing
	}
	return noun
}

// ofStage is what an outcome is of: 行政诉讼一审 of 行政诉讼一审审结, and 行政复议 of 行政复议被复议. Another verb is of the subject as it is.
func (l *labeller) ofStage(subject, core string) string {
	if !l.Outcomes.Has(core) && !l.Decisions.Has(core) {
		return subject
	}
	if at, ok := l.Passives.FindLast(subject); ok && at.Start > 0 && l.Matters.Suffix(subject[:at.Start]) > 0 {
		return subject[:at.Start]
	}
	if n := l.StepsOfCases.Suffix(subject); n > 0 && l.Stages.Suffix(subject[:len(subject)-n]) > 0 {
		return subject[:len(subject)-n]
	}
	return subject
}

// lookedThrough is what was looked through, of which some is kept and some repealed: 文件 of 清理文件. It is "" for other deeds.
func (g grammar) lookedThrough(subject string) string {
	noun := subject[g.Reviewing.Prefix(subject):]
	if noun != subject {
		noun = g.withoutStock(noun) // 现行有效文件: 继续有效 is not said twice
	}
	if noun == subject || utf8.RuneCountInString(noun) < 2 || g.isVerb(noun) {
		return ""
	}
	return noun
}

// standsAlone reports whether a verb that says enough is counted for itself: it
// is a part in another unit than the whole (其中罚款11家 of 31起), the subject is a verb like it
// (缺席1人 of 出席29人), or it is listed with a noun (办理许可60件、处罚40件).
func (l *labeller) standsAlone(m *mark, core, subject string, k int) bool {
	if !l.sayEnough(core) || l.topic != "" || l.Outcomes.Has(core) {
		return false // 审结 under 行政复议 is 行政复议审结
	}
	if l.UnitsOfEvents.Has(m.unit) || m.unit != l.unit && m.inner || l.onlyVerbs(subject) || l.VerbsAlone.Has(subject) {
		return true
	}
	if m.inner && (l.ActsOfGovernment.Has(core) || l.VerbsAlone.Has(core) && utf8.RuneCountInString(core) >= 4) {
		return true // 处罚企业32家，其中罚款28家
	}
	prev := l.s.previous(k)
	return prev != nil && !prev.carried && l.ActsOfGovernment.Has(core) && l.LightVerbs.Prefix(prev.pre) > 0 && strings.HasPrefix(l.s.text[prev.next:m.start], "、")
}

// lastNoun is the end of a phrase from its last verb on: 下放权限.
func (g grammar) lastNoun(s string) string {
	last := 0
	for i := 0; i < len(s); {
		_, w := runeAt(s, i)
		if n := g.Verbs.Prefix(s[i:]); n > 0 && i+n < len(s) {
			last = i
		}
		i += w
	}
	return s[last:]
}
