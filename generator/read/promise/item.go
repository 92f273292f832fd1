package promise

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// item is one thing that a plan names.
type item struct {
	r     *report.Report
	quote report.Span // all its words
	core  report.Span // the clause that says what is to be done
	goal  int         // index of the figure that is planned; -1 without one
	deed  deed        // what is to be done with it
	key   []rune      // what it is about: characters, 0 where words were taken out
	full  []rune      // the same with the deed and with the nouns that say little
	ids   []int       // of the pairs of key, by where they end; -1 where there is none
	times int         // how many times a year, of what is planned by the quarter; else 1
	each  string      // the words that say so: 每季度
	whole bool        // it is planned of all of them: 全部, 全覆盖
	added []string    // what the clauses behind core say: 对外服务
	month int         // by the end of which; 0 where none is named
	alone *item       // the same without the words of the item before it, that its key took
	trend int         // 1 or -1 where it plans that something rises or falls, and no number
	none  bool        // it plans that something does not happen: 零败诉
	all   []item      // where it plans the same of several things
	part  *part       // where it is planned of a total named before it: 其中进校园20场
}

func (it *item) figure() *report.Figure { return &it.r.Figures[it.goal] }

// planner finds the items of a plan.
type planner struct {
	r     *report.Report
	words *lexicon.Lexicon
	found []item
}

// items reads the plan of a report. Where no heading stands over one, what its paragraphs
// say of the time to come (下一步，…) is the plan.
func (p *planner) items() []item {
	plan, mixed := p.sections()
	for i := range p.r.Blocks {
		b := &p.r.Blocks[i]
		if b.Heading < 0 || b.Span.Len() == 0 {
			continue
		}
		switch {
		case plan[b.Heading]:
			p.block(i, false)
		case mixed[b.Heading]:
			p.block(i, true)
		}
	}
	if len(p.found) == 0 && !slices.Contains(plan, true) {
		for i := range p.r.Blocks {
			p.block(i, true)
		}
	}
	return p.found
}

// sections says of every heading whether what stands under it is a plan, or a plan beside
// shortcomings, of which only the sentences belong to it that say so.
func (p *planner) sections() (plan, mixed []bool) {
	headings := p.r.Headings
	plan, mixed = make([]bool, len(headings)), make([]bool, len(headings))
	var open []int // the headings that enclose the next one
	for i := range headings {
		h := &headings[i]
		for len(open) > 0 && headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		plan[i], mixed[i] = h.Plan && !h.Shortcoming, h.Plan && h.Shortcoming
		if len(open) > 0 && !h.Plan {
			above := open[len(open)-1]
			plan[i], mixed[i] = plan[above] && !h.Shortcoming, mixed[above]
		}
		open = append(open, i)
	}
	return plan, mixed
}

// block reads the items of a block. coming says that only what follows words of the
// time to come belongs to the plan.
func (p *planner) block(i int, coming bool) {
	b, text := &p.r.Blocks[i], p.r.Source.Text
	sp := b.Span
	switch b.Kind {
	case report.BlockHeading:
		if !p.alone(i) {
			return
		}
		sp = p.withoutNumber(b, sp)
	case report.BlockText:
		sp = p.withoutNumber(b, sp)
	default:
		return
	}
	if coming {
		at, ok := p.comes(sp)
		if !ok {
			return
		}
		sp.Start = at
	}
	for from := sp.Start; from < sp.End; {
		end := from + firstPiece(text[from:sp.End])
		p.piece(report.Span{Start: from, End: end}, i)
		from = end
	}
}

// alone reports whether a heading is a task by itself: nothing but the next one stands
// under it. The heading of the plan is none.
func (p *planner) alone(i int) bool {
	at := p.r.Blocks[i].Heading
	if at < 0 || p.r.Headings[at].Plan {
		return false
	}
	if i+1 == len(p.r.Blocks) {
		return true
	}
	next := &p.r.Blocks[i+1]
	if next.Heading >= 0 && (next.Kind == report.BlockHeading || p.r.Headings[next.Heading].Item) {
		return p.r.Headings[next.Heading].Level <= p.r.Headings[at].Level
	}
	return next.Kind == report.BlockClosing
}

// withoutNumber is a block without the number of the heading or sentence that it is.
func (p *planner) withoutNumber(b *report.Block, sp report.Span) report.Span {
	if b.Heading < 0 { // 2024年将……, before the first heading
		return sp
	}
	h := &p.r.Headings[b.Heading]
	if h.Span.Start == sp.Start && strings.HasPrefix(p.r.Source.Text[sp.Start:sp.End], h.Number) {
		sp.Start += len(h.Number)
	}
	return sp
}

// comes is where in a block the first sentence stands that opens with words of the time
// to come.
func (p *planner) comes(sp report.Span) (int, bool) {
	text := p.r.Source.Text
	for from := sp.Start; from < sp.End; {
		opening := headOf(text[from:sp.End], 90)
		if p.words.SentenceComing.Prefix(opening) > 0 || lexicon.IsAhead(headOf(opening, 18), p.r.Year) {
			return from, true
		}
		from += firstSentence(text[from:sp.End])
	}
	return 0, false
}

// headOf is the first n bytes of s, or a little less.
func headOf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// firstSentence is how long the first sentence of s is, with its mark.
func firstSentence(s string) int { return firstUpTo(s, "。！？\n") }

// firstPiece is how long the first sentence, or part of one up to ；, is.
func firstPiece(s string) int { return firstUpTo(s, "。！？；;：:\n") }

func firstUpTo(s, ends string) int {
	for at, r := range s {
		if isIdeograph(r) { // as most are, which end nothing
			continue
		}
		if strings.ContainsRune(ends, r) {
			_, size := utf8.DecodeRuneInString(s[at:])
			return at + size
		}
	}
	return len(s)
}

func isIdeograph(r rune) bool { return '一' <= r && r <= '鿿' }

// piece reads the items of a piece of a sentence: a clause that names a number to be
// reached, or a deed and its object, is one, and so are those beside it that say enough. A
// piece without such a clause is one item.
func (p *planner) piece(sp report.Span, block int) {
	text := p.r.Source.Text
	if strings.HasSuffix(strings.TrimSpace(text[sp.Start:sp.End]), "：") { // 重点抓好以下工作：
		return
	}
	sp = p.trim(sp)
	if sp.Len() == 0 || p.words.PromiseAbout.In(text[sp.Start:sp.End]) || len(p.found) >= mostItems {
		return
	}
	first := len(p.found)
	var vague []item // clauses before the first item
	for from := sp.Start; from < sp.End; {
		end := from + p.firstClause(report.Span{Start: from, End: sp.End})
		clause := p.trim(report.Span{Start: from, End: end})
		it, ok := p.read(clause, block, first)
		switch {
		case len(p.found) >= mostItems || clause.Len() == 0:
		case ok, len(p.found) > first && len(it.key) > 3:
			p.found = append(p.found, it)
		case len(p.found) > first: // 9月底前投入使用
			p.found[len(p.found)-1].quote.End = clause.End
		case len(it.key) > 3 && !p.opens(clause):
			vague = append(vague, it)
		}
		from = end
	}
	if len(p.found) > first { // 执法队员全部取得执法证，开展业务培训12次; but 加强队伍建设，… is a title
		vague = slices.DeleteFunc(vague, func(it item) bool { return p.words.PromiseVague.Prefix(p.r.Source.Slice(it.core)) > 0 })
		p.found = slices.Insert(p.found, first, vague...)
	}
	if len(p.found) == first {
		if it := p.about(sp, block, first); len(it.key) >= shortestKey {
			p.found = append(p.found, it)
		}
	}
	for i := first; i < len(p.found); i++ {
		p.found[i].added = p.added(p.found[i].quote)
		p.found[i].month = p.deadline(text[p.found[i].quote.Start:p.found[i].quote.End])
	}
}

// added are the keys of the clauses of a quote behind its first one.
func (p *planner) added(quote report.Span) []string {
	var all []string
	text := p.r.Source.Text[:quote.End]
	for from := quote.Start + firstUpTo(text[quote.Start:], "，,"); from < quote.End; {
		end := from + firstUpTo(text[from:], "，,")
		all = append(all, string(p.keyOf(report.Span{Start: from, End: end})))
		from = end
	}
	return all
}

// firstClause is how long the first clause of a piece is. What 、 parts are clauses where
// each has a number: 新建公园2座、改造广场3处.
func (p *planner) firstClause(sp report.Span) int {
	text := p.r.Source.Text[:sp.End]
	n := firstUpTo(text[sp.Start:], "，,")
	m := firstUpTo(text[sp.Start:], "、")
	if m >= n {
		return n
	}
	numbers := func(start, end int) int {
		first, last := figuresIn(p.r, report.Span{Start: start, End: end})
		return last - first
	}
	next := sp.Start + m + firstUpTo(text[sp.Start+m:], "，,、")
	if numbers(sp.Start, sp.Start+m) == 1 && numbers(sp.Start+m, next) == 1 {
		return m
	}
	return n
}

// opens reports whether words before the first item say nothing but when: 2025年，
func (p *planner) opens(sp report.Span) bool {
	key := p.keyOf(sp)
	return len(key) < shortestKey || p.words.SentenceComing.Prefix(p.r.Source.Slice(sp)) > 0 || lexicon.IsAhead(p.r.Source.Slice(sp), p.r.Year)
}

// shortestKey is how many characters at least say what an item is about.
const shortestKey = 2

// trim takes the marks off the ends of a span, and the number off its beginning: 一是, （1）.
func (p *planner) trim(sp report.Span) report.Span {
	text := p.r.Source.Text
	inner := strings.TrimRight(text[sp.Start:sp.End], "，,；;。！？、 　\r\n\t")
	sp.End = sp.Start + len(inner)
	sp.Start += len(inner) - len(strings.TrimLeft(inner, " 　\t\r\n"))
	if r, size := utf8.DecodeRuneInString(text[sp.Start:sp.End]); '①' <= r && r <= '⑳' {
		sp.Start += size
	}
	for _, mark := range [...]string{"是", "要", "、", "）", ")", ".", "，"} {
		if n := ordinal(text[sp.Start:sp.End]); n > 0 && strings.HasPrefix(text[sp.Start+n:sp.End], mark) {
			if at := sp.Start + n + len(mark); !strings.HasPrefix(text[at:sp.End], "年") && !startsWithDigit(text[at:sp.End]) {
				sp.Start = at
			}
			break
		}
	}
	return sp
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '0' && r <= '9'
}

// ordinal is how long the number is that opens an item of a list: 一, 十二, （3, 第一, ①.
func ordinal(s string) int {
	at := 0
	for _, open := range [...]string{"（", "(", "第"} {
		if strings.HasPrefix(s, open) {
			at = len(open)
			break
		}
	}
	digits := at
	for digits < len(s) {
		r, size := utf8.DecodeRuneInString(s[digits:])
		if !strings.ContainsRune("一二三四五六七八九十0123456789", r) || digits-at > 6 {
			break
		}
		digits += size
	}
	if digits == at {
		return 0
	}
	return digits
}

// read reads a clause as an item, if it says plainly enough what is to be done.
func (p *planner) read(clause report.Span, block, first int) (item, bool) {
	it := p.about(clause, block, first)
	if it.goal >= 0 {
		return it, len(it.key) >= shortestKey
	}
	if it.none || it.trend != 0 && isRate(p.words, string(it.key)) {
		return it, true
	}
	return it, it.deed.class != 0 && len(it.key) > shortestKey
}

// about reads what a clause is about. first is the first item of the same piece.
func (p *planner) about(clause report.Span, block, first int) item {
	it := item{r: p.r, quote: clause, core: clause, goal: p.goal(clause), times: 1}
	if n := p.words.PromiseLead.Prefix(p.r.Source.Slice(clause)); n < clause.Len() { // 计划举办
		it.core.Start += n
	}
	clause = it.core
	words := p.r.Source.Slice(clause)
	it.whole = p.words.PromiseWhole.In(words)
	if m, ok := p.words.PromiseEach.Find(words, 0); ok {
		it.times, _ = strconv.Atoi(p.words.PromiseEach.Reading(m))
		it.each = words[m.Start:m.End]
	}
	if way, n := p.trendOf(words); n > 0 && it.goal < 0 {
		if key := p.keyOf(report.Span{Start: clause.Start, End: clause.End - n}); telling(key) >= shortestTelling {
			it.key, it.full, it.trend = key, key, way
			it.all = p.several(&it, words[:len(words)-p.trend(words)])
			return it
		}
	}
	if key := p.keyOfNone(words); it.goal < 0 && len(key) >= shortestKey {
		it.key, it.full, it.none = key, key, true
		return it
	}
	it.key = p.keyOf(clause)
	it.full = it.key
	if it.goal >= 0 && it.figure().Kind == report.KindChange { // what rose was to fall: the same is meant
		words := string(it.key)
		if _, n := p.trendOf(words); len(words)-n >= shortestTelling*len("率") {
			it.key = trimmed([]rune(words[:len(words)-n]))
		}
	}
	level := it.goal >= 0 && (it.figure().Kind == report.KindRate || p.words.PromiseLevels.In(words) || p.words.PromiseLowering.In(words))
	if !level { // 退回补充的案件压减到800件: 退回 is not what is to be done
		it.deed, it.key = takeDeed(p.words, it.key, it.goal >= 0)
	}
	if it.goal >= 0 && telling(it.key) == 0 && it.deed.class == toAct { // 立案25件
		it.key = it.full
	}
	if it.goal >= 0 && it.figure().Kind == report.KindRate {
		it.all = p.several(&it, p.r.Source.Text[clause.Start:max(clause.Start, p.r.Words(it.figure()).Start)])
		if key := p.withoutGeneric(it.key); len(key) >= 4 {
			it.key = key
		}
	}
	if it.part = p.partOf(&it, first); it.part != nil {
		it.key = it.part.key
		return it
	}
	if it.goal >= 0 && len(it.key) <= shortestKey+1 {
		alone := it
		if it.key = p.inContext(it.key, block, first); first < len(p.found) && len(it.key) > len(alone.key) {
			it.full = append(append(slices.Clone(it.full), 0), p.found[len(p.found)-1].full...)
			alone.full = it.full
			it.alone = &alone
		}
	}
	return it
}

// trend is how long the words are that a clause ends with where it plans that something rises or
// falls and no number: 下降 of 败诉率继续下降. No deed can be seen of it, and 败诉 is none.
func (p *planner) trend(words string) int {
	const one = 3 // a single character, 升, ends other words
	if n := max(p.words.Falls.Suffix(words), p.words.Rises.Suffix(words)); n > one {
		return n
	}
	return 0
}

// several are the items of which words plan the same, nil where that is one alone: 出庭率、答辩率.
func (p *planner) several(it *item, words string) []item {
	for n := 1; n > 0; words = words[:len(words)-n] { // 出庭率、答辩率均达到
		n = max(p.words.PromiseLevels.Suffix(words), p.words.PromiseLowering.Suffix(words), p.words.PromiseWhole.Suffix(words), p.words.PromiseFillers.Suffix(words), p.words.PromiseAgainst.Suffix(words))
	}
	parts := strings.FieldsFunc(words, func(r rune) bool { return r == '、' || r == '和' || r == '与' || r == '及' })
	if len(parts) < 2 || len(parts) > 6 {
		return nil
	}
	var all []item
	for i, part := range parts {
		if it.trend != 0 {
			part = p.withoutAmount(part)
		}
		key := p.keyOfWords(part)
		one := *it
		one.key, one.full, one.alone, one.all = key, it.full, nil, nil
		if len(key) < shortestKey || it.trend == 0 && !isRate(p.words, string(key)) {
			return nil
		}
		if i > 0 && len(key) <= shortestTelling {
			one.key = append(append(slices.Clone(all[0].key), 0), key...)
		}
		all = append(all, one)
	}
	return all
}

// inContext is a short key with what it is said of: 优秀率 with the item before it, 评查执法案卷, else
// with the heading over it.
func (p *planner) inContext(key []rune, block, first int) []rune {
	if first < len(p.found) {
		return append(append(slices.Clone(p.found[len(p.found)-1].key), 0), key...)
	}
	h := p.r.Blocks[block].Heading
	if h < 0 || len(key) > shortestKey || p.r.Headings[h].Item || p.r.Headings[h].Plan {
		return key
	}
	return append(append([]rune(p.r.Headings[h].Text), 0), key...) // （二）执法装备。新购4架。
}

// withoutGeneric is the key of a rate without the nouns that say little:
// 行政复议案件按期审结率 is that of 行政复议.
func (p *planner) withoutGeneric(key []rune) []rune {
	words := string(key)
	var rest []rune
	for at := 0; at < len(words); {
		if n := p.words.Generic.Prefix(words[at:]); n > len("人") {
			rest, at = parted(rest), at+n
			continue
		}
		r, size := utf8.DecodeRuneInString(words[at:])
		rest, at = append(rest, r), at+size
	}
	return trimmed(rest)
}

// goal is the figure that a clause plans, -1 without one. When something is to be done is
// no goal: 30日内. A number in the name of a rate is none either: 500米 of 站点500米覆盖率达到100%.
func (p *planner) goal(clause report.Span) int {
	first, end := figuresIn(p.r, clause)
	for i := first; i < end; i++ {
		if p.r.Figures[i].Hidden || p.isOrigin(i) {
			continue
		}
		if i+1 < end && p.isInName(i, i+1) {
			continue
		}
		return i
	}
	return -1
}

// isInName reports whether a figure stands in the name of the rate that the next one states.
func (p *planner) isInName(i, next int) bool {
	f, rate := &p.r.Figures[i], &p.r.Figures[next]
	if f.Kind == report.KindRate || rate.Kind != report.KindRate || rate.Span.Start < f.Span.End {
		return false
	}
	name := p.r.Source.Text[f.Span.End:rate.Span.Start]
	for n := 1; n > 0; name = name[:len(name)-n] {
		n = max(p.words.PromiseLevels.Suffix(name), p.words.PromiseLowering.Suffix(name), p.words.PeriodBridges.Suffix(name))
	}
	return isRate(p.words, name)
}

// numbersBefore are the numbers with their units in a clause before a figure, which tell one rate
// from another: 500米.
func numbersBefore(r *report.Report, clause report.Span, i int) string {
	first, _ := figuresIn(r, clause)
	all := ""
	for ; first >= 0 && first < i; first++ {
		f := &r.Figures[first]
		if f.Kind == report.KindRate { // 由82%提高到96%
			continue
		}
		all += f.Value + f.Unit + string(f.Bound) + "\n"
	}
	return all
}

// isOrigin reports whether a figure is where another sets out from: 86% of 由86%提高到95%.
func (p *planner) isOrigin(i int) bool {
	for k := range p.r.Relations {
		if rel := &p.r.Relations[k]; rel.Kind == report.RelationChange && len(rel.Parts) > 0 && rel.Parts[0] == i {
			return true
		}
	}
	return false
}

// figuresIn is which figures of a report, which are in text order, begin in a span.
func figuresIn(r *report.Report, sp report.Span) (first, end int) {
	first = sort.Search(len(r.Figures), func(i int) bool { return r.Figures[i].Span.Start >= sp.Start })
	end = first
	for end < len(r.Figures) && r.Figures[end].Span.Start < sp.End {
		end++
	}
	return first, end
}
