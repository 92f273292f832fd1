package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// A number may look reached where what it counts is still being done: 5条法治文化长廊正在建设.

// reachedSoFar is what a number that is enough is worth by the words around it: partly where they say that what it
// counts is still being done, unclear where they may, else met.
func (p *page) reachedSoFar(it *item, i int) report.PromiseStatus {
	f, s, text := &p.r.Figures[i], &p.sentences[p.of[i]], p.r.Source.Text
	clause := p.clauseOf(f)
	first, end := figuresIn(p.r, clause)
	start := clause.Start
	if i > first {
		start = max(start, p.r.Figures[i-1].Span.End)
	}
	before := text[start:max(start, p.r.Words(f).Start)]
	if p.isBeingDoneBefore(it, before) {
		return report.PromisePartly
	}
	if n := p.words.PromisePreparing.Suffix(before); n > 0 && !p.inItem(it, before[len(before)-n:]) { // 推荐2个村创建示范村
		return report.PromiseUnclear
	}
	behind, isDone := text[f.Span.End:max(f.Span.End, clause.End)], it.deed.did(p.words, before)
	if i+1 < end { // 广场3个、5条长廊正在建设 says it of the last one, but of all of 广场3个、长廊5条均正在建设 and 3个广场、5条长廊正在建设
		next := &p.r.Figures[i+1]
		behind = text[f.Span.End:max(f.Span.End, p.r.Words(next).Start)]
		last := text[p.r.Figures[end-1].Span.End:max(p.r.Figures[end-1].Span.End, clause.End)]
		if p.words.PromiseWhole.In(last) || !isDone && listsNext(behind) {
			behind = last
		}
	}
	if status := p.toldStillDoing(it, behind, isDone); status != report.PromiseMet {
		return status
	}
	if (!isDone || strings.HasPrefix(behind, "的")) && p.tellsAnotherStep(it, behind) {
		return report.PromiseUnclear
	}
	for k := range s.clauses {
		if s.clauses[k].span != clause {
			continue
		}
		next := p.emptyClauses(s, k+1)
		if p.toldStillDoing(it, next, isDone) == report.PromisePartly {
			return report.PromisePartly
		}
		if p.endsPreparing(next) {
			return report.PromiseUnclear
		}
	}
	if next := p.of[i] + 1; next < len(p.sentences) && p.sentences[next].block == s.block && p.goesOnWith(it, &p.sentences[next]) {
		return report.PromisePartly
	}
	return report.PromiseMet
}

// goesOnWith reports whether a sentence says no more than that what the one before it counts is still being done: 新建
// 广场3个。目前均在建。
func (p *page) goesOnWith(it *item, next *sentence) bool {
	const most = 4 // characters of when, and of how many
	words := strings.Trim(p.r.Source.Slice(next.span), "，,。；;！ 　\r\n\t")
	m, ok := p.words.PromiseInHand.Find(words, 0)
	end := m.End
	if !ok {
		if m, ok = p.words.PromiseOngoing.Find(words, 0); !ok {
			return false
		}
		_, n := p.deedBehind(it, words[m.End:], true)
		end = m.End + n
		ok = n > 0
	}
	return ok && end == len(words) && utf8.RuneCountInString(words[:m.Start]) <= most
}

// listsNext reports whether words between two numbers do no more than name what the first one counts: 个广场、.
func listsNext(between string) bool {
	between = strings.TrimSpace(between)
	return strings.HasSuffix(between, "、") || strings.HasSuffix(between, "和") || strings.HasSuffix(between, "及") || strings.HasSuffix(between, "与")
}

// isBeingDoneBefore reports whether words before a number say that what it counts is being done: 正在建设法治长廊5条. Of
// 检查正在施工的工地42个 the deed has been done.
func (p *page) isBeingDoneBefore(it *item, before string) bool {
	for m, ok := p.words.PromiseOngoing.Find(before, 0); ok; m, ok = p.words.PromiseOngoing.Find(before, m.End) {
		if p.inItem(it, before[m.Start:m.End]) || it.deed.did(p.words, it.withoutName(before[:m.Start])) {
			continue
		}
		if isOwn, n := p.deedBehind(it, before[m.End:], false); n > 0 && (isOwn || it.isMade()) {
			return true
		}
	}
	m, ok := p.words.PromiseInHand.Find(before, 0)
	return ok && it.isMade() && !p.inItem(it, before[m.Start:m.End]) && !it.deed.did(p.words, it.withoutName(before[:m.Start]))
}

// endsPreparing reports whether words end in what is only the preparation of something: 目前处于设计阶段, 还在选址.
func (p *page) endsPreparing(words string) bool {
	words = strings.TrimSuffix(strings.Trim(words, "，,。；;！ 　\r\n\t"), "阶段")
	return p.words.PromisePreparing.Suffix(words) > 0
}

// tellsAnotherStep reports whether words behind a number say something of what it counts that is not the planned deed:
// 2个法治公园完成招投标, 5名审核人员进入体检环节. Nobody can list all steps before a deed, so all but the deed is one.
func (p *page) tellsAnotherStep(it *item, behind string) bool {
	behind = strings.Trim(behind, "，,。；;！ 　\r\n\t")
	rest := strings.TrimSpace(it.withoutName(behind))
	isHeld := p.words.PromiseHold.Suffix(rest) > 0 // 3个县开展法治督察
	if telling([]rune(rest)) == 0 || isHeld || p.isThere(it, rest) || p.inItem(it, behind) || it.deed.class == 0 && it.opensAlike(rest) {
		return false
	}
	if it.deed.did(p.words, rest) {
		m, ok := p.words.PromisePreparing.Find(rest, 0)
		return ok && !p.inItem(it, rest[m.Start:m.End]) && it.deed.did(p.words, rest[m.End:]) // 3个村启动创建
	}
	isOther := strings.HasPrefix(behind, "的") // 60台的资金已落实
	return isOther || !p.endsFinished(rest) && !p.words.PromiseBuilt.In(rest) && !p.words.PromiseInUse.In(rest)
}

// opensAlike reports whether words hold the first word of an item, whose deed no list knows: 15项事项予以取消 of 取消事项15项.
func (it *item) opensAlike(words string) bool {
	const word = 2
	return len(it.key) > word && strings.Contains(words, string(it.key[:word]))
}

// isMade reports whether an item plans things that are there when they are made, or names things alone.
func (it *item) isMade() bool {
	const kinds = toBuild | toRebuild | toIssue | toAcquire | toRevise | toCompile | toFoster
	return it.deed.class&kinds != 0 || it.deed.class == 0 && it.figure().Kind == report.KindCount
}

// toldStillDoing is what words behind a number say: partly where it is surely the item that is being done, unclear where
// that is another deed which is not known, else met. isDone says that the words before the number tell it as done: then
// 即将投入使用 says nothing against it.
func (p *page) toldStillDoing(it *item, words string, isDone bool) report.PromiseStatus {
	status := report.PromiseMet
	for m, ok := p.words.PromiseOngoing.Find(words, 0); ok; m, ok = p.words.PromiseOngoing.Find(words, m.End) {
		if p.inItem(it, words[m.Start:m.End]) {
			continue
		}
		isOwn, n := p.deedBehind(it, words[m.End:], isDone)
		isOf := strings.Contains(words[m.End+n:], "的") // 40个正在施工的工地, 5条正在建设的长廊
		switch {
		case n > 0 && (!isOf || isOwn):
			return report.PromisePartly
		case !isOf:
			status = report.PromiseUnclear
		}
	}
	if m, ok := p.words.PromiseInHand.Find(words, 0); ok && !p.inItem(it, words[m.Start:m.End]) && !strings.HasPrefix(words[m.End:], "的") {
		return report.PromisePartly
	}
	return status
}

// deedBehind is how long words are, from their beginning, up to the end of the deed that 正在 is said of: the item's own,
// or one that is said of any work (施工); 0 where it is another one.
func (p *page) deedBehind(it *item, words string, isDone bool) (isOwn bool, n int) {
	const between = 4 // characters of how it is done: 抓紧, 有序
	for at, passed := 0, 0; at < len(words) && passed <= between; passed++ {
		r, size := utf8.DecodeRuneInString(words[at:])
		if strings.ContainsRune("为向对由的，。；、", r) { // 正在为2个村改造
			break
		}
		d, m := deedAt(p.words, planned(p.words), words[at:])
		isOwn = m > 0 && (d.class&it.deed.class&^toAct != 0 || d.class&toAct != 0 && d.word == it.deed.word)
		if own := p.doneAt(it, words[at:]); own > 0 && !isDone {
			isOwn, m = true, max(m, own)
		}
		if isOwn {
			return true, at + m
		}
		if m = p.words.PromiseWork.Prefix(words[at:]); m > 0 {
			return false, at + m
		}
		at += size
	}
	return false, 0
}
