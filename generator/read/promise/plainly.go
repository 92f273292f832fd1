package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// What a reader sees at once and neither a single number nor the words of a single clause tell: 1件 lost of
// 12件, 2座 done and the third one not, 3个部门 once each, all of what the clause before names.

// followPlainly says what came of an item that nothing else told; false where nothing tells. Each way gives
// a verdict only where it leaves no other reading.
func (p *page) followPlainly(it *item, places []place) (verdict, bool) {
	ways := [...]func(*item, *sentence) (verdict, bool){p.byTitles, p.byCounts, p.byRest, p.byEach, p.byJoined, p.byAdded, p.bySome, p.byAll, p.byPartOfAll, p.byAmong, p.byGrown, p.byGrownTo, p.byNoOther, p.byFailures, p.byCourt, p.byUpheld, p.byCovered, p.byTitle, p.byAllThere, p.byOneEach, p.bySpelled, p.byFewer, p.byNames, p.byDecided}
	for _, way := range ways {
		found := verdict{}
		if strings.HasSuffix(string(it.key), coverage) || it.isRate() {
			places = p.allPlaces() // its name is parted by a number, so that no clause holds much of it
		}
		for k := range places {
			s := &p.sentences[places[k].sentence]
			if s.ahead || p.opens(s) || s.span.Len() > longest || p.r.Blocks[s.block].Kind == report.BlockRow {
				continue
			}
			v, ok := way(it, s)
			switch {
			case !ok:
			case found.status == "":
				found = v
			case found.status != v.status:
				return verdict{}, false
			}
		}
		if found.status != "" {
			return found, true
		}
	}
	return verdict{}, false
}

// hundred is all of a thing, in per cent.
var hundred = numeral.Integer(100)

// byWords is a verdict that rests on a whole sentence.
func (p *page) byWords(s *sentence, status report.PromiseStatus) (verdict, bool) {
	return verdict{status, -1, p.shownOf(s)}, true
}

// holds reports whether words hold all that a key is made of, in whatever order.
func (p *page) holds(key []rune, words string) bool {
	known := map[pair]bool{}
	for _, pr := range pairsOf((&planner{words: p.words}).keyOfWords(words)) {
		known[pr] = true
	}
	all := 0
	for i, r := range key {
		before, behind := i > 0 && key[i-1] != 0, i+1 < len(key) && key[i+1] != 0
		if r == 0 || !before && !behind {
			continue
		}
		all++
		if !(before && known[pair{key[i-1], r}]) && !(behind && known[pair{r, key[i+1]}]) {
			return false
		}
	}
	return all > 0
}

// exact reports whether a figure is a plain number of the year: no bound, none of another time, nothing that
// is to come or that others did.
func (p *page) exact(it *item, f *report.Figure) bool {
	return f.Kind == report.KindCount && f.Approx == "" && f.Bound == "" && !f.Hidden && !f.Target && !p.earlier[p.indexOf(f)] && !p.ofOtherTime(it, f)
}

// wordsBehind is what stands between the figure before one, or the beginning of its sentence, and the figure.
func (p *page) wordsBehind(s *sentence, i int) string {
	start := s.span.Start
	if i > 0 {
		start = max(start, p.r.Figures[i-1].Span.End)
	}
	return p.r.Source.Text[start:max(start, p.r.Words(&p.r.Figures[i]).Start)]
}

// lastClause is words behind their last comma.
func lastClause(words string) string {
	at := strings.LastIndexAny(words, "，,；;。：:（(")
	if at < 0 {
		return words
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	return words[at+size:]
}

// byCounts holds a rate that is planned against the counts that make it: 败诉率5%以下 against 12件，败诉1件.
// Of several numbers that the rate may be one of, all have to tell the same.
func (p *page) byCounts(it *item, s *sentence) (verdict, bool) {
	if !it.isRate() || it.part != nil || p.byOthers(it, p.r.Source.Slice(s.span)) || p.narrows(it, p.r.Source.Slice(s.span)) || p.words.PromiseExcept.In(p.r.Source.Slice(s.span)) {
		return verdict{}, false
	}
	subject, deed := p.rateOf(it)
	want, ok := it.figure().Decimal()
	if deed == "" || !ok || len(subject) < shortestKey {
		return verdict{}, false
	}
	var found verdict
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		f := &p.r.Figures[i]
		own := lastClause(p.wordsBehind(s, i))
		own = own[p.words.PromiseParts.Prefix(own):]
		of, ok := p.numeratorOf(subject, deed, own, strings.TrimRight(p.clauseBehind(s, f), "，,。；;！ 　\r\n\t"))
		if !ok || !p.exact(it, f) || p.isBase(f) || p.words.PromiseLater.In(p.r.Source.Text[f.Span.End:max(f.Span.End, s.span.End)]) { // 另有30件未统计
			continue
		}
		v, ok := p.ofBases(it, s, i, of.subject, func(n, base reach) report.PromiseStatus {
			status := p.compared(it, reach{low: n.low.Shift(2), high: n.low.Shift(2)}, want.Mul(base.low))
			return toldOf(status, of, p.r.Source.Text[s.span.Start:p.r.Words(&p.r.Figures[i-1]).Start])
		})
		if !ok || found.status != "" && found.status != v.status { // 一审败诉1件，二审败诉8件
			return verdict{}, false
		}
		found = v
	}
	return found, found.status != ""
}

// ofBases asks what a number is of each number before it in its sentence that counts alike. Of no subject the only number
// before it must count disputes.
func (p *page) ofBases(it *item, s *sentence, i int, subject []rune, ask func(n, base reach) report.PromiseStatus) (verdict, bool) {
	f := &p.r.Figures[i]
	first, _ := figuresIn(p.r, s.span)
	if subject == nil && (i != first+1 || !p.words.PromiseDisputes.In(p.wordsBehind(s, first))) || subject != nil && !p.holds(subject, p.r.Source.Text[s.span.Start:f.Span.Start]) {
		return verdict{}, false
	}
	var status report.PromiseStatus
	for k := first; k < i; k++ {
		base := &p.r.Figures[k]
		if !p.sameUnit(base, f) || !p.exact(it, base) || k == first && subject != nil && !p.holds(subject, p.wordsBehind(s, k)) && !p.holds(subject, p.behind(s, k)) {
			continue
		}
		n, ok := reachOf(f, f)
		of, okOf := reachOf(f, base)
		if !ok || !okOf || of.low.Cmp(n.low) < 0 || of.low.Sign() <= 0 {
			return verdict{}, false
		}
		told := ask(n, of)
		if told == report.PromiseUnclear || status != "" && told != status {
			return verdict{}, false
		}
		status = told
	}
	if status == "" {
		return verdict{}, false
	}
	return p.byWords(s, status)
}

// behind is what stands between a figure and the next one in its clause: 信访积案化解 of 12件信访积案化解10件.
func (p *page) behind(s *sentence, i int) string {
	f, end := &p.r.Figures[i], s.span.End
	if i+1 < len(p.r.Figures) {
		end = min(end, max(f.Span.End, p.r.Words(&p.r.Figures[i+1]).Start))
	}
	return p.r.Source.Text[f.Span.End:min(end, max(f.Span.End, p.clauseOf(f).End))]
}

// rateOf parts the rate of an item into what it is of and what is done with it: 行政诉讼 and 败诉 of
// 行政诉讼败诉率.
func (p *page) rateOf(it *item) (subject []rune, deed string) {
	const word = 2 // characters of what is done
	key := string(it.key)
	n := p.words.Rates.Suffix(key)
	if n == 0 || !strings.HasSuffix(key, "率") {
		return nil, ""
	}
	runes := []rune(strings.TrimPrefix(strings.TrimSuffix(key, "率"), "全体"))
	if len(runes) <= word || runes[len(runes)-1] == 0 || runes[len(runes)-word] == 0 {
		return nil, ""
	}
	return trimmed(runes[:len(runes)-word]), string(runes[len(runes)-word:])
}

// byEach adds up what several things had each: 油烟、渣土、户外广告专项整治各1次 are three. What is more than
// these may have been held elsewhere, so only what is enough tells.
func (p *page) byEach(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.figure().Kind != report.KindCount || it.times != 1 || p.words.PromiseOfEach.In(it.r.Source.Slice(it.core)) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end; i++ {
		f := &p.r.Figures[i]
		if !p.exact(it, f) || !p.sameUnit(it.figure(), f) {
			continue
		}
		words, ok := strings.CutSuffix(p.beforeHold(lastClause(p.wordsBehind(s, i))), "各")
		if !ok || !p.holds(it.key, words) {
			continue
		}
		n := p.several(it, words)
		want, okWant := it.figure().Decimal()
		each, okEach := reachOf(it.figure(), f)
		if n < 2 || !okWant || !okEach {
			continue
		}
		all := each.low
		for k := 1; k < n; k++ {
			all = all.Add(each.low)
		}
		if p.compared(it, reach{low: all, high: all}, want) == report.PromiseMet {
			return verdict{report.PromiseMet, -1, p.shownOf(s)}, true
		}
	}
	return verdict{}, false
}

// beforeHold is words without those at their end that say that something is held: 各 of 各组织开展. 各组 is another
// word.
func (p *page) beforeHold(words string) string {
	for n := p.words.PromiseHold.Suffix(words); n > 0; n = p.words.PromiseHold.Suffix(words) {
		words = words[:len(words)-n]
	}
	return words
}

// several is how many kinds of a thing words list, 0 where they list other things as well: 油烟、渣土、户外广告
// 专项整治 are three, 案卷评查、专项整治 is one.
func (p *page) several(it *item, words string) int {
	words = p.withoutEnds(words)
	words = strings.TrimPrefix(words[p.words.PromiseHold.Prefix(words):], "了")
	parts := listed(words)
	last := ""
	for i, part := range parts {
		if i+1 < len(parts) && (p.words.Verbs.In(p.withoutEnds(part)) || p.words.PromiseHold.In(p.withoutEnds(part)) || p.holds(it.key, part)) {
			return 0
		}
		last = part
	}
	if !p.namesMore(it, last) {
		return 0
	}
	return len(parts)
}

// listed are the things that words list: 油烟 and 渣土 of 油烟和渣土.
func listed(words string) []string {
	return strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("、和与及", r) })
}

// byJoined adds up what an item plans of two things together and a sentence tells of each: 建议118件、提案89件.
func (p *page) byJoined(it *item, s *sentence) (verdict, bool) {
	parts := p.joined(it)
	if words := p.r.Source.Slice(s.span); len(parts) < 2 || p.narrows(it, words) || p.byOthers(it, words) || it.deed.class != 0 && !it.deed.did(p.words, words) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	want, ok := it.figure().Decimal()
	if !ok {
		return verdict{}, false
	}
	sum, areVerbs := want.Sub(want), p.verbs(listed(p.beforeGoal(it))) != nil
	for _, part := range parts {
		found := -1
		for i := first; i < end; i++ {
			if f := &p.r.Figures[i]; p.exact(it, f) && p.sameUnit(it.figure(), f) && p.holds(part, p.wordsBehind(s, i)) {
				if found >= 0 {
					return verdict{}, false
				}
				found = i
			}
		}
		if found < 0 || areVerbs && p.namesMore(it, lastClause(p.wordsBehind(s, found))) { // 修改预案2件
			return verdict{}, false
		}
		value, okValue := p.r.Figures[found].Decimal()
		if !okValue {
			return verdict{}, false
		}
		sum = sum.Add(value)
	}
	status := p.compared(it, reach{low: sum, high: sum}, want)
	if status != report.PromiseMet && status != report.PromiseUnmet {
		return verdict{}, false
	}
	return p.byWords(s, status)
}

// joined are the things that an item plans a number of together, nil where that is one: 建议和提案200件.
func (p *page) joined(it *item) [][]rune {
	if it.goal < 0 || it.figure().Kind != report.KindCount {
		return nil
	}
	words := it.r.Source.Text[it.core.Start:max(it.core.Start, it.r.Words(it.figure()).Start)]
	if strings.ContainsAny(words, "“”《》（）") {
		return nil
	}
	parts := listed(words)
	if len(parts) < 2 {
		return nil
	}
	var all [][]rune
	if all = p.verbs(parts); all != nil {
		return all
	}
	if all = p.parallel(parts); all != nil {
		return all
	}
	for _, part := range parts {
		_, key := takeDeed(p.words, (&planner{words: p.words}).keyOfWords(part), true)
		if len(key) > shortestTelling { // 人大代表建议: what ends it tells what it is
			key = key[len(key)-shortestKey:]
		}
		if telling(key) < shortestKey {
			return nil
		}
		all = append(all, key)
	}
	return all
}

// parallel are the words that tell things apart which begin alike: 处罚 and 许可 of 行政处罚、行政许可案卷. It is nil of
// others.
func (p *page) parallel(parts []string) [][]rune {
	var all [][]rune
	var first []rune
	for _, part := range parts {
		_, key := takeDeed(p.words, (&planner{words: p.words}).keyOfWords(part), true)
		if len(key) < 2*shortestKey || first != nil && string(key[:shortestKey]) != string(first[:shortestKey]) {
			return nil
		}
		first = key
		all = append(all, key[shortestKey:2*shortestKey])
	}
	return all
}

// byAdded reads by how much what was added up in both reports has grown: 累计建成1250个 behind 累计建成800个.
func (p *page) byAdded(it *item, s *sentence) (verdict, bool) {
	const adds = toBuild | toAcquire | toFoster
	if it.goal < 0 || p.before == nil || it.part != nil || it.figure().Kind != report.KindCount || it.deed.class&adds == 0 && !p.saysNew(it.r.Source.Slice(it.core)) {
		return verdict{}, false
	}
	now, isNow := p.sumIn(it, s)
	if !isNow {
		return verdict{}, false
	}
	then, isThen := p.before.sumOf(it)
	if !isThen || it.r.Figures[then].Unit != p.r.Figures[now].Unit {
		return verdict{}, false
	}
	a, okA := p.r.Figures[now].Decimal()
	b, okB := it.r.Figures[then].Decimal()
	want, ok := it.figure().Decimal()
	if !okA || !okB || !ok || a.Cmp(b) < 0 {
		return verdict{}, false
	}
	if p.compared(it, reach{low: a.Sub(b), high: a.Sub(b)}, want) != report.PromiseMet { // 未达到 beside 累计1260名 of 1200名 nobody understands, and some may have left
		return verdict{}, false
	}
	return p.byWords(s, report.PromiseMet)
}

// sumOf is the only figure of a report that states how much there has been up to now of what an item is about. It is
// looked for once, though a hostile text asks for each of its sentences.
func (p *page) sumOf(it *item) (int, bool) {
	if p.summed == it {
		return p.sum, p.sum >= 0
	}
	p.summed, p.sum = it, -1
	for k := range p.sentences {
		s := &p.sentences[k]
		i, ok := p.sumIn(it, s)
		if !ok || s.ahead {
			continue
		}
		if p.sum >= 0 {
			p.sum = -1
			break
		}
		p.sum = i
	}
	return p.sum, p.sum >= 0
}

// sumIn is the only figure of a sentence that states how much there has been up to now of what an item is about.
func (p *page) sumIn(it *item, s *sentence) (int, bool) {
	found := -1
	first, end := figuresIn(p.r, s.span)
	if end-first > mostItems || s.span.Len() > longest {
		return -1, false
	}
	for i := first; i < end; i++ {
		words := p.wordsBehind(s, i)
		if f := &p.r.Figures[i]; f.Kind != report.KindCount || f.Approx != "" || f.Bound != "" || f.Hidden || f.Target || !p.sameUnit(it.figure(), f) || !p.words.PromiseSums.In(words) || !p.holds(it.key, words) || p.namesMore(it, words) || p.narrows(it, words) {
			continue
		}
		if found >= 0 {
			return -1, false
		}
		found = i
	}
	return found, found >= 0
}
