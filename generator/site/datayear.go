package site

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/period"
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

// sentenceMarks end a sentence.
const sentenceMarks = "。！？!?\n"

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
	year   int    // reported on
}

// target is the year of a goal: the one that its sentence names (到2025年, 明年), or the
// next under the heading of a plan.
func (t *teller) target(over head) int {
	switch p := period.Before(t.before, t.year, t.in.words()); {
	case p.Extent == period.Several, p.Year < t.year: // 未来三年; 在去年办理12件的基础上
		return 0
	case p.Year > t.year:
		return p.Year
	case over.year > t.year:
		return over.year
	case over.planned:
		return t.year + 1
	}
	return 0
}

// told is the year that the words before the number tell, 0 where they tell of several or
// do not surely say.
func (t *teller) told() int {
	p := period.Before(t.before, t.year, t.in.words())
	if p.Extent == period.Several {
		return 0
	}
	return p.Year
}
