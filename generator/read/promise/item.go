package promise

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// item is one thing that a plan names.
type item struct {
	r      *report.Report
	quote  report.Span // all its words
	core   report.Span // the clause that says what is to be done
	lead   report.Span // what it goes on from: 创建示范村4个 of 其中省级1个; empty without it
	goal   int         // index of the figure that is planned; -1 without one
	deed   deed        // what is to be done with it
	within bool        // the deed stands inside of it: 在8个社区设立服务点
	also   string      // and then, of a plan without a number: 投入使用 of 建成中心并投入使用
	key    []rune      // what it is about: characters, 0 where words were taken out
	full   []rune      // the same with the deed and with the nouns that say little
	ids    []int       // of the pairs of key, by where they end; -1 where there is none
	times  int         // how many times a year, of what is planned by the quarter; else 1
	each   string      // the words that say so: 每季度
	whole  bool        // it is planned of all of them: 全部, 全覆盖
	added  []string    // what the clauses behind core say: 对外服务
	month  int         // by the end of which; 0 where none is named
	alone  *item       // the same without the words of the item before it, that its key took
	trend  int         // 1 or -1 where it plans that something rises or falls, and no number
	none   bool        // it plans that something does not happen: 零败诉
	all    []item      // where it plans the same of several things
	shared bool        // it plans one deed for several numbers of things: 对10个乡镇、8个部门开展督察
	part   *part       // where it is planned of a total named before it: 其中进校园20场
}

func (it *item) figure() *report.Figure { return &it.r.Figures[it.goal] }

// planner finds the items of a plan.
type planner struct {
	r     *report.Report
	words *lexicon.Lexicon
	found []item
	lead  item // the words before a colon right before the piece that is read; no key without them
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
		if !p.alone(i) && !p.tellsTasks(i) {
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

// tellsTasks reports whether a heading with text behind it on its line is no name of what follows but tasks of its own:
// （一）修订《章程管理办法》，制定决策事项目录。清理文件2件。
func (p *planner) tellsTasks(i int) bool {
	b, text := &p.r.Blocks[i], p.r.Source.Text
	if b.Heading < 0 || p.r.Headings[b.Heading].Plan || i+1 == len(p.r.Blocks) || strings.Contains(text[b.Span.End:p.r.Blocks[i+1].Span.Start], "\n") {
		return false
	}
	sp := p.withoutNumber(b, b.Span)
	if !strings.ContainsAny(text[sp.Start:sp.End], "，《") {
		return false
	}
	for from := sp.Start; from < sp.End; {
		end := from + p.firstClause(report.Span{Start: from, End: sp.End})
		if it, ok := p.read(p.trim(report.Span{Start: from, End: end}), i, len(p.found)); ok && it.deed.class != 0 {
			return true
		}
		from = end
	}
	return false
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
		p.lead = p.leads(sp, block)
		return
	}
	defer func() { p.lead = item{} }()
	sp = p.trim(sp)
	if sp.Len() == 0 || p.words.PromiseAbout.In(text[sp.Start:sp.End]) || len(p.found) >= mostItems {
		return
	}
	first := len(p.found)
	var vague []item // clauses before the first item
	for from := sp.Start; from < sp.End; {
		end := from + p.firstClause(report.Span{Start: from, End: sp.End})
		clause := p.trim(report.Span{Start: from, End: end})
		if p.words.OnCondition.Suffix(text[clause.Start:clause.End]) > 0 { // 在巩固现有成果基础上，
			from = end
			continue
		}
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
	if len(p.found) == first && p.words.OnCondition.Suffix(text[sp.Start:sp.End]) == 0 {
		if it := p.about(sp, block, first); len(it.key) >= shortestKey {
			p.found = append(p.found, it)
		}
	}
	for i := first; i < len(p.found); i++ {
		p.found[i].added = p.added(p.found[i].quote)
		p.found[i].month = p.deadline(text[p.found[i].quote.Start:p.found[i].quote.End])
	}
	p.leadOn(first)
}

// leads reads words before a colon as what the items behind it go on from: 培育法治示范单位：省级1个.
// 重点抓好以下工作： is none.
func (p *planner) leads(sp report.Span, block int) item {
	text := p.r.Source.Text
	sp = p.trim(sp)
	sp.End -= len(text[sp.Start:sp.End]) - len(strings.TrimRight(text[sp.Start:sp.End], "：:"))
	if sp.Len() == 0 || p.words.PromiseAbout.In(text[sp.Start:sp.End]) {
		return item{}
	}
	it, ok := p.read(sp, block, len(p.found))
	if !ok || it.goal >= 0 || it.deed.class == 0 {
		return item{}
	}
	return it
}

// leadOn says of each item from one on that is a number of something named before it what that is:
// 省级1个、市级2个 say it themselves of nothing.
func (p *planner) leadOn(first int) {
	lead := p.lead.core
	for i := first; i < len(p.found); i++ {
		it := &p.found[i]
		if !p.isFragment(it) {
			lead = it.quote
			continue
		}
		it.lead = lead
	}
}

// isFragment reports whether an item names a number of few words without saying what is to be done.
func (p *planner) isFragment(it *item) bool {
	const few = 6 // characters
	if it.goal < 0 || it.figure().Kind != report.KindCount || p.words.PromiseLevels.In(p.r.Source.Slice(it.core)) {
		return false
	}
	words := p.r.Source.Text[it.core.Start:max(it.core.Start, p.r.Words(it.figure()).Start)]
	d, _ := takeDeed(p.words, []rune(words), true)
	return d.class == 0 && utf8.RuneCountInString(words) <= few
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
	if n := p.sharesDeed(sp); n > 0 {
		return n
	}
	n := firstUpTo(text[sp.Start:], "，,")
	m := firstUpTo(text[sp.Start:], "、")
	if m >= n {
		return n
	}
	numbers := func(start, end int) int {
		first, last := figuresIn(p.r, report.Span{Start: start, End: end})
		return last - first
	}
	if p.isDeed(text[sp.Start:sp.Start+m]) && p.isDeed(text[sp.Start+m:sp.Start+m+firstUpTo(text[sp.Start+m:], "，,、")]) { // 出台办法、建成中心
		return m
	}
	next := sp.Start + m + firstUpTo(text[sp.Start+m:], "，,、")
	if numbers(sp.Start, sp.Start+m) == 1 && numbers(sp.Start+m, next) == 1 {
		return m
	}
	return n
}

// isDeed reports whether words are a deed that can be seen, with its object, and no name in quotation marks
// that goes on: 建成矛调中心.
func (p *planner) isDeed(words string) bool {
	words = strings.TrimRight(words, "，,、")
	for _, marks := range [...]string{"“”", "《》", "（）"} {
		open, size := utf8.DecodeRuneInString(marks)
		end, _ := utf8.DecodeRuneInString(marks[size:])
		if strings.Count(words, string(open)) != strings.Count(words, string(end)) {
			return false
		}
	}
	key := p.keyOfWords(words)
	d, rest := takeDeed(p.words, key, false)
	at, _ := deedAt(p.words, planned(p.words), string(key))
	return d.class&^toAct != 0 && at.class&^toAct != 0 && telling(rest) >= shortestTelling
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
