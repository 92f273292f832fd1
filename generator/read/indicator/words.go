package indicator

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// gap in a phrase stands for any words between its parts: 培训…执法人员.
const gap = "…"

// hole stands where a numeral was, so that the words before and after it do
// not read as one.
const hole = "\x00"

// plain is a text in the form that phrases are compared in: without quotation
// marks, title marks and white space, ASCII in half width and lower case.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case report.IsBasicHan(r): // as most
			return r
		case r == '\u3000' || r <= ' ' || strings.ContainsRune(`"'“”‘’「」『』《》〈〉`, r):
			return -1
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		if r < utf8.RuneSelf {
			return unicode.ToLower(r)
		}
		return r
	}, s)
}

// words is what a figure says of itself, in plain form: its label, and the part of
// its quote that belongs to it and to no other figure.
type words struct {
	label, quote string
	newUnit      bool // the figure before it is in another unit
	leadsOn      bool // the words behind it lead to the next numeral, so that some are of that one
}

// wordsOf is what the figure with index i says of itself. In 执法人员 中 取得资格 the
// words before 中 are of the whole and those behind it of the part, unless the 中 is
// part of one of the words in inside (集中).
func wordsOf(r *report.Report, i int, inside *lexicon.Set) words {
	f := &r.Figures[i]
	w := words{label: plain(withoutIncluded(f.KindLabel())), newUnit: i > 0 && r.Figures[i-1].Unit != f.Unit}
	if r.Source == nil || !f.QuoteSpan.Contains(f.Span) || f.QuoteSpan.End > len(r.Source.Text) || f.QuoteSpan.Len() == 0 {
		w.quote = plain(f.Quote) // a figure made by hand
		return w
	}
	clause := clauseOf(r, i)
	before, after := withoutIncluded(r.Source.Text[clause.Start:f.Span.Start]), r.Source.Text[f.Span.End:clause.End]
	if sharesName(r, i, before+after) {
		return words{} // 赋权事项分别为87项、65项: neither is all
	}
	if i+1 < len(r.Figures) {
		next := &r.Figures[i+1]
		if next.QuoteSpan == f.QuoteSpan && strings.Contains(before, "分别") {
			before = "" // a list, of which the label says the item
		}
		if next.Span.Start == clause.End && (next.Kind == report.KindRate || next.Kind == report.KindChange) {
			after = "" // 163名工作人员考试达标率98%: a rate's name stands before it
		}
	}
	if strings.HasSuffix(strings.TrimRight(before, "共计"), "等") && hasWord(after) {
		before = "" // 行政处罚、行政许可等7项工作: the items are examples of what is counted
	}
	if whole, _, ok := cutAmong(after, inside); ok && i+1 < len(r.Figures) && r.Figures[i+1].Span.Start == clause.End && f.Kind == report.KindCount {
		w.label, after = wholeOf(w.label, plain(whole)), whole // 286名执法人员中取得资格29人: 286 are no 取得资格
	}
	if whole, part, ok := cutAmong(before, inside); ok && i > 0 && r.Figures[i-1].Span.End == clause.Start && r.Figures[i-1].Kind == report.KindCount {
		w.label, before = partOf(w.label, plain(whole)), part
	}
	w.leadsOn = i+1 < len(r.Figures) && r.Figures[i+1].Span.Start == clause.End
	w.quote = plain(before) + hole + plain(after)
	return w
}

// withoutProposed is a figure's words without those that say what is only to be done with the things that are
// counted: of 拟吊销许可证的4件依法听证 nothing was 吊销. What was looked through and is to be 拟废止 is barred by the file's never.
func withoutProposed(w words, lex *lexicon.Lexicon) words {
	before, after, ok := strings.Cut(w.quote, hole)
	m, found := lex.Goals.FindLast(before)
	if !ok || !found || !lex.GoalsOfThings.Has(before[m.Start:m.End]) || lex.GoalsNamed.Has(before[m.Start:m.End]) || lex.CheckCaseOutcomes.Prefix(before[m.End:]) > 0 {
		return w
	}
	w.quote = before[:m.Start] + hole + after
	if strings.HasPrefix(w.label, before[m.Start:m.End]) {
		w.label = ""
	}
	return w
}

// withoutIncluded is words without a bracket that only says what is counted in: 行政应诉案件 of
// 行政应诉案件（含上年结转）. What is left out (不含) or is less than all stays.
func withoutIncluded(s string) string {
	for _, mark := range [...]string{"（含", "(含", "（包括", "(包括"} {
		before, rest, ok := strings.Cut(s, mark)
		if end := strings.IndexAny(rest, "）)"); ok && end >= 0 {
			_, size := utf8.DecodeRuneInString(rest[end:])
			return before + rest[end+size:]
		}
	}
	return s
}

// cutAmong parts words at the 中 between a whole and a part of it, if there is one:
// 执法人员 and 取得资格 of 执法人员中取得资格.
func cutAmong(text string, inside *lexicon.Set) (whole, part string, ok bool) {
	const among = "中"
	for at := 0; ; {
		next := strings.Index(text[at:], among)
		if next < 0 {
			return "", "", false
		}
		at += next
		whole, part = text[:at], text[at+len(among):]
		if hasWord(whole) && part != "" && !strings.ContainsAny(whole, dividers+"、（(") && !isInside(text, at, inside) {
			return whole, part, true
		}
		at += len(among)
	}
}

// isInside reports whether the character at a place is part of one of the words.
func isInside(text string, at int, words *lexicon.Set) bool {
	_, size := utf8.DecodeRuneInString(text[at:])
	for start := max(0, at-2*utf8.UTFMax); start <= at; start++ {
		if !utf8.RuneStart(text[start]) {
			continue
		}
		if m, ok := words.At(text, start); ok && m.End >= at+size {
			return true
		}
	}
	return false
}

// wholeOf is the label of a whole without what is said of its part: 审结的复议案件中撤销
// is 审结的复议案件.
func wholeOf(label, whole string) string {
	if before, behind, ok := strings.Cut(label, whole+"中"); ok && behind != "" {
		return before + whole
	}
	if strings.HasSuffix(label, whole) {
		return label
	}
	return whole
}

// partOf is the label of a part without the name of its whole: of 执法人员中取得资格
// the words behind 中, and of 执法人员 itself none.
func partOf(label, whole string) string {
	if _, behind, ok := strings.Cut(label, whole+"中"); ok {
		return behind
	}
	if strings.HasSuffix(label, whole) {
		return ""
	}
	return label
}

// sharesName reports whether a figure of a list of numbers has the label and unit of the
// one beside it and, of its own words, nothing that tells them apart.
func sharesName(r *report.Report, i int, own string) bool {
	f := &r.Figures[i]
	isTwin := func(j int) bool {
		return j >= 0 && j < len(r.Figures) && f.Label != "" && r.Figures[j].QuoteSpan == f.QuoteSpan && r.Figures[j].KindLabel() == f.KindLabel() &&
			r.Figures[j].Unit == f.Unit && r.Figures[j].Kind == f.Kind
	}
	return isTwin(i-1) && !hasWord(own) || isTwin(i+1) && strings.Contains(own, "分别")
}

// dividers are marks that part the words of numerals in a quote.
const dividers = "，,；;。：:\t\n\r"

// clauseOf is the part of the quote around the numeral of the figure with index i
// that reaches to the next comma or the next numeral.
func clauseOf(r *report.Report, i int) report.Span {
	f := &r.Figures[i]
	clause, text := f.QuoteSpan, r.Source.Text
	before, after := report.Span{Start: clause.Start, End: f.Span.Start}, report.Span{Start: f.Span.End, End: clause.End}
	if i > 0 && before.Contains(r.Figures[i-1].Span) {
		clause.Start = r.Figures[i-1].Span.End
		clause.Start += conjunction(text[clause.Start:f.Span.Start])
	}
	if i+1 < len(r.Figures) && after.Contains(r.Figures[i+1].Span) {
		clause.End = r.Figures[i+1].Span.Start
		if at := conjunction(text[f.Span.End:clause.End]); at > 0 {
			clause.End = f.Span.End + at
		}
		if at := strings.LastIndexAny(text[f.Span.End:clause.End], "（("); at >= 0 && !strings.ContainsAny(text[f.Span.End+at:clause.End], "）)") {
			clause.End = f.Span.End + at // 案件120件（一般程序80件: the words in brackets are the second's
		}
	}
	clause.Start += lastDivider(text[clause.Start:f.Span.Start])
	for strings.HasPrefix(text[clause.Start:f.Span.Start], "、") {
		clause.Start += len("、")
	}
	if at := strings.IndexAny(text[f.Span.End:clause.End], dividers+"、"); at >= 0 {
		clause.End = f.Span.End + at
	}
	return clause
}

// conjunction is where the last 和, 及 or 与 between two numerals stands, as in
// 3个乡镇和5个部门; 0 when there is none.
func conjunction(between string) int {
	for at := len(between); at > 0; {
		at = max(strings.LastIndex(between[:at], "和"), strings.LastIndex(between[:at], "及"), strings.LastIndex(between[:at], "与"))
		if at >= 0 && !strings.HasPrefix(between[at:], "和解") && !strings.HasPrefix(between[at:], "及时") {
			return at
		}
	}
	return 0
}

// lastDivider is where the last divider stands, 0 when there is none. Things that
// share one numeral, as in 合同、协议60份, are not divided.
func lastDivider(before string) int {
	return max(0, strings.LastIndexAny(before, dividers))
}

// surroundings is where a context may stand: the sentence of the figure and
// the one before it in the block, and the heading above.
type surroundings struct {
	sentence, heading string
	own               int // where the figure ends in sentence
}

// withoutParts is the surroundings without what the sentence says of parts behind the
// figure: of 破案90起，其中诈骗案件8起 the 90 are not of 诈骗.
func (s surroundings) withoutParts() surroundings {
	if at := strings.Index(s.sentence[s.own:], "其中"); at >= 0 {
		s.sentence = s.sentence[:s.own+at]
	}
	return s
}

func (s surroundings) containAny(words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.Contains(s.sentence, word) || strings.Contains(s.heading, word)
	})
}

// reach is how many bytes before and after a figure are looked at, for text
// without full stops.
const reach = 900

func surroundingsOf(r *report.Report, f *report.Figure) surroundings {
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return surroundings{}
	}
	b, text := &r.Blocks[f.Block], r.Source.Text
	start, end := max(b.Span.Start, f.Span.Start-reach), min(b.Span.End, f.Span.End+reach)
	before := text[start:f.Span.Start]
	if last := strings.LastIndexFunc(before, isFullStop); last >= 0 {
		if previous := strings.LastIndexFunc(before[:last], isFullStop); previous >= 0 {
			start += previous
		}
	}
	if stop := strings.IndexFunc(text[f.Span.End:end], isFullStop); stop >= 0 {
		end = f.Span.End + stop
	}
	s := surroundings{sentence: text[start:end], own: f.Span.End - start}
	if b.Heading >= 0 && b.Heading < len(r.Headings) {
		s.heading = r.Headings[b.Heading].Text
	}
	return s
}

// isFullStop reports whether r ends a sentence.
func isFullStop(r rune) bool {
	switch r {
	case '。', '！', '？', '\n':
		return true
	}
	return false
}
