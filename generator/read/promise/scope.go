package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// proves reports whether a figure settles a status of an item though it may be of a part of
// the thing alone: 在中小学举办讲座70场 shows that 讲座60场 were held, and 在中小学举办讲座12场 shows
// nothing. Of a part neither a rate nor a change says anything of the whole, and what is to
// stay below a number may be above it elsewhere.
func (p *page) proves(it *item, f *report.Figure, status report.PromiseStatus) bool {
	downwards, _ := p.direction(it)
	isMore := status == report.PromiseMet && !downwards || status == report.PromiseUnmet && downwards
	if k := it.figure().Kind; isMore && (k == report.KindCount || k == report.KindAmount) {
		return p.r.Blocks[f.Block].Kind == report.BlockRow || !p.isJoint(it, f)
	}
	return !p.isOfSome(it, f)
}

// isJoint reports whether a number counts another thing together with what an item is about: 走访商铺和
// 企业412家, 招录执法人员和文员15名. 联合公安和城管举办讲座 counts 讲座 alone.
func (p *page) isJoint(it *item, f *report.Figure) bool {
	start := p.clauseOf(f).Start
	if i := p.indexOf(f); i > 0 {
		start = max(start, min(p.r.Figures[i-1].Span.End, f.Span.Start))
	}
	words := p.r.Source.Text[max(start, f.Span.Start-longestName):max(start, p.r.Words(f).Start)]
	at := strings.LastIndexFunc(words, func(c rune) bool { return c == '和' || c == '与' || c == '及' || c == '、' })
	if at < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	before, behind := words[:at], words[at+size:]
	p.round++
	p.mark(p.pairs(before))
	isFirst := p.namesEnd(it)
	p.round++
	p.mark(p.pairs(behind))
	isSecond := p.namesEnd(it)
	switch {
	case isFirst && !isSecond:
		return p.namesMore(it, behind)
	case isSecond && !isFirst:
		return it.deed.did(p.words, before) && p.namesMore(it, before)
	}
	return false
}

// isOfSome reports whether a figure may be of a part of what an item is about: of a place, of some
// people, of a month, of one kind. Whatever its clause names besides the item may tell which.
func (p *page) isOfSome(it *item, f *report.Figure) bool {
	if p.r.Blocks[f.Block].Kind == report.BlockRow {
		name, _ := p.rowName(f)
		return p.namesMore(it, name) || period.Before(f.KindLabel(), p.r.Year, p.words).Extent == period.Part || p.narrows(it, p.overhead(f.Block))
	}
	s := &p.sentences[p.sentenceOf(f)]
	text := p.r.Source.Text
	own, piece := p.clauseOf(f).Start, s.span.Start // and from the figure before
	if first, _ := figuresIn(p.r, f.Span); first > 0 {
		behind := min(p.r.Figures[first-1].Span.End, f.Span.Start)
		own, piece = max(own, behind), max(piece, behind)
		if p.words.UnitsOfPeople.Has(p.r.Figures[first-1].Unit) { // 组织40余名干部旁听庭审1次
			own += min(p.words.PromiseEverywhere.Prefix(text[own:]), max(0, p.r.Words(f).Start-own))
		}
	}
	start := p.r.Words(f).Start // of 不足40场
	noted := p.isNoted(text[f.Span.End:max(f.Span.End, s.span.End)])
	if it.part != nil { // what is counted of it is found by the words of the part alone
		return noted
	}
	lead := text[max(s.span.Start, start-longest):max(start, s.span.Start)]
	return p.namesMore(it, text[min(own, start):start]) || p.isOfCampaign(it, text[min(piece, start):start]) || p.narrows(it, lead) || p.isOfMonths(lead) ||
		noted || p.narrows(it, p.overhead(f.Block)) || p.narrows(it, p.pointOf(f.Block, s.span.Start))
}

// clauseOf is the clause in which a figure stands, or else its sentence.
func (p *page) clauseOf(f *report.Figure) report.Span {
	s := &p.sentences[p.sentenceOf(f)]
	for k := range s.clauses {
		if s.clauses[k].span.Contains(f.Span) {
			return s.clauses[k].span
		}
	}
	return s.span
}

// namesMore reports whether words name anything that the item does not, but for deeds, words that
// say how or when, and words that may be of any thing (人员).
func (p *page) namesMore(it *item, words string) bool {
	known := map[pair]bool{}
	for _, key := range [...][]rune{it.key, it.full} {
		for _, pr := range pairsOf(key) {
			known[pr] = true
		}
	}
	key := (&planner{words: p.words}).keyOfWords(p.withoutEnds(words))
	passed := 0
	for i, r := range key {
		rest := string(key[i:])
		if n := max(p.words.PromiseLight.Prefix(rest), p.judgesLength(key, rest), p.words.PromiseThings.Prefix(rest), p.deedLength(rest), it.levelLength(rest), p.amountLength(it, rest)); n > 0 {
			passed = max(passed, i+utf8.RuneCountInString(rest[:n]))
		}
		if r == 0 || i < passed || p.isFiller(r) && (i+1 == len(key) || p.deedLength(string(key[i+1:])) > 0 || i+2 < len(key) && known[pair{key[i+1], key[i+2]}]) { // 已 of 积案已化解
			continue
		}
		if (i == 0 || key[i-1] == 0) && (i+1 == len(key) || key[i+1] == 0) && p.inItem(it, string(r)) { // 村 of 村（社区）
			continue
		}
		if !(i > 0 && known[pair{key[i-1], r}]) && !(i+1 < len(key) && known[pair{r, key[i+1]}]) {
			return true
		}
	}
	return false
}

// withoutEnds is words without what they begin and end with that says when, how or against what:
// 今年共举办…, …率为, …同比.
func (p *page) withoutEnds(words string) string {
	if rest := strings.TrimLeft(words, "0123456789"); rest != words && strings.IndexAny(rest, ".、）)．") == 0 { // 5. 网上可办率
		words = strings.TrimLeft(rest, ".、）)．")
	}
	words = p.withoutSelf(p.behindTime(words))
	for n := 1; n > 0; words = words[n:] {
		words = strings.TrimLeft(words, " 　，,")
		n = max(p.words.PromiseFillers.Prefix(words), p.words.PromiseAgainst.Prefix(words))
	}
	for n := 1; n > 0; words = words[:len(words)-n] {
		words = strings.TrimRight(words, " 　，,")
		n = max(p.words.PeriodBridges.Suffix(words), p.words.PromiseFillers.Suffix(words), p.words.PromiseHold.Suffix(words), p.words.PromiseLevels.Suffix(words), p.words.PromiseLowering.Suffix(words), p.words.Rises.Suffix(words), p.words.Falls.Suffix(words), p.words.PromiseAgainst.Suffix(words))
	}
	return words
}

// withoutSelf is words without what the body calls itself at their beginning: 厅机关, 我局, 本街道, 街道 of 街道办事处.
func (p *page) withoutSelf(words string) string {
	issuer := p.r.Issuer
	if issuer == "" {
		issuer = p.r.Title
	}
	for _, tail := range [...]string{"人民政府", "办事处"} {
		issuer = strings.TrimSuffix(issuer, tail)
	}
	last, size := utf8.DecodeLastRuneInString(issuer)
	before, _ := utf8.DecodeLastRuneInString(issuer[:len(issuer)-size])
	if size == 0 {
		return words
	}
	rest := words
	for _, own := range [...]string{"我", "本"} {
		if behind, ok := strings.CutPrefix(rest, own+string(last)); ok {
			return behind
		}
	}
	if behind, ok := strings.CutPrefix(rest, string(before)+string(last)); ok && last == '道' {
		return behind
	}
	for _, own := range [...]string{"机关", "本级"} {
		if behind, ok := strings.CutPrefix(rest, string(last)+own); ok {
			return behind
		}
	}
	return words
}

// isFiller reports whether a character by itself says nothing of a thing: 共, 已.
func (p *page) isFiller(r rune) bool {
	return p.words.PromiseFillers.Has(string(r)) || p.words.PeriodBridges.Has(string(r))
}

// amountLength is how long the word is that words begin with for an amount, where a change of one is planned: 人数. Of a
// time it is one for the average: 平均审理期限.
func (p *page) amountLength(it *item, words string) int {
	if it.goal >= 0 && p.words.UnitsOfTime.Has(it.figure().Unit) {
		return p.words.PromiseAverage.Prefix(words)
	}
	if it.goal < 0 || it.figure().Kind != report.KindChange {
		return 0
	}
	return p.words.PromiseAmounts.Prefix(words)
}

// judgesLength is how long the word is that words begin with for the people who judge: 群众 of 群众对窗口
// 服务的满意度, which everybody means where nobody else is named.
func (p *page) judgesLength(key []rune, words string) int {
	if !p.words.PromiseJudged.In(string(key)) {
		return 0
	}
	return p.words.PromiseJudges.Prefix(words)
}

// levelLength is how long the level is that words begin with and the item names otherwise: 村级 of 在8个
// 村建设.
func (it *item) levelLength(words string) int {
	r, size := utf8.DecodeRuneInString(words)
	if r != 0 && strings.HasPrefix(words[size:], "级") && strings.ContainsRune(it.r.Source.Slice(it.core), r) {
		return size + len("级")
	}
	return 0
}

// deedLength is how long the word for some deed is that words begin with.
func (p *page) deedLength(words string) int {
	n := max(p.words.LightVerbs.Prefix(words), p.words.PromiseFinished.Prefix(words), p.words.PromiseHappens.Prefix(words))
	for _, s := range planned(p.words) {
		n = max(n, s.Prefix(words))
	}
	for _, s := range done(p.words) {
		n = max(n, s.Prefix(words))
	}
	return n
}

// narrows reports whether words say that only some of a thing is counted, and the item does not
// say so: 进校园, 面向企业, 春节期间.
func (p *page) narrows(it *item, words string) bool {
	set := p.words.PromiseNarrow
	for m, ok := set.Find(words, 0); ok; m, ok = set.Find(words, m.End) {
		if word := words[m.Start:m.End]; !p.inItem(it, word) && !strings.Contains(string(it.full), word) && !strings.Contains(it.sentence(), word) {
			return true
		}
	}
	return false
}

// sentence is the sentence of the plan up to an item, in which the item before it may say of what both are: 开展专项整治，
// 问题整改率达到100%.
func (it *item) sentence() string {
	start := max(0, it.core.Start-longest)
	before := it.r.Source.Text[start:it.core.Start]
	return before[strings.LastIndexAny(before, "。；;\n")+1:]
}

// isOfCampaign reports whether words name something in quotation marks that the item does not:
// 组织“百日攻坚”，查处违建31处.
func (p *page) isOfCampaign(it *item, words string) bool {
	for {
		_, rest, ok := strings.Cut(words, "“")
		if !ok {
			return false
		}
		name, behind, _ := strings.Cut(rest, "”")
		if name != "" && !p.inItem(it, name) {
			return true
		}
		words = behind
	}
}

// isOfMonths reports whether words before a number name months that are not all of the year.
func (p *page) isOfMonths(words string) bool {
	for _, m := range p.monthsIn(words) {
		if m.first > 1 && m.last < 12 || m.last < 12 || m.first > 1 && m.first < 12 {
			return true
		}
	}
	return false
}

// isNoted reports whether a bracket right behind a number says of what it is: 12场（校园）.
func (p *page) isNoted(behind string) bool {
	for _, open := range [...]string{"（", "("} {
		if rest, ok := strings.CutPrefix(behind, open); ok {
			return p.words.PromiseParts.Prefix(rest) == 0
		}
	}
	return false
}

// overhead is the headings over a block, but for the highest.
func (p *page) overhead(block int) string {
	var all []string
	h, level := p.r.Blocks[block].Heading, 1<<10
	for ; h >= 0; h-- {
		if heading := &p.r.Headings[h]; heading.Level < level {
			level = heading.Level
			if !heading.Item || heading.Span.Start != p.r.Blocks[block].Span.Start { // （二）持证率为93.2%，… is no heading over itself
				all = append(all, heading.Text)
			}
		}
		if level <= 1 {
			break
		}
	}
	return strings.Join(all, "\n")
}

// pointOf is the sentence that opens the point of a block in which a sentence stands: 一是抓校园。
func (p *page) pointOf(block, sentence int) string {
	const most = 60 // bytes of a sentence that only says what its point is about
	text, start := p.r.Source.Text, p.r.Blocks[block].Span.Start
	lead := ""
	for from := start; from < sentence; {
		n := firstSentence(text[from:sentence])
		first, end := figuresIn(p.r, report.Span{Start: from, End: from + n})
		if k := ordinal(text[from:sentence]); n <= most && first == end && (from == start || k > 0 && strings.HasPrefix(text[from+k:sentence], "是")) {
			lead = text[from : from+n]
		}
		from += n
	}
	return lead
}

// rowName is what a row of a table counts: 执法检查 of 合计（执法检查） and of 执法检查（2023年）. It is false of
// a column of another year.
func (p *page) rowName(f *report.Figure) (string, bool) {
	open := strings.LastIndex(f.KindLabel(), "（")
	if open <= 0 || !strings.HasSuffix(f.KindLabel(), "）") {
		return f.KindLabel(), true
	}
	name, in := f.KindLabel()[:open], strings.TrimSuffix(f.KindLabel()[open+len("（"):], "）")
	switch {
	case p.words.Totals.Has(name):
		return in, true
	case p.words.YearBefore.Has(in), p.isYear(in) && !period.Before(in, p.r.Year, p.words).Is(p.r.Year):
		return name, false
	case utf8.RuneCountInString(in) == 2 && p.words.PromiseAmounts.Suffix(in) > 0: // 册数
		return name, true
	case p.words.YearItself.Has(in), p.words.Totals.Has(in), p.isYear(in), p.words.GoalsMet.In(in):
		return name, true
	}
	return f.KindLabel(), true
}

// isYear reports whether words are a year and no more: 2023年.
func (p *page) isYear(words string) bool {
	return (&planner{words: p.words}).dateAt(words) == len(words)
}
