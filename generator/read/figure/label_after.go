package figure

import (
	"mingfa/generator/report"
	"strings"
	"unicode/utf8"
)

// followed reports whether the words after a numeral can name what is counted.
func (g grammar) followed(m *mark) bool {
	r := peek(m.post, 0)
	if r == 0 || m.pair != single && m.pair != lowest {
		return false
	}
	if c := classOf(r); c == quote || c == arabic || report.IsHan(r) || r == 'Ⅰ' || isLetter(r) {
		if g.isRate(m.unit) || g.isMeasure(m.unit) && !g.startsNoun(m.post) {
			return m.pre == "" || g.parse(m.pre).core == "" || strings.HasPrefix(m.post, "的")
		}
		if g.startsNoun(m.post) || m.unit == "次" && g.Prepositions.Prefix(m.post) > 0 { // 4次对法治工作作出批示
			return true
		}
		p := g.parse(m.pre)
		if g.Prepositions.Prefix(p.core) == len(p.core) {
			return true // 对29项涉及群众利益的文件进行解读
		}
		return p.core == "" || p.of || g.onlyVerbs(p.core) && g.isVerb(m.post)
	}
	return false
}

// startsNoun reports whether words after a unit open with a noun rather than
// with what is said of the noun before (812人全部持证).
func (g grammar) startsNoun(post string) bool {
	return g.Predicates.Prefix(post) == 0 && (!g.isVerb(post) || g.nominal(post))
}

// nounAfter is a figure that the words after its unit name: 10名法律顾问.
type nounAfter struct {
	*labeller
	m      *mark
	k      int
	before phrase // the words before the numeral
	noun   string // the noun after the unit: 规范性文件 of 对29件规范性文件进行清理
	said   string // what is said of it: 进行清理
	lead   string // the words before the numeral that may be part of the name
	object bool   // the noun is what something was done to: 对, 为, 向 stand before the numeral
}

// nameAfter names a figure by the noun after its unit.
func (l *labeller) nameAfter(m *mark, p phrase, k int) {
	a := &nounAfter{labeller: l, m: m, k: k, before: p}
	if m.by = firstOf(wordsOfOthers, a); m.by != "" {
		return
	}
	a.noun, a.said = l.splitNoun(m.post)
	if m.by = firstOf(nounsOfOthers, a); m.by != "" {
		return
	}
	a.settleNoun()
	a.settleLead()
	a.settleObject()
	m.subject = a.noun
	m.by = firstOf(nounsWithWords, a)
	a.settleSubject()
}

// settleNoun parts the noun from what is said of it where that is more than a verb's place: an outcome (抽查案卷60卷，7卷不合格), an outcome with its cause
// (2件行政诉讼案件因程序违法败诉), a level whose noun stands after the next level (12个省级、30个市级示范村).
func (a *nounAfter) settleNoun() {
	if a.Outcomes.Has(a.noun) && a.said == "" && a.before.core == "" && (a.m.unit == a.unit && a.NounsOfKinds.Suffix(a.subject) > 0 || a.Examinations.Suffix(a.subject) > 0) {
		a.noun, a.said = "", a.noun
	}
	post := strings.TrimPrefix(a.m.post, "的")
	if n := a.Outcomes.Suffix(post); a.said == "" && a.noun != "" && len(a.noun)+n < len(post) && n > 0 && a.before.core == "" {
		a.said = post[len(post)-n:]
	}
	if at := a.lightAt(a.said); a.noun == "" && at > 0 && !strings.Contains(a.said, "的") && a.Prepositions.Prefix(a.before.core) > 0 {
		a.noun, a.said = a.said[:at], a.said[at:] // 对拟作出的41件处罚决定进行法制审核
	}
	if a.Levels.Has(a.noun) && a.said == "" {
		a.noun = a.levelOf(a.noun, a.k)
	}
}

// settleLead finds what of the words before the numeral may stand in the name: nothing of 主要因为, of how often something is done (每月开展1次), of examples
// (…、…等12个), of a noun that follows as well (28个派出所中有5个派出所), nor of 由5名律师组成的顾问团.
func (a *nounAfter) settleLead() {
	a.lead = a.before.core
	if a.Prepositions.Prefix(a.lead) == 0 {
		a.lead = a.lead[a.LabelFronts.Prefix(a.lead):]
	}
	if a.timely(a.before) || a.before.etc || strings.HasSuffix(a.m.pre, "、") || a.noun != "" && strings.HasSuffix(a.lead, a.noun) {
		a.lead = ""
	}
	if place, in := strings.CutPrefix(a.lead, "在"); in && a.WholeBodies.Prefix(place) == len(place) {
		a.lead = "" // 在全区12个街镇中排名第3
	}
	a.object = a.cutPreposition(&a.lead)
	if a.object && a.before.of {
		core := a.before.core
		a.lead, a.object = strings.TrimLeft(strings.TrimPrefix(core, head(core, len("对"))), "于"), false
	}
	if strings.HasSuffix(a.m.pre, "由") {
		a.lead, a.said = "", ""
	}
	if !a.object && a.lead == "" && a.before.core == "" {
		a.object = a.inherited(a.m, a.k, &a.lead)
	}
}

// settleObject cuts the noun down to what is counted where something is done to it: 村 of 对210个村的人居环境开展督查, 企业 of 为12家企业办理信用修复, 乡镇
// of 对6个乡镇监察工作开展督导.
func (a *nounAfter) settleObject() {
	if !a.object {
		return
	}
	if first := a.owner(a.noun); first != a.noun && a.Generic.Suffix(first) > 0 {
		a.noun = first
	}
	if a.said == "" {
		a.noun = a.helped(a.noun)
	}
	if n := a.Generic.Prefix(a.noun); n > 0 && n < len(a.noun) && strings.HasSuffix(a.noun, "工作") {
		a.noun = a.noun[:n]
	}
}

// settleSubject tells the figures that follow what this one is about: the noun that opens the words before the numeral, or the whole name where the
// noun by itself is too wide (件, 村).
func (a *nounAfter) settleSubject() {
	if a.lead == "" || a.object || a.before.of {
		return
	}
	if opener := a.subjectOf(a.lead); utf8.RuneCountInString(opener) >= 3 {
		a.m.subject = opener
	} else if a.noun != "" && a.Generic.Suffix(a.noun) == len(a.noun) {
		a.m.subject = a.m.label
	}
}

// given is what the figure behind mark k says was given to those whom k counts: 下放权限 of 向18个乡镇下放权限62项. It is ""
// where none says so.
func (l *labeller) given(k int) string {
	next := k + 1
	if next >= len(l.s.marks) || l.s.marks[next].clause != l.s.marks[k].clause || l.Givings.Prefix(l.s.marks[next].pre) == 0 {
		return ""
	}
	return l.parse(l.s.marks[next].pre).core
}

// timely reports whether words before a numeral say no more than how often something is done, so
// that the words after it name it: 每月开展1次以案释法.
func (g grammar) timely(p phrase) bool {
	n := g.Averages.Prefix(p.core)
	rest := p.core[n:]
	return strings.HasPrefix(p.core, "每") && n > len("每") && (rest == "" || g.onlyVerbs(rest) || g.LightVerbs.Has(rest))
}

// levelOf is a level with the noun that follows the next level of a list: 12个省级、30个市级
// 示范村. It is the level alone where the list does not go on so.
func (l *labeller) levelOf(level string, k int) string {
	s := l.s
	for j := k + 1; j < len(s.marks) && j <= k+4 && s.marks[j].clause == s.marks[k].clause; j++ {
		post := s.marks[j].post
		n := l.Levels.Prefix(post)
		if n == 0 {
			break
		}
		if noun, _ := l.splitNoun(post[n:]); noun != "" {
			return level + noun
		}
	}
	return level
}

// touches reports whether mark k follows the one before it with nothing between.
func (s *scanner) touches(k int) bool {
	prev := s.previous(k)
	return prev != nil && prev.next == s.marks[k].start
}

// nameSaid names a figure that only a predicate follows: 涉及征地的3件提请复核.
func (l *labeller) nameSaid(m *mark, p phrase, lead, said string) {
	said = l.trimAdverbs(said)
	if is := l.Copulas.Prefix(said); is > 0 && is < len(said) && lead == "" {
		m.label, m.subject = said[is:], said[is:] // 其中62起为信访投诉
		return
	}
	switch {
	case p.of && l.deniedOf(lead) != "":
		m.label, m.subject = l.deniedOf(lead), lead
	case p.of && m.inner && l.whole != "" && strings.HasSuffix(m.pre, "的"):
		m.label, m.subject, m.carried = lead+"的"+l.noVerb(l.whole), l.whole, true
	case lead != "":
		m.label, m.subject = join(lead, said), lead
	case p.etc:
		m.label, m.subject = said, said
	default:
		m.label, m.subject = said, said
		if l.subject != "" && !l.TakingPart.Has(l.subject) && !l.startsAnew(m.clause) && l.sameSentence(m.clause) && !l.namesRate(l.subject) {
			m.label, m.subject, m.carried = l.noVerb(l.subject)+said, l.noVerb(l.subject), true
			if l.TakingPart.Has(said) && l.UnitsOfPeople.Has(m.unit) {
				m.label = said + m.subject // 组织练兵3期，420人参加
			}
		}
	}
}

// deniedOf says of whom something is denied as a name: 未取得执法证的执法人员 of
// 执法人员未取得执法证. It is "" for other words.
func (g grammar) deniedOf(words string) string {
	for i := range words {
		if i > 0 && g.NounTailsSaid.Prefix(words[i:]) > 0 && !strings.HasPrefix(words[i:], "新") && g.Agents.Suffix(words[:i]) > 0 {
			return words[i:] + "的" + words[:i]
		}
	}
	return ""
}

// objectLabel names what something was done to: 对26个部门开展述法评议.
func (g grammar) objectLabel(noun, said string) string {
	if n := g.LightVerbsToOthers.Prefix(said); n > 0 && n < len(said) {
		return strings.TrimPrefix(said[n:], "了") + noun
	}
	if utf8.RuneCountInString(noun) >= 5 || utf8.RuneCountInString(said) > 10 {
		return noun
	}
	return said + "的" + noun
}

// inherited takes the lead of the figure that this one is listed with:
// 通达100多个国家的200多个港口, 对10个乡镇和20个单位进行督导. It reports whether the noun is the
// object of 对.
func (l *labeller) inherited(m *mark, k int, lead *string) bool {
	prev := l.s.previous(k)
	if prev == nil || prev.post == "" {
		return false
	}
	p := l.parse(prev.pre)
	words := p.core
	if p.of || p.etc {
		return false
	}
	if l.cutPreposition(&words) {
		if noun, said := l.splitNoun(m.post); said != "" {
			prev.label = l.objectLabel(prev.label, said)
			if l.Generic.Suffix(prev.label) == 0 && strings.Contains(prev.label, "的") {
				prev.label = l.objectLabel(noun, said)
			}
		}
		return true
	}
	if utf8.RuneCountInString(words) <= 10 {
		*lead = words
	}
	return false
}

// shareOf names 5%的权重 and 9.2%没有接入….
func (l *labeller) shareOf(lead, post string) string {
	switch {
	case lead != "" && !strings.HasPrefix(lead, "占") && l.nounOf(post) != "":
		return join(lead, l.nounOf(post)) // 投资260万元的综合指挥中心
	case lead != "" && !strings.HasPrefix(lead, "占"):
		return join(lead, l.trimAdverbs(post))
	case l.isVerb(post) && l.subject != "":
		return l.subject + l.trimAdverbs(post) + "占比"
	}
	noun, said := l.splitNoun(post)
	if said != "" && noun != "" && utf8.RuneCountInString(noun+said) <= maxLabel {
		return said + "的" + noun + "占比"
	}
	if utf8.RuneCountInString(post) <= 10 && l.Attributes.Suffix(post) == 0 && !strings.Contains(post, "权重") {
		return post + "占比"
	}
	return post
}

// nounOf is the noun that words open with.
func (g grammar) nounOf(words string) string {
	noun, _ := g.splitNoun(words)
	return noun
}

// owner is whom something counted belongs to: 村 of 210个村的人居环境, 搬迁群众 of
// 96人的搬迁群众的安置. Of 破旧的房屋 it is all.
func (g grammar) owner(noun string) string {
	first, _, ok := strings.Cut(noun, "的")
	if !ok || utf8.RuneCountInString(first) < 2 && !g.Generic.Has(first) || g.isVerb(first) && !g.Generic.Has(first) {
		return noun
	}
	return first
}

// needsLead reports whether a noun after the unit says too little by itself.
func (g grammar) needsLead(noun string) bool {
	n := utf8.RuneCountInString(noun)
	return n <= 3 || n <= 6 && g.Generic.Suffix(noun) > 0
}

// join puts two parts of a label together without doubling 的.
func join(a, b string) string { return strings.TrimSuffix(a, "的") + b }

// splitNoun parts the words after a unit into the noun and what is said of it.
func (g grammar) splitNoun(post string) (noun, said string) {
	post = post[g.WhenAfter.Prefix(post):]
	if n := g.whoLacks(post); n > 0 {
		return post[:n], post[n:] // 7个村无专职调解员
	}
	if rest := post[:len(post)-g.Among.Suffix(post)]; rest != "" {
		post = rest // 228名所长中，…
	}
	if i := strings.Index(post, "中"); i > 0 && g.Placings.Prefix(post[i+len("中"):]) > 0 {
		return post[:i], "" // 12个街镇中排名第3
	}
	if g.isVerb(g.trimAdverbs(post)) && !g.nominal(g.trimAdverbs(post)) || g.Predicates.Prefix(post) > 0 {
		return g.afterAttribute(post)
	}
	at := g.findPredicate(post)
	if at < 0 {
		if i := g.predicateCut(post); i > 0 {
			return post[:i], ""
		}
		return post, ""
	}
	noun, said = post[:at], post[at:]
	said = g.trimAdverbs(said)
	for {
		if n := g.NounTailsComing.Suffix(noun); n > 0 && n < len(noun) {
			return noun[:len(noun)-n], "" // 2个公园即将建成: not 建成的公园
		}
		loose, negated := g.NounTails.Suffix(noun), g.NounTailsSaid.Suffix(noun)
		n := max(loose, negated)
		if n == 0 || n == len(noun) {
			break
		}
		if negated == n {
			said = noun[len(noun)-n:] + said // 未…, 新…
		}
		noun = noun[:len(noun)-n]
	}
	if g.SaysNothing.Has(noun) {
		return "", "" // 2起长期未整改问题
	}
	if i := g.predicateCut(noun); i > 0 {
		noun = noun[:i]
	}
	if n := g.Adverbs.Suffix(noun); n > 0 && n < len(noun) {
		noun = noun[:len(noun)-n] // 4条高速提前建成通车
	}
	if n := g.InnerOpenings.Suffix(noun); n >= len("全年") && n < len(noun) {
		noun = noun[:len(noun)-n] // 4个社区全年未召开会议
	}
	return noun, said
}

// whoLacks is how much of words names a place or a body, where they go on with what it has not: 村 of 村无专职调解员, 大队
// of 大队无法制员. It is 0 for other words.
func (g grammar) whoLacks(post string) int {
	const longest = 5 * len("村")
	for i := range head(post, longest) {
		n := g.Lacking.Prefix(post[i:])
		if i > 0 && n > 0 && n < len(post)-i && (g.Generic.Suffix(post[:i]) == i || g.Agents.Suffix(post[:i]) > 0) {
			return i
		}
	}
	return 0
}

// afterAttribute parts words that open with a verb into the noun which that
// verb describes and what is said of it: 涉及群众利益的政策文件进行解读 is 涉及群众利益的政策文件 and 进行解读. Without
// such a noun all of it is said.
func (g grammar) afterAttribute(post string) (noun, said string) {
	const shortest = len("文件")
	at := strings.Index(post, "的")
	if at <= 0 || len(post)-at-len("的") < shortest || g.Predicates.Prefix(post) > 0 {
		return "", post
	}
	attribute := post[:at+len("的")]
	noun, said = g.splitNoun(post[at+len("的"):])
	if len(noun) < shortest {
		return "", post
	}
	if utf8.RuneCountInString(attribute+noun) <= maxAttributed {
		noun = attribute + noun
	}
	return noun, said
}

// maxAttributed is how many characters a noun may have with what describes it.
const maxAttributed = 14

// findPredicate is the offset of the first verb in s that can be no part of a
// noun, after at least one character, and -1 when there is none: in 季度政务公开检查 there
// is none, though 公开 and 检查 are verbs.
func (g grammar) findPredicate(s string) int {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == quote || classOf(r) == bracket {
			if j := strings.IndexRune(s[i:], closing(r)); j > 0 && closing(r) != r {
				i += j
				continue
			}
		}
		if i > 0 {
			if g.OnlyPredicates.Prefix(s[i:]) > 0 {
				return i
			}
			if n := g.VerbsOfSentences.Prefix(s[i:]); n > 0 && !strings.HasSuffix(s[:i], "全") && !g.endsCompound(s[i+n:]) {
				return i
			}
			if n := g.NounTails.Suffix(s[:i]); n > 0 && n < i && s[i-n:i] != "的" && g.isVerb(s[i:]) {
				return i
			}
		}
		i += w
	}
	return -1
}

// endsCompound reports whether words end in what makes a noun of the verb before
// them: 方案 after 实施, but not 处罚 after 作出, though 处 could be one.
func (g grammar) endsCompound(rest string) bool {
	n := g.Compounds.Prefix(rest)
	return rest == "" || n == len(rest) || n > len("处") && g.Compounds.Prefix(rest[n:]) == len(rest)-n
}

// predicateCut is where 在, 已, 均 or 对 cuts a noun off, 0 for nowhere.
func (g grammar) predicateCut(s string) int {
	const shortest = 2 // characters of a noun
	from := len(head(s, shortest*len("在")))
	m, ok := g.NounEnds.Find(s, from)
	if !ok {
		return 0
	}
	return len(g.trimBridges(s[:m.Start]))
}

// cutPreposition takes 对, 为, 给, 向 or 帮助 with what follows off a lead and
// reports whether the figure's noun is its object.
func (g grammar) cutPreposition(lead *string) bool {
	if g.Prepositions.Prefix(*lead) == 0 && !(strings.HasSuffix(*lead, "对") && len(*lead) > len("对") && g.NounEnds.Suffix(*lead) > 0) { // 督查组对14个部门开展督查
		return false
	}
	*lead = ""
	return true
}
