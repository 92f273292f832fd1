package figure

import (
	"strings"
	"unicode/utf8"
)

// followed reports whether the words after a numeral can name what is counted.
func followed(m *mark) bool {
	r := peek(m.post, 0)
	if r == 0 || m.pair != single && m.pair != lowest {
		return false
	}
	if c := classOf(r); c == quote || c == arabic || isHan(r) || r == 'Ⅰ' || isLetter(r) {
		if isRate(m.unit) || isMeasure(m.unit) && !startsNoun(m.post) {
			return m.pre == "" || parse(m.pre).core == "" || strings.HasPrefix(m.post, "的")
		}
		if startsNoun(m.post) || m.unit == "次" && hasRune("对就向", r) { // 4次对法治工作作出批示
			return true
		}
		p := parse(m.pre)
		return p.core == "" || p.of || onlyVerbs(p.core) && isVerb(m.post)
	}
	return false
}

// startsNoun reports whether words after a unit open with a noun rather than
// with what is said of the noun before (812人全部持证).
func startsNoun(post string) bool {
	if n := predicates.leading(post); n > 3 {
		return false
	} else if n > 0 && !hasRune(nounStarts[post[:n]], peek(post, n)) {
		return false
	}
	return !isVerb(post) || nominal(post)
}

// predicates open what is said of the noun before the numeral.
var predicates = prefixes(`
内 的 在 被 已 均 都 将 由 向 按 用 经 全部 同比 较 比 并 且 后 前 时 仍 未 不 可 进行 开展 用于 以来 居 列 排 位居 创 为 是 有 至 到 中 正 正在 参与 参加 得到 实现 获 达 占 等 左 起 止 之 而 约 其 因 分别 共 计 给 以 从 与 动工 提前 外 来 当 大关 对 就
`)

// nounStarts has the characters that make a noun of some of them: 中小学, 在建项目.
var nounStarts = map[string]string{
	"中": "小央国心学型级医介外标等东西部青药", "前": "沿置端", "后": "备续勤台", "外": "贸资籍来出商地部国语", "时": "政", "居": "民家委", "创": "新业", "列": "车",
	"有": "效关机线", "用": "户地水电人工", "从": "业", "正": "规式科处", "当": "地", "来": "华访信", "向": "导", "等": "级", "排": "水污放", "经": "营济费办典",
	"不": "良动合", "在": "建校册线编岗读职", "未": "成", "内": "部设", "以": "工", "给": "水", "可": "再信视燃回持靠移用降", "比": "赛", "并": "购", "共": "享建青", "计": "算划生", "其": "他", "起": "草重", "对": "象外口策", "就": "业医学读诊餐",
}

// nameAfter names a figure by the noun after its unit: 10名法律顾问.
func (l *labeller) nameAfter(m *mark, p phrase, k int) {
	post := strings.TrimPrefix(m.post, "的")
	if strings.HasPrefix(m.post, "的") || isRate(m.unit) {
		m.label, m.carried, m.subject = l.shareOf(p.core, post), true, l.subject
		return
	}
	noun, said := splitNoun(post)
	lead := p.core
	if p.etc || strings.HasSuffix(m.pre, "、") {
		lead = "" // examples of what the noun says
	}
	object := cutPreposition(&lead)
	if object && p.of {
		lead, object = strings.TrimLeft(strings.TrimPrefix(p.core, head(p.core, 3)), "于"), false
	}
	prev := l.s.previous(k)
	if !object && lead == "" && p.core == "" {
		object = l.inherited(m, k, &lead)
	}
	m.subject = noun
	switch {
	case noun == "":
		l.nameSaid(m, p, lead, said)
	case p.of && lead != "":
		m.label = lead + "的" + noun
	case p.etc && said == "" && needsLead(noun):
		m.label = noun
		if at := strings.LastIndex(p.core, "、"); at >= 0 {
			m.label = p.core[at+len("、"):] + "等" + noun
		}
	case object && said != "":
		m.label = objectLabel(noun, said)
	case said != "" && utf8.RuneCountInString(said+noun) <= maxLabel+4 && (lead == "" || onlyVerbs(lead) || generic.trailing(noun) > 0):
		m.label = said + "的" + noun
	case prev != nil && prev.next == m.start && prev.label != "" && !strings.HasSuffix(prev.label, noun):
		m.label = prev.label + noun
	case lead != "" && !object && needsLead(noun):
		m.label = join(lightly(lead), noun)
		if prev != nil && l.subject != lead && onlyVerbs(strings.TrimRight(lead, "到至在")) {
			m.label = l.subject + lead + noun
		}
	default:
		m.label = noun
	}
	if lead == "" || object || p.of {
		return
	}
	if opener := subjectOf(lead); utf8.RuneCountInString(opener) >= 3 {
		m.subject = opener
	} else if noun != "" && generic.trailing(noun) == len(noun) {
		m.subject = m.label
	}
}

// nameSaid names a figure that only a predicate follows: 涉及征地的3件提请复核.
func (l *labeller) nameSaid(m *mark, p phrase, lead, said string) {
	said = trimAdverbs(said)
	switch {
	case p.of && m.inner && l.whole != "" && strings.HasSuffix(m.pre, "的"):
		m.label, m.subject, m.carried = lead+"的"+noVerb(l.whole), l.whole, true
	case lead != "":
		m.label, m.subject = join(lead, said), lead
	case p.etc:
		m.label, m.subject = said, said
	default:
		m.label, m.subject = said, said
		if l.subject != "" && !l.startsAnew(m.clause) {
			m.label, m.subject, m.carried = noVerb(l.subject)+said, noVerb(l.subject), true
		}
	}
}

// objectLabel names what something was done to: 对26个部门开展述法评议.
func objectLabel(noun, said string) string {
	for _, verb := range [...]string{"开展", "进行", "组织", "实施", "做", "提供"} {
		if rest, ok := strings.CutPrefix(said, verb); ok && rest != "" {
			return rest + noun
		}
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
	p := parse(prev.pre)
	words := p.core
	if p.of || p.etc {
		return false
	}
	if cutPreposition(&words) {
		if noun, said := splitNoun(m.post); said != "" {
			prev.label = objectLabel(prev.label, said)
			if generic.trailing(prev.label) == 0 && strings.Contains(prev.label, "的") {
				prev.label = objectLabel(noun, said)
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
	case lead != "" && !strings.HasPrefix(lead, "占"):
		return join(lead, trimAdverbs(post))
	case isVerb(post) && l.subject != "":
		return l.subject + trimAdverbs(post) + "占比"
	}
	noun, said := splitNoun(post)
	if said != "" && noun != "" && utf8.RuneCountInString(noun+said) <= maxLabel {
		return said + "的" + noun + "占比"
	}
	if utf8.RuneCountInString(post) <= 10 && attributes.trailing(post) == 0 && !strings.Contains(post, "权重") {
		return post + "占比"
	}
	return post
}

// needsLead reports whether a noun after the unit says too little by itself.
func needsLead(noun string) bool {
	n := utf8.RuneCountInString(noun)
	return n <= 3 || n <= 6 && generic.trailing(noun) > 0
}

// join puts two parts of a label together without doubling 的.
func join(a, b string) string { return strings.TrimSuffix(a, "的") + b }

// splitNoun parts the words after a unit into the noun and what is said of it.
func splitNoun(post string) (noun, said string) {
	for _, word := range [...]string{"全年", "当年", "目前", "至今", "年内"} {
		post = strings.TrimPrefix(post, word)
	}
	if rest, ok := strings.CutSuffix(post, "中"); ok && utf8.RuneCountInString(rest) >= 3 {
		if last, _ := before(rest, len(rest)); !hasRune("集其途初高年期", last) {
			post = rest // 228名所长中，…
		}
	}
	if isVerb(trimAdverbs(post)) && !nominal(trimAdverbs(post)) || predicates.leading(post) > 0 && !startsNoun(post) {
		return "", post
	}
	at := findVerb(post, true)
	if at < 0 {
		if i := predicateCut(post); i > 0 {
			return post[:i], ""
		}
		return post, ""
	}
	noun, said = post[:at], post[at:]
	said = trimAdverbs(said)
	for {
		cut := false
		for _, word := range [...]string{"全部", "至今", "均", "已", "都", "将", "新", "正在", "首次", "共同", "被", "顺利", "成功", "的", "仍", "可", "依法", "逐一", "当场", "还", "也", "没有", "未"} {
			if strings.HasSuffix(noun, word) && len(noun) > len(word) {
				noun, cut = strings.TrimSuffix(noun, word), true
				if word == "新" || word == "没有" || word == "未" {
					said = word + said
				}
			}
		}
		if !cut {
			break
		}
	}
	if i := predicateCut(noun); i > 0 {
		noun = noun[:i]
	}
	return noun, said
}

// predicateCut is where 在, 已, 均 or 全部 cuts a noun off, 0 for nowhere.
func predicateCut(s string) int {
	for _, word := range [...]string{"在", "已", "均", "全部", "至今", "实行", "依法", "逐"} {
		if i := strings.Index(s, word); i > 3 && !strings.HasSuffix(s[:i], "存") && !strings.HasSuffix(s[:i], "平") && !strings.HasSuffix(s[:i], "人") && !strings.HasPrefix(s[i:], "均衡") {
			return len(trimBridges(s[:i]))
		}
	}
	if i := strings.Index(s, "对"); i > 3 {
		if prev, _ := before(s, i); !hasRune("应面针核绝比相校反结派敌查", prev) && !hasRune("接口象策外应", peek(s, i+len("对"))) {
			return i // 部门对…
		}
	}
	return 0
}

// cutPreposition takes 对, 为, 给, 向 or 帮助 with what follows off a lead and
// reports whether the figure's noun is its object.
func cutPreposition(lead *string) bool {
	s := *lead
	for _, word := range [...]string{"对", "把", "为", "给", "向", "让", "帮助", "针对", "围绕", "推动", "面向"} {
		if strings.HasPrefix(s, word) && !strings.HasPrefix(s, "对接") && !strings.HasPrefix(s, "对外") && !strings.HasPrefix(s, "对口") {
			*lead = ""
			return true
		}
	}
	return false
}
