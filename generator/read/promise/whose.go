package promise

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// ofOtherTime reports whether a figure is not of the year: of several (五年来举办52场), of another one,
// or one that is only expected (预计举办40场).
func (p *page) ofOtherTime(it *item, f *report.Figure) bool {
	text := p.r.Source.Text
	clause := p.clauseOf(f)
	before := text[clause.Start:f.Span.Start]
	if p.says(p.words.PromiseForecast, it, before) || p.isToDo(it, before) {
		return true
	}
	if period.Read(text[f.Span.End:max(clause.End, f.Span.End)], p.r.Year, p.words).Has(period.Several) { // 6000册（近三年合计）
		return !it.severalYears(p.words)
	}
	return p.isOtherTime(it, p.timeOf(f))
}

// timeOf is the place whose time is that of a figure. A value that another one has become, and their change, are
// of the time that stands before both: 由上年的4100次减至2870次，减少30%.
func (p *page) timeOf(f *report.Figure) int {
	i := p.indexOf(f)
	whole, ok := p.changes[i]
	if !ok {
		whole = i
	}
	from, ok := p.origins[whole]
	if s := &p.sentences[p.sentenceOf(f)]; ok && from < i && p.r.Figures[from].Span.Start >= s.span.Start {
		return p.clauseOf(&p.r.Figures[from]).Start
	}
	return f.Span.Start
}

// isToDo reports whether words say that the deed of an item is still to be done: 将走访企业. In 将问题
// 全部整改 the word is another one.
func (p *page) isToDo(it *item, words string) bool {
	for m, ok := p.words.PromiseLead.Find(words, 0); ok; m, ok = p.words.PromiseLead.Find(words, m.End) {
		if p.words.GoalsMeasured.Suffix(words[:m.Start]) == 0 && p.act(it, words[m.End:]) {
			return true
		}
	}
	return false
}

// leavesToDo reports whether the last clause of a sentence that speaks of the deed says that it is still to be done: 抽取案卷
// 200卷，待评查, but not 按照计划建成平台，已投用.
func (p *page) leavesToDo(it *item, sentence string) bool {
	clauses := strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune("，,；;", r) })
	for _, clause := range slices.Backward(clauses) {
		if it.deed.did(p.words, clause) {
			return p.isToDo(it, clause)
		}
	}
	return false
}

// isOtherTime reports whether what stands at a place of a text is of another year or of
// several. Of a row its columns tell.
func (p *page) isOtherTime(it *item, at int) bool {
	block := blockOf(p.r, at)
	if block < 0 || p.r.Blocks[block].Kind == report.BlockRow {
		return false
	}
	start := p.r.Blocks[block].Span.Start
	if p.timed != block || p.timeline == nil {
		p.timed, p.timeline = block, period.Read(p.withoutCarried(p.r.Source.Slice(p.r.Blocks[block].Span)), p.r.Year, p.words)
	}
	t := p.timeline.At(at - start)
	switch t.Extent {
	case period.Several:
		return !it.severalYears(p.words) && !((it.isRate() || it.none) && p.isYearly(at))
	case period.Part: // of a part of the year a number may be reached, but no rate
		return t.Year != p.r.Year || it.isRate() && it.month == 0
	}
	return t.Year != p.r.Year
}

// withoutCarried is words with blanks for those that say that something was carried over from the year before, behind
// which the year's own numbers follow: 加上年结转6件，审结90件.
func (p *page) withoutCarried(words string) string {
	if _, ok := p.words.PromiseCarried.Find(words, 0); !ok {
		return words
	}
	var b strings.Builder
	from := 0
	for m, ok := p.words.PromiseCarried.Find(words, 0); ok; m, ok = p.words.PromiseCarried.Find(words, m.End) {
		b.WriteString(words[from:m.Start])
		b.WriteString(strings.Repeat(" ", m.Len()))
		from = m.End
	}
	b.WriteString(words[from:])
	return b.String()
}

// isYearly reports whether the clause up to a place says that each year was so: 连续三年保持100%.
func (p *page) isYearly(at int) bool {
	const most = 9 // bytes of a number of years
	start := p.r.Blocks[blockOf(p.r, at)].Span.Start
	words := p.r.Source.Text[max(start, at-longest):at]
	words = words[strings.LastIndexAny(words, "，,。；;")+1:]
	m, ok := p.words.PromiseYearly.FindLast(words)
	return ok && strings.Contains(headOf(words[m.End:], most), "年")
}

// isOfPart reports whether what stands at a place is of a part of the year.
func (p *page) isOfPart(at int) bool {
	return p.timeline != nil && blockOf(p.r, at) == p.timed && p.timeline.At(at-p.r.Blocks[p.timed].Span.Start).Extent == period.Part
}

// severalYears reports whether an item is planned for more than a year itself.
func (it *item) severalYears(words *lexicon.Lexicon) bool {
	return period.Read(it.r.Source.Slice(it.quote), it.r.Year, words).Has(period.Several)
}

// blockOf is the block in which a place stands, -1 for none.
func blockOf(r *report.Report, at int) int {
	i := sort.Search(len(r.Blocks), func(i int) bool { return r.Blocks[i].Span.End > at })
	if i == len(r.Blocks) || r.Blocks[i].Span.Start > at {
		return -1
	}
	return i
}

// sentenceOf is the sentence in which a figure stands.
func (p *page) sentenceOf(f *report.Figure) int {
	first, _ := figuresIn(p.r, f.Span)
	return p.of[first]
}

// byOthers reports whether words say that others did what a body planned to do itself: those who
// stand right before what was done (全市举办, 各县共举办), or whom it guided to do it. 全县 is no other to
// 柳河县人民政府.
func (p *page) byOthers(it *item, words string) bool {
	if p.says(p.words.PromiseGuided, it, words) {
		return true
	}
	if p.words.PromiseBeside.Prefix(p.behindTime(words)) > 0 { // 联合市教育局、团市委举办
		return false
	}
	for m, ok := p.words.PromiseOthers.Find(words, 0); ok; m, ok = p.words.PromiseOthers.Find(words, m.End) {
		who := words[m.Start:m.End]
		if p.inItem(it, who) || p.isOwn(who) {
			continue
		}
		if p.act(it, words[m.End:]) || p.behindTime(words[:m.Start]) == "" && p.words.PromiseFirst.Prefix(words[m.End:]) == 0 { // 全市纠错率, 全市水利系统举办
			return true
		}
	}
	return p.begunByOther(it, words) || p.doneByOther(it, words)
}

// isRate reports whether an item plans a rate.
func (it *item) isRate() bool { return it.goal >= 0 && it.figure().Kind == report.KindRate }

// longestName is how many bytes the name of an office has at most, in characters of three.
const longestName = 16 * 3

// begunByOther reports whether words begin with the name of another office: 市公安局投资300万元建成.
func (p *page) begunByOther(it *item, words string) bool {
	words = p.behindTime(words)
	head := headOf(words, longestName)
	m, ok := p.words.PromiseOffices.Find(head, 0)
	if !ok {
		return false
	}
	return p.isOther(it, head[:m.End])
}

// behindTime is words without the times and marks that they begin with: 2023年，, 7月，由.
func (p *page) behindTime(words string) string {
	for {
		words = strings.TrimLeft(words, " 　，,、）\t由其中")
		if n := ordinal(words); n > 0 && (strings.HasPrefix(words[n:], "是") || strings.HasPrefix(words[n:], "、") || strings.HasPrefix(words[n:], "）")) { // 二是
			_, size := utf8.DecodeRuneInString(words[n:])
			words = words[n+size:]
			continue
		}
		n := max((&planner{words: p.words}).dateAt(words), p.words.PromiseMonths.Prefix(words))
		if m, ok := p.words.PeriodYears.At(words, 0); ok {
			n = max(n, m.End)
		}
		if n == 0 {
			return words
		}
		words = words[n:]
	}
}

// doneByOther reports whether the name of another office or place stands right before what was
// done: 指挥中心由市里统一建成.
func (p *page) doneByOther(it *item, words string) bool {
	for at := range words {
		if !p.act(it, words[at:]) {
			continue
		}
		before := p.beforeFillers(words[:at])
		_, office := p.words.PromiseOffices.EndingAt(before, len(before))
		_, place := p.words.PromisePlaces.EndingAt(before, len(before))
		if !office && !place {
			continue
		}
		start := len(before)
		for start > 0 && len(before)-start < longestName {
			r, size := utf8.DecodeLastRuneInString(before[:start])
			if !isWord(r) {
				break
			}
			start -= size
		}
		if p.isOther(it, p.behindTime(before[start:])) {
			return true
		}
	}
	return false
}

// beforeFillers is words without those at their end that say how something was done: 统一, 于5月, 已.
func (p *page) beforeFillers(words string) string {
	for {
		rest := strings.TrimRight(words, " 　于已统一率先")
		rest = rest[:len(rest)-p.words.PromiseFillers.Suffix(rest)]
		rest = rest[:len(rest)-p.words.PromiseMonths.Suffix(rest)]
		if rest == words {
			return words
		}
		words = rest
	}
}

// isOther reports whether a name that words end with is of another body than the one that
// reports. In 在青山镇, 会同市公安局 and 县政府办公会批准 nobody else has done anything.
func (p *page) isOther(it *item, words string) bool {
	for at := range words {
		if p.words.PromiseBeside.Prefix(words[at:]) > 0 && (at == 0 || !p.isOwnName(words)) {
			return false
		}
	}
	if words == "" || strings.ContainsAny(words, "“”《》") || p.words.Verbs.In(words) || p.words.LightVerbs.In(words) || p.words.PromiseHold.In(words) { // 开展“法律进企业
		return false
	}
	_, size := utf8.DecodeLastRuneInString(words)
	_, before := utf8.DecodeLastRuneInString(words[:len(words)-size])
	return !p.inItem(it, words[len(words)-size-before:]) && !p.isOwnName(words) && !p.isOwn(words)
}

// isOwnName reports whether a name is the body's own, or of a part of its own: 县政府 and
// 县司法局 of 柳河县人民政府, 我局, 市局 of 示例市水利局.
func (p *page) isOwnName(name string) bool {
	issuer := p.r.Issuer
	if issuer == "" {
		issuer = p.r.Title
	}
	plain := strings.NewReplacer("人民政府", "政府", "全", "", "本", "", "我", "", "该", "")
	issuer, name = plain.Replace(issuer), plain.Replace(name)
	if name == "" || strings.Contains(issuer, name) {
		return true
	}
	first, size := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	if region, ok := strings.CutSuffix(issuer, "政府"); ok { // a government reports for its offices
		level, _ := utf8.DecodeLastRuneInString(region)
		return first == level || region != "" && strings.HasPrefix(name, region)
	}
	return utf8.RuneCountInString(name) == 2 && strings.ContainsRune(issuer, first) && strings.HasSuffix(issuer, name[size:]) && last != '府'
}

// act reports whether words begin with what was planned to be done, or with one character and
// it: 建成, 已建成. 指导 of 在上级指导下举办 is another deed.
func (p *page) act(it *item, words string) bool {
	_, first := utf8.DecodeRuneInString(words)
	for n := p.words.PromiseFillers.Prefix(words); n > first; n = p.words.PromiseFillers.Prefix(words) { // 累计, 陆续; 共 is one character
		words = words[n:]
		_, first = utf8.DecodeRuneInString(words)
	}
	for _, at := range [...]int{0, first} {
		for _, sets := range [...][8]*lexicon.Set{planned(p.words), done(p.words)} {
			d, n := deedAt(p.words, sets, words[at:])
			if n == 0 {
				continue
			}
			if it.deed.class == 0 || d.class&it.deed.class&^toAct != 0 || d.class&it.deed.class != 0 && d.word == it.deed.word {
				return true
			}
		}
	}
	return false
}

// isOwn reports whether 全县 is all of the body's own: of a government of a 县.
func (p *page) isOwn(who string) bool {
	level, size := utf8.DecodeLastRuneInString(who)
	issuer := p.r.Issuer
	if issuer == "" {
		issuer = p.r.Title
	}
	return len(who) > size && strings.HasPrefix(who, "全") && strings.Contains(issuer, string(level)+"人民政府")
}
