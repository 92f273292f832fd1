package check

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// course is what words behind values of several years say of how these have changed: ，三年累计下降.
type course struct {
	yearly bool // by year
	way    int  // 1 for more, -1 for less
	years  int  // over how many, 0 where they do not say
}

// coursesOfPairs compares how much a value has changed over several years with the figure behind it:
// 由2022年的3655件升至2024年的4872件，两年增长3.33%.
func (in *Input) coursesOfPairs(c *collector) {
	r := in.Report
	tied := isResultOf(r)
	for i := 0; i+2 < len(r.Figures) && !c.full(); i++ {
		if r.Blocks[r.Figures[i].Block].Kind == report.BlockRow || !in.becomes(i) || !in.follows(i+1) {
			continue
		}
		if said, _ := in.courseWords(in.gap(i + 1)); tied[i+2] && !said.yearly {
			continue // rate-mismatch compares it
		}
		in.courseInRow(c, row{i, i + 1, ""}, in.yearsApart(i, i+1))
	}
}

// yearsApart is how many years lie between two values by their words, 2 in 由2022年的80件升至2024年的98件; 0 where
// they do not say.
func (in *Input) yearsApart(was, is int) int {
	from, to := lastYear(ownWords(in.Report, was)), lastYear(ownWords(in.Report, is))
	if to == 0 {
		to = in.Report.Year
	}
	if from == 0 || from > to {
		return 0
	}
	return to - from
}

// spans reports whether a change is over so many years, as far as both are said: 三年增长 behind 由2022年的80件升至2024年
// 的98件 may be against 2021.
func (said course) spans(years int) bool {
	return said.years == 0 || years == 0 || said.years == years
}

// courseInRow compares how much a row of values has changed from its first to its last, or by year, with the
// figure behind it. They lie years apart, 0 where that is not known:
//
//   - 2021年、2022年、2023年分别为80件、100件和125件，年均增长52%
//   - 依次为86.0%、92.5%、98.0%，两年提高21个百分点
//
// For the change by year the mean of the changes and what is had by dividing them are let pass too.
func (in *Input) courseInRow(c *collector, w row, years int) {
	r := in.Report
	i := w.last + 1
	if w.len() < 2 || i >= len(r.Figures) || !in.follows(w.last) {
		return
	}
	by := &r.Figures[i]
	unit := r.Figures[w.first].Unit
	said, ok := in.courseWords(in.gap(w.last))
	if !ok || !in.ofUnit(w, unit) || by.Hidden || by.Target || !by.Exact() || c.says(by.Span) || said.yearly && years < 2 {
		return
	}
	if w.len() == 2 && !said.spans(years) {
		return
	}
	v := valuesOf(&r.Figures[w.first], &r.Figures[w.last])
	last := valuesOf(&r.Figures[w.last-1], v.is)
	points := strings.HasSuffix(by.Unit, "百分点")
	switch {
	case points && unit == "%" && !said.yearly:
		if !v.differBy(in, by) && !last.differBy(in, by) {
			v.note(c, by)
		}
	case by.Unit != "%" || unit == "%" || !isPlainValue(v.is):
	case said.yearly:
		in.yearlyGrowth(c, w, years, by)
	case v.growBy(in, by) || last.growBy(in, by):
		if v.direction() == -said.way && v.growBy(in, by) && (w.len() == 2 || !last.growBy(in, by)) {
			wrongWay(c, v.was, v.is, by.Span)
		}
	default:
		v.note(c, by)
	}
}

// courseWords reads words behind values that say only by how much these have changed.
func (in *Input) courseWords(words string) (said course, ok bool) {
	words, ok = strings.CutPrefix(words, "，")
	size := in.waySize(words)
	if !ok || size == 0 {
		return course{}, false
	}
	said.way, words = in.wayBefore(words), words[:len(words)-size]
	over := false
	for words != "" {
		if n := in.Words.CheckByYear.Prefix(words); n > 0 {
			said.yearly, words = true, words[n:]
			continue
		}
		n := in.Words.CheckOverYears.Prefix(words)
		if r, size := utf8.DecodeRuneInString(words); n == 0 && (numeral.IsDigit(r) || strings.ContainsRune("两二三四五六七八九十", r)) {
			n = size
			if years, ok := numeral.Int(strings.Replace(words[:size], "两", "二", 1)); ok {
				said.years = years
			}
		} else if n == 0 {
			return course{}, false
		} else {
			over = true
		}
		words = words[n:]
	}
	return said, said.yearly || over
}

// yearlyGrowth compares a change by year with values that lie some years apart.
func (in *Input) yearlyGrowth(c *collector, w row, years int, by *report.Figure) {
	r := in.Report
	n := float64(years)
	first, last, printed := magnitude(&r.Figures[w.first]).Float64(), magnitude(&r.Figures[w.last]).Float64(), math.Abs(magnitude(by).Float64())
	if first <= 0 || last <= 0 {
		return
	}
	mean := 0.0 // of the changes from year to year, where all are there
	for k := w.first; k < w.last && w.len() == years+1; k++ {
		if was := magnitude(&r.Figures[k]).Float64(); was > 0 {
			mean += 100 * (magnitude(&r.Figures[k+1]).Float64()/was - 1) / n
		}
	}
	compound := 100 * (math.Pow(last/first, 1/n) - 1)
	step := math.Pow10(numeral.Step(by.Raw))
	for _, reading := range [...]float64{compound, mean, 100 * (last/first - 1) / n, 100 * (last/first - 1) / (n + 1), 100 * (math.Pow(last/first, 1/(n+1)) - 1)} {
		if math.Abs(math.Abs(reading)-printed) <= 1.5*step {
			return
		}
	}
	c.add(by.Span, fmt.Sprintf("由“%s”到“%s”，按%d年平均每年%.1f%%，原文写的是“%s”", c.src.Slice(r.Figures[w.first].Span), c.src.Slice(r.Figures[w.last].Span), years, math.Abs(compound), c.src.Slice(by.Span)),
		"请核对各年的数和年均增减；以别的年份为基数的，请在文中写明")
}
