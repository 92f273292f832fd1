package figure

import (
	"strings"
	"unicode/utf8"
)

// wordsBefore is a figure that the words before it name.
type wordsBefore struct {
	*labeller
	m     *mark
	p     phrase
	core  string // the words, without what stands before a light verb
	size  int    // their characters
	named bool   // a light verb was taken off: 开展检查, so that the verb is a noun
	k, i  int    // the mark, and its clause
}

// nameBefore names a figure by the words before it.
func (l *labeller) nameBefore(m *mark, p phrase, k, i int) {
	core := p.core
	if left, ok := l.origin(core); ok && m.post == "" && l.pairFollows(m, k, i) {
		p = l.parse(left)
		if core = p.core; core == "" {
			m.by = "subject of a pair"
			m.label, m.subject, m.carried = l.context(i), l.context(i), true
			return
		}
	}
	if l.leadsNumberBehind(m, core, k, i) {
		l.nameBare(m, k, i)
		return
	}
	w := &wordsBefore{labeller: l, m: m, p: p, k: k, i: i}
	w.cutCore(core)
	if m.by = firstOf(partsOfOthers, w); m.by == "" {
		step := firstOf(wordsCarriedOn, w)
		m.by = strings.TrimSuffix(step+", "+m.by, ", ") // a verb tells by which of its own steps
	}
	if m.by == "" {
		m.by = "words before"
		l.nameByPhrase(m, p, w.core)
		if !l.isVerb(core) && l.LightVerbs.Prefix(core) == 0 {
			l.inList(m, k)
		}
	}
	if m.label == "" {
		m.label = p.core
	}
	l.withTopic(m)
}

// leadsNumberBehind reports whether words say nothing of the figure itself, which touches the next: 实施 of 实施5批次19组战略性重组.
func (l *labeller) leadsNumberBehind(m *mark, core string, k, i int) bool {
	next := k + 1
	if next >= len(l.s.marks) || l.s.marks[next].clause != i || l.s.marks[next].start != m.next {
		return false
	}
	return l.onlyVerbs(core) && l.nounBehind(next, i) != "" || l.Prepositions.Suffix(core) > 0 || l.LabelFronts.Prefix(core) == len(core)
}

// cutCore takes off the words what is no name: examples before 等, but not what people have (具有化工、机械等专业背景的12人); all but the last of what was done; and light
// verbs.
func (w *wordsBefore) cutCore(core string) {
	if rest := w.afterEtc(core); rest != core && !(strings.Contains(w.m.pre, core+"的") && w.UnitsOfPeople.Has(w.m.unit) && w.Holding.Prefix(core) > 0) {
		core = w.withoutDoerAhead(rest)
	}
	w.core = w.lastOfChain(core)
	if !w.p.of {
		full := w.core
		if w.core = w.dropLight(full); w.saysWithVerb(w.m, full, w.core) {
			w.core = full
		}
		w.named = w.core != full && w.LightVerbsOfResult.Prefix(full) == 0
		w.m.named = w.named
	}
	w.size = utf8.RuneCountInString(w.core)
}

// nameChange names a figure by how much the subject, or a rate of its own (满意率提高), has changed.
func (l *labeller) nameChange(m *mark, core string, k int) {
	changed := core[:len(core)-l.Changing.Suffix(core)]
	ofRate := strings.HasSuffix(changed, "率")
	m.label = l.changedOf(m, k, core) + core
	switch {
	case m.changed == unsure && l.NetChanges.Prefix(core) == 0 || l.savedOtherwise(core, m.subject):
		m.label = core // bare 下降 is no label
	case ofRate && changed != core && l.strangeSubject(m, changed):
		m.label = core
	case ofRate && changed != core:
		m.label = l.relative(changed) + core[len(changed):] // 立案数下降14%，破案率提高3个百分点
	}
	if m.unit == "个百分点" && l.rate != "" && m.changed != unsure && !ofRate {
		m.label = l.rate + core
	}
}

// oneOfThese is the name of things that words pick out of others: 超期办结的监察案件 of 监察案件中超期办结的. It is "" for other words.
func (g grammar) oneOfThese(core string) string {
	of, kind, ok := strings.Cut(core, "中")
	if !ok || g.Agents.Suffix(of)+g.Generic.Suffix(of) == 0 || utf8.RuneCountInString(of) < 4 || !g.isVerb(kind) && g.Adverbs.Prefix(kind) == 0 && g.findVerb(kind, true) < 0 || strings.ContainsAny(core, "“《（") {
		return ""
	}
	if label := kind + "的" + of; utf8.RuneCountInString(label) <= maxLabel {
		return label
	}
	return ""
}

// concerns reports whether an item of a list tells what the cases before it in its clause concern: 调解劳动争议310件、涉及金额2300万元.
func (l *labeller) concerns(core string, k int) bool {
	prev := l.s.previous(k)
	return prev != nil && l.UnitsOfCases.Has(prev.unit) && l.LabelFrontsOfNouns.Prefix(core) > 0 && l.Sums.Suffix(core) > 0
}

// saysWithVerb reports whether a noun that a light verb was taken off says another thing without it: people who 参加考试 are no
// 考试, and what was 成功调处 is more than 调处.
func (l *labeller) saysWithVerb(m *mark, full, noun string) bool {
	if l.TakingPart.Prefix(full) > 0 {
		return l.UnitsOfPeople.Has(m.unit) && utf8.RuneCountInString(full) <= maxAttributed && noun != ""
	}
	return l.Outcomes.Prefix(full) > 0 && l.onlyVerbs(noun) && l.isVerb(noun)
}

// nameByPhrase names a figure by the noun phrase before it.
func (l *labeller) nameByPhrase(m *mark, p phrase, core string) {
	core = l.withoutOnly(l.withoutCircumstance(l.withoutInnerOpenings(core)))
	m.label, m.subject = core, core
	if share, ok := strings.CutSuffix(core, "占"); ok && share != "" && (l.isRate(m.unit) || m.num.Fraction) {
		share = share[:len(share)-l.Hedges.Suffix(share)] // 女性约占42.6%
		m.label, m.subject = share+"占比", share
		if of, kind, found := strings.Cut(share, "中"); found && strings.HasSuffix(kind, "的") && l.Agents.Suffix(of) > 0 {
			m.label, m.subject = kind+of+"占比", of // 执法人员中具有专业背景的仅占42%
		} else if strings.HasSuffix(share, "的") && l.subject != "" {
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
		m.subject = m.subject[:len(m.subject)-l.AverageOpenings.Suffix(m.subject)] // 审批时限平均压缩
	}
}

// withoutOnly takes the words that say how few there are out of the name of an average: 平均每个乡镇执法人员 of
// 平均每个乡镇仅有执法人员.
func (g grammar) withoutOnly(core string) string {
	if g.AverageOpenings.Prefix(core) == 0 {
		return core
	}
	if only, ok := g.OnlyHaving.Find(core, 0); ok && only.End < len(core) {
		return core[:only.Start] + core[only.End:]
	}
	return core
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

// eachBody reports whether words say no more than each of what bodies: 每所, 每社区.
func (g grammar) eachBody(core string) bool {
	rest, ok := strings.CutPrefix(core, "每")
	return ok && (g.eachOf(core) || g.Generic.Has(rest) || g.Doers.Has(rest))
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
