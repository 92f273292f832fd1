package promise

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// An item may plan that something does not happen: 零败诉, 不发生较大事故.

// noneOf is where words say that something is not to happen, and how long that word is; false
// where they do not.
func (p *planner) noneOf(words string) (at, length int, ok bool) {
	m, ok := p.words.PromiseNone.Find(words, 0)
	return m.Start, m.Len(), ok
}

// keyOfNone is what an item is about that is not to happen: 行政诉讼 and 败诉 of 行政诉讼零败诉.
func (p *planner) keyOfNone(words string) []rune {
	at, n, ok := p.noneOf(words)
	if !ok {
		return nil
	}
	key := append(parted(p.keyOfWords(words[:at])), p.keyOfWords(p.withoutHappens(words[at+n:]))...)
	return trimmed(key)
}

// withoutHappens is words without 发生 at their beginning.
func (p *planner) withoutHappens(words string) string {
	return words[p.words.PromiseHappens.Prefix(words):]
}

// followNone says what came of an item that plans that something does not happen; false where
// nothing tells, or two sentences disagree.
func (p *page) followNone(it *item, places []place) (verdict, bool) {
	found := verdict{figure: -1}
	for k := range places {
		s := &p.sentences[places[k].sentence]
		isOne := places[k].with < inFull && p.namesOneOf(it, s) // 行政诉讼 of 行政复议和行政诉讼零败诉
		isNamed := places[k].with >= inFull || p.holds(it.key, p.withoutAgent(p.r.Source.Slice(s.span)))
		if s.ahead || p.opens(s) || !isNamed && !isOne {
			continue
		}
		for c := range s.clauses {
			status := p.happened(it, s, s.clauses[c].span)
			switch {
			case status == "", isOne && status != report.PromiseUnmet:
			case found.status == "":
				found = verdict{status, -1, p.shownOf(s)}
			case found.status != status:
				return verdict{}, false
			}
		}
	}
	return found, found.status != ""
}

// namesOneOf reports whether a sentence names one of several things of which an item plans that something does not
// happen.
func (p *page) namesOneOf(it *item, s *sentence) bool {
	core := it.r.Source.Slice(it.core)
	at, _, ok := (&planner{words: p.words}).noneOf(core)
	parts := listed(core[:at])
	if !ok || len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		reader := &planner{words: p.words}
		if key := reader.withoutGeneric(reader.keyOfWords(part)); telling(key) >= shortestTelling && p.holds(key, p.r.Source.Slice(s.span)) {
			return true
		}
	}
	return false
}

// happened is what a clause says of a thing that is not to happen, "" where it does not tell.
func (p *page) happened(it *item, s *sentence, clause report.Span) report.PromiseStatus {
	words := strings.TrimRight(p.r.Source.Slice(clause), "，,。；;！ 　\r\n\t")
	if p.isOtherTime(it, clause.End-1) || p.byOthers(it, p.withoutAgent(words)) || p.says(p.words.PromiseForecast, it, words) {
		return ""
	}
	lead := p.r.Source.Text[s.span.Start:clause.End]
	isPart := p.narrows(it, lead) || p.isOfMonths(lead) || p.narrows(it, p.overhead(s.block)) || p.narrows(it, p.pointOf(s.block, s.span.Start))
	first, end := figuresIn(p.r, clause)
	if first < end {
		return p.howMany(it, clause, first, isPart)
	}
	m, ok := p.words.PromiseNone.Find(words, 0)
	if !ok {
		m, ok = p.words.PromiseNo.Find(words, 0)
	}
	if !ok || isPart {
		return ""
	}
	rest := words[:m.Start] + "，" + (&planner{words: p.words}).withoutHappens(words[m.End:])
	if p.namesTail(it, rest) && !p.namesMore(it, words[:m.Start]) && !p.namesMore(it, (&planner{words: p.words}).withoutHappens(words[m.End:])) {
		return report.PromiseMet
	}
	return ""
}

// howMany is what the first number of a clause says of a thing that is not to happen: 败诉0件, 败诉率2%.
func (p *page) howMany(it *item, clause report.Span, i int, isPart bool) report.PromiseStatus {
	f := &p.r.Figures[i]
	if f.Hidden || f.Target || f.Kind != report.KindCount && f.Kind != report.KindRate || p.earlier[i] || p.ofOtherTime(it, f) {
		return ""
	}
	words := (&planner{words: p.words}).withoutHappens(p.withoutFigures(clause))
	words = p.withoutAgent(p.withoutEnds(words))
	words = (&planner{words: p.words}).withoutHappens(words)
	if f.Kind == report.KindRate {
		n := p.words.Rates.Suffix(words)
		if n == 0 {
			return ""
		}
		words = words[:len(words)-n]
	}
	value, ok := f.Decimal()
	if !ok {
		return ""
	}
	if value.Sign() > 0 { // of what is not to happen at all 一般事故1起 is one
		words = p.withoutGrades(it, words)
	}
	if value.Sign() > 0 && p.isTail(it, words) && p.holds(it.key, p.r.Source.Text[p.sentences[p.sentenceOf(f)].span.Start:f.Span.Start]) {
		return report.PromiseUnmet // 复议案件6件，被撤销1件
	}
	if !p.namesTail(it, words) || p.namesMore(it, words) {
		return ""
	}
	switch {
	case value.Sign() > 0 && f.Bound != report.BoundAtMost && f.Bound != report.BoundBelow:
		return report.PromiseUnmet
	case value.Sign() == 0 && f.Approx == "" && f.Bound == "" && !isPart:
		return report.PromiseMet
	}
	return ""
}

// withoutAgent is words without who did it behind 被: 被纠错 of 被复议机关纠错.
func (p *page) withoutAgent(words string) string {
	at := strings.Index(words, "被")
	if at < 0 {
		return words
	}
	at += len("被")
	return words[:at] + words[at+p.words.PromiseAgents.Prefix(words[at:]):]
}

// withoutGrades is words without how grave a thing is at their beginning, where the item does not ask.
func (p *page) withoutGrades(it *item, words string) string {
	for {
		n := p.words.PromiseGrades.Prefix(words)
		if n == 0 || p.inItem(it, words[:n]) { // 一般事故 says nothing of 较大事故
			return words
		}
		words = words[n:]
	}
}

// isTail reports whether words are what ends the name of an item: 被撤销 of 行政复议被撤销案件.
func (p *page) isTail(it *item, words string) bool {
	name := string((&planner{words: p.words}).withoutGeneric(it.key))
	return telling([]rune(words)) >= shortestTelling && strings.HasSuffix(name, words) && len(words) < len(name)
}

// namesTail reports whether words name the last part of an item in full: 败诉 of 行政诉讼 and 败诉.
func (p *page) namesTail(it *item, words string) bool {
	from := len(it.key)
	for from > 0 && it.key[from-1] != 0 {
		from--
	}
	p.round++
	p.mark(p.pairs(words))
	for i := from + 1; i < len(it.key); i++ {
		if !p.has(it, i) {
			return false
		}
	}
	return len(it.key)-from >= shortestKey
}

// followWhole says what a rate tells of an item that plans to cover all: 覆盖率98%.
func (p *page) followWhole(it *item, places []place) (verdict, bool) {
	found := verdict{figure: -1}
	for k := range places {
		s := &p.sentences[places[k].sentence]
		if s.ahead || p.opens(s) {
			continue
		}
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end; i++ {
			f := &p.r.Figures[i]
			if f.Kind != report.KindRate || f.Hidden || f.Target || p.earlier[i] {
				continue
			}
			name := p.withoutEnds(p.withoutFigures(p.clauseOf(f)))
			n := p.words.PromiseCoverage.Suffix(name)
			if stem, isRate := strings.CutSuffix(name, "率"); n == 0 && isRate && string((&planner{words: p.words}).keyOfWords(stem)) == string(it.full) { // 合法性审核率 of 合法性审核全覆盖
				n = len("率")
			}
			if n == 0 || n > len(name) || !p.isNamedBy(it, name[:len(name)-n]) || p.ofOtherTime(it, f) || p.byOthers(it, name) || p.isOfSome(it.covering(name[len(name)-n:]), f) {
				continue
			}
			value, ok := f.Decimal()
			if !ok || f.Bound == report.BoundAtLeast || f.Bound == report.BoundAbove || f.Approx != "" {
				return verdict{}, false
			}
			status := report.PromiseUnmet
			if value.Cmp(numeral.Integer(100)) >= 0 {
				status = report.PromiseMet
			}
			if found.status != "" && found.status != status {
				return verdict{}, false
			}
			found = verdict{status, -1, p.shownOf(s)}
		}
	}
	return found, found.status != ""
}

// covering is an item with the word of how much of it is covered, which names nothing else.
func (it *item) covering(word string) *item {
	more := *it
	more.full = append(append([]rune(nil), it.full...), []rune(word)...)
	return &more
}
