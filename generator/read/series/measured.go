package series

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// measured is a value of the year as it is compared.
type measured struct {
	at      int   // index in Figures
	place   int   // index in the list
	again   []int // figures that state the same thing with the same value
	f       *report.Figure
	unit    string      // one for all units that count the same things; the kind before it
	core    string      // what is counted: the label without what says nothing of it
	own     string      // the same of the words of its own clause before the numeral
	scopes  string      // the words that make it another thing than its noun alone: 新增, 人均
	section string      // the core of the heading above
	fields  []string    // of government that it is of; see fieldsOf
	kind    string      // of what is counted, that its sentence names before; see kindNamed
	context report.Span // its sentence up to it
	isNew   bool        // it is only what was added: 新建, 增设
	stock   bool        // its label says that it is how many there are altogether
	lone    bool        // nothing else of the report is counted in its unit and scope
}

// Measures are the values of the year in a report, in text order. They are found once,
// though the report is compared both with the one before and with the one after.
type Measures struct {
	r     *report.Report
	list  []measured
	units map[string][]int // by unit, indexes in list
}

// Measure finds the values of the year, which hold as long as r is not changed.
func Measure(r *report.Report, words *lexicon.Lexicon) *Measures {
	ms := &Measures{r: r, list: make([]measured, 0, len(r.Figures)), units: map[string][]int{}}
	earlier := EarlierValues(r, words)
	sections, headings := map[int]string{}, map[int][]string{}
	seen, counted := make(map[string]int, len(r.Figures)), map[string]int{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if earlier[i] || !isPlaced(r, f) {
			continue
		}
		context := sentence(r, f)
		clause := clauseOf(r, i, context.Start)
		if (!isOfYear(r, f, r.Source.Text[context.Start:f.Span.Start], words) || isGrowth(r.Source.Slice(clause), words)) && (given(f) == "" || f.Hidden || f.Target || f.Kind == report.KindChange) {
			continue
		}
		h := section(r, f.Block)
		if _, ok := sections[h]; !ok && h >= 0 {
			sections[h] = core(r.Headings[h].Text, words)
		}
		v := measured{at: i, f: f, unit: unitClass(f, words), section: sections[h], context: context}
		var label string
		label, v.stock = unstocked(labelOf(f, words), words)
		v.core = core(label, words)
		if r.Blocks[f.Block].Kind != report.BlockRow {
			v.own = core(r.Source.Slice(clause), words)
		}
		if !v.stock {
			said := label + "\n" + r.Source.Slice(clause)
			v.scopes, v.isNew = scopes(said, words), words.SeriesNew.In(said)
		}
		v.fields = fieldsOf(r, &v, headings, words)
		if r.Blocks[f.Block].Kind != report.BlockRow {
			v.kind = kindNamed(r, &v, i, words)
		}
		key := v.unit + "\t" + f.Value + f.Approx + string(f.Bound) + "\t" + f.Indicator + "\t" + f.Series
		if f.Indicator == "" {
			key += v.core + "\t" + v.scopes
		}
		if first, ok := seen[key]; ok && v.core != "" && !isOfOther(&ms.list[first], &v) {
			ms.list[first].again = append(ms.list[first].again, i)
			continue
		}
		v.place = len(ms.list)
		seen[key] = v.place
		ms.units[v.unit] = append(ms.units[v.unit], len(ms.list))
		ms.list = append(ms.list, v)
		counted[v.unit+"\t"+v.scopes]++
	}
	for i := range ms.list {
		v := &ms.list[i]
		v.lone = counted[v.unit+"\t"+v.scopes] == 1
	}
	return ms
}

// isPlaced reports whether a figure stands where it says it does; one that staff
// have added always does.
func isPlaced(r *report.Report, f *report.Figure) bool {
	return r.Source != nil && f.Block >= 0 && f.Block < len(r.Blocks) && r.Blocks[f.Block].Span.Contains(f.Span)
}

// isOfYear reports whether a figure is what happened in the whole year: no goal,
// no change, and not of a column, a sentence or a clause that speaks of another
// time: 上半年, 去年, 2022年. lead is its sentence up to its numeral.
func isOfYear(r *report.Report, f *report.Figure, lead string, words *lexicon.Lexicon) bool {
	if f.Hidden || f.Target || f.Kind == report.KindChange {
		return false
	}
	if h := r.Blocks[f.Block].Heading; h >= 0 && h < len(r.Headings) && r.Headings[h].Plan {
		return false
	}
	if before, in, ok := bracket(f.KindLabel()); ok && before != "" {
		if words.YearBefore.Has(in) || words.CheckColumnScopes.In(in) || words.ColumnsOfGoals.In(in) {
			return false
		}
		if y := yearOf(in); y != 0 && y != r.Year {
			return false
		}
	}
	return period.Before(f.KindLabel(), r.Year, words).Is(r.Year) && period.Before(lead, r.Year, words).Is(r.Year)
}

// isGrowth reports whether the words of a clause before its number say that it is by how much something grew:
// 同比增加法律援助案件30件.
func isGrowth(clause string, words *lexicon.Lexicon) bool {
	rest := strings.TrimSpace(clause)
	for n := 1; n > 0; rest = rest[n:] {
		n = words.PromiseAgainst.Prefix(rest)
	}
	return len(rest) < len(strings.TrimSpace(clause)) && (words.Rises.Prefix(rest) > 0 || words.Falls.Prefix(rest) > 0)
}

// section is the heading that a block stands under, numbered sentences passed
// over; -1 before the first.
func section(r *report.Report, block int) int {
	h := r.Blocks[block].Heading
	for h >= 0 && h < len(r.Headings) && r.Headings[h].Item {
		h--
	}
	return min(h, len(r.Headings)-1)
}

// reach is how far before a figure its sentence is looked for, in bytes.
const reach = 600

// sentence is a figure's sentence up to the end of its quote.
func sentence(r *report.Report, f *report.Figure) report.Span {
	block := r.Blocks[f.Block].Span
	sp := report.Span{Start: max(block.Start, f.Span.Start-reach), End: f.Span.End}
	if at := strings.LastIndexFunc(r.Source.Text[sp.Start:f.Span.Start], isSentenceEnd); at >= 0 {
		_, size := utf8.DecodeRuneInString(r.Source.Text[sp.Start+at:])
		sp.Start += at + size
	}
	for sp.Start < f.Span.Start && !utf8.RuneStart(r.Source.Text[sp.Start]) {
		sp.Start++
	}
	return sp
}

func isSentenceEnd(c rune) bool {
	switch c {
	case '。', '！', '？', '\n':
		return true
	}
	return false
}

// clauseOf is the words of a figure's own clause before its numeral, from the
// figure before or the last mark on. sentence is where its sentence starts.
func clauseOf(r *report.Report, i, sentence int) report.Span {
	f := &r.Figures[i]
	sp := report.Span{Start: sentence, End: f.Span.Start}
	if i > 0 {
		if end := r.Figures[i-1].Span.End; end > sp.Start && end <= sp.End {
			sp.Start = end
		}
	}
	if at := strings.LastIndexFunc(r.Source.Text[sp.Start:sp.End], isClauseEnd); at >= 0 {
		_, size := utf8.DecodeRuneInString(r.Source.Text[sp.Start+at:])
		sp.Start += at + size
	}
	return sp
}

func isClauseEnd(c rune) bool {
	switch c {
	case '，', '、', '；', ';', ',', '：', ':', '\t', '（', '(':
		return true
	}
	return isSentenceEnd(c)
}

// unitClass is one name for all units in which the same things are counted: 名
// and 人, 件 and 起, 万元 and 亿元. What is counted in people is never counted in
// visits: 人 is not 人次.
func unitClass(f *report.Figure, words *lexicon.Lexicon) string {
	unit := f.Unit
	if f.Kind == report.KindAmount {
		for _, scale := range [...]string{"亿", "万", "千", "百"} {
			unit = strings.TrimPrefix(unit, scale)
		}
		return "amount " + unit
	}
	unit = words.FirstUnit(unit)
	if m, ok := words.SeriesUnits.At(unit, 0); ok && m.Len() == len(unit) {
		unit = words.SeriesUnits.Reading(m)
	}
	if unit == "％" {
		unit = "%"
	}
	return string(f.Kind) + " " + unit
}

// laterValue is what package figure puts in brackets behind the label of the
// second of two values: 出庭率（后）.
const laterValue = "后"

// labelOf is a figure's label without what says which of two values it is: 出庭率 of
// 出庭率（后） and of 出庭率（2023年）.
func labelOf(f *report.Figure, words *lexicon.Lexicon) string {
	before, in, ok := bracket(f.KindLabel())
	if ok && before != "" && (in == laterValue || words.YearItself.Has(in) || yearOf(in) != 0) {
		return before
	}
	return f.KindLabel()
}

// WithoutYear is a label without the year that it ends in or is, which a series has one after the other: 审结 of
// 审结（2023年） and of 审结（后）, nothing of 2023年.
func WithoutYear(label string) string {
	if yearOf(label) != 0 {
		return ""
	}
	if before, in, ok := bracket(label); ok && before != "" && (in == laterValue || yearOf(in) != 0) {
		return before
	}
	return label
}

// bracket parts a label that ends in brackets: 出庭率 and 2022年 of
// 出庭率（2022年）.
func bracket(label string) (before, in string, ok bool) {
	open := strings.LastIndex(label, "（")
	if open < 0 || !strings.HasSuffix(label, "）") {
		return label, "", false
	}
	return label[:open], strings.TrimSuffix(label[open+len("（"):], "）"), true
}

// yearOf is the year of 2022年 or 2022年度, 0 for anything else.
func yearOf(s string) int {
	year, _ := numeral.Year(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
	return year
}

// core is words without marks, digits and what does not say what is counted:
// 调处水事纠纷 of 全年共调处水事纠纷. Words that say the same are made one: 印发 of 制发.
func core(s string, words *lexicon.Lexicon) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if words.SeriesFillers.Begins(c) {
			if m, ok := words.SeriesFillers.At(s, i); ok {
				i = m.End
				continue
			}
		}
		if words.SeriesAlike.Begins(c) {
			if m, ok := words.SeriesAlike.At(s, i); ok {
				b.WriteString(words.SeriesAlike.Reading(m))
				i = m.End
				continue
			}
		}
		if '一' <= c && c <= '鿿' || unicode.IsLetter(c) {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// unstocked is a label that says how many there are altogether, without what says
// so and without what says that some are new: 执法无人机 of 新购执法无人机总数.
func unstocked(label string, words *lexicon.Lexicon) (string, bool) {
	n := words.SeriesStocks.Suffix(label)
	if n == 0 || n == len(label) {
		return label, false
	}
	label = label[:len(label)-n]
	if k := words.SeriesNew.Prefix(label); k > 0 && k < len(label) {
		_, verb := utf8.DecodeRuneInString(label[k:]) // 购 of 新购
		if k > len("新") {
			verb = 0
		}
		label = label[k+verb:]
	}
	return label, true
}

// scopes are the words of s that make what is counted another thing than its noun
// alone, in the order of the text, each once.
func scopes(s string, words *lexicon.Lexicon) string {
	var b strings.Builder
	for m, ok := words.SeriesScopes.Find(s, 0); ok; m, ok = words.SeriesScopes.Find(s, m.End) {
		if w := words.SeriesScopes.Reading(m); !strings.Contains(b.String(), w) {
			b.WriteString(w + " ")
		}
	}
	return b.String()
}
