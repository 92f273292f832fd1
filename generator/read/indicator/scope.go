package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Words are the words that bound all indicators alike. What each list is for
// stands beside it in seeds/indicators.toml.
type Words struct {
	Light   []string `toml:"light" zh:"轻词"`
	Wide    []string `toml:"wide" zh:"总括词"`
	Narrow  []string `toml:"narrow" zh:"收窄词"`
	Past    []string `toml:"past" zh:"别的时间"`
	Eras    []string `toml:"eras" zh:"几年"`
	SoFar   []string `toml:"sofar" zh:"到此为止"`
	Present []string `toml:"present" zh:"当年"`
	Against []string `toml:"against" zh:"相比词"`
	Bodies  []string `toml:"bodies" zh:"别的单位"`
	Regions []string `toml:"regions" zh:"别的地区"`
	Kinds   []string `toml:"kinds" zh:"单位的通称"`
	Whole   []string `toml:"whole" zh:"不是单位名"`
	Stocks  []string `toml:"stocks" zh:"存量的词"`
	Flows   []string `toml:"flows" zh:"增减的词"`
	Picks   []string `toml:"picks" zh:"挑选的词"`
	Made    []string `toml:"made" zh:"两可的词"`
	Grown   []string `toml:"grown" zh:"做成的词"`
	Total   []string `toml:"total" zh:"共"`
	Asking  []string `toml:"asking" zh:"发问的词"` // of those who search; see Catalogue
}

// with is both lists of words.
func (w Words) with(more Words) Words {
	join := func(a, b []string) []string { return append(slices.Clone(a), b...) }
	return Words{
		Light: join(w.Light, more.Light), Wide: join(w.Wide, more.Wide), Narrow: join(w.Narrow, more.Narrow),
		Past: join(w.Past, more.Past), Eras: join(w.Eras, more.Eras), SoFar: join(w.SoFar, more.SoFar), Present: join(w.Present, more.Present), Against: join(w.Against, more.Against),
		Bodies: join(w.Bodies, more.Bodies), Regions: join(w.Regions, more.Regions),
		Kinds: join(w.Kinds, more.Kinds), Whole: join(w.Whole, more.Whole), Asking: join(w.Asking, more.Asking),
		Stocks: join(w.Stocks, more.Stocks), Flows: join(w.Flows, more.Flows), Picks: join(w.Picks, more.Picks), Made: join(w.Made, more.Made), Grown: join(w.Grown, more.Grown), Total: join(w.Total, more.Total),
	}
}

// scope says whether a figure is about the year and the body of the report.
type scope struct {
	times   *lexicon.Set
	timeOf  []time // by the number of the word in times
	against *lexicon.Set
	bodies  *lexicon.Set
	regions *lexicon.Set
	kinds   *lexicon.Set
	whole   *lexicon.Set
}

func newScope(w Words) scope {
	s := scope{
		against: lexicon.NewSet(w.Against...), bodies: lexicon.NewSet(w.Bodies...),
		regions: lexicon.NewSet(w.Regions...), kinds: lexicon.NewSet(w.Kinds...), whole: lexicon.NewSet(w.Whole...),
	}
	for is, words := range [...][]string{timeNow: w.Present, timePast: w.Past, timeEra: w.Eras, timeSoFar: w.SoFar} {
		s.timeOf = append(s.timeOf, slices.Repeat([]time{time(is)}, len(words))...)
	}
	s.times = lexicon.NewSet(slices.Concat(w.Present, w.Past, w.Eras, w.SoFar)...)
	return s
}

// isOther reports whether a figure is of another time or of one part of the body:
// 去年，全县调解纠纷90件; 甲镇调解纠纷90件. All of a stock is what there is so far: 累计建成121个.
func (s *scope) isOther(r *report.Report, i int, w words, times *timeline, stock bool) bool {
	f := &r.Figures[i]
	if s.namesPart(w.label, r.Issuer, true) {
		return true
	}
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	lead := sentenceBefore(r, f)
	if times.block != f.Block || times.marks == nil {
		*times = timeline{block: f.Block, marks: s.marks(r.Source.Slice(r.Blocks[f.Block].Span), r.Year)}
	}
	at := f.Span.Start - r.Blocks[f.Block].Span.Start
	if times.isPast(at-len(lead), at, stock) {
		return true
	}
	if start := at - len(lead); !times.begun || start != times.sentence {
		times.begun, times.sentence, times.names = true, start, s.namesPart(lead, r.Issuer, true)
	}
	if times.names {
		return true
	}
	if at := strings.LastIndexAny(lead, clauseEnds); at >= 0 {
		_, size := utf8.DecodeRuneInString(lead[at:])
		lead = lead[at+size:]
	}
	before, _, _ := strings.Cut(w.quote, hole)
	return s.namesPart(lead, r.Issuer, false) || s.namesPart(before, r.Issuer, false)
}

// clauseEnds are the marks that end a clause, and the colon before a list.
const clauseEnds = "，,；;：:、"

// sentenceBefore is a figure's sentence up to its numeral.
func sentenceBefore(r *report.Report, f *report.Figure) string {
	start := max(r.Blocks[f.Block].Span.Start, f.Span.Start-reach)
	before := r.Source.Text[start:f.Span.Start]
	for at := len(before); at > 0; {
		r, size := utf8.DecodeLastRuneInString(before[:at])
		if r == '。' || r == '！' || r == '？' || r == '\n' {
			return before[at:]
		}
		at -= size
	}
	return before
}

// sentenceEnd is how long the mark is that text begins with and that ends a
// sentence, 0 where it begins with none.
func sentenceEnd(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if r == '。' || r == '！' || r == '？' || r == '\n' {
		return size
	}
	return 0
}

// timeline is the times that a block speaks of, in order.
type timeline struct {
	block int
	marks []mark // not nil once the block was read

	begun    bool // whether a sentence was looked at
	sentence int  // where that one starts in the block
	names    bool // whether it begins with the name of a part of the body
}

// mark is a place where a text says of what time it speaks.
type mark struct {
	at   int
	time time
}

// time is the time that a text speaks of.
type time uint8

const (
	timeNow   time = iota // the report's year
	timePast              // another one, for the rest of the sentence
	timeEra               // several years, for the rest of the paragraph: 过去五年
	timeSoFar             // all years up to now, for the rest of the sentence: 累计
)

// isPast reports whether the last time that a sentence speaks of before a place, or
// its paragraph if that is several years, is not the report's year.
func (t *timeline) isPast(sentence, place int, stock bool) bool {
	for _, m := range slices.Backward(t.marks) {
		switch {
		case m.at >= place, m.time == timeSoFar && stock:
		case m.time == timeEra:
			return true
		case m.time == timeNow:
			return false
		case m.at >= sentence:
			return true
		}
	}
	return false
}

// marks finds the times that a text speaks of. A time that something is compared
// with, as in 比上年增长, says nothing.
func (s *scope) marks(text string, year int) []mark {
	marks := []mark{}
	sentence := 0    // where the sentence begins
	counted := false // whether it has said a number
	led := false     // whether it began with another time, before any number
	era := false     // whether the text has spoken of several years
	add := func(at int, time time) {
		marks = append(marks, mark{at, time})
		led = (time == timePast || time == timeSoFar) && (led || !counted)
		era = era || time == timeEra
	}
	for at := 0; at < len(text); {
		if end := sentenceEnd(text[at:]); end > 0 {
			sentence, counted, led = at+end, false, false
		} else if n := len(marks); strings.HasPrefix(text[at:], "；") && n > 0 && !led && !era {
			if last := marks[n-1]; (last.time == timePast || last.time == timeSoFar) && last.at >= sentence {
				add(at, timeNow) // 办理90件，上年为80件；受援人95人: an aside ends there
			}
		}
		if m, ok := s.times.At(text, at); ok {
			time := s.timeOf[m.Word]
			end := m.End
			if time == timeNow {
				end = s.sinceAfter(text, end)
			}
			if time == timeNow || s.against.Suffix(text[:at]) == 0 {
				add(at, time)
			}
			at = end
			continue
		}
		if n, end := yearAt(text, at); end > 0 {
			if s.isTime(text, at, end) {
				time := timePast
				if year == 0 || n == year {
					time, end = timeNow, s.sinceAfter(text, end)
				}
				add(at, time)
			}
			at = end
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		counted = counted || numeral.IsDigit(r)
		at += size
	}
	return marks
}

// sinceAfter is where the word ends that goes on from the report's year, as 以来 in
// 今年以来, or the place itself.
func (s *scope) sinceAfter(text string, at int) int {
	if m, ok := s.times.At(text, at); ok && s.timeOf[m.Word] == timePast {
		return m.End
	}
	return at
}

// isTime reports whether a year in a sentence says when: not in the name of a
// plan (（2021—2025年）), not what is compared with (比2022年), not a term of years.
func (s *scope) isTime(lead string, at, end int) bool {
	before, after := lead[max(0, at-nearby):at], lead[end:]
	if s.against.Suffix(before) > 0 || strings.LastIndexAny(before, "《〈（(〔“") > strings.LastIndexAny(before, "》〉）)〕”") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return !strings.ContainsRune("—－-–~～至到、", last) && !strings.HasPrefix(after, "版")
}

// nearby is how many bytes before a year a bracket is looked for.
const nearby = 150

// yearAt is the year that is written at a place, with 年, and where it ends; end
// is 0 where there is none.
func yearAt(s string, at int) (year, end int) {
	const digits = 4
	if at > 0 && numeral.IsDigit(rune(s[at-1])) || at+digits >= len(s) || !strings.HasPrefix(s[at+digits:], "年") {
		return 0, 0
	}
	year, ok := numeral.Year(s[at : at+digits])
	if !ok {
		return 0, 0
	}
	return year, at + digits + len("年")
}

// longest is how many characters the name of a part of a body has at most.
const longest = 7

// namesPart reports whether words begin with the name of a body that is not the
// one that reports: 甲镇调解纠纷, 县法院审结. 全镇, 乡镇 and 向法院 name none, and a
// body's own name is the whole. A region (甲县) is one only where a sentence or a
// label begins, or after 其中: its one character ends many other words.
func (s *scope) namesPart(text, issuer string, begins bool) bool {
	text = strings.TrimLeft(text, " 　\t“")
	for _, opening := range []string{"其中", "其他"} {
		if rest, found := strings.CutPrefix(text, opening); found {
			text, begins = strings.TrimLeft(rest, "，,：:"), true
		}
	}
	if text == "" || s.whole.Prefix(text) > 0 || s.listsKinds(text) {
		return false
	}
	runes := 0
	for at := range text {
		if runes++; runes > longest {
			return false
		}
		if at == 0 {
			continue
		}
		if s.whole.Prefix(text[at:]) > 0 {
			return false
		}
		m, ok := s.bodies.At(text, at)
		if !ok && begins {
			m, ok = s.regions.At(text, at)
		}
		if ok {
			return issuer != "" && !strings.Contains(issuer, text[:m.End])
		}
	}
	return false
}

// listsKinds reports whether words begin with two or more kinds of bodies, which are
// all bodies of these kinds in the area: 派出所、司法所联合调处, 镇、村两级. A body with a
// name of its own (甲派出所、乙司法所) is none.
func (s *scope) listsKinds(text string) bool {
	n := s.kinds.Prefix(text)
	if n == 0 {
		return false
	}
	for _, mark := range []string{"、", "和", "与"} {
		if rest, found := strings.CutPrefix(text[n:], mark); found {
			return s.kinds.Prefix(rest) > 0
		}
	}
	return false
}
