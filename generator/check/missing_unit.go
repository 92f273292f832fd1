package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingUnit finds numbers that count something but have no measure word:
// 调解纠纷217，成功211件. It looks at what the extraction could not read and at
// figures without a unit, so that years, hotlines, codes and the like are known
// to be none.
func missingUnit(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.MissingUnit, severity: report.Warning}
	for _, f := range r.Findings {
		if f.Rule == rule.UnreadNumber && f.Line > 0 {
			in.judgeNumber(&c, offsetOf(r.Source, f.Line, f.Column))
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Unit == "" && !f.Hidden && r.Blocks[f.Block].Kind == report.BlockText {
			if digit := strings.IndexAny(r.Source.Slice(f.Span), "0123456789"); digit >= 0 {
				in.judgeNumber(&c, f.Span.Start+digit)
			}
		}
	}
	return c.all()
}

// judgeNumber looks at the numeral at offset at.
func (in *Input) judgeNumber(c *collector, at int) {
	text := c.src.Text
	sp := c.src.LineSpan(c.src.Line(at))
	end := at
	for end < sp.End && (numeral.IsDigit(rune(text[end])) || text[end] == ',' && end+1 < sp.End && numeral.IsDigit(rune(text[end+1]))) {
		end++
	}
	digits := strings.ReplaceAll(text[at:end], ",", "")
	if !in.countable(digits) || !endsClause(text, end, sp.End) {
		return
	}
	before := text[max(sp.Start, at-60):at]
	before = in.trimApproximation(before)
	switch unit := in.wanted(before); unit {
	case "":
	case "%":
		c.add(vicinityOf(text, sp, at, end), fmt.Sprintf("“%s”后面像是缺了“%%”", text[at:end]), "请核对定稿，补上“%”")
	default:
		if in.changesBare(text[sp.Start : at-len(text[max(sp.Start, at-60):at])+len(before)]) {
			return
		}
		c.add(vicinityOf(text, sp, at, end), fmt.Sprintf("“%s”后面没有量词", text[at:end]), "请核对定稿，补上量词，如“件”“人”“次”；如果它不是数量，可在 .toml 中写明理由")
	}
}

// changesBare reports whether words tell how a number that has no measure word either has
// changed: 得分98，比上年提高.
func (in *Input) changesBare(words string) bool {
	n := max(in.Words.Rises.Suffix(words), in.Words.Falls.Suffix(words))
	clause := strings.LastIndex(words, "，")
	if n == 0 || clause < 0 || len(words)-clause > 12*han {
		return false
	}
	return numeral.IsDigit(prev(words, 0, clause))
}

// countable reports whether digits can be a count rather than a year, a code
// or the number of a service line.
func (in *Input) countable(digits string) bool {
	n := len(digits)
	_, isYear := numeral.Year(digits)
	switch {
	case n == 0 || n > 8 || digits[0] == '0':
		return false
	case n == 4 && isYear:
		return false
	case n == 3 && in.Words.Hotlines.Has(digits):
		return false
	case n == 5 && (in.Words.HotlineOpenings.Prefix(digits) > 0 || strings.HasPrefix(digits, "10")):
		return false
	}
	return true
}

// endsClause reports whether nothing that could be a measure word follows: a
// mark that ends a clause, and no further number of a list after it.
func endsClause(text string, i, end int) bool {
	for _, approx := range [...]string{"余", "多"} {
		if strings.HasPrefix(text[i:end], approx) {
			i += len(approx)
		}
	}
	r, size := next(text, i, end)
	after, _ := next(text, i+size, end)
	switch r {
	case 0:
		return true
	case '，', '；', ',', ';':
		return !numeral.IsDigit(after)
	case '。', '！', '）':
		return true
	}
	return false
}

// wanted is what the words before a number ask for: "%" after a rate, "量词"
// after a verb or a noun, "" where a bare number is sound.
func (in *Input) wanted(before string) string {
	w := in.Words
	if w.CheckRates.Suffix(before) > 0 {
		return "%"
	}
	if n := w.Bridges.Suffix(before); n > 0 && w.CheckRateEndings.Suffix(before[:len(before)-n]) > 0 {
		return "%"
	}
	if w.CheckBare.Suffix(before) > 0 && !in.buildsPlaces(before) || w.Identified.Suffix(before) > 0 {
		return ""
	}
	last, size := utf8.DecodeLastRuneInString(before)
	second, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	if !report.IsHan(last) || !report.IsHan(second) {
		return ""
	}
	return "量词"
}

// buildsPlaces reports whether a clause tells how many places there are or were made:
// 建成公共法律服务工作站, of which 1 is no name.
func (in *Input) buildsPlaces(before string) bool {
	clause := before[strings.LastIndexAny(before, "，。；：")+1:]
	return in.Words.CheckPlaces.Suffix(clause) > 0 && in.Words.CheckBuilding.In(clause)
}

// trimApproximation takes the words off that may stand right before any number:
// 近, 超过, 共计.
func (in *Input) trimApproximation(words string) string {
	w := in.Words
	for {
		n := max(w.ApproximateBefore.Suffix(words), w.BoundAbove.Suffix(words), w.CheckTotals.Suffix(words), w.CheckSumOpenings.Suffix(words), w.CheckSumming.Suffix(words))
		if n == 0 {
			return words
		}
		words = words[:len(words)-n]
	}
}

// vicinityOf is the number with the words before it and the mark after it.
func vicinityOf(text string, sp report.Span, at, end int) report.Span {
	start := wordsBefore(text, sp.Start, at, 6).Start
	_, size := next(text, end, sp.End)
	return report.Span{Start: start, End: end + size}
}

// offsetOf is the offset of a line and a column, both from 1.
func offsetOf(src *report.Source, line, column int) int {
	sp := src.LineSpan(line)
	at := sp.Start
	for n := 1; n < column && at < sp.End; n++ {
		_, size := utf8.DecodeRuneInString(src.Text[at:sp.End])
		at += size
	}
	return at
}

// withoutUnread leaves out the unread-number findings about numbers that
// missing-unit has found: the same number is told of once, by what is wrong.
func withoutUnread(findings []report.Finding) []report.Finding {
	type line struct {
		file string
		n    int
	}
	units := map[line][]report.Span{}
	for _, f := range findings {
		if f.Rule == rule.MissingUnit && f.Line > 0 {
			n := line{f.File, f.Line}
			units[n] = append(units[n], report.Span{Start: f.Column, End: f.Column + utf8.RuneCountInString(f.Quote)})
		}
	}
	if len(units) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f report.Finding) bool {
		return f.Rule == rule.UnreadNumber && slices.ContainsFunc(units[line{f.File, f.Line}], func(sp report.Span) bool {
			return sp.Start <= f.Column && f.Column < sp.End
		})
	})
}
