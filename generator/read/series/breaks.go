package series

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// markBreaks sets the breaks that a report states: where a sentence says that
// something is counted otherwise than before, the figures that it speaks of are
// not compared. It speaks of
//
//   - the figures of the sentence itself that it names, or of which it stands in
//     the clause right behind: 巡查河道1.35万公里（自2023年起不再计入市管河道）;
//   - figures elsewhere whose label it names: 注：行政检查自2023年起只计现场检查;
//   - all figures of the sentence before, if it begins with 上述 or 以上 or names
//     none; and
//   - all figures, if it says that: 各项数据的统计口径.
func markBreaks(links []Link, r *report.Report, words *lexicon.Lexicon) {
	all := statements(r, words)
	if len(all) == 0 {
		return
	}
	names := make([]string, len(links))
	for i := range links {
		names[i] = core(labelOf(&r.Figures[links[i].Now], words), words)
	}
	for _, sp := range all {
		text := r.Source.Slice(sp)
		mark := func(l *Link) {
			if l.Break == nil || l.Break.Reason == Unit {
				l.Break = &Break{Reason: Stated, Span: sp}
			}
		}
		if words.SeriesBreaksOfAll.In(text) || len(all) > mostStatements {
			for i := range links {
				mark(&links[i])
			}
			continue
		}
		spoken := spokenOf(links, names, r, sp, words)
		for _, l := range spoken {
			mark(l)
		}
		if len(spoken) > 0 || isOfFigure(r, sp, words) {
			continue
		}
		for i := range links { // it names none: those of the sentence before it
			f := &r.Figures[links[i].Now]
			if f.Span.End <= sp.Start && isSentenceBefore(r, f, sp.Start) || sp.Contains(f.Span) {
				mark(&links[i])
			}
		}
	}
}

// mostStatements is how many such sentences are looked at one by one. A report has
// one or two; of one that has more nothing is compared.
const mostStatements = 40

// spokenOf are the links of the figure right before what a sentence says of
// counting; without one, those of the figures that it names best: of 法律咨询的统计口径调整
// those that are called 解答法律咨询.
func spokenOf(links []Link, names []string, r *report.Report, sp report.Span, words *lexicon.Lexicon) []*Link {
	text, holds := behindAll(r, sp, words), false
	var all []*Link
	for i := range links {
		if f := &r.Figures[links[i].Now]; sp.Contains(f.Span) {
			holds = true
			if said, ok := wordsBehind(links, r, i, sp.End); ok && words.SeriesBreaks.In(said) {
				all = append(all, &links[i])
			}
		}
	}
	if len(all) > 0 {
		return all
	}
	if !holds { // the name may stand in another clause: 行政检查，自2023年起不再计入…
		text = core(r.Source.Slice(sp), words)
	}
	best := shortest
	for i := range links {
		n := shared(names[i], text)
		if sp.Contains(r.Figures[links[i].Now].Span) && n >= 2 && n == utf8.RuneCountInString(names[i]) {
			n = max(n, best)
		}
		if n > best {
			best, all = n, all[:0]
		}
		if n == best {
			all = append(all, &links[i])
		}
	}
	return all
}

// shared is how many characters of a name stand together in a text.
func shared(name, text string) int {
	most := 0
	for i := range name {
		n := 0
		for end := i; end < len(name); n++ {
			_, size := utf8.DecodeRuneInString(name[end:])
			if end += size; !strings.Contains(text, name[i:end]) {
				break
			}
		}
		most = max(most, n)
	}
	return most
}

// isOfFigure reports whether what a sentence says of counting stands right behind
// a figure of it, which may be in no series: 检查60次（自2023年起只计现场检查）.
func isOfFigure(r *report.Report, sp report.Span, words *lexicon.Lexicon) bool {
	m, ok := words.SeriesBreaks.Find(r.Source.Text[:sp.End], sp.Start)
	if !ok {
		return false
	}
	for i := len(r.Figures) - 1; i >= 0; i-- {
		if f := &r.Figures[i]; sp.Contains(f.Span) && f.Span.End <= m.Start {
			return !strings.ContainsFunc(r.Source.Text[f.Span.End:m.Start], func(c rune) bool { return c == '；' || c == ';' })
		}
	}
	return false
}

// wordsBehind is what stands behind a figure up to the next one of its sentence.
func wordsBehind(links []Link, r *report.Report, i, end int) (string, bool) {
	from := r.Figures[links[i].Now].Span.End
	for k := links[i].Now + 1; k < len(r.Figures); k++ {
		if at := r.Figures[k].Span.Start; at >= from {
			end = min(end, at)
			break
		}
	}
	if from > end {
		return "", false
	}
	return r.Source.Text[from:end], true
}

// behindAll is the core of the clauses of a sentence that say how something is
// counted.
func behindAll(r *report.Report, sp report.Span, words *lexicon.Lexicon) string {
	var b strings.Builder
	for clause := range strings.FieldsFuncSeq(r.Source.Slice(sp), isClauseEnd) {
		if words.SeriesBreaks.In(clause) {
			b.WriteString(core(clause, words) + "\n")
		}
	}
	return b.String()
}

// statements are the sentences of a report that say that something is counted
// otherwise than in the year before. 自2021年起 in a report on 2023 is of a change
// that is past, 自2024年起 of one to come.
func statements(r *report.Report, words *lexicon.Lexicon) []report.Span {
	var all []report.Span
	for i := range r.Blocks {
		b := r.Blocks[i].Span
		for at := b.Start; at < b.End; {
			m, ok := words.SeriesBreaks.Find(r.Source.Text[:b.End], at)
			if !ok {
				break
			}
			sp := sentenceAt(r.Source.Text, b, m.Start)
			if saysSame(r, sp, m.Start, words) {
				at = m.End // the next clause may say something else
				continue
			}
			at = max(sp.End, m.End)
			if isOfThisYear(r.Source.Slice(sp), r.Year, words) {
				all = append(all, sp)
			}
		}
	}
	return all
}

// saysSame reports whether the clause at a place says that something is counted as it was
// before: 统计口径与上年一致, 沿用上年统计口径, 计算方法不变. 统计口径与省局一致 does not, nor does 除行政检查外，
// 统计口径与上年一致, which says that one thing is counted otherwise.
func saysSame(r *report.Report, sentence report.Span, at int, words *lexicon.Lexicon) bool {
	text := r.Source.Text
	clause := sentence
	if k := strings.LastIndexFunc(text[clause.Start:at], isClauseEnd); k >= 0 {
		clause.Start += k
	}
	if k := strings.IndexFunc(text[at:clause.End], isClauseEnd); k >= 0 {
		clause.End = at + k
	}
	said := text[clause.Start:clause.End]
	if words.SeriesExcepted.In(text[sentence.Start:clause.End]) {
		return false
	}
	return words.SeriesUnchanged.In(said) || words.SeriesSame.In(said) && namesEarlier(said, r.Year, words)
}

// namesEarlier reports whether words name a year before that of the report: 上年, 往年, 2022年.
func namesEarlier(said string, year int, words *lexicon.Lexicon) bool {
	for m, ok := words.PeriodYears.Find(said, 0); ok; m, ok = words.PeriodYears.Find(said, m.End) {
		if strings.HasPrefix(words.PeriodYears.Reading(m), "-") {
			return true
		}
	}
	named := numeral.YearIn(said)
	return words.PeriodSeveral.In(said) || named != 0 && named < year
}

// sentenceAt is the sentence of a block around a place.
func sentenceAt(text string, block report.Span, at int) report.Span {
	sp := block
	if k := strings.LastIndexFunc(text[block.Start:at], isSentenceEnd); k >= 0 {
		_, size := utf8.DecodeRuneInString(text[block.Start+k:])
		sp.Start = block.Start + k + size
	}
	if k := strings.IndexFunc(text[at:block.End], isSentenceEnd); k >= 0 {
		_, size := utf8.DecodeRuneInString(text[at+k:])
		sp.End = at + k + size
	}
	return sp
}

// isOfThisYear reports whether a sentence does not say that something has been so
// since an earlier year, or will be from a later one on.
func isOfThisYear(text string, year int, words *lexicon.Lexicon) bool {
	since, this := false, false
	for m, ok := words.SeriesSince.Find(text, 0); ok; m, ok = words.SeriesSince.Find(text, m.End) {
		if y := yearAfter(text[m.End:]); y != 0 {
			since, this = true, this || y == year
		}
	}
	for at := 0; ; { // 2021年起
		k := strings.Index(text[at:], "年起")
		if k < 0 {
			break
		}
		if y, _ := numeral.YearEnding(text[:at+k]); y != 0 {
			since, this = true, this || y == year
		}
		at += k + len("年起")
	}
	return !since || this
}

// yearAfter is the year that a text begins with: 2023年1月1日起, 二〇二三年起. 0 without one.
func yearAfter(s string) int {
	if year, size := numeral.YearAt(s); strings.HasPrefix(s[size:], "年") {
		return year
	}
	return 0
}

// isSentenceBefore reports whether a figure stands in the sentence right before a
// place, or in the block right before it.
func isSentenceBefore(r *report.Report, f *report.Figure, at int) bool {
	if f.Span.End > at {
		return false
	}
	between := r.Source.Text[f.Span.End:at]
	between = strings.TrimRightFunc(between, func(c rune) bool { return isSentenceEnd(c) || c == ' ' || c == '　' || c == '\t' })
	return !slices.ContainsFunc([]rune(between), isSentenceEnd)
}
