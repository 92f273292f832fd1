package promise

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// What an item is about: its number, its deed, its key.

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
	if p.sharesDeed(clause) > 0 {
		it.shared, it.goal = true, -1
		it.deed, it.key = takeDeed(p.words, p.keyOf(clause), false)
		it.full = it.key
		return it
	}
	it.whole = p.words.PromiseWhole.In(words)
	if m, ok := p.words.PromiseEach.Find(words, 0); ok {
		it.times, _ = strconv.Atoi(p.words.PromiseEach.Reading(m))
		it.each = words[m.Start:m.End]
	}
	if way, n := p.trendOf(words); n > 0 && it.goal < 0 {
		if key := p.keyOf(report.Span{Start: clause.Start, End: clause.End - n}); telling(key) >= shortestTelling {
			it.key, it.full, it.trend = key, p.keyOf(report.Span{Start: clause.Start, End: clause.End - p.trend(words)}), way
			it.all = p.several(&it, words[:len(words)-p.trend(words)])
			return it
		}
	}
	if key := p.keyOfNone(words); it.goal < 0 && len(key) >= shortestKey {
		it.key, it.full, it.none = key, key, true
		return it
	}
	if it.goal < 0 {
		if at, ok := p.secondDeed(words); ok {
			it.also = words[at+len("并"):]
			clause.End = clause.Start + at
		}
	}
	it.key = p.keyOf(clause)
	it.full = it.key
	if it.goal >= 0 && it.figure().Kind == report.KindChange { // what rose was to fall: the same is meant
		words := string(it.key)
		if _, n := p.trendOf(words); len(words)-n >= shortestTelling*len("率") {
			words = words[:len(words)-n]
		}
		it.key = p.withoutHowMany(words, string(it.key)[len(words):])
	}
	level := it.goal >= 0 && (it.figure().Kind == report.KindRate || p.words.PromiseLevels.In(words) || p.words.PromiseLowering.In(words))
	if !level { // 退回补充的案件压减到800件: 退回 is not what is to be done
		it.deed, it.key = takeDeed(p.words, it.key, it.goal >= 0)
	}
	if !level && it.deed.class == 0 && p.beginsWithPlace(words) {
		it.deed, it.key = p.deedWithin(it.key)
		it.within = it.deed.class != 0
	}
	if it.deed.class&toBuild != 0 && p.words.PromiseLists.Suffix(string(it.key)) > 0 { // 建立清单 is to write and publish it
		it.deed.class |= toIssue | toCompile
	}
	if it.goal >= 0 && telling(it.key) == 0 && it.deed.class == toAct { // 立案25件
		it.key = it.full
	}
	if it.deed.class == toAct && it.goal >= 0 && string(it.key) == string(lastRune(it.deed.word))+"件" { // 立案｜案件
		it.key = []rune(it.deed.word)
	}
	if it.goal >= 0 && it.figure().Kind == report.KindRate {
		it.all = p.several(&it, p.r.Source.Text[clause.Start:max(clause.Start, p.r.Words(it.figure()).Start)])
		it.key = p.withoutJudges(it.key)
		if key := p.withoutGeneric(it.key); len(key) >= 4 {
			it.key = key
		}
	}
	if it.part = p.partOf(&it, first); it.part != nil {
		it.key = it.part.key
		return it
	}
	if it.goal >= 0 && len(it.key) <= shortestKey+1 && (it.deed.class != toAct || it.deed.word != string(it.key)) {
		alone := it
		if it.key = p.inContext(it.key, block, first); first < len(p.found) && len(it.key) > len(alone.key) {
			it.full = append(append(slices.Clone(it.full), 0), p.found[len(p.found)-1].full...)
			alone.full = it.full
			it.alone = &alone
		}
	} else if it.goal >= 0 && it.deed.word == string(it.key) && first < len(p.found) { // 举办教师培训班2期，培训200人
		it.full = append(append(slices.Clone(it.full), 0), p.found[len(p.found)-1].full...)
	}
	return it
}

// secondDeed is where 并 stands in words that end in a second deed and no other thing: 建成中心并投入使用.
func (p *planner) secondDeed(words string) (int, bool) {
	at := strings.LastIndex(words, "并")
	if at <= 0 {
		return 0, false
	}
	rest := words[at+len("并"):]
	rest = rest[p.words.PromiseHold.Prefix(rest):] // 并组织实施
	return at, rest != "" && (p.words.PromiseBuilt.Has(rest) || p.words.PromiseIssued.Has(rest))
}

// beginsWithPlace reports whether words say where, when or for whom before they say what is to be done: 在8个社区设立,
// 6个村建成, 宪法宣传周期间举办.
func (p *planner) beginsWithPlace(words string) bool {
	for n := 1; n > 0; words = words[n:] {
		if p.words.PromiseWhere.Prefix(words) > 0 || strings.IndexFunc(words, numeral.IsDigit) == 0 {
			return true
		}
		n = p.words.PromiseFillers.Prefix(words)
	}
	return strings.Contains(words, "期间")
}

// deedWithin is the first deed inside of a key that can be seen when it is done, and the key without it: 社区 and 法律驿站 of
// 社区设立法律驿站. What is planned must say enough behind it.
func (p *planner) deedWithin(key []rune) (deed, []rune) {
	for at := 1; at < len(key); at++ {
		if key[at] == 0 {
			continue
		}
		d, n := deedAt(p.words, planned(p.words), string(key[at:]))
		end := at + utf8.RuneCountInString(string(key[at:])[:n])
		if d.class&^toAct == 0 || d.class&toAct != 0 || end-at < shortestKey || telling(trimmed(slices.Clone(key[end:]))) < shortestTelling {
			continue
		}
		rest := append(parted(slices.Clone(key[:at])), trimmed(slices.Clone(key[end:]))...)
		return d, rest
	}
	return deed{}, key
}

// withoutHowMany is what a change is planned of without the word that an amount is meant: 投诉 of 投诉量, 道路交通事故 and
// 死亡 of 道路交通事故死亡人数, which a report may name in two clauses. behind is what stood behind words.
func (p *planner) withoutHowMany(words, behind string) []rune {
	n := p.words.PromiseAmounts.Suffix(words)
	if n == 0 && strings.HasSuffix(words, "量") {
		n = len("量")
	}
	key := trimmed([]rune(words[:len(words)-n]))
	if len(key) < shortestKey || key[len(key)-1] == 0 || p.isDeedAlone(string(key)) {
		return trimmed([]rune(words))
	}
	of := max(n, p.words.PromiseAmounts.Prefix(strings.TrimLeft(behind, "\x00")))
	if at := len(key) - shortestKey; of > len("量") && at > shortestKey {
		key = trimmed(append(parted(slices.Clone(key[:at])), key[at:]...))
	}
	return key
}

// isDeedAlone reports whether words are that of a deed and no more: 办案.
func (p *planner) isDeedAlone(words string) bool {
	_, n := deedAt(p.words, planned(p.words), words)
	return n > 0
}

// trend is how long the words are that a clause ends with where it plans that something rises or
// falls and no number: 下降 of 败诉率继续下降. No deed can be seen of it, and 败诉 is none.
func (p *planner) trend(words string) int {
	const one = 3 // a single character, 升, ends other words
	if n := max(p.words.Falls.Suffix(words), p.words.Rises.Suffix(words)); n > one {
		return n
	}
	return max(p.words.PromiseAbove.Suffix(words), p.words.PromiseBelow.Suffix(words))
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
	rates := p.ratesOf(it)
	if len(rates) > 1 && len(rates) != len(parts) {
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
		if len(rates) > 1 { // 分别达到100%、95%
			one.goal = rates[i]
		}
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

// ratesOf are the rates that an item plans.
func (p *planner) ratesOf(it *item) []int {
	var rates []int
	first, end := figuresIn(p.r, it.core)
	for i := first; i < end; i++ {
		if f := &p.r.Figures[i]; f.Kind == report.KindRate && !f.Hidden && !p.isOrigin(i) {
			rates = append(rates, i)
		}
	}
	return rates
}

// inContext is a short key with what it is said of: 优秀率 with the item before it, 评查执法案卷, else
// with the heading over it.
func (p *planner) inContext(key []rune, block, first int) []rune {
	if first < len(p.found) {
		return append(append(slices.Clone(p.found[len(p.found)-1].key), 0), key...)
	}
	if len(p.lead.key) > 0 {
		return append(append(slices.Clone(p.lead.key), 0), key...)
	}
	h := p.r.Blocks[block].Heading
	if h < 0 || len(key) > shortestKey || p.r.Headings[h].Item || p.r.Headings[h].Plan || strings.ContainsAny(p.r.Headings[h].Text, "，《") {
		return key // of several clauses is no name of what follows
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

// withoutJudges is the key of a satisfaction without who judges, where enough is left to tell of what it
// is: 窗口服务满意度 of 群众对窗口服务的满意度.
func (p *planner) withoutJudges(key []rune) []rune {
	words := string(key)
	if !p.words.PromiseJudged.In(words) {
		return key
	}
	words = strings.TrimLeft(words[p.words.PromiseJudges.Prefix(words):], "\x00")
	if rest := trimmed([]rune(words[p.words.PromiseFillers.Prefix(words):])); len(rest) < len(key) && telling(rest) >= shortestTelling {
		return rest
	}
	return key
}

// goal is the figure that a clause plans, -1 without one. When something is to be done is
// no goal: 30日内. A number in the name of a rate is none either: 500米 of 站点500米覆盖率达到100%.
func (p *planner) goal(clause report.Span) int {
	first, end := figuresIn(p.r, clause)
	for i := first; i < end; i++ {
		if p.r.Figures[i].Hidden || p.isOrigin(i) {
			continue
		}
		if i+1 < end && p.isInName(i, i+1) || p.isOneEach(i) {
			continue
		}
		return i
	}
	return -1
}

// isOneEach reports whether a figure is the one of 人手一台, which plans no number.
func (p *planner) isOneEach(i int) bool {
	f := &p.r.Figures[i]
	const around = len("人手")
	words := p.r.Source.Text[max(0, f.Span.Start-around):min(len(p.r.Source.Text), f.Span.End+len(f.Unit))]
	return f.Value == "1" && p.words.PromiseOneEach.In(words)
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
