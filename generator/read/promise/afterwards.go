package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// What was bought or built may be gone or not yet there by what stands behind its number: 采购6架，因质保争议全部退回,
// 采购20台，合同已签，年内未到货.

// isUndoneAfterwards reports whether a clause behind a figure says without a number of its own that what it counts is gone
// again or has not come.
func (p *page) isUndoneAfterwards(it *item, i int) bool {
	f, s := &p.r.Figures[i], &p.sentences[p.of[i]]
	if !it.makes() || p.r.Blocks[f.Block].Kind == report.BlockRow {
		return false
	}
	_, end := figuresIn(p.r, s.span)
	if p.isGone(it, p.behindNumber(s, i, end)) {
		return true
	}
	for k := range s.clauses {
		sp := s.clauses[k].span
		if first, last := figuresIn(p.r, sp); sp.Start >= f.Span.End && first == last && p.isGone(it, p.r.Source.Slice(sp)) {
			return true
		}
	}
	next := p.of[i] + 1
	if next >= len(p.sentences) || p.sentences[next].block != s.block {
		return false
	}
	words := p.r.Source.Slice(p.sentences[next].span)
	first, last := figuresIn(p.r, p.sentences[next].span)
	return first == last && (p.words.PromiseRefers.In(words) || p.words.PromiseCause.Prefix(strings.TrimPrefix(words, "后")) > 0) && p.isGone(it, words)
}

// isGone reports whether words say of a thing that it was given back or has not come. 旧设备全部报废 is said of another one.
func (p *page) isGone(it *item, words string) bool {
	return !p.words.PromiseReplaced.In(words) && (p.isReversed(it, words) || p.isNotArrived(words))
}

// isReversed reports whether words end in what undoes a deed: 全部退回. In 退还保证金 something else is given back.
func (p *page) isReversed(it *item, words string) bool {
	words = strings.TrimRight(words, "了，,。；;）)！ 　\r\n\t")
	n := p.words.PromiseReversed.Suffix(words)
	if n == 0 || p.inItem(it, words[len(words)-n:]) {
		return false
	}
	before := lastClause(words[:len(words)-n])
	return !p.words.PromiseNot.In(before) && p.words.PromiseNo.Suffix(before) == 0
}

// isNotArrived reports whether words end in that something has not come: 年内未到货, 仍待交付.
func (p *page) isNotArrived(words string) bool {
	const most = 5 // characters between: 能如期
	words = strings.TrimRight(words, "，,。；;）)！ 　\r\n\t")
	n := max(p.words.PromiseArrived.Suffix(words), p.words.PromiseFitting.Suffix(words))
	if n == 0 {
		return false
	}
	before := words[:len(words)-n]
	if p.words.PromiseAwaits.Suffix(before) > 0 {
		return true
	}
	m, ok := p.words.PromiseNot.FindLast(before)
	return ok && utf8.RuneCountInString(before[m.End:]) <= most
}

// isThere reports whether words behind a number say no more than that what it counts has come: 均已到岗, 受聘上岗.
func (p *page) isThere(it *item, words string) bool {
	n := p.words.PromiseArrived.Suffix(words)
	if n == 0 || it.deed.class&toAcquire == 0 {
		return false
	}
	rest := p.withoutWhen(strings.TrimSpace(words[:len(words)-n]))
	for n := 1; n > 0; rest = rest[n:] {
		n = max(p.words.PromiseAcquire.Prefix(rest), p.words.PromiseFinished.Prefix(rest), p.words.PromiseHired.Prefix(rest))
	}
	return rest == ""
}
