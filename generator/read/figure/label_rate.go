package figure

import (
	"strings"
	"unicode/utf8"
)

// relative names a rate or an attribute after its subject, without doubling
// what both say: 食品抽检 + 合格率.
func (l *labeller) relative(core string) string {
	if l.besideRate(core) || core == l.subject+"率" && l.Stages.In(l.prior) {
		return core
	}
	if l.ofPriorDeed(core) {
		return core
	}
	subject := l.withoutProcess(l.ofTally(brief(l.rateSubject(l.noRate(l.subjectFor(core))))))
	if full := l.subjectFor(core); strings.HasPrefix(full, "不") && strings.HasSuffix(full, subject) {
		subject = full // the 处置率 of 不合格食品 is not that of 食品
	}
	if n := l.Adverbs.Suffix(subject); n+len("投诉") <= len(subject) && strings.HasSuffix(core, "率") {
		subject = subject[:len(subject)-n] // 投诉按时办结率99%，调解成功率56%: that of 投诉
	}
	if stem := strings.TrimSuffix(core, "率"); stem != core && stem != "" {
		if rest, ok := strings.CutPrefix(subject, stem); ok && rest != "" {
			subject = rest // 问题整改率 of 整改问题
		}
	}
	if n := l.NotDecided.Suffix(subject); n > 0 && l.Matters.Suffix(subject[:len(subject)-n]) > 0 && l.ofCases(core) {
		subject = subject[:len(subject)-n] // 行政复议调解率 of 行政复议申请
	}
	if verb := l.RateVerbs.Prefix(subject); verb > 0 && strings.HasPrefix(core, subject[:verb]) && utf8.RuneCountInString(subject[verb:]) >= 2 {
		subject = subject[verb:] // 矛盾纠纷调解成功率 of 调解矛盾纠纷
	}
	if of := l.withoutAttribute(subject); l.Attributes.Suffix(core) > 0 && !strings.HasSuffix(core, "率") && !l.SaysNothing.Has(core) {
		subject = of
	}
	if l.ownAttribute(core, subject) || l.twoDeeds(core, subject) {
		return core
	}
	if subject == "" || strings.Contains(core, subject) || strings.HasSuffix(core, "率") && (l.UnitsOfTime.Has(l.unit) || l.Durations.Suffix(subject) > 0 && l.Attributes.Suffix(subject) > 0) {
		return core // 平均到场时间 has no 处置率
	}
	if strings.HasPrefix(core, tail(subject, 6)) {
		return subject + core[len(tail(subject, 6)):]
	}
	if strings.HasPrefix(subject, head(core, 12)) && len(core) >= 12 {
		return core
	}
	return subject + core
}

// ofPriorDeed reports whether the subject before the last holds the deed of a rate, and the last does not, so that the rate is of the former: 安置帮教对象127人，推荐就业11人，
// 帮教率100%.
func (l *labeller) ofPriorDeed(core string) bool {
	deed, ok := strings.CutSuffix(core, "率")
	return ok && l.prior != "" && l.priorUnit == l.unit && len(deed) == len("帮教") && l.inner == 0 && l.sameSentence(l.priorAt) &&
		strings.Contains(l.prior, deed) && !strings.Contains(l.subject, deed)
}

// ofCases reports whether a rate is of how cases end.
func (g grammar) ofCases(core string) bool {
	stem, ok := strings.CutSuffix(core, "率")
	return ok && (g.RatesOfCases.Suffix(stem) > 0 || g.RatesOfDisputes.Suffix(stem) > 0)
}

// twoDeeds reports whether a rate is of one step of a case and the subject before it is another,
// so that both together would name a rate that nobody has: 立案120起，破案率95% has no 立案破案率.
func (l *labeller) twoDeeds(core, subject string) bool {
	stem, ok := strings.CutSuffix(core, "率")
	return ok && stem != subject && l.VerbsAlone.Has(subject) && l.VerbsAlone.Has(stem) && tail(stem, len("案")) == tail(subject, len("案"))
}

// besideRate reports whether a rate or an attribute stands beside a rate that says of what it is
// in words that no other can be of: 平均办理时长 is not of 网上办税率, nor of 网上办税. Beside an average
// it stands as well: 人均办案12件，平均每案用时18天.
func (l *labeller) besideRate(core string) bool {
	subject := l.subjectFor(core)
	of, ok := strings.CutSuffix(subject, "率")
	if (strings.HasSuffix(subject, "占比") || strings.HasSuffix(subject, "比例")) && !strings.HasSuffix(core, "率") {
		return true // 智能发现占比46%，平均处置时间5.4小时
	}
	if !ok {
		return l.Averages.Prefix(subject) > 0 && l.AverageOpenings.Prefix(core) > 0
	}
	return !strings.HasSuffix(core, "率") || l.noRate(subject) == of
}

// ofTally is what a number of things counts, so that a rate may be of it: 投诉 of 投诉量.
func (g grammar) ofTally(subject string) string {
	if n := g.Tallies.Suffix(subject); n > 0 && utf8.RuneCountInString(subject[:len(subject)-n]) >= 2 && !strings.HasSuffix(subject, "人数") {
		return strings.TrimSuffix(subject[:len(subject)-n], "总")
	}
	return subject
}

// ownAttribute reports whether an attribute or a rate is not of the subject before it: what a
// number of those who came is itself an attribute of (参考人数1326人，优秀率88%), the rate of lost cases is
// not of those who appeared (负责人出庭应诉37件，败诉率8%), money and time are not of what was saved (减少材料61份，
// 平均办理时限压缩62%), and money in a list of people is a thing of its own (涉及群众2160户、资金3400万元).
func (l *labeller) ownAttribute(core, subject string) bool {
	if of := subject[:len(subject)-l.Attributes.Suffix(subject)]; of != subject && (of == "" || l.onlyVerbs(of) || l.VerbsAlone.Has(of)) {
		return true
	}
	if n := l.Attendances.Suffix(subject); n > 0 && !strings.Contains(core, subject[len(subject)-n:]) {
		return true
	}
	if l.AverageOpenings.Prefix(core) > 0 && strings.HasSuffix(subject, "次数") {
		return true // 跑动次数3次，平均用时1.5天: that is of no times
	}
	if l.LabelFrontsOfNouns.Prefix(l.subject) > 0 && l.Sums.Suffix(core) > 0 {
		return true
	}
	return l.savedOtherwise(core, subject)
}

// savedOtherwise reports whether a time or a number of steps is saved beside others, and not of
// them: 减少材料61份，平均办理时限压缩62%.
func (l *labeller) savedOtherwise(core, subject string) bool {
	core = core[:len(core)-l.Changing.Suffix(core)]
	return core != "" && core != subject && l.Durations.Suffix(core) > 0 && (l.Durations.Suffix(subject) > 0 || l.Falls.Prefix(l.subject) > 0)
}

// withoutAttribute is what an attribute is of, so that another may be: 粮食 of 粮食播种面积,
// for 总产量.
func (g grammar) withoutAttribute(subject string) string {
	rest := subject[:len(subject)-g.Attributes.Suffix(subject)]
	if rest == "" || rest == subject {
		return subject
	}
	if verb := tail(rest, 2*len("播")); len(verb) < len(rest) && g.onlyVerbs(verb) {
		rest = strings.TrimSuffix(rest, verb)
	}
	return rest
}

// noRate takes a rate with its verb off a subject: the 满意率 after 工单办结率 is not
// of that rate but of 工单.
func (g grammar) noRate(subject string) string {
	s, ok := strings.CutSuffix(subject, "率")
	if !ok {
		return subject
	}
	if verb := tail(s, 2*len("办")); g.onlyVerbs(verb) {
		s = strings.TrimSuffix(s, verb)
	}
	if g.Punctual.Has(s) {
		return "" // 限时办结率99.9%，回访满意率97.8%: that is of no 限时
	}
	return s
}

// itemsBefore is the list of things that the clause of the last subject, before
// clause i, counts in one unit side by side, so that a rate after it is of all of
// them: 司法建议、检察建议 of 司法建议9份、检察建议14份，回复率100%. It is "" where no list stands there.
func (l *labeller) itemsBefore(i int) string {
	s := l.s
	c := &s.clauses[l.clause]
	if l.clause >= i || c.sentence != s.clauses[i].sentence || l.inner == c.sentence+1 {
		return ""
	}
	items := ""
	for k := c.last - 1; k >= c.first; k-- {
		m := &s.marks[k]
		if m.clause != l.clause || m.unit != l.unit || m.carried || m.changes || l.isRate(m.unit) || m.subject == "" || l.onlyVerbs(m.subject) {
			return ""
		}
		if items == m.subject || strings.HasPrefix(items, m.subject+"、") {
			return "" // 受理案件12件、办结案件10件
		}
		if item := l.noVerb(m.subject); items == "" || !strings.HasSuffix(item, items) { // 部交办信访件86件、省转办信访件152件
			items = strings.TrimSuffix(item+"、"+items, "、")
		}
		if k == c.first {
			break
		}
		prev := &s.marks[k-1]
		if gap, _ := runeAt(s.text, prev.next); prev.next >= m.start || gap != '、' && gap != '和' {
			return ""
		}
	}
	if c.last-c.first < 2 {
		return ""
	}
	return items
}
