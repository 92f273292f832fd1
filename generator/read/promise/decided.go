package promise

import (
	"strings"

	"mingfa/generator/report"
)

// Of what is looked through some is proposed and less is done: 梳理证明事项35项，建议取消20项，经批准取消14项. Only the number
// that the planned deed stands before tells.

// word is the deed of an item as it is written: 取消 of 取消证明事项; empty where a class of words knows it.
func (it *item) word() string {
	const word = 2
	switch {
	case it.deed.class == toAct:
		return it.deed.word
	case it.deed.class == 0 && len(it.key) > word+1 && it.key[0] != 0 && it.key[1] != 0:
		return string(it.key[:word])
	}
	return ""
}

// alike is words as keys have them: 压减 for 取消.
func (p *page) alike(words string) string {
	var b strings.Builder
	from := 0
	for m, ok := p.words.PromiseAlike.Find(words, 0); ok; m, ok = p.words.PromiseAlike.Find(words, m.End) {
		b.WriteString(words[from:m.Start])
		b.WriteString(p.words.PromiseAlike.Reading(m))
		from = m.End
	}
	b.WriteString(words[from:])
	return b.String()
}

// isBeforeDecision reports whether a figure counts what was looked through or proposed, and another one behind it, or none,
// what was done.
func (p *page) isBeforeDecision(it *item, s *sentence, i int) bool {
	const most = 12 // figures that are looked at behind it
	f, word := &p.r.Figures[i], it.word()
	if word == "" || f.Kind != report.KindCount || p.r.Blocks[f.Block].Kind == report.BlockRow {
		return false
	}
	_, end := figuresIn(p.r, s.span)
	own := p.alike(p.wordsBehind(s, i))
	if p.isProposed(it, own, word) {
		return true
	}
	if behind := p.alike(p.behindNumber(s, i, end)); strings.Contains(own, word) || it.deed.did(p.words, own) && it.deed.class != 0 || strings.Contains(behind, word) {
		return false
	}
	for k := i + 1; k < min(end, i+most); k++ {
		if p.r.Figures[k].Unit == f.Unit && strings.Contains(p.alike(p.wordsBehind(s, k)), word) {
			return true
		}
	}
	return false
}

// isProposed reports whether words say that the deed is only meant to be: 建议取消.
func (p *page) isProposed(it *item, words, deed string) bool {
	at := strings.LastIndex(words, deed)
	if at < 0 {
		return false
	}
	n := p.words.PromiseProposed.Suffix(words[:at])
	return n > 0 && !p.inItem(it, words[at-n:at])
}

// byDecided holds the one number that the deed of an item stands before against the goal, where the sentence counts before it
// what was proposed.
func (p *page) byDecided(it *item, s *sentence) (verdict, bool) {
	word := it.word()
	if it.goal < 0 || it.part != nil || it.times != 1 || word == "" || it.figure().Kind != report.KindCount || !p.holds(it.key, p.r.Source.Slice(s.span)) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	decided, isAfter := -1, false // isAfter: behind what was proposed
	for i := first; i < end; i++ {
		f, own := &p.r.Figures[i], p.alike(lastClause(p.wordsBehind(s, i)))
		at := strings.LastIndex(own, word)
		switch {
		case !p.sameUnit(it.figure(), f):
		case at < 0:
		case p.isProposed(it, own, word):
			isAfter = isAfter || decided < 0
		case !p.exact(it, f) || decided >= 0 || p.namesMore(it, own[at+len(word):]) || p.narrows(it, own) || p.byOthers(it, own) || p.isUndone(it, own):
			return verdict{}, false
		default:
			decided = i
		}
	}
	if decided < 0 || !isAfter {
		return verdict{}, false
	}
	now, ok := reachOf(it.figure(), &p.r.Figures[decided])
	want, okWant := it.figure().Decimal()
	if !ok || !okWant {
		return verdict{}, false
	}
	status := p.compared(it, now, want)
	if status == report.PromiseUnclear {
		return verdict{}, false
	}
	return p.byWords(s, status)
}

// isKept reports whether a number is of those that stay, of an item that plans new ones: 续聘法律顾问5名 of 新聘法律顾问5名.
func (p *page) isKept(it *item, s *sentence, i int) bool {
	const near = 4 // characters behind the unit: 名期满续聘
	core, own := it.r.Source.Slice(it.core), p.wordsBehind(s, i)
	if !p.saysNew(core) && !strings.HasPrefix(core, "新") || p.saysNew(own) {
		return false
	}
	_, end := figuresIn(p.r, s.span)
	return p.words.PromiseKept.In(own) || p.words.PromiseKept.In(firstRunes(p.behindNumber(s, i, end), near))
}
