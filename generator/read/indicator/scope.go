package indicator

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// Words are the words that bound all indicators alike. What each list is for
// stands beside it in seeds/indicators.toml.
type Words struct {
	Light    []string `toml:"light" zh:"轻词"`
	Wide     []string `toml:"wide" zh:"总括词"`
	Narrow   []string `toml:"narrow" zh:"收窄词"`
	Past     []string `toml:"past" zh:"别的时间"`
	SoFar    []string `toml:"sofar" zh:"到此为止"`
	Present  []string `toml:"present" zh:"当年"`
	Bodies   []string `toml:"bodies" zh:"别的单位"`
	Regions  []string `toml:"regions" zh:"别的地区"`
	Kinds    []string `toml:"kinds" zh:"单位的通称"`
	Whole    []string `toml:"whole" zh:"不是单位名"`
	Fields   []string `toml:"fields" zh:"部门管的事"`
	Offices  []string `toml:"offices" zh:"部门名的末尾"`
	Areas    []string `toml:"areas" zh:"部门名前的地区"`
	Self     []string `toml:"self" zh:"本单位"`
	Agencies []string `toml:"agencies" zh:"别的机构"`
	Towns    []string `toml:"towns" zh:"乡镇名的末尾"`
	Firms    []string `toml:"firms" zh:"公司和学校"`
	Units    []string `toml:"centres" zh:"下属机构"`
	Others   []string `toml:"others" zh:"说过的别处"`
	Foreign  []string `toml:"foreign" zh:"别的单位的标题"`
	Stocks   []string `toml:"stocks" zh:"存量的词"`
	Flows    []string `toml:"flows" zh:"增减的词"`
	Picks    []string `toml:"picks" zh:"挑选的词"`
	Made     []string `toml:"made" zh:"两可的词"`
	Grown    []string `toml:"grown" zh:"做成的词"`
	Total    []string `toml:"total" zh:"共"`
	Few      []string `toml:"few" zh:"说少的词"`
	Matters  []string `toml:"matters" zh:"案由"`

	Respondent []string `toml:"respondent" zh:"被申请人的话"`
	Reviews    []string `toml:"reviews" zh:"复议机关做的事"`
	Organs     []string `toml:"organs" zh:"复议机关的名称"`
	ToOwn      []string `toml:"toown" zh:"对本单位做的"`
	Reviewing  []string `toml:"reviewing" zh:"有复议职权的部门"`

	Disputes []string `toml:"disputes" zh:"纠纷的种类"`
	Inside   []string `toml:"inside" zh:"带“中”的词"`
	Modes    []string `toml:"modes" zh:"做法"`
	Causes   []string `toml:"causes" zh:"起因"`
	Steps    []string `toml:"steps" zh:"进展"`
	Scopes   []string `toml:"scopes" zh:"为谁做"`
	Asking   []string `toml:"asking" zh:"发问的词"` // of those who search; see Catalogue
	Undone   []string `toml:"undone" zh:"问做到没有的词"`
	Unmet    []string `toml:"unmet" zh:"没有做到的写法"`
}

// with is both lists of words, each list behind the one of its name.
func (w Words) with(more Words) Words {
	var both Words
	lists := reflect.ValueOf(&both).Elem()
	for i := range lists.NumField() {
		for _, words := range [...]Words{w, more} {
			lists.Field(i).Set(reflect.AppendSlice(lists.Field(i), reflect.ValueOf(words).Field(i)))
		}
	}
	return both
}

// scope says whether a figure is about the year and the body of the report.
type scope struct {
	past    *lexicon.Set
	soFar   *lexicon.Set
	bodies  *lexicon.Set
	regions *lexicon.Set
	kinds   *lexicon.Set
	whole   *lexicon.Set
	towns   *lexicon.Set // what the name of a town ends with
}

func newScope(w Words) scope {
	return scope{
		past: lexicon.NewSet(w.Past...), soFar: lexicon.NewSet(w.SoFar...), bodies: lexicon.NewSet(w.Bodies...),
		regions: lexicon.NewSet(w.Regions...), kinds: lexicon.NewSet(w.Kinds...), whole: lexicon.NewSet(w.Whole...), towns: lexicon.NewSet(w.Towns...),
	}
}

// isOther reports whether a figure is of another time or of one part of the body:
// 去年，全县调解纠纷90件; 甲镇调解纠纷90件. All of a stock is what there is so far: 累计建成121个.
// doers are the bodies that do what is counted anyway.
func (s *scope) isOther(r *report.Report, i int, w words, times *timeline, stock bool, doers []string, lex *lexicon.Lexicon) bool {
	f := &r.Figures[i]
	isOther := func(part string) bool {
		return part != "" && !slices.ContainsFunc(doers, func(doer string) bool { return strings.HasSuffix(part, doer) })
	}
	if isOther(s.namesPart(w.label, r.Issuer, true)) {
		return true
	}
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	lead := sentenceBefore(r, f)
	if times.block != f.Block || times.times == nil {
		*times = timeline{block: f.Block, times: period.Read(r.Source.Slice(r.Blocks[f.Block].Span), r.Year, lex)}
	}
	at := f.Span.Start - r.Blocks[f.Block].Span.Start
	if !times.times.At(at).Is(r.Year) || s.isPast(lead, at, times.times, stock) {
		return true
	}
	if start := at - len(lead); !times.begun || start != times.sentence {
		times.begun, times.sentence, times.names = true, start, s.namesPart(lead, r.Issuer, true)
	}
	if isOther(times.names) {
		return true
	}
	if at := strings.LastIndexAny(lead, clauseEnds); at >= 0 {
		_, size := utf8.DecodeRuneInString(lead[at:])
		lead = lead[at+size:]
	}
	before, _, _ := strings.Cut(w.quote, hole)
	return isOther(s.namesPart(lead, r.Issuer, false)) || isOther(s.namesPart(before, r.Issuer, false))
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

// timeline is the times that a block speaks of.
type timeline struct {
	block int
	times *period.Timeline // not nil once the block was read

	begun    bool   // whether a sentence was looked at
	sentence int    // where that one starts in the block
	names    string // the part of the body that it begins with the name of
}

// isPast reports whether a sentence says before a place that a number is not of the year
// alone (国庆期间检查), or is what there is so far (累计建成), and not the year again behind that. 全年累计
// is of the year.
func (s *scope) isPast(lead string, at int, times *period.Timeline, stock bool) bool {
	last := -1
	if m, ok := s.past.FindLast(lead); ok {
		last = m.Start
	}
	if m, ok := s.soFar.FindLast(lead); ok && !stock {
		last = max(last, m.Start)
	}
	named := times.Named(at)
	return last >= 0 && (named == 0 || named-(at-len(lead)) < last)
}

// longest is how many characters the name of a part of a body has at most.
const longest = 7

// namesPart is the name that words begin with of a body that is not the
// one that reports, "" for none: 甲镇调解纠纷, 县法院审结. 全镇, 乡镇 and 向法院 name none, and a
// body's own name is the whole. A region (甲县) is one only where a sentence or a
// label begins, or after 其中: its one character ends many other words.
func (s *scope) namesPart(text, issuer string, begins bool) string {
	text = strings.TrimLeft(text, " 　\t“")
	for _, opening := range []string{"其中", "其他"} {
		if rest, found := strings.CutPrefix(text, opening); found {
			text, begins = strings.TrimLeft(rest, "，,：:"), true
		}
	}
	if text == "" || strings.HasPrefix(text, "《") || s.whole.Prefix(text) > 0 || s.listsKinds(text) {
		return ""
	}
	runes := 0
	for at := range text {
		if runes++; runes > longest {
			return ""
		}
		if at == 0 {
			continue
		}
		if strings.HasPrefix(text[at:], "《") || s.whole.Prefix(text[at:]) > 0 {
			return "" // 出台《甲市轻微违法免罚清单》: the name is of the title
		}
		m, ok := s.bodies.At(text, at)
		if !ok && begins {
			m, ok = s.regions.At(text, at)
		}
		if ok {
			if name := text[:m.End]; issuer != "" && !strings.Contains(issuer, name) && !isOfTown(name, issuer, s.towns) {
				return name
			}
			return ""
		}
	}
	return ""
}

// isOfTown reports whether a name is of an office of the town that reports: 镇司法所.
func isOfTown(name, issuer string, towns *lexicon.Set) bool {
	n := towns.Prefix(name)
	return n > 0 && n < len(name) && strings.Contains(issuer, name[:n])
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
