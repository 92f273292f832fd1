package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// An item may plan something of all of a thing. What a sentence says of all of it, or of some, tells.

// bySome reads that some of all were reached: 12个街道中已有10个, 培训214名，占全部的74.8%.
func (p *page) bySome(it *item, s *sentence) (verdict, bool) {
	if !it.whole || it.goal >= 0 || !p.holds(it.key, p.r.Source.Slice(s.span)) || it.deed.class != 0 && !it.deed.did(p.words, p.r.Source.Slice(s.span)) {
		return verdict{}, false
	}
	text := p.r.Source.Text
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		f, of := &p.r.Figures[i], &p.r.Figures[i-1]
		value, ok := f.Decimal()
		base, okBase := of.Decimal()
		if !ok || !okBase || p.ofOtherTime(it, f) || p.byOthers(it, text[s.span.Start:f.Span.Start]) {
			continue
		}
		between := text[of.Span.End:max(of.Span.End, p.r.Words(f).Start)]
		if p.exact(it, f) && p.exact(it, of) && f.Unit == of.Unit && value.Cmp(base) < 0 && value.Sign() > 0 && p.isAmong(between) {
			return p.byWords(s, report.PromisePartly)
		}
		if f.Kind == report.KindRate && strings.HasPrefix(strings.TrimLeft(between, "，,人名个家"), "占") && value.Cmp(hundred) < 0 && value.Sign() > 0 && p.holds(it.key, between) && (it.deed.class == 0 || it.deed.did(p.words, p.wordsBehind(s, i-1))) {
			return p.byWords(s, report.PromisePartly)
		}
	}
	return verdict{}, false
}

// isAmong reports whether words between two numbers make the second one of the first: 街道中已有.
func (p *page) isAmong(between string) bool {
	const most = 12 // characters of what there are so many of
	name, rest, ok := strings.Cut(between, "中")
	if !ok || utf8.RuneCountInString(name) > most || strings.ContainsAny(name, "，,、；") {
		return false
	}
	rest = strings.Trim(rest, "，, ")
	for n := 1; n > 0; rest = rest[n:] {
		n = max(p.words.PromiseFillers.Prefix(rest), p.words.PeriodBridges.Prefix(rest))
	}
	return rest == "" || rest == "有" || rest == "已有"
}

// byAll reads that all of what a sentence names was done as planned: 制定文件2件，均经过合法性审核. What was left
// out says that it was not: 除3名新进人员外，其余全部持证.
func (p *page) byAll(it *item, s *sentence) (verdict, bool) {
	subject, deed := p.allOf(it)
	words := p.r.Source.Slice(s.span)
	if deed == "" || p.isOfMonths(words) || p.byOthers(it, words) || p.says(p.words.PromiseForecast, it, words) || p.isUndone(it, words) || p.isOtherTime(it, s.span.Start) {
		return verdict{}, false
	}
	for k := range s.clauses {
		sp := s.clauses[k].span
		clause := strings.TrimRight(p.r.Source.Slice(sp), "，,。；;！ 　\r\n\t")
		m, ok := p.allIn(clause)
		if !ok || p.isOtherTime(it, sp.Start) || p.isOtherTime(it, sp.End-1) {
			continue
		}
		rest := clause[m.End:]
		isDone := it.isRate() && p.endsInWord(rest, deed) || !it.isRate() && p.holdsMost([]rune(deed), rest)
		if !isDone || isTooFar(rest, deed) || it.isRate() && !p.isOfAll(it, s, k, p.besideFigures(report.Span{Start: sp.Start, End: sp.Start + m.Start}), rest) {
			continue
		}
		if at, ok := p.words.PromiseExcept.Find(words, 0); ok {
			if it.isRate() && p.leavesSomeOut(s, at.End) {
				return p.byWords(s, report.PromiseUnmet)
			}
			return verdict{}, false
		}
		if before := p.r.Source.Text[s.span.Start : sp.Start+m.Start]; p.narrows(it, before) {
			continue
		}
		if len(subject) >= shortestKey && !p.words.PromiseRestated.In(clause) && p.holds(subject, p.r.Source.Text[s.span.Start:sp.End]) {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// byNoOther reads that a rate is all because nothing else was found: 没有不合格案卷 of 案卷合格率100%.
func (p *page) byNoOther(it *item, s *sentence) (verdict, bool) {
	if !it.isRate() {
		return verdict{}, false
	}
	subject, deed := p.allOf(it)
	words := p.r.Source.Slice(s.span)
	if deed == "" || len(subject) < shortestKey || p.narrows(it, words) || p.byOthers(it, words) || p.isOfMonths(words) || p.isOtherTime(it, s.span.Start) || !p.holds(subject, words) {
		return verdict{}, false
	}
	for k := range s.clauses {
		clause := strings.TrimRight(p.r.Source.Slice(s.clauses[k].span), "，,。；;！ 　\r\n\t")
		m, ok := p.words.PromiseNo.Find(clause, 0)
		if !ok || p.namesMore(it, clause[:m.Start]) || !p.isOfAll(it, s, k, clause[:m.Start], "") {
			continue
		}
		if name, isOther := strings.CutPrefix(clause[m.End:], "不"+deed); isOther && !p.namesMore(it, strings.TrimSuffix(name, "情况")) {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// isOfAll reports whether the words before 均, or the clause before it that names what an item is about, name all of
// that: not 新招录执法人员, 重大案件, and nothing that is only asked for. behind is what follows 均.
func (p *page) isOfAll(it *item, s *sentence, clause int, before, behind string) bool {
	if p.words.PromiseUrged.In(before) || p.words.PromiseUrged.In(behind) {
		return false
	}
	if subject, _ := p.allOf(it); p.holds(subject, behind) { // 全部由负责人出庭应诉
		return true
	}
	for k := clause; k >= 0; k-- {
		words := before
		if k < clause {
			words = p.besideFigures(s.clauses[k].span)
		}
		p.round++
		p.mark(p.pairs(words))
		if p.share(it) > 0 {
			return !p.namesBeyond(it, p.withoutVerb(words)) && !p.saysNew(words) && !p.words.PromiseUrged.In(words)
		}
	}
	return true
}

// besideFigures is a clause with a comma for each figure.
func (p *page) besideFigures(sp report.Span) string {
	var b strings.Builder
	from := sp.Start
	first, end := figuresIn(p.r, sp)
	for i := first; i < end; i++ {
		f := &p.r.Figures[i]
		if start := p.r.Words(f).Start; start >= from {
			b.WriteString(p.r.Source.Text[from:start])
			b.WriteString("，")
			from = min(sp.End, max(from, f.Span.End, p.r.Words(f).End))
		}
	}
	b.WriteString(p.r.Source.Text[from:sp.End])
	return b.String()
}

// withoutVerb is words without the verb that they begin with, and without the nouns at their end that stand for any
// thing: 许可 of 作出许可决定.
func (p *page) withoutVerb(words string) string {
	words = p.withoutEnds(words)
	words = words[max(p.words.Verbs.Prefix(words), p.words.LightVerbs.Prefix(words)):]
	return words[:len(words)-max(p.words.Generic.Suffix(words), p.words.PromiseRequests.Suffix(words))]
}

// endsInWord reports whether words end in what is done, perhaps with what finishes it behind: 持证上岗, 整改到位.
func (p *page) endsInWord(words, deed string) bool {
	words = strings.TrimRight(words, "了")
	return strings.HasSuffix(words, deed) || strings.HasSuffix(p.beforeFinished(words), deed) || strings.HasSuffix(words[:len(words)-p.words.PromiseTails.Suffix(words)], deed)
}

// beforeFinished is words without those at their end that say that it is finished: 整改 of 已整改到位.
func (p *page) beforeFinished(words string) string {
	words = strings.TrimRight(words, "了")
	return strings.TrimRight(words[:len(words)-p.words.PromiseFinished.Suffix(words)], "了")
}

// isTooFar reports whether words behind 均 name so much before what was done that it may be of that.
func isTooFar(words, deed string) bool {
	const most = 10 // characters
	return utf8.RuneCountInString(words) > most+utf8.RuneCountInString(deed)
}

// leavesSomeOut reports whether a number of what is left out stands right behind a word for it.
func (p *page) leavesSomeOut(s *sentence, at int) bool {
	const near = 12 // bytes
	at += s.span.Start
	first, end := figuresIn(p.r, report.Span{Start: at, End: min(at+near, s.span.End)})
	if first == end {
		return false
	}
	value, ok := p.r.Figures[first].Decimal()
	return ok && value.Sign() > 0
}

// allIn is where in a clause a word stands that says that it was so of all. 平均, 人均 and 均衡 say nothing of
// the kind.
func (p *page) allIn(clause string) (lexicon.Match, bool) {
	for m, ok := p.words.PromiseWhole.Find(clause, 0); ok; m, ok = p.words.PromiseWhole.Find(clause, m.End) {
		before, behind := lastRune(clause[:m.Start]), clause[m.End:]
		isShare := strings.ContainsRune("平年日月", before) || strings.ContainsRune("人户件", before) && strings.IndexFunc(behind, numeral.IsDigit) >= 0
		if clause[m.Start:m.End] == "均" && (isShare || strings.HasPrefix(behind, "衡") || strings.HasPrefix(behind, "等")) {
			continue
		}
		return m, true
	}
	return lexicon.Match{}, false
}

// allOf parts an item that plans something of all of a thing into the thing and what is to come of it: 文件 and
// 经合法性审核 of 文件全部经合法性审核, 行政处罚 and 公示 of 行政处罚案件公示率达到100%. deed is empty where it plans no such thing.
func (p *page) allOf(it *item) (subject []rune, deed string) {
	reader := &planner{words: p.words}
	if it.isRate() {
		if value, ok := it.figure().Decimal(); !ok || value.Cmp(hundred) != 0 || it.figure().Bound != "" || it.part != nil {
			return nil, ""
		}
		if utf8.RuneCountInString(string(it.key)) == shortestKey+1 { // 持证率 by itself
			if word, ok := strings.CutSuffix(string(it.key), "率"); ok && !strings.ContainsRune(word, 0) {
				return nil, word
			}
		}
		return p.rateOf(it)
	}
	core := it.r.Source.Slice(it.core)
	m, ok := p.allIn(core)
	if it.goal >= 0 || !ok || it.none || it.trend != 0 {
		return nil, ""
	}
	behind := reader.keyOfWords(core[m.End+p.words.PromiseHold.Prefix(core[m.End:]):])
	subject = reader.keyOfWords(p.withoutOwnName(core[:m.Start]))
	if len(subject) < shortestKey || telling(behind) < shortestTelling {
		return nil, ""
	}
	return subject, string(behind)
}

// withoutOwnName is words without the body's own name at their beginning: 区政府重大行政决策.
func (p *page) withoutOwnName(words string) string {
	if m, ok := p.words.PromiseOffices.Find(words, 0); ok && m.End < len(words) && p.isOwnName(words[:m.End]) {
		return words[m.End:]
	}
	return words
}
