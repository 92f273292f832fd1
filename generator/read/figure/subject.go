package figure

import (
	"strings"
	"unicode/utf8"
)

func (g grammar) trimAdverbs(s string) string {
	for {
		n := g.Adverbs.Prefix(s)
		if n == 0 || n == len(s) || s[:n] == "不" || s[:n] == "未" {
			return s
		}
		s = s[n:]
	}
}

// partOfAnother reports whether a figure is part of a whole that names a topic of its own beside
// that of the heading: under 法治宣传, the 刑事139件 of 法律援助案件412件，其中刑事139件.
func (l *labeller) partOfAnother(m *mark) bool {
	return m.inner && l.Topics.In(l.whole) && !strings.Contains(l.whole, l.topic)
}

// sameSentence reports whether clause i is of the sentence of the subject carried on: the 3人 of
// 投诉占比34.2%。取证能力不足，只有3人取得资格 are no 投诉.
func (l *labeller) sameSentence(i int) bool {
	return l.s.clauses[l.clause].sentence == l.s.clauses[i].sentence
}

// startsAnew reports whether a clause follows 。 or ；.
func (l *labeller) startsAnew(i int) bool {
	return i == 0 || l.afterSemicolon(i) || l.s.clauses[i-1].sentence != l.s.clauses[i].sentence
}

// afterSemicolon reports whether a clause follows ；.
func (l *labeller) afterSemicolon(i int) bool {
	return i > 0 && (l.s.clauses[i-1].stop == '；' || l.s.clauses[i-1].stop == ';')
}

// subjectFor is the subject of a rate: 成功率 is not that of 调解成功.
func (l *labeller) subjectFor(core string) string {
	if !strings.HasSuffix(core, "率") {
		return l.subject
	}
	stem := strings.TrimSuffix(core, "率")
	stem = tail(stem, 6)
	if noun, ok := strings.CutPrefix(l.subject, stem); ok && utf8.RuneCountInString(noun) >= 3 && !l.onlyVerbs(noun) && l.inner == 0 {
		return noun // 发放告知书320份，签订承诺书298份，签订率93%
	}
	if own, ok := strings.CutSuffix(l.subject, stem); ok && stem != "" && l.inner == 0 {
		if noun := l.noVerb(own); utf8.RuneCountInString(noun) >= 3 && !l.onlyVerbs(noun) {
			return noun // 抽检3820批次，不合格食品处置64批次，处置率100%
		}
	}
	if l.prior != "" && l.priorUnit != l.unit && l.sameSentence(l.priorAt) && l.last != l.subject && len(stem) == 6 && strings.HasSuffix(l.last, l.noVerb(l.prior)) && strings.Contains(l.last, head(strings.TrimSuffix(core, "率"), 6)) {
		return l.prior // 隐患1873处，责令停用96台，已整改1851处，整改率98.8%: of the 隐患
	}
	switch {
	case l.prior != "" && l.UnitsOfMoney.Suffix(l.unit) > 0 && l.UnitsOfMoney.Suffix(l.priorUnit) == 0 && !strings.Contains(l.subject, stem):
		return l.prior // 结案604件，追回工资58万元，调撤率78%: of the cases, not of the wages
	case l.inner > 0 && l.whole != "" && !strings.Contains(l.whole, stem):
		return l.whole
	case stem != "" && strings.Contains(l.subject, stem) && !strings.Contains(l.noVerb(l.subject), stem) && len(l.noVerb(l.subject)) >= 12:
		return l.noVerb(l.subject)
	case stem != "" && strings.Contains(l.subject, stem) && l.prior != "" && l.clause > 0 && !l.sameSentence(l.priorAt):
		if who, _, _ := strings.Cut(l.subject, stem); who != "" && !l.onlyVerbs(who) {
			return who // 新接收6人。刑满释放安置帮教34人，安置率97%: those of the sentence before are others
		}
		return l.ofStem(l.subject, stem)
	case stem != "" && strings.Contains(l.subject, stem) && l.prior != "" && l.clause > 0:
		if l.priorUnit != l.unit {
			return l.ofStem(l.subject, stem)
		}
		return l.prior
	}
	return l.subject
}

// ofStem is what a rate counts, of a subject that holds its stem: 问题 of
// 督促整改问题 for 整改率, 医疗保险 of 医疗保险参保人数 for 参保率.
func (g grammar) ofStem(subject, stem string) string {
	before, noun, _ := strings.Cut(subject, stem)
	switch {
	case noun != "" && g.Attributes.Suffix(noun) < len(noun) && !(g.Generic.Has(noun) && utf8.RuneCountInString(before) >= 4 && !g.onlyVerbs(before)):
		return noun
	case before != "":
		return before
	}
	return subject
}

// brief is the last noun of a long subject: 行政处罚权 of 承接区级部门下放的行政处罚权.
func brief(s string) string {
	if at := strings.LastIndex(s, "的"); at >= 0 && utf8.RuneCountInString(s) > 10 && len(s)-at > 9 {
		return s[at+len("的"):]
	}
	return s
}

// rateSubject takes the verb off a subject unless it says what the rate is of:
// 调解矛盾纠纷成功率, but 法律需求回应率.
func (g grammar) rateSubject(s string) string {
	if g.RateVerbs.Prefix(s) > 0 {
		return s
	}
	if noun := g.noVerb(s); !g.Generic.Has(noun) {
		if at := strings.LastIndex(noun, "的") + len("的"); noun != s && at > len("的") && utf8.RuneCountInString(noun[at:]) >= 2 {
			return noun[at:] // 干部 of 参加考试的干部: 考试的干部 is torn
		}
		return noun // 总里程 after 新增里程 is not of the new ones
	}
	return s
}

// context is the subject that a clause leaves out: that of the figure before,
// or what the clause before is about.
func (l *labeller) context(i int) string {
	s := l.s
	if i > 0 && i-1 > l.clause && s.clauses[i-1].last == 0 && s.clauses[i-1].sentence == s.clauses[i].sentence {
		if object := l.objectOf(tidy(s.text[s.clauses[i-1].start:s.clauses[i-1].end])); object != "" && (l.subject == "" || s.clauses[i].sentence != s.clauses[l.clause].sentence) {
			l.subject, l.unit, l.clause, l.whole = object, "", i-1, object
			return object
		}
	}
	return l.subject
}

// objectOf is what a clause without figures is about, when it is short.
func (g grammar) objectOf(words string) string {
	if len(words) > 120 {
		return ""
	}
	s := g.parse(words).core
	if at := strings.Index(s, "第"); at > 0 && !strings.ContainsFunc(s[at+len("第"):], func(r rune) bool { return classOf(r) != arabic && classOf(r) != han }) {
		s = s[:at] // 排名第3
	}
	s = g.noVerb(s)
	s = s[:len(s)-g.Aspects.Suffix(s)]
	if n := utf8.RuneCountInString(s); n < 2 || n > 14 {
		return ""
	}
	return s
}

// subjectOf is the noun that opens a lead: 经济总量 of 经济总量连续跨过.
func (g grammar) subjectOf(lead string) string {
	at := g.findVerb(lead, false)
	if at <= 0 {
		return ""
	}
	return g.trimBridges(lead[:at])
}

// withoutDoer takes whoever does something off the front of words: 县行政复议机构收到复议申请
// is 收到复议申请.
func (g grammar) withoutDoer(s string) string {
	if i := strings.Index(s, "中"); i >= 2*len("行") && g.doesSomething(s[i+len("中"):]) && !strings.ContainsAny(s[:i], "“《（") {
		return s[i+len("中"):] // 整治行动中查处案件
	}
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == quote {
			return s
		}
		if i >= 6 && g.Doers.Suffix(s[:i]) > 0 {
			rest := g.withoutOpenings(s[i:])
			if n := max(g.Verbs.Prefix(rest), g.LightVerbs.Prefix(rest)); n > 0 && len(rest)-n >= 6 {
				return rest
			}
		}
		i += w
	}
	return s
}

// withoutCircumstance takes by what means or rule something was done off the front of it: 发布信息 of
// 通过政务微信发布信息. For whom it was done stays: 为受援人挽回经济损失.
func (g grammar) withoutCircumstance(core string) string {
	const shortest = 4 // characters of what was done
	if _, deed, ok := strings.Cut(core, "名义"); ok && strings.HasPrefix(core, "以") && utf8.RuneCountInString(deed) >= shortest {
		return deed // 以镇政府名义办理行政处罚案件
	}
	n := g.Circumstances.Prefix(core)
	if n == 0 || g.Prepositions.Prefix(core) > 0 || g.isVerb(core) || strings.Contains(core, "的") {
		return core
	}
	at := g.findVerb(core[n:], false)
	if at <= 0 || utf8.RuneCountInString(core[n+at:]) < shortest {
		return core
	}
	return core[n+at:]
}

// withoutDoerAhead takes the word that sums up a list of bodies off what they did together: 开展检查
// of 公安、交通等部门开展检查. In 部门规章 it is part of the noun.
func (g grammar) withoutDoerAhead(s string) string {
	const shortest = 4 // characters of what they did
	if n := g.Doers.Prefix(s); n > 0 && utf8.RuneCountInString(s[n:]) >= shortest {
		return s[n:]
	}
	return s
}

// newly is the length of 新 with the verb it describes: 新修订 of 新修订制度, of which others
// were repealed. It is 0 for 新能源.
func (g grammar) newly(s string) int {
	rest, ok := strings.CutPrefix(s, "新")
	if !ok {
		return 0
	}
	n := max(g.Verbs.Prefix(s), g.LightVerbs.Prefix(s), len("新")+g.Verbs.Prefix(rest)) // 新增, 新收, 新建成
	if n == len("新") || n == len(s) {
		return 0
	}
	return n
}

// withoutInnerOpenings takes the words that say no more than when or how many
// from between whoever does something and the verb: 公证处全年办证 is 公证处办证.
func (g grammar) withoutInnerOpenings(s string) string {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == quote || classOf(r) == bracket {
			return s
		}
		if n := g.InnerOpenings.Prefix(s[i:]); n >= len("累计") && i >= 9 && g.isVerb(s[i+n:]) {
			return s[:i] + s[i+n:] // 社区矫正对象累计接收
		}
		// 县公证处全年办证, 示例镇共排查隐患
		if i >= 6 && (g.Doers.Suffix(s[:i]) > 0 || g.DocumentPlaces.Suffix(s[:i]) > 0 || strings.HasSuffix(s[:i], "员")) && g.InnerOpenings.Prefix(s[i:]) > 0 && g.opening(s[i:]) > 0 {
			rest := s[i:]
			for n := g.InnerOpenings.Prefix(rest); n > 0; n = g.InnerOpenings.Prefix(rest) {
				rest = rest[n:]
			}
			if rest != "" {
				return s[:i] + rest
			}
		}
		i += w
	}
	return s
}

// withoutOpenings is words without those that say no more than when: 办证 of 全年办证.
func (g grammar) withoutOpenings(s string) string {
	for n := g.opening(s); n > 0; n = g.opening(s) {
		s = s[n:]
	}
	return s
}

// fullNoun is a subject without its verbs where the noun says enough: 纠纷 of 调解纠纷,
// but 受理案件.
func (g grammar) fullNoun(s string) string {
	if strings.HasPrefix(s, "平均") {
		return s // 平均办理时长 has been cut, not 办理时长
	}
	if noun := g.noVerb(s); !g.Generic.Has(noun) && g.newly(s) == 0 {
		return noun
	}
	return s // 新登记市场主体 has grown, not all of them
}

// noVerb takes the verbs off the front of words, unless nothing is left.
func (g grammar) noVerb(s string) string {
	s = g.withoutDoer(s)
	if rest, ok := strings.CutPrefix(s, "立"); ok && g.FiledCases.Prefix(rest) > 0 {
		return rest // 立刑事案件12起，破获6起: 破获刑事案件
	}
	if g.Passives.Prefix(s) > 0 {
		return s // 被申请行政复议 is another thing than 申请行政复议
	}
	rest := s
	for {
		if n := g.newly(rest); n > 0 {
			rest = rest[n:]
			continue
		}
		n := g.Verbs.Prefix(rest)
		if n == 0 {
			n = g.LightVerbs.Prefix(rest)
		}
		if n == 0 {
			n = g.Adverbs.Prefix(rest)
		}
		if n == 0 || n == len(rest) || rest[:n] == "不" || rest[:n] == "未" {
			return rest // 不合格产品 are no 产品
		}
		if before := g.VerbsBeforeNouns.Prefix(rest); before == n && utf8.RuneCountInString(rest[n:]) >= 2 && peek(rest, n) != '并' && !g.onlyVerbs(rest[n:]) && g.Agents.Prefix(rest[n:]) == 0 && g.Attributes.Suffix(rest[n:]) < len(rest)-n {
			if noun := rest[n:]; g.Verbs.Prefix(noun) == 0 || g.nominal(noun) || len(noun)-g.Verbs.Prefix(noun) < 4*len("隐") {
				return noun // 问题 of 发现问题
			}
			rest = rest[n:] // 重大事故隐患 of 排查整治重大事故隐患
			continue
		}
		if g.Agents.Prefix(rest[n:]) > 0 || g.Compounds.Prefix(rest[n:]) == len(rest)-n && len(rest)-n <= 6 {
			return rest // 审核意见, 培训人员
		}
		if g.Attributes.Suffix(rest[n:]) == len(rest)-n || len(rest)-n == len("班") {
			return rest // 办理时限, 培训班
		}
		rest = rest[n:]
		switch peek(rest, 0) {
		case '的':
			return strings.TrimPrefix(rest, "的")
		case '并':
			if after := rest[len("并"):]; g.Verbs.Prefix(after) > 0 && g.Verbs.Prefix(after) < len(after) {
				rest = after // 问题 of 发现并整改问题
				continue
			}
			return s
		case '或', '和', '、', '及':
			return s // 撤销或者确认违法
		}
	}
}
