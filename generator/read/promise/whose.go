package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// ofOtherSpan reports whether a figure is of several years (五年来举办52场), or one that is only
// expected (预计举办40场). What its sentence says before it of this year undoes the first: 五年来成效明显，
// 2023年举办40场.
func (p *page) ofOtherSpan(it *item, f *report.Figure) bool {
	s, text := &p.sentences[p.sentenceOf(f)], p.r.Source.Text
	clause := s.span
	for k := range s.clauses {
		if s.clauses[k].span.Contains(f.Span) {
			clause = s.clauses[k].span
		}
	}
	if p.says(p.words.PromiseForecast, it, text[clause.Start:f.Span.Start]) || p.says(p.words.PromiseSpan, it, text[f.Span.End:max(clause.End, f.Span.End)]) {
		return true
	}
	before := text[s.span.Start:f.Span.Start]
	for m, ok := p.words.PromiseSpan.Find(before, 0); ok; m, ok = p.words.PromiseSpan.Find(before, m.End) {
		thisYear := numeral.YearIn(before[m.End:]) == p.r.Year || p.words.CheckWholeYear.In(before[m.End:])
		since := strings.HasSuffix(before[:m.Start], "年") && numeral.YearIn(before[:m.Start]) == p.r.Year // 2023年以来
		if !thisYear && !since && !p.inItem(it, before[m.Start:m.End]) {
			return true
		}
	}
	return false
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
	for m, ok := p.words.PromiseOthers.Find(words, 0); ok; m, ok = p.words.PromiseOthers.Find(words, m.End) {
		who := words[m.Start:m.End]
		if p.inItem(it, who) || p.isOwn(who) {
			continue
		}
		if p.act(it, words[m.End:]) {
			return true
		}
	}
	return false
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
