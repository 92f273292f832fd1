package figure

import (
	"strings"
	"unicode/utf8"
)

// nameVerb names a figure that has only a verb: 保留176件, 合格3791批次.
func (l *labeller) nameVerb(m *mark, core string, n, k, i int) {
	if noun := l.nounOfKinds(m, k); noun != "" {
		m.label, m.subject = noun, noun
		return
	}
	subject := l.wholeOr(i)
	m.subject, m.carried = subject, subject != ""
	if of := l.nearestPart(m, k); of != "" {
		subject, m.subject = of, of
	}
	if l.countsPrior(m, core) {
		subject, m.subject = l.prior, l.prior
		noun := l.noVerb(subject)
		if at := strings.LastIndex(noun, "案件"); at > 0 {
			noun = noun[:at+len("案件")] // 侦破 of 诈骗案件发案1320起
		}
		m.label = core + noun
		return
	}
	if l.last == "" && subject != "" && l.LightVerbs.Has(core) {
		m.label = subject // 开展46次 in the row of 执法检查
		return
	}
	if subject != "" && m.unit == l.unit && l.LightVerbs.Has(core) && l.PeriodsToTell.Prefix(m.pre) > 0 && !l.sayEnough(core) {
		m.label = subject // 去年同期办理复议案件86件，今年办理124件
		return
	}
	if l.standsAlone(m, core, subject, k) {
		m.label = core
		return
	}
	if strings.HasPrefix(core, "被") && strings.HasPrefix(subject, "被") && utf8.RuneCountInString(subject) <= 3 {
		m.label = core // 被诉5件，被纠错1件: two things that were suffered
		return
	}
	if l.Attendances.Has(core) || l.Attendances.Suffix(subject) > 0 {
		m.label = core // 缺席 after 实到
		return
	}
	if n := l.NotDecided.Suffix(subject); n > 0 && l.Decisions.Has(core) {
		m.label = core
		if of := l.noVerb(subject); n < len(of) {
			m.label = of[:len(of)-n] + core // 行政复议维持 after 作出行政复议决定
		}
		return
	}
	if verb := tail(core, 2*len("登")); verb != core && l.isVerb(verb) && strings.HasSuffix(subject, verb) {
		m.label, m.named = core, true // 首次登记 of 不动产登记
		return
	}
	if m.unit == l.unit && l.onlyVerbs(core) && l.Givings.In(subject) && l.DocumentPlaces.Suffix(subject) > 0 && !l.sayEnough(core) {
		return // 委托下放市县11项，取消2项: nobody cancels the 市县
	}
	if l.namesRate(subject) || m.unit != l.unit && l.Averages.In(subject) || l.onlyVerbs(subject) || l.VerbsAlone.Has(subject) || l.aroundStep(subject) {
		subject, m.subject, m.carried = "", "", false
	}
	if filed := l.filedKind(subject); filed != "" {
		if m.label = core; l.StepsOfCases.Has(core) {
			m.label = filed + core
		}
		return
	}
	if l.besideStage(subject) && l.Outcomes.Has(core) {
		m.label, m.subject, m.carried = core, core, false
		return
	}
	subject = l.withoutProcess(subject)
	if l.nextStep(m, core, subject, k, i) {
		m.label = core + l.noVerb(subject)
		return
	}
	if subject == "" || m.unit != l.unit && l.Acts.Suffix(core) > 0 || l.startsAnew(i) && (m.unit == l.unit || !l.sameSentence(i)) && l.s.previous(k) == nil {
		m.label, m.subject, m.carried = core, core, false
		return
	}
	subject = l.ofStage(brief(subject), core)
	switch {
	case l.Outcomes.Suffix(subject) > 0 && l.onlyVerbs(core) && l.sayEnough(core), l.Outcomes.Has(core) && l.Outcomes.In(subject):
		m.label = core + subject[len(subject)-l.NounsOfKinds.Suffix(subject):]
		m.subject, m.carried = m.label, false // 一审胜诉20件，败诉6件; 优秀案卷46卷，不合格4卷: two outcomes of the same cases
	case l.Outcomes.Has(core):
		m.label = subject + core
	case m.unit != l.unit && l.KindsCounted.Has(l.unit) && l.s.previous(k) == nil && l.UnitsOfMoney.Suffix(m.unit) == 0 && !l.sayEnough(core) && !l.UnitsOfPeople.Has(m.unit):
		m.label = core // 列明情形17种，全年适用26件: of what is not said
	case l.ofMoreThan(m, core, i):
		m.label = core
	case l.UnitsOfMoney.Suffix(l.unit) > 0 && l.UnitsOfMoney.Suffix(m.unit) == 0 && (l.VerbsAlone.Has(core) || l.UnitsOfCases.Has(m.unit)):
		m.label = core // 罚没款30万元，移送12件: no money was handed over
	case m.unit != l.unit && strings.HasPrefix(subject, core):
		m.label = subject
	case m.unit != l.unit && (utf8.RuneCountInString(l.noVerb(subject)) > 10 || n >= 4 && l.sayEnough(core)):
		m.label = core
	case m.unit != l.unit && l.TakingPart.Has(core) && l.UnitsOfPeople.Prefix(m.unit) > 0:
		m.label = core + l.fullNoun(subject) // 组织庭审旁听3次，参加120人次
	case m.unit != l.unit:
		m.label = l.fullNoun(subject) + core
		if strings.HasPrefix(m.unit, "个") || n >= 4 {
			m.label = subject + core
		}
	case n >= 4 || strings.Contains(subject, core) || l.topic != "" && !l.leavesTopic(m):
		m.label = core
	case l.Decisions.Has(core) && l.Matters.Has(subject):
		m.label = subject + core // 行政复议维持
	case l.Passives.Prefix(subject) > 0:
		m.label = subject + core // 被申请行政复议维持
	default:
		noun := l.withoutStock(l.noVerb(subject))
		m.label = core + noun
		if l.Generic.Has(noun) && strings.HasSuffix(core, head(noun, len("案"))) {
			m.label = core // 立案 of 受理案件120件，立案118件
		}
	}
	if !l.sound(m.label, m.unit) {
		l.sayMore(m, core, subject, k)
	}
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
