package figure

import (
	"strings"
	"unicode/utf8"
)

// A name is carried on only as far as its sentence speaks of the same thing.

// turnsTo reports whether words behind a semicolon name another kind of cases than the whole
// that parts were told of: 行政复议45件，其中维持40件；行政诉讼16件，胜诉12件.
func (l *labeller) turnsTo(core string, i int) bool {
	if l.inner == 0 || !l.afterSemicolon(i) {
		return false
	}
	if l.Passives.Prefix(core) > 0 && l.Passives.Prefix(l.whole) > 0 && !strings.HasPrefix(l.whole, core) {
		return true // 被申请行政复议138件，其中维持96件；被诉41件，审结36件
	}
	now, ok := l.Matters.FindLast(core)
	then, was := l.Matters.FindLast(l.whole)
	return ok && was && core[now.Start:now.End] != l.whole[then.Start:then.End]
}

// leavesTopic reports whether a figure carries on a subject of its own sentence that the
// heading above does not speak of: under 规范行政执法, the 12件 of 受理热线工单16件，办结12件.
func (l *labeller) leavesTopic(m *mark) bool {
	if !m.carried || m.subject == "" || m.unit != l.unit || l.s.clauses[l.clause].sentence != l.s.clauses[m.clause].sentence {
		return false
	}
	if strings.Contains(m.subject, l.topic) {
		return false
	}
	if l.Topics.In(m.subject) {
		return true
	}
	noun := l.noVerb(m.subject)
	if utf8.RuneCountInString(noun) < 4 {
		return false
	}
	return !strings.ContainsAny(noun, l.topic)
}

// notOfNew takes the verb of what is new off the name of how many there are by now:
// 示范村新命名6个，累计达到16个.
func (l *labeller) notOfNew(m *mark, label string) string {
	if !m.carried || !l.saysTotal(m.pre) {
		return label
	}
	at := strings.LastIndex(label, "新")
	if at <= 0 || !l.onlyVerbs(label[at:]) && !l.onlyVerbs(label[at+len("新"):]) {
		return label
	}
	noun := label[:at]
	return noun[l.RunningTotals.Prefix(noun):]
}

// saysTotal reports whether words before a number say how many there are by now: 累计达到, 全市共有.
func (g grammar) saysTotal(words string) bool {
	words = strings.TrimLeft(words, "，、")
	return g.RunningTotals.Prefix(words[g.WholeBodies.Prefix(words):]) > 0
}

// narrowed puts what is denied in front of a name that is of more than the figure:
// 16名执法人员中有3名未取得执法证 has 3名未取得执法证的执法人员.
func (l *labeller) narrowed(m *mark, label string) string {
	denied := l.trimAdverbs(m.post)
	n := l.NounTailsSaid.Prefix(denied)
	if label == "" || n == 0 || strings.HasPrefix(denied, "新") || strings.Contains(label, denied) || l.isRate(m.unit) {
		return label
	}
	if done := denied[n:]; strings.HasPrefix(denied, "未") && l.Verbs.Prefix(done) == 0 && l.LightVerbs.Prefix(done) == 0 {
		return label // 推进3个未来社区: a noun that begins so
	}
	if utf8.RuneCountInString(denied+label) >= maxLabel {
		return ""
	}
	return denied + "的" + label
}

// averaged is a label with the word before the numeral that says it is an average, which is no part
// of the name there: 平均答复时间 of 答复时间平均为3天.
func (l *labeller) averaged(m *mark, label string) string {
	words := strings.TrimRight(m.pre, "为约达到至是在")
	n := l.AverageOpenings.Suffix(words)
	if n == 0 || n == len(words) || m.changes || m.unit == "个百分点" || label == "" || strings.Contains(label, words[len(words)-n:]) || l.Averages.Prefix(label) > 0 {
		return label
	}
	return words[len(words)-n:] + label
}

// nameRest names 其余14处 and 其他9件 after the whole that they are the rest of.
func (l *labeller) nameRest(m *mark, p phrase, k int) {
	whole := l.whole
	if whole == "" {
		whole = l.subject
	}
	if l.countsPrior(m, "") {
		whole = l.prior
	}
	m.carried = true
	core := strings.TrimPrefix(p.core, p.rest)
	if core == "的" {
		core = ""
	}
	noun, _ := l.splitNoun(m.post)
	if l.onlyVerbs(noun) || l.Adverbs.Has(noun) {
		noun = "" // 其余2座限期整改
	}
	if share, ok := strings.CutSuffix(core, "占"); ok && l.isRate(m.unit) {
		core = share + "占比" // 其他劳资类占20.4%
	}
	if noun == "" && (core == "" || core == "类") {
		m.rest = p.rest + core
	} else if noun == "" && l.NounsOfKinds.Has(core) {
		m.rest = p.rest // 其他案件 of 仲裁案件
	}
	switch {
	case core != "":
		m.label = p.rest + core
	case noun != "":
		m.label = p.rest + noun // 其他6家企业
	case l.besideItem(k):
		m.label = l.restOfList(p.rest, k)
	case l.leftOf(whole) != "":
		m.label = p.rest + l.leftOf(whole)
	}
	m.subject, l.rest = whole, m.label
}

// besideItem reports whether the mark before mark k is an item that 其他 stands beside, and no whole of which it is the rest: 水土保持类38件 of
// 河道采砂类140件、水土保持类38件、其他42件. Where 其中 opens the list, its whole is known.
func (l *labeller) besideItem(k int) bool {
	if k == 0 || l.inner == l.s.clauses[l.s.marks[k].clause].sentence+1 {
		return false
	}
	prev := l.s.before(k)
	return prev != nil && prev.unit == l.s.marks[k].unit && !prev.carried && !prev.changes && prev.pair == single
}

// restOfList names what a list leaves out by the wide noun that its last two things end in: 其他案件 of 公共卫生类案件96件、职业卫生类案件22件，
// 其他8件. It is "" where they end in none.
func (l *labeller) restOfList(rest string, k int) string {
	if k < 2 {
		return ""
	}
	a, b := l.s.marks[k-2].label, l.s.marks[k-1].label
	n := l.Generic.Suffix(b)
	if n <= len("村") || a == b || !strings.HasSuffix(a, b[len(b)-n:]) {
		return ""
	}
	return rest + b[len(b)-n:]
}

// countsPrior reports whether a number with no noun is of the subject before the last one, whose unit it
// has: 20项任务分解到12个科室，完成19项 counts 任务. A verb that says enough is of nothing else.
func (l *labeller) countsPrior(m *mark, core string) bool {
	if l.TakingPart.Has(core) || l.s.semicolonBetween(l.priorAt, m.clause) {
		return false // 受众2.7万人；组织旁听庭审2次，参加85人
	}
	return l.prior != "" && m.unit == l.priorUnit && m.unit != l.unit && l.inner == 0 && !l.sayEnough(core) && !l.onlyVerbs(l.prior) &&
		l.s.clauses[l.priorAt].sentence == l.s.clauses[m.clause].sentence && l.sameSentence(m.clause)
}

// ofWholePlace reports whether a number that stands with no noun behind a semicolon is of a whole province or city, so that it is
// not of what the body itself did before it: 调解劳资纠纷402起；示例镇派出所被命名为示范所，全省仅15个. So it is where a clause with words of its
// own stands between and the unit is another.
func (l *labeller) ofWholePlace(m *mark, i int) bool {
	words := strings.TrimLeft(m.pre, "，、")
	if l.WholeBodies.Prefix(words) == 0 || l.clause >= i {
		return false
	}
	apart := l.s.clauses[i-1].last == 0 && l.clause < i-1 && m.unit != l.unit
	return apart || l.s.semicolonBetween(l.clause, i)
}

// semicolonBetween reports whether a semicolon parts clause i from clause j after it.
func (s *scanner) semicolonBetween(i, j int) bool {
	const reach = 12 // clauses
	for k := max(i, j-reach); k < j; k++ {
		if stop := s.clauses[k].stop; stop == '；' || stop == ';' {
			return true
		}
	}
	return false
}

// leftOf is the noun that 其余 leaves out after a whole: 案件 of 办理案件, and 行政诉讼案件 of 行政诉讼案件审结, for the
// others have not been closed. It is "" after no more than a deed.
func (g grammar) leftOf(whole string) string {
	if whole == "" {
		return ""
	}
	noun := g.withoutStock(g.noVerb(whole))
	if n := max(g.VerbsAlone.Suffix(noun), g.Outcomes.Suffix(noun)); n > 0 && n < len(noun) && g.ActsOfGovernment.Suffix(noun) == 0 && g.Generic.Suffix(noun[:len(noun)-n]) > 0 {
		noun = noun[:len(noun)-n]
	}
	if g.onlyVerbs(noun) {
		return ""
	}
	return noun
}

// withoutStock takes the word off the front of a name that says that they are there now: of 在册社区矫正对象
// others were received and released.
func (g grammar) withoutStock(noun string) string {
	if n := g.Stocks.Prefix(noun); n < len(noun) {
		return noun[n:]
	}
	return noun
}

// proposed is the label of what is to be done with things that were looked through, with the word
// that says that it is only proposed: 拟废止文件 of 清理文件88件，拟废止18件, 拟作出重大处罚的案件.
func (l *labeller) proposed(m *mark, label string) string {
	at, ok := l.GoalsOfThings.FindLast(m.pre)
	if !ok || m.target || label == "" {
		return label
	}
	deed, things := m.pre[at.Start:at.End], m.pre[at.End:]
	switch {
	case l.CheckCaseOutcomes.Has(things):
	case l.GoalsNamed.Has(deed) || at.Start > 0 || !strings.HasPrefix(label, things):
		return label
	default:
		if kind, ok := strings.CutSuffix(things, "的"); ok && l.DealtWith.Prefix(label[len(things):]) > 0 {
			label = kind // 拟吊销许可证的4件依法告知听证权利
		}
	}
	if strings.HasPrefix(label, deed) {
		return label
	}
	return deed + label
}

// notOfPeople gives places no name that is of the people in them, whom the next number of the
// clause counts: of 有7个所执法人员不足5人 nobody has 7个执法人员, and 所执法人员 is torn.
func (l *labeller) notOfPeople(m *mark, k int, label string) string {
	if prev := l.s.previous(k); prev != nil && l.UnitsOfPeople.Has(m.unit) && !l.UnitsOfPeople.Has(prev.unit) && prev.post == label {
		if rest, torn := strings.CutPrefix(label, "所"); torn && l.Agents.Prefix(rest) < len(rest) {
			return rest
		}
		return label
	}
	next := k + 1
	if l.UnitsOfPeople.Has(m.unit) || next >= len(l.s.marks) || l.s.marks[next].clause != m.clause || !l.UnitsOfPeople.Has(l.s.marks[next].unit) {
		return label
	}
	if label != "" && label != m.post && !strings.HasSuffix(label, m.post) || !strings.HasSuffix(label, "员") {
		return label
	}
	return ""
}
