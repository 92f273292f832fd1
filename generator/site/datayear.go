package site

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// dataYears says, by figure, of which year it tells: mostly the year reported on, but
// not for what is looked back at (去年办理12件), a column of another year and what is
// planned. 0 stands where the text does not surely say. earlier are those that state
// an earlier value.
func (in *Input) dataYears(earlier []bool) []int {
	r := in.Report
	years := chart.Years(r)
	over := headsOver(r)
	for i := range years {
		f := &r.Figures[i]
		if f.Hidden || years[i] != 0 {
			continue
		}
		y, told := in.yearOfColumn(f)
		if !told {
			y = in.yearOfSentence(i, over)
		}
		if earlier[i] && y == r.Year { // 26个 of 由26个减为15个
			y = 0
		}
		years[i] = y
	}
	return years
}

// yearOfColumn is the year of a figure under 上年 or 本年, which its label ends with.
func (in *Input) yearOfColumn(f *report.Figure) (year int, told bool) {
	if in.Report.Blocks[f.Block].Kind != report.BlockRow {
		return 0, false
	}
	year = in.Report.Year
	if open := strings.LastIndex(f.Label, "（"); open >= 0 && strings.HasSuffix(f.Label, "）") {
		switch inner := f.Label[open+len("（") : len(f.Label)-len("）")]; {
		case in.words().YearBefore.Has(inner):
			year--
		case numeral.YearIn(inner) != 0:
			year = numeral.YearIn(inner)
		}
	}
	if f.Target {
		year = 0
	}
	return year, true
}

// sentenceMarks end a sentence, and clauseMarks a clause, as far as a time that is told
// at its beginning goes.
const (
	sentenceMarks = "。；;！？!?\n"
	clauseMarks   = "，,：:"
)

// farBack is how many bytes before a number its sentence is looked for.
const farBack = 1200

// yearOfSentence is the year of figure i by the words before it in its sentence and by
// the headings over it.
func (in *Input) yearOfSentence(i int, over []head) int {
	r := in.Report
	f := &r.Figures[i]
	b := &r.Blocks[f.Block]
	start, end := b.Span.Start, r.Words(f).Start
	if start > end {
		return 0
	}
	for start = max(start, end-farBack); start < end && !utf8.RuneStart(r.Source.Text[start]); {
		start++
	}
	if at := strings.LastIndexAny(r.Source.Text[start:end], sentenceMarks); at >= 0 {
		_, n := utf8.DecodeRuneInString(r.Source.Text[start+at:])
		start += at + n
	}
	t := teller{in: in, before: r.Source.Text[start:end], year: r.Year}
	if i > 0 && r.Figures[i-1].Block == f.Block {
		if before := r.Words(&r.Figures[i-1]).End; before <= end {
			t.passed = max(0, before-start)
		}
	}
	h := head{}
	if b.Heading >= 0 {
		h = over[b.Heading]
	}
	switch {
	case f.Target:
		return t.target(h)
	case h.planned, h.year != 0 && h.year != r.Year:
		return 0
	}
	return t.told()
}

// head is what the headings over a text say of its time.
type head struct {
	planned bool
	year    int // that the nearest of them names that names one
}

// headsOver is, by heading, what it and those over it say.
func headsOver(r *report.Report) []head {
	over := make([]head, len(r.Headings))
	var last [10]head // by level
	for i := range r.Headings {
		h := &r.Headings[i]
		level := min(max(h.Level, 1), len(last)-1)
		now := last[level-1]
		now.planned = now.planned || h.Plan
		if year := numeral.YearIn(h.Text); year != 0 && !h.Item {
			now.year = year
		}
		over[i] = now
		for ; level < len(last); level++ {
			last[level] = now
		}
	}
	return over
}

// teller finds the year that the words before a number tell.
type teller struct {
	in     *Input
	before string // from the beginning of the sentence to the number
	passed int    // where the number before it ends
	year   int    // reported on
}

// target is the year of a goal: the one that its sentence names (到2025年), or the next
// under the heading of a plan.
func (t *teller) target(over head) int {
	named := lastYear(t.before)
	switch {
	case named != 0:
		return named
	case t.in.words().YearBefore.In(t.before):
		return 0 // 在去年办理12件的基础上
	case strings.Contains(t.before, "年"+yearsOn) || severalYears(t.before):
		return 0
	case over.year > t.year:
		return over.year
	case over.planned:
		return t.year + 1
	}
	for i := range t.before {
		if m, ok := t.in.words().SentenceComing.At(t.before, i); ok && strings.Contains(t.before[m.Start:m.End], "年") {
			return t.year + 1
		}
	}
	return 0
}

// yearsOn ends words of several years: 五年来, 2019年以来.
const yearsOn = "以来"

// told is the year that the clauses before the number tell, the last one first.
func (t *teller) told() int {
	year := t.year
	rest := t.before
	if severalYears(rest) {
		return 0
	}
	for rest != "" {
		clause := rest
		last := true
		if i := strings.IndexAny(rest, clauseMarks); i >= 0 {
			_, n := utf8.DecodeRuneInString(rest[i:])
			clause, rest, last = rest[:i], rest[i+n:], false
		} else {
			rest = ""
		}
		y, told, after := t.opening(clause)
		switch {
		case told && y == t.year:
			year = y
		case told && last && !strings.Contains(after, "的"):
			return t.clauseSays(clause, y)
		case told && !last && utf8.RuneCountInString(after) <= 3: // 2022年全年，
			year = y
		case told:
			year = 0 // 2021年修订的办法施行后
		case last:
			return t.clauseSays(clause, year)
		}
	}
	return year
}

// opening is the year that a clause begins with, up to two characters before it
// passed over (截至2022年底), 0 for several or an unsure one, and the words after it.
func (t *teller) opening(clause string) (year int, told bool, after string) {
	words := t.in.words()
	clause = strings.TrimLeft(clause, " \u3000\t")
	at := 0
	for range 3 {
		if year, after = yearAt(clause[at:]); year != 0 {
			break
		}
		if n := words.YearBefore.Prefix(clause[at:]); n > 0 {
			year, after = t.year-1, clause[at+n:]
			break
		}
		if n := words.YearItself.Prefix(clause[at:]); n > 0 {
			return t.year, true, clause[at+n:]
		}
		_, n := utf8.DecodeRuneInString(clause[at:])
		at += n
	}
	if year == 0 || compared(clause[:at]) {
		return 0, false, ""
	}
	since := strings.HasSuffix(clause[:at], "自") || strings.HasSuffix(clause[:at], "从")
	for _, on := range [...]string{yearsOn, "至", "到", "—", "-", "－", "～", "~", "起"} {
		since = since || strings.HasPrefix(after, on)
	}
	if since && year != t.year {
		year = 0
	}
	return year, true, after
}

// clauseSays is the year of a number whose clause, up to it, is told to be of a year,
// unless another year stands right before the number (由上年的310人), or elsewhere in
// the clause but for what it is compared with (较2021年增加). A year before another
// number is that one's.
func (t *teller) clauseSays(clause string, year int) int {
	if from := t.passed - (len(t.before) - len(clause)); from > 0 {
		clause = clause[from:]
	}
	near := strings.TrimSuffix(clause, "的")
	if t.in.words().YearBefore.Suffix(near) > 0 {
		return t.year - 1
	}
	if y, _ := yearAt(near[max(0, len(near)-len("2022年")):]); y != 0 {
		return y
	}
	for i := range clause {
		y, _ := yearAt(clause[i:])
		if t.in.words().YearBefore.Prefix(clause[i:]) > 0 {
			y = t.year - 1
		}
		if y != 0 && y != year && !compared(clause[:i]) {
			return 0
		}
	}
	return year
}

// compared reports whether words end with one after which a time is what something
// is compared with.
func compared(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune("较比与同和", last)
}

// yearAt is the year that words begin with, and the words after its 年; 0 for none.
func yearAt(words string) (year int, after string) {
	const digits = len("2022")
	if len(words) < digits || !strings.HasPrefix(words[digits:], "年") {
		return 0, ""
	}
	year, _ = numeral.Year(words[:digits])
	return year, words[digits+len("年"):]
}

// lastYear is the last year that words name, 0 for none.
func lastYear(words string) int {
	for i := strings.LastIndex(words, "年"); i >= 0; i = strings.LastIndex(words[:i], "年") {
		if at := i - len("2022"); at >= 0 && (at == 0 || !numeral.IsDigit(rune(words[at-1]))) {
			if year, _ := yearAt(words[at:]); year != 0 {
				return year
			}
		}
	}
	return 0
}

// severalYears reports whether words speak of more than a year: 五年来, 近三年.
func severalYears(words string) bool {
	for from := 0; ; {
		i := strings.Index(words[from:], "年")
		if i < 0 {
			return false
		}
		at := from + i
		from = at + len("年")
		last, size := utf8.DecodeLastRuneInString(words[:at])
		before := words[:at-size]
		switch {
		case !strings.ContainsRune("两二三四五六七八九十多数几0123456789", last):
		case strings.HasPrefix(words[from:], "来"), strings.HasPrefix(words[from:], "间"), strings.HasPrefix(words[from:], "累计"):
			return true
		case strings.HasSuffix(before, "近"), strings.HasSuffix(before, "这"), strings.HasSuffix(before, "过去"), strings.HasSuffix(before, "未来"), strings.HasSuffix(before, "今后"), strings.HasSuffix(before, "连续"):
			return true
		}
	}
}
