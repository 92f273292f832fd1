package figure

import (
	"strings"
	"unicode/utf8"
)

// followed reports whether the words after a numeral can name what is counted.
func (g grammar) followed(m *mark) bool {
	r := peek(m.post, 0)
	if r == 0 || m.pair != single && m.pair != lowest {
		return false
	}
	if c := classOf(r); c == quote || c == arabic || isHan(r) || r == 'Ⅰ' || isLetter(r) {
		if g.isRate(m.unit) || g.isMeasure(m.unit) && !g.startsNoun(m.post) {
			return m.pre == "" || g.parse(m.pre).core == "" || strings.HasPrefix(m.post, "的")
		}
		if g.startsNoun(m.post) || m.unit == "次" && g.Prepositions.Prefix(m.post) > 0 { // 4次对法治工作作出批示
			return true
		}
		p := g.parse(m.pre)
		return p.core == "" || p.of || g.onlyVerbs(p.core) && g.isVerb(m.post)
	}
	return false
}

// startsNoun reports whether words after a unit open with a noun rather than
// with what is said of the noun before (812人全部持证).
func (g grammar) startsNoun(post string) bool {
	return g.Predicates.Prefix(post) == 0 && (!g.isVerb(post) || g.nominal(post))
}

// nameAfter names a figure by the noun after its unit: 10名法律顾问.
func (l *labeller) nameAfter(m *mark, p phrase, k int) {
	post := strings.TrimPrefix(m.post, "的")
	if strings.HasPrefix(m.post, "的") || l.isRate(m.unit) {
		m.label, m.carried, m.subject = l.shareOf(p.core, post), true, l.subject
		return
	}
	noun, said := l.splitNoun(post)
	lead := p.core
	if p.etc || strings.HasSuffix(m.pre, "、") {
		lead = "" // examples of what the noun says
	}
	object := l.cutPreposition(&lead)
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
	case p.etc && said == "" && l.needsLead(noun):
		m.label = noun
		if at := strings.LastIndex(p.core, "、"); at >= 0 {
			m.label = p.core[at+len("、"):] + "等" + noun
		}
	case object && said != "":
		m.label = l.objectLabel(noun, said)
	case said != "" && utf8.RuneCountInString(said+noun) <= maxLabel+4 && (lead == "" || l.onlyVerbs(lead) || l.Generic.Suffix(noun) > 0):
		m.label = said + "的" + noun
	case prev != nil && prev.next == m.start && prev.label != "" && !strings.HasSuffix(prev.label, noun):
		m.label = prev.label + noun
	case lead != "" && !object && l.needsLead(noun):
		m.label = join(l.lightly(lead), noun)
		if prev != nil && l.subject != lead && l.onlyVerbs(strings.TrimRight(lead, "到至在")) {
			m.label = l.subject + lead + noun
		}
	default:
		m.label = noun
	}
	if lead == "" || object || p.of {
		return
	}
	if opener := l.subjectOf(lead); utf8.RuneCountInString(opener) >= 3 {
		m.subject = opener
	} else if noun != "" && l.Generic.Suffix(noun) == len(noun) {
		m.subject = m.label
	}
}

// nameSaid names a figure that only a predicate follows: 涉及征地的3件提请复核.
func (l *labeller) nameSaid(m *mark, p phrase, lead, said string) {
	said = l.trimAdverbs(said)
	switch {
	case p.of && m.inner && l.whole != "" && strings.HasSuffix(m.pre, "的"):
		m.label, m.subject, m.carried = lead+"的"+l.noVerb(l.whole), l.whole, true
	case lead != "":
		m.label, m.subject = join(lead, said), lead
	case p.etc:
		m.label, m.subject = said, said
	default:
		m.label, m.subject = said, said
		if l.subject != "" && !l.startsAnew(m.clause) {
			m.label, m.subject, m.carried = l.noVerb(l.subject)+said, l.noVerb(l.subject), true
		}
	}
}

// objectLabel names what something was done to: 对26个部门开展述法评议.
func (g grammar) objectLabel(noun, said string) string {
	if n := g.LightVerbsToOthers.Prefix(said); n > 0 && n < len(said) {
		return said[n:] + noun
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
	if rest := post[:len(post)-g.Among.Suffix(post)]; utf8.RuneCountInString(rest) >= 3 {
		post = rest // 228名所长中，…
	}
	if g.isVerb(g.trimAdverbs(post)) && !g.nominal(g.trimAdverbs(post)) || g.Predicates.Prefix(post) > 0 {
		return "", post
	}
	at := g.findVerb(post, true)
	if at < 0 {
		if i := g.predicateCut(post); i > 0 {
			return post[:i], ""
		}
		return post, ""
	}
	noun, said = post[:at], post[at:]
	said = g.trimAdverbs(said)
	for {
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
	if i := g.predicateCut(noun); i > 0 {
		noun = noun[:i]
	}
	return noun, said
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
	if g.Prepositions.Prefix(*lead) == 0 {
		return false
	}
	*lead = ""
	return true
}
