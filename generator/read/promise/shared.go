package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// A plan may name several numbers of those that one deed is for: 对10个乡镇、8个县直部门开展法治督察. Cut at 、 the first of
// them would be 10个乡镇, which any sentence on townships meets.

// sharesDeed is how long words are, up to the comma behind the deed, that name several numbers of things before the one
// deed that is planned for all of them; 0 where they are not so.
func (p *planner) sharesDeed(sp report.Span) int {
	text := p.r.Source.Text[:sp.End]
	first, end := figuresIn(p.r, sp)
	if end-first < 2 {
		return 0
	}
	one, two := &p.r.Figures[first], &p.r.Figures[first+1]
	if one.Kind != report.KindCount || two.Kind != report.KindCount || p.numberAt(first) > sp.Start+p.opening(text[sp.Start:]) {
		return 0
	}
	noun := text[one.Span.End:max(one.Span.End, p.numberAt(first+1))]
	last := lastRune(noun)
	if noun == "" || !strings.ContainsRune("、，,和与及", last) {
		return 0
	}
	if noun = noun[:len(noun)-utf8.RuneLen(last)]; strings.ContainsAny(noun, "、，,；：（") || p.hasDeed(noun) {
		return 0
	}
	const most = 6 // characters of what the second number counts, where they may be a deed that no list knows
	rest := text[two.Span.End:]
	isFor := p.words.PromiseWhere.In(text[sp.Start:one.Span.Start])
	if rest = rest[:firstUpTo(rest, "，,")]; !p.hasDeed(rest) && (!isFor || utf8.RuneCountInString(rest) < most) {
		return 0
	}
	return two.Span.End + len(rest) - sp.Start
}

// opening is how long the words are that come before the first number of such a plan: 年内对.
func (p *planner) opening(words string) int {
	at := 0
	for n := 1; n > 0; at += n {
		n = max(p.words.PromiseWhere.Prefix(words[at:]), p.words.PromiseFillers.Prefix(words[at:]), p.words.PromiseLead.Prefix(words[at:]))
	}
	return at
}

// hasDeed reports whether words hold a deed behind the first thing that they name.
func (p *planner) hasDeed(words string) bool {
	for at := range words {
		if d, n := deedAt(p.words, planned(p.words), words[at:]); n > 0 && d.class != 0 || p.words.PromiseHold.Prefix(words[at:]) > 0 || p.words.LightVerbs.Prefix(words[at:]) > 0 {
			return true
		}
	}
	return false
}

// followShared says what came of such a plan. That some of those were reached tells nothing of the others, so no sentence
// settles it.
func (p *page) followShared(it *item, places []place, said verdict, found report.Promise) report.Promise {
	found.Evidence = said.evidence
	if said.status == "" && it.isPlain(p.words) && !p.mayMention(it, places) && !p.mayHaveDone(it) && !p.speaksOfOne(it) {
		found.Status = report.PromiseUnmentioned
	}
	return found
}

// speaksOfOne reports whether a sentence says that the deed was done with one of the things that share a plan: 3个司法所完成
// 改造 says something of 3个司法所、2个派出法庭完成改造.
func (p *page) speaksOfOne(it *item) bool {
	for i := range p.sentences {
		words := p.r.Source.Slice(p.sentences[i].span)
		for name := range strings.SplitSeq(string(it.key), "\x00") {
			if utf8.RuneCountInString(name) > 1 && strings.Contains(words, name) && it.deed.did(p.words, words) {
				return true
			}
		}
	}
	return false
}
