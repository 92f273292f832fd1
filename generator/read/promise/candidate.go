package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// A figure of a sentence that names an item may be what came of its goal, if it counts the same thing.

// candidate is a figure that may be what came of a goal.
type candidate struct {
	figure int
	own    float64 // the share of the item that the figure's own words name
	with   float64 // and its sentence and headings
	extra  float64 // the share of its own words that are of something else
	ends   bool    // its own words name the end of the item
	bare   bool    // they are a deed and no more
	some   bool    // it may be of a part of the thing, and then shows nothing
	sum    bool    // it may be of more years than this one: 累计
	status report.PromiseStatus
}

func (c *candidate) score() float64 {
	score := 2*c.own + c.with - c.extra/2
	if c.some {
		score -= 0.5
	}
	return score
}

// Shares that a figure has to reach to be held against a goal.
const (
	inFull  = 0.9 // of the item, that is named
	foreign = 0.2 // of the figure's words, that may be of something else where they name little of the item
	much    = 0.5 // and where they name it in full
)

// tellsWhich reports whether what stands behind a rate makes it the mark of some of
// several, and not a rate of all of them: 达到100%的县区有4个.
func (p *page) tellsWhich(behind string) bool {
	behind, ok := strings.CutPrefix(strings.TrimLeft(behind, "及以上下"), "的")
	return ok && p.words.PromiseRestated.Prefix(behind) == 0
}

// candidate reads a figure as what came of an item.
func (p *page) candidate(it *item, at place, i int) (*candidate, bool) {
	f, goal := &p.r.Figures[i], it.figure()
	if f.Hidden || f.Target || p.earlier[i] || (f.Kind == report.KindChange) != (goal.Kind == report.KindChange) || !p.sameUnit(goal, f) {
		return nil, false
	}
	before, own := p.wordsOf(f)
	label := f.KindLabel()
	if label == "" {
		label = before
	}
	if p.r.Blocks[f.Block].Kind == report.BlockRow {
		name, ok := p.rowName(f)
		if !ok {
			return nil, false
		}
		label, before = name, name
	}
	label = p.withoutSelf(label)
	if p.restated(it, f, before) || p.ofOtherTime(it, f) || p.byOthers(it, before) || !p.sameDeed(it, f, before, own) {
		return nil, false
	}
	if s := &p.sentences[at.sentence]; p.isBeforeDecision(it, s, i) || p.isKept(it, s, i) {
		return nil, false
	}
	if f.Kind == report.KindCount && !p.words.UnitsOfTime.Has(f.Unit) && !(it.deed.word == string(it.key) && p.isDeedOnly(it, own)) && p.countsOther(it, strings.TrimSuffix(before, p.r.Source.Text[p.r.Words(f).Start:f.Span.Start])) {
		return nil, false
	}
	if p.isWholeOf(it, f) || p.isOtherRate(it, f, before) || f.Kind == report.KindRate && p.tellsWhich(p.r.Source.Text[f.Span.End:]) {
		return nil, false
	}
	if f.Kind == report.KindRate && numbersBefore(it.r, it.core, it.goal) != numbersBefore(p.r, p.clauseOf(f), i) {
		return nil, false
	}
	if it.part != nil {
		if before = p.behindFigure(i, before); !p.namesPart(it, before) {
			return nil, false
		}
	}
	if f.Kind == report.KindChange {
		if !p.isChangeOf(it, i) {
			return nil, false
		}
		label, _ = p.wayOf(label)
	}
	c := &candidate{figure: i, sum: p.isSum(it, own) || p.isUpToNow(it, f, own)}
	s := &p.sentences[at.sentence]
	p.round++
	for k := range s.clauses {
		p.mark(s.clauses[k].pairs)
	}
	p.mark(s.head)
	c.with = p.share(it)
	p.named(it, c, label)
	if c.extra > foreign && c.own < inFull { // its label may say more than its clause: 调解成功366件，成功率98.7%
		p.inClause(it, c, s, f, before)
	}
	if f.Kind == report.KindRate && c.own >= inFull && !p.namesMore(it, label) { // 发现问题68个，整改率95.6%
		c.extra = 0
	}
	if c.extra > foreign && !f.Own && telling(it.key) > shortestTelling && p.isNamedBy(it, before) { // and borrow what is not its own: 负责人出庭应诉率100%，败诉率3%
		p.named(it, c, before)
	}
	if it.part != nil && it.part.says {
		if p.asPart(it, c, s, before); c.own < inFull {
			return nil, false
		}
	}
	if goal.Kind != report.KindCount && !c.ends && !s.restates {
		return nil, false
	}
	c.status = p.held(it, f, c, own)
	if c.status == report.PromiseUnmet && (p.isOfPart(f.Span.Start) || p.isOfOne(it, p.wordsBehind(&p.sentences[at.sentence], i))) { // more may have come
		c.status = report.PromiseUnclear
	}
	named := c.own > 0 || c.bare && p.isDeedOnly(it, own) || c.bare && (s.restates || p.besides(s, at.clause, f))
	return c, c.with >= inFull && (c.own >= inFull && c.extra <= much || named && c.extra <= foreign)
}

// isDeedOnly reports whether an item plans a deed with what stands everywhere, and words name the deed: 立案1318件
// of 立案查处案件1300件.
func (p *page) isDeedOnly(it *item, own string) bool {
	return it.deed.class == toAct && it.deed.did(p.words, own) && (p.ownOf(it) == "" || it.deed.word == string(it.key))
}

// isOfOne reports whether words before a number name one of the things alone that an item plans it of together:
// 建议118件 of 建议和提案200件.
func (p *page) isOfOne(it *item, before string) bool {
	named, parts := 0, p.joined(it)
	for _, part := range parts {
		if p.holds(part, before) {
			named++
		}
	}
	return named < len(parts)
}

// named reads how a candidate's own words name the item.
func (p *page) named(it *item, c *candidate, words string) {
	p.round++
	p.mark(p.pairs(words))
	c.own, c.ends = p.share(it), p.namesEnd(it)
	c.extra, c.bare = p.extra(it, words)
}

// inClause reads a candidate by the words before it alone, where they and the clause before
// them name the item.
func (p *page) inClause(it *item, c *candidate, s *sentence, f *report.Figure, before string) {
	if f.Kind == report.KindChange && strings.Contains(before, "分别") { // 起数和死亡人数分别下降3.1%和6.4%: only the label tells which
		return
	}
	for k := range s.clauses {
		if !s.clauses[k].span.Contains(f.Span) {
			continue
		}
		p.round++
		p.mark(s.clauses[k].pairs)
		from := max(0, k-1)
		if f.Kind == report.KindRate { // 发现问题68个，整改65个，整改率95.6%
			from = 0
		}
		for ; from < k; from++ {
			p.mark(s.clauses[from].pairs)
		}
		if p.share(it) >= inFull {
			p.named(it, c, before)
		}
	}
}

// isOtherRate reports whether the words right before a rate call it another one than the item's:
// 败诉率 is not 出庭应诉率, whatever its label borrows.
func (p *page) isOtherRate(it *item, f *report.Figure, before string) bool {
	key := strings.TrimRight(string(it.key), "\x00")
	if f.Kind != report.KindRate || !isRate(p.words, key) || !isRate(p.words, before) {
		return false
	}
	const word = 3 // characters that say which rate it is: 整改率
	shared := 0
	for rest := key; rest != "" && before != "" && lastRune(rest) == lastRune(before); shared++ {
		n := utf8.RuneLen(lastRune(rest))
		rest, before = rest[:len(rest)-n], before[:len(before)-n]
	}
	return shared < word && before != ""
}

// isWholeOf reports whether a figure that is the goal again only says of how many another in
// its clause was done: 6个派出所的改造有5个完成.
func (p *page) isWholeOf(it *item, f *report.Figure) bool {
	if f.Value != it.figure().Value {
		return false
	}
	first, end := figuresIn(p.r, report.Span{Start: f.Span.End, End: max(f.Span.End, f.QuoteSpan.End)})
	for i := first; i < end; i++ {
		if p.r.Figures[i].Unit == f.Unit && p.r.Figures[i].Value != f.Value {
			return true
		}
	}
	return false
}

// besides reports whether a figure stands in a clause of a sentence or the next one: 水法宣传活动深入
// 基层，全年举办36场.
func (p *page) besides(s *sentence, clause int, f *report.Figure) bool {
	for k := clause; k < len(s.clauses) && k <= clause+1; k++ {
		if s.clauses[k].span.Contains(f.Span) {
			return true
		}
	}
	return false
}

// wordsOf are the words of a figure's clause before it, and all words that are its own: of
// a row the label alone.
func (p *page) wordsOf(f *report.Figure) (before, own string) {
	if p.r.Blocks[f.Block].Kind == report.BlockRow {
		return f.KindLabel(), f.KindLabel()
	}
	sp := f.QuoteSpan
	if sp.Start > f.Span.Start || sp.End < f.Span.End {
		return f.KindLabel(), f.KindLabel()
	}
	return p.r.Source.Text[sp.Start:f.Span.Start], f.KindLabel() + " " + p.r.Source.Slice(sp)
}

// extra is the share of a label's characters that are of something else than the item. A bare
// one has none at all but a deed: 实际举办.
func (p *page) extra(it *item, label string) (share float64, bare bool) {
	known := map[pair]bool{}
	for _, pr := range pairsOf(it.key) {
		known[pr] = true
	}
	if it.deed.word == string(it.key) {
		for _, pr := range pairsOf(it.full) {
			known[pr] = true
		}
	}
	reader := planner{words: p.words}
	key := reader.keyOfWords(label)
	if it.figure().Kind == report.KindRate {
		key = reader.withoutGeneric(key)
	} else {
		if _, rest := takeDeed(p.words, key, true); len(rest) != 1 || len(key) != 2 || !known[pair{key[0], key[1]}] { // 讲 of 讲座 is no deed
			key = rest
		}
	}
	other, all := 0, 0
	passed := 0 // characters of words that may be of any thing: 人员
	for i, r := range key {
		if n := max(p.words.PromiseLight.Prefix(string(key[i:])), p.amountLength(it, string(key[i:]))); n > 0 {
			passed = max(passed, i+utf8.RuneCountInString(string(key[i:])[:n]))
		}
		if r == 0 {
			continue
		}
		all++
		if i < passed {
			continue
		}
		if !(i > 0 && known[pair{key[i-1], r}]) && !(i+1 < len(key) && known[pair{r, key[i+1]}]) {
			other++
		}
	}
	if all == 0 {
		return 0, true
	}
	return float64(other) / float64(all), false
}
