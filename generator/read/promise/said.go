package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// named is the share of an item that a sentence must name to speak of it.
const named = 0.6

// said asks the words of the sentences that name an item. Its status is "" where none
// does, and unclear where the words do not tell, or tell two things.
func (p *page) said(it *item, places []place) verdict {
	var found verdict
	nearest := 0.0
	for k := range places {
		at := &places[k]
		s := &p.sentences[at.sentence]
		if status := p.told(it, s, at); status != "" {
			switch {
			case found.status == "" || found.status == report.PromiseUnclear && nearest >= 0:
				found, nearest = verdict{status, -1, p.shown(at.sentence)}, -1
			case found.status != status:
				found.status = report.PromiseUnclear
			}
			continue
		}
		if s.ahead || p.opens(s) {
			continue // a plan made anew and the opening words tell nothing of what was done
		}
		near := at.named + at.with/10
		if telling(it.key) < shortestTelling {
			continue
		}
		if nearest >= 0 && near > nearest && p.speaksOf(it, at) {
			found, nearest = verdict{report.PromiseUnclear, -1, p.shown(at.sentence)}, near
		}
	}
	return found
}

// severalShared is how many characters of an item are shared by no chance.
const severalShared = 4

// speaksOf reports whether a sentence names so much of an item that it surely speaks of it.
func (p *page) speaksOf(it *item, at *place) bool {
	if (at.named < inFull || p.ownOf(it) == "") && !p.namesOwn(it, at) {
		return false
	}
	if telling(it.key) <= severalShared { // 违法行为 shares most of 执法行为
		return at.named >= inFull
	}
	return at.named >= named || at.ends && at.with >= named || at.with >= 0.75 && at.named*float64(telling(it.key)) >= severalShared
}

// namesOwn reports whether a sentence names what an item ends in, or something of it beside the nouns that stand
// everywhere: 出动执法人员9120人次 says nothing of 执法人员轮训.
func (p *page) namesOwn(it *item, at *place) bool {
	own, said := p.ownOf(it), p.r.Source.Slice(p.sentences[at.sentence].span)
	if own == "" { // 执法人员 of 执法人员轮训, of which only what is done with them tells
		return it.deed.class&toAct == 0 || it.deed.did(p.words, said)
	}
	if at.ends {
		return true
	}
	for _, pr := range pairsOf([]rune(strings.ReplaceAll(own, " ", "\x00"))) {
		if strings.Contains(said, string(pr[:])) {
			return true
		}
	}
	return false
}

// ownOf is what an item is about without the nouns that stand everywhere, parted by spaces: 轮训 of 执法人员轮训.
func (p *page) ownOf(it *item) string {
	words := strings.ReplaceAll(string(it.key), "\x00", " ")
	for m, ok := p.words.PromiseEverywhere.Find(words, 0); ok; m, ok = p.words.PromiseEverywhere.Find(words, m.End) {
		words = words[:m.Start] + strings.Repeat(" ", m.Len()) + words[m.End:]
	}
	return strings.TrimSpace(words)
}

// opens reports whether a sentence stands before the first heading of a report that has some:
// 2023年，我县坚持依法行政，…
func (p *page) opens(s *sentence) bool {
	return len(p.r.Headings) > 0 && p.r.Blocks[s.block].Heading < 0
}

// isPlain reports whether an item names a thing that a report would name again: a number to be
// reached, or a deed that can be seen. 提升依法行政能力 is none.
func (it *item) isPlain(words *lexicon.Lexicon) bool {
	return it.goal >= 0 || it.deed.class != 0 && words.PromiseVague.Prefix(it.r.Source.Slice(it.core)) == 0
}

// mayMention reports whether some sentence on what was done may speak of an item, though it
// names too little of it to be shown: then nobody says that it was not mentioned.
func (p *page) mayMention(it *item, places []place) bool {
	const some = 0.5 // of its characters
	if telling(it.key) < shortestTelling {
		return len(places) > 0
	}
	for k := range places {
		at := &places[k]
		s := &p.sentences[at.sentence]
		if s.ahead {
			continue
		}
		clause := p.r.Source.Slice(s.clauses[at.clause].span)
		if own := p.ownOf(it); (at.named < inFull || own == "") && !p.namesOwn(it, at) && !strings.ContainsAny(clause, strings.ReplaceAll(own+it.deed.word, " ", "")) {
			continue
		}
		if at.named > some || at.ends && at.with > some || it.isRate() && at.with > some || at.named*float64(telling(it.key)) >= severalShared || at.named == some && (it.deed.class == 0 || it.deed.did(p.words, clause)) {
			return true
		}
	}
	return false
}

// told is what one sentence says of an item that it names in full; "" where it does not
// tell.
func (p *page) told(it *item, s *sentence, at *place) report.PromiseStatus {
	text := p.r.Source.Text
	if !s.ahead && at.named >= named && it.goal < 0 && p.deniesMore(it, text[s.clauses[at.clause].span.End:s.span.End]) {
		return report.PromiseUnmet
	}
	if s.ahead || at.named < inFull || p.opens(s) {
		return ""
	}
	own := text[s.clauses[at.clause].span.Start:s.clauses[at.clause].span.End]
	if s.restates && (strings.Contains(own, it.r.Source.Slice(it.core)) || p.r.Blocks[s.block].Kind == report.BlockRow) {
		return p.toldAfter(it, report.Span{Start: s.clauses[at.clause].span.End, End: s.span.End})
	}
	if p.byOthers(it, own) {
		return ""
	}
	after := p.emptyClauses(s, at.clause+1)
	if rest := text[s.clauses[at.clause].span.End:s.span.End]; !p.isDone(it, own) && p.isDenied(it, rest) {
		return report.PromiseUnmet
	}
	switch {
	case p.isOfOtherRate(it, own), p.isSlogan(it):
		return ""
	case p.isUndone(it, own), p.isUndone(it, after):
		return report.PromiseUnmet
	case p.isPutOff(it, s, at.clause):
		if p.says(p.words.PromiseUnderWay, it, own) || p.says(p.words.PromiseUnderWay, it, after) {
			return report.PromisePartly
		}
		return report.PromiseUnmet
	case it.deed.class&(toIssue|toRevise|toCompile) == 0 && p.says(p.words.PromisePreparing, it, own):
		return ""
	case it.deed.class == toAct && !it.deed.did(p.words, own+after): // 规范性文件审议3个 is no 规范性文件清理
		return ""
	case p.says(p.words.PromiseUnderWay, it, p.behindSteps(it, own)), p.says(p.words.PromiseUnderWay, it, after):
		return report.PromisePartly
	case p.says(p.words.PromisePreparing, it, own), p.says(p.words.PromisePreparing, it, after):
		return ""
	case p.isOtherTime(it, s.clauses[at.clause].span.End-1), p.says(p.words.PromisePaper, it, own), p.says(p.words.PromiseForecast, it, own), p.says(p.words.PromiseForecast, it, after):
		return ""
	case p.words.PromiseOnce.Suffix(strings.TrimRight(own, "，, 　")) > 0 && !it.deed.did(p.words, after):
		return "" // 平台建成后，
	case p.isOnlyNamed(it, own):
		return ""
	case p.isPending(it, own+after):
		return report.PromisePartly
	case p.isDone(it, own) || it.deed.class != 0 && after != "" && it.deed.did(p.words, after):
		if isOfAll := it.whole || p.words.PromiseOfEach.In(it.r.Source.Slice(it.core)); isOfAll && p.words.PromiseLater.In(text[s.clauses[at.clause].span.End:s.span.End]) { // 其余村暂缺
			return ""
		}
		if !p.namesEach(it, s, at.clause) || !p.alsoDid(it, own+after) {
			return ""
		}
		return p.doneInTime(it, own+after)
	}
	return ""
}

// behindSteps is a clause without the steps behind which it says that a document was issued: 印发 of 经集体审议后印发.
func (p *page) behindSteps(it *item, clause string) string {
	const documents = toIssue | toRevise | toCompile
	at := strings.LastIndex(clause, "后")
	if at < 0 || it.deed.class&documents == 0 || !it.deed.did(p.words, clause[at:]) {
		return clause
	}
	return clause[at:]
}

// isPending reports whether words say that a document is written and not yet out: 已报送市政府, 列入议题.
func (p *page) isPending(it *item, words string) bool {
	const documents = toIssue | toRevise | toCompile
	return it.goal < 0 && it.deed.class&documents != 0 && it.deed.class&^documents == 0 && !it.deed.did(p.words, it.withoutName(words)) && p.says(p.words.PromisePending, it, words)
}

// isOfOtherRate reports whether a clause speaks of a rate of the thing that an item does not plan:
// 执法案卷优秀率没有达到15% says nothing of 评查执法案卷180件.
func (p *page) isOfOtherRate(it *item, clause string) bool {
	m, ok := p.words.PromiseUndone.Find(clause, 0)
	return ok && !it.isRate() && !it.whole && it.trend == 0 && !it.none && p.words.Rates.In(clause[:m.Start]) && !p.words.Rates.In(it.r.Source.Slice(it.core))
}

// isOnlyNamed reports whether a clause speaks of a deed as the aim or the name of another thing:
// 为出台办法开展调研, 建成指挥中心的请示, 平台建成投用的前期手续.
func (p *page) isOnlyNamed(it *item, clause string) bool {
	key, end := string(it.key[max(0, len(it.key)-2):]), 0
	if at := strings.LastIndex(clause, key); at >= 0 && !strings.ContainsRune(key, 0) {
		end = at + len(key)
	}
	deeds, of := 0, 0
	for at := range clause {
		n := p.doneAt(it, clause[at:])
		if n == 0 {
			continue
		}
		if p.words.PromisePurpose.Suffix(clause[:at]) > 0 {
			return true
		}
		deeds++
		if strings.HasPrefix(clause[at+n:], "的") && !p.isInForce(clause, at+n) { // 省厅制定的裁量基准
			of++
		}
		end = max(end, at+n)
	}
	if deeds > 0 && deeds == of {
		return true
	}
	for n := 1; n > 0; { // 建成并投用
		n = max(p.words.PromiseBuilt.Prefix(clause[end:]), p.words.PromiseIssued.Prefix(clause[end:]))
		if _, size := utf8.DecodeRuneInString(clause[end:]); n == 0 && strings.HasPrefix(clause[end:], "并") {
			n = size
		}
		end += n
	}
	return end > 0 && p.words.PromiseNamed.Prefix(clause[end:]) > 0
}

// isInForce reports whether what a clause calls revised, up to a place, is said to have been issued
// behind it: 新修订的《信访办法》自5月起施行. In 贯彻新修订的《信访办法》 nothing is.
func (p *page) isInForce(clause string, at int) bool {
	rest, n := clause[at:], p.words.PromiseRevised.Suffix(clause[:at])
	who := p.behindTime(clause[:at-n])
	return n > 0 && (who == "" || p.isOwnName(who)) && p.words.PromiseIssued.Suffix(strings.TrimRight(rest, "，,。；;！ 　\r\n\t")) > 0
}

// doneAt is how long the word for the deed of an item is that words begin with, 0 without one.
func (p *page) doneAt(it *item, words string) int {
	if it.deed.class&toAct != 0 && strings.HasPrefix(words, it.deed.word) {
		return len(it.deed.word)
	}
	n := 0
	for i, s := range done(p.words) {
		if it.deed.class&(1<<i) != 0 {
			n = max(n, s.Prefix(words))
		}
	}
	return n
}

// toldAfter is what the words behind a piece of the plan say of it: 已完成, 未完成.
func (p *page) toldAfter(it *item, sp report.Span) report.PromiseStatus {
	after := p.r.Source.Slice(sp)
	first, end := figuresIn(p.r, sp)
	counted := false // 实际举办19场: the number tells, not the words
	for i := first; i < end; i++ {
		counted = counted || it.goal >= 0 && p.sameUnit(it.figure(), &p.r.Figures[i])
	}
	switch {
	case p.isUndone(it, after):
		return report.PromiseUnmet
	case p.says(p.words.PromiseUnderWay, it, after):
		return report.PromisePartly
	case p.says(p.words.PromisePreparing, it, after):
		return ""
	case !counted && (p.words.PromiseFinished.In(after) || it.deed.class != 0 && it.deed.class&toAct == 0 && it.deed.did(p.words, after)):
		return p.doneInTime(it, after)
	}
	return ""
}

// emptyClauses are the clauses of a sentence, from one on, that name no other thing: they
// say more of the one before them (于9月投入使用，).
func (p *page) emptyClauses(s *sentence, from int) string {
	const most = 4 // characters beside what says when and how
	text := p.r.Source.Text
	end := from
	for end < len(s.clauses) && end < from+3 {
		sp := s.clauses[end].span
		first, last := figuresIn(p.r, sp)
		all := (&planner{r: p.r, words: p.words}).keyOf(sp)
		_, key := takeDeed(p.words, all, false)
		if last > first || min(len(p.withoutStatus(key)), len(p.withoutStatus(all))) > most { // 于11月建成并投入使用 ends in 使用
			break
		}
		end++
	}
	if end == from {
		return ""
	}
	return text[s.clauses[from].span.Start:s.clauses[end-1].span.End]
}

// withoutStatus is a key without the words that say how far something is.
func (p *page) withoutStatus(key []rune) []rune {
	words := string(key)
	var rest []rune
	for at := 0; at < len(words); {
		n := max(p.words.PromiseUndone.Prefix(words[at:]), p.words.PromiseUnderWay.Prefix(words[at:]), p.words.PromiseOngoing.Prefix(words[at:]), p.words.PromisePreparing.Prefix(words[at:]), p.words.PromiseFinished.Prefix(words[at:]), p.words.PromiseNot.Prefix(words[at:]), p.words.PromiseBuilt.Prefix(words[at:]), p.words.PromiseRebuilt.Prefix(words[at:]), p.words.PromiseIssued.Prefix(words[at:]))
		if n > 0 {
			at += n
			continue
		}
		r, size := utf8.DecodeRuneInString(words[at:])
		if r != 0 {
			rest = append(rest, r)
		}
		at += size
	}
	return rest
}

// isUndone reports whether words say that a thing was not done: 未能如期建成, 尚未出台.
func (p *page) isUndone(it *item, words string) bool {
	if words == "" {
		return false
	}
	if m, ok := p.words.PromiseUndone.Find(words, 0); ok && !p.inItem(it, words[m.Start:m.End]) {
		return true
	}
	return p.isDenied(it, words)
}

// isDenied reports whether words say that the very deed was not done: 没有全部消除.
func (p *page) isDenied(it *item, words string) bool {
	const reach = 30 // bytes between 没有 and what was not done
	for m, ok := p.words.PromiseNot.Find(words, 0); ok; m, ok = p.words.PromiseNot.Find(words, m.End) {
		rest := headOf(words[m.End:], reach)
		if it.deed.class != 0 && it.deed.did(p.words, rest) || p.words.PromiseFinished.In(rest) || it.repeats(rest) || p.words.PromiseUnderWay.Prefix(rest) > 0 || it.whole && p.words.PromiseWhole.In(rest) {
			return true
		}
	}
	return false
}

// deniesMore reports whether words say that what an item adds behind its first clause was not
// done: 没有对外服务.
func (p *page) deniesMore(it *item, words string) bool {
	const reach = 30 // bytes between 没有 and what was not done
	for m, ok := p.words.PromiseNot.Find(words, 0); ok; m, ok = p.words.PromiseNot.Find(words, m.End) {
		if it.repeats(headOf(words[m.End:], reach)) {
			return true
		}
	}
	return false
}

// repeats reports whether words hold what an item adds behind its first clause: 对外服务 of 完成搬迁，
// 9月底前对外服务.
func (it *item) repeats(words string) bool {
	const shortest = 3 // characters that are surely the same thing
	for _, key := range it.added {
		if utf8.RuneCountInString(key) >= shortest && strings.Contains(words, key) {
			return true
		}
	}
	return false
}

// says reports whether words hold one of a set that the item itself does not: that a thing
// is being done, or prepared.
func (p *page) says(set *lexicon.Set, it *item, words string) bool {
	for m, ok := set.Find(words, 0); ok; m, ok = set.Find(words, m.End) {
		if !p.inItem(it, words[m.Start:m.End]) {
			return true
		}
	}
	return false
}

// inItem reports whether a word is one of the item itself: 方案 of 制定应急方案 says nothing of how
// far it is.
func (p *page) inItem(it *item, word string) bool {
	return strings.Contains(it.r.Source.Slice(it.core), word)
}

// isDone reports whether the clause that names a thing says that it was done as planned:
// the deed, all of it where all was planned, and no number that the words leave open.
func (p *page) isDone(it *item, words string) bool {
	if it.goal >= 0 {
		goal := it.figure()
		one := goal.Value == "1" && it.times == 1
		if !one && !(it.whole && goal.Kind == report.KindRate) {
			return false
		}
	}
	if it.whole && (!p.saysWhole(words) || p.narrows(it, words) || p.isRateOfSome(it, words)) { // 城区…全覆盖
		return false
	}
	if it.whole && (it.goal >= 0 || it.deed.class == 0) {
		return true
	}
	core := it.r.Source.Slice(it.core)
	if p.words.PromiseOfEach.In(core) && !p.saysWhole(words) && !p.words.PromiseOfEach.In(words) { // 180个村配备法律顾问
		return false
	}
	if p.words.PromiseBegun.In(core) {
		return p.words.PromiseBegun.In(words)
	}
	words = it.withoutName(words)
	finishes := it.deed.class == 0 && p.words.PromiseFinished.Prefix(p.behindTime(it.r.Source.Slice(it.core))) > 0 && p.isFinished(it, words) // 完成权责清单调整
	return finishes || it.deed.class != 0 && it.deed.did(p.words, words) || p.endsFinished(words)
}

// withoutName is words with blanks for the name of the thing, in which a deed may stand that nobody has done:
// 案例发布办法已提请会议研究.
func (it *item) withoutName(words string) string {
	for name := range strings.SplitSeq(string(it.key), "\x00") {
		if utf8.RuneCountInString(name) >= shortestTelling {
			words = strings.ReplaceAll(words, name, strings.Repeat(" ", len(name)))
		}
	}
	return words
}

// saysWhole reports whether words say that all of it was done, and not of which that is
// so: 达到100%的县区有4个.
func (p *page) saysWhole(words string) bool {
	for m, ok := p.words.PromiseWhole.Find(words, 0); ok; m, ok = p.words.PromiseWhole.Find(words, m.End) {
		if !p.tellsWhich(words[m.End:]) && !p.words.PromiseExcept.In(words[:m.Start]) { // 扣除中止案件后为100%
			return true
		}
	}
	return false
}

// endsFinished reports whether words end in 已完成 or the like.
func (p *page) endsFinished(words string) bool {
	return p.words.PromiseFinished.Suffix(strings.TrimRight(words, "，,。；;！ 　\r\n\t")) > 0
}
