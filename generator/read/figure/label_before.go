package figure

import (
	"strings"
	"unicode/utf8"
)

// nameBefore names a figure by the words before it.
func (l *labeller) nameBefore(m *mark, p phrase, k, i int) {
	core := p.core
	if left, ok := l.origin(core); ok && m.post == "" && l.pairFollows(m, k, i) {
		p = l.parse(left)
		if core = p.core; core == "" {
			m.label, m.subject, m.carried = l.context(i), l.context(i), true
			return
		}
	}
	if next := k + 1; next < len(l.s.marks) && l.s.marks[next].clause == i && l.s.marks[next].start == m.next && (l.onlyVerbs(core) && l.nounBehind(next, i) != "" || l.Prepositions.Suffix(core) > 0 || l.LabelFronts.Prefix(core) == len(core)) {
		l.nameBare(m, k, i)
		return
	}
	words := core
	if rest := l.afterEtc(core); rest != core {
		core = l.withoutDoerAhead(rest)
	}
	core = l.lastOfChain(core)
	named := false // 开展检查: the verb is a noun
	if !p.of {
		full := core
		core = l.dropLight(core)
		named = core != full && l.LightVerbsOfResult.Prefix(full) == 0
		m.named = named
	}
	if !l.namePart(m, p, core, i) && !l.nameCarried(m, p, core, named, k, i) {
		l.nameByPhrase(m, p, core)
		if !l.isVerb(words) && l.LightVerbs.Prefix(words) == 0 {
			l.inList(m, k)
		}
	}
	if m.label == "" {
		m.label = p.core
	}
	l.withTopic(m)
}

// namePart names a figure that belongs to another by its grammar: 面积2000平方米的
// 广场, 占总数的65%, 不合格的8件.
func (l *labeller) namePart(m *mark, p phrase, core string, i int) bool {
	switch {
	case m.of != "":
		m.label, m.subject = m.of+core, m.of
	case p.share && !l.isRate(m.unit) && !m.num.Fraction:
		l.shared = l.subject
		m.label = strings.TrimPrefix(core, "占")
		m.subject = m.label
	case p.share && l.rest != "":
		m.carried, m.subject = true, l.subject
		m.label = l.rest + "占比"
	case p.share:
		m.carried, m.subject = true, l.context(i)
		m.label = l.shareName(m, core, i)
	case p.per && l.perSubject(core, utf8.RuneCountInString(core), i):
		m.carried, m.subject = true, l.context(i)
		if m.label = l.attach(core, m.subject, m.unit == l.unit); l.strangeSubject(m, core) || strings.HasPrefix(core, "平均") && !strings.HasPrefix(core, "平均每") && l.itemsBefore(i) != "" {
			m.label = core
		} else if l.eachOf(core) && m.unit != l.unit && l.UnitsOfPeople.Has(m.unit) {
			m.label = "" // 97个派出所设立法制员，每所不少于1名 counts no 派出所
		} else if !strings.HasPrefix(core, "每") && (l.ownAttribute(core, m.subject) || l.besideRate(core)) {
			m.label = core // 参考人数1326人，平均分94.6分
		}
	case p.of && l.isRate(m.unit) && l.shareOfWhole(core) != "":
		m.subject = l.shareOfWhole(core)
		m.label = m.subject + "占比"
	case p.of && l.isRate(m.unit):
		m.label, m.carried, m.subject = core+"占比", true, l.context(i)
	case p.of && core != "" && !l.isMeasure(m.unit):
		l.nameKind(m, core, i)
	default:
		return false
	}
	return true
}

// nameCarried names a figure whose clause holds only a change, a verb, a rate
// or an attribute, by the subject carried on.
func (l *labeller) nameCarried(m *mark, p phrase, core string, named bool, k, i int) bool {
	n := utf8.RuneCountInString(core)
	points := m.unit == "个百分点"
	switch {
	case m.unit == "位" && p.changes && l.Changing.Suffix(core) == len(core):
		m.carried, m.subject, m.label = true, l.context(i), "排名"+core
	case points && l.s.previous(k) != nil, (p.changes || points) && l.leavesSubject(core) && !(l.startsAnew(i) && (n > 5 || l.s.previous(k) == nil && l.opensWithNoun(core))):
		m.carried, m.subject = true, l.context(i)
		if m.label = l.changedOf(m, k, core) + core; m.changed == unsure && l.NetChanges.Prefix(core) == 0 || l.savedOtherwise(core, m.subject) {
			m.label = core // bare 下降 is no label
		} else if rate := core[:len(core)-l.Changing.Suffix(core)]; strings.HasSuffix(rate, "率") && rate != core {
			m.label = l.relative(rate) + core[len(rate):] // 立案数下降14%，破案率提高3个百分点
			if l.strangeSubject(m, rate) {
				m.label = core
			}
		}
		if points && l.rate != "" && m.changed != unsure {
			m.label = l.rate + core
		}
	case l.onlyVerbs(core) && !named:
		l.nameVerb(m, core, n, k, i)
	case l.needsSubject(core, n, l.isRate(m.unit)) && !(l.startsAnew(i) && (m.target || n >= 5 || n >= 4 && !l.afterSemicolon(i))):
		m.carried, m.subject = true, l.context(i)
		if m.subject == "" && !l.isRate(m.unit) {
			m.carried = false
			return false // 投入资金 is of nothing else, and others may be of it
		}
		m.label = l.relative(core)
		if l.ofNone(m, core, k) {
			m.label = core
		} else if c := &l.s.clauses[l.clause]; (l.AverageOpenings.Prefix(core) > 0 || l.Sums.Suffix(core) > 0 || strings.HasSuffix(core, "人数") || strings.HasPrefix(m.unit, "人")) && c.last-c.first > 1 && l.inner != c.sentence+1 && l.clause < i {
			m.label = core // 记录仪128台、车辆16辆，投入资金310万元; 讲座12场、以案释法8场，受众3600人次
		} else if l.strangeSubject(m, core) {
			m.label = core
		}
		if items := l.itemsBefore(i); l.isRate(m.unit) && items != "" && l.Passives.Prefix(items) > 0 {
			m.label = core // 被行政复议17件、被诉12件，复议维持率94%
		} else if l.isRate(m.unit) && items != "" && !strings.Contains(core, "分别") {
			m.label = items + core
			if utf8.RuneCountInString(m.label) > maxLabel {
				m.label = core
			}
		}
	default:
		return false
	}
	return true
}

// nameByPhrase names a figure by the noun phrase before it.
func (l *labeller) nameByPhrase(m *mark, p phrase, core string) {
	core = l.withoutCircumstance(l.withoutInnerOpenings(core))
	m.label, m.subject = core, core
	if share, ok := strings.CutSuffix(core, "占"); ok && share != "" && (l.isRate(m.unit) || m.num.Fraction) {
		share = share[:len(share)-l.Hedges.Suffix(share)] // 女性约占42.6%
		m.label, m.subject = share+"占比", share
		if strings.HasSuffix(share, "的") && l.subject != "" {
			m.subject, m.carried = l.subject, true // 全程网办的占76%，平均用时3天: of all
		}
		return
	}
	if m.inner && utf8.RuneCountInString(core) == 2 && strings.HasSuffix(core, "级") && l.whole != "" {
		m.label = core + l.lastNoun(l.whole)
		m.subject = m.label
		return
	}
	if p.changes {
		m.subject = core[:len(core)-l.Changing.Suffix(core)]
	}
}

// leavesSubject reports whether the words before a change do not say of what:
// 增长, 平均提前, 增速提高, 距目标尚差.
func (g grammar) leavesSubject(core string) bool {
	if g.BesideOthers.Prefix(core) > 0 {
		return true
	}
	rest := core[:len(core)-g.Changing.Suffix(core)]
	if n := g.Acts.Suffix(rest); n > 0 && n < len(rest) {
		return false // 重复检查减少
	}
	if rest == "" || g.onlyVerbs(rest) || g.Adverbs.Prefix(rest) == len(rest) {
		return true
	}
	n := utf8.RuneCountInString(rest)
	return g.needsSubject(rest, n, false) || rest == core && n <= 6
}

// opensWithNoun reports whether the words before a change name something: 税收增长, but
// not 增长 or 平均提前.
func (g grammar) opensWithNoun(core string) bool {
	rest := core[:len(core)-g.Changing.Suffix(core)]
	return rest != "" && rest != core && !g.onlyVerbs(rest) && g.Adverbs.Prefix(rest) == 0 && g.AttributeFronts.Prefix(rest) == 0 && g.BesideOthers.Prefix(core) == 0 &&
		utf8.RuneCountInString(rest) >= 2 && g.Attributes.Suffix(rest) == len(rest) && g.Tallies.Suffix(rest) == 0
}

// eachOf reports whether words say no more than each of what: 每所, 每村.
func (g grammar) eachOf(core string) bool {
	rest, ok := strings.CutPrefix(core, "每")
	return ok && utf8.RuneCountInString(rest) == 1
}

// perSubject reports whether 每… or 平均… leaves out of what it is.
func (l *labeller) perSubject(core string, n, i int) bool {
	head := l.EachOfPeople.Prefix(core)
	switch {
	case strings.HasPrefix(core, "人均"), head > 0 && utf8.RuneCountInString(core[head:]) >= 2:
		return false
	case isPerTime(core):
		return true
	case strings.HasPrefix(core, "每"):
		return n <= 8 && l.subjectOf(core) == "" && !strings.Contains(core, "有") // 每百户有车
	}
	return n <= 8 && (strings.HasPrefix(core, "平均每") || n <= 6 && !l.startsAnew(i))
}

// needsSubject reports whether a rate or an attribute does not say of what:
// 好评率, 按期办结率, 运营里程, but not 森林覆盖率.
func (g grammar) needsSubject(core string, n int, rate bool) bool {
	size := g.Attributes.Suffix(core)
	if strings.Contains(core, "、") || !rate && size == 0 {
		return false
	}
	rest := core[:len(core)-size]
	if rest == "" || g.AttributeFronts.Has(rest) {
		return true
	}
	if g.Changing.Prefix(rest) > 0 && g.Durations.Suffix(core) > 0 || strings.HasSuffix(core, "占比") {
		return false // 压缩办理时间65%, 当场处罚占比
	}
	if strings.HasSuffix(core, "率") && utf8.RuneCountInString(rest) <= 2 {
		return true
	}
	return n <= 7 && g.onlyVerbs(rest)
}

// nameKind names a figure that a clause with 的 picks out of what stands before:
// 其中取得资格的1人.
func (l *labeller) nameKind(m *mark, core string, i int) {
	m.subject, m.carried = l.context(i), true
	if m.inner && l.whole != "" {
		m.subject = l.whole
	}
	noun := l.noVerb(m.subject)
	if l.UnitsOfPeople.Has(m.unit) {
		noun = "人员"
	}
	if m.subject == "" {
		m.subject, m.carried = core, false
	}
	m.label = core + "的" + noun
	if !m.inner && l.itemsBefore(i) != "" {
		m.label, m.subject = core, core // 卫生院96家、服务中心38家，达标的129家: of both
		return
	}
	if noun == "" || l.onlyVerbs(noun) || l.isVerb(noun) && !l.nominal(noun) || m.unit != l.unit && noun != "人员" || strings.Contains(noun, "的") || utf8.RuneCountInString(m.label) > maxLabel {
		m.label = core
	}
}

// nameVerb names a figure that has only a verb: 保留176件, 合格3791批次.
func (l *labeller) nameVerb(m *mark, core string, n, k, i int) {
	if noun := l.nounOfKinds(m, k); noun != "" {
		m.label, m.subject = noun, noun
		return
	}
	subject := l.context(i)
	if l.whole != "" && l.inner > 0 {
		subject = l.whole
	}
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
	if l.namesRate(subject) || m.unit != l.unit && l.Averages.In(subject) || l.onlyVerbs(subject) || l.VerbsAlone.Has(subject) {
		subject, m.subject, m.carried = "", "", false
	}
	subject = l.withoutProcess(subject)
	if subject == "" || m.unit != l.unit && l.Acts.Suffix(core) > 0 || l.startsAnew(i) && (m.unit == l.unit || !l.sameSentence(i)) && l.s.previous(k) == nil {
		m.label, m.subject, m.carried = core, core, false
		return
	}
	subject = brief(subject)
	switch {
	case l.Outcomes.Suffix(subject) > 0 && (l.Outcomes.Has(core) || l.onlyVerbs(core) && l.sayEnough(core)):
		m.label, m.subject, m.carried = core, core, false // 一审胜诉20件，败诉6件: two outcomes of the same cases
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
	case m.unit != l.unit:
		m.label = l.fullNoun(subject) + core
		if strings.HasPrefix(m.unit, "个") || n >= 4 {
			m.label = subject + core
		}
	case n >= 4 || strings.Contains(subject, core) || l.topic != "" && !l.leavesTopic(m):
		m.label = core
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

// attach puts a per-something phrase and its subject together.
func (g grammar) attach(core, subject string, sameUnit bool) string {
	switch {
	case subject == "":
		return core
	case strings.HasPrefix(core, "每"), isPerTime(core):
		return core + g.fullNoun(subject)
	case sameUnit && strings.HasPrefix(core, "平均每"):
		return core + g.fullNoun(subject)
	}
	return g.fullNoun(subject) + core
}
