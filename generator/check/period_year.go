package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// periodYears finds years that are not the first or the last of a plan of five
// years: 2024年是“八五”普法收官之年, and in the report on 2024 “九五”普法收官之年. Where
// no year is named it may be that of the report or the one after it.
func (in *Input) periodYears(c *collector) {
	r := in.Report
	for _, p := range paragraphs(r) {
		if p.isRow() || p.kind == report.BlockTitle {
			continue
		}
		for sentence := range in.parts(p.span, isStop) {
			text := r.Source.Slice(sentence)
			for from := 0; ; {
				m, ok := in.Words.CheckPeriodYears.Find(text, from)
				if !ok {
					break
				}
				from = m.End
				at, plan, first := fiveYears(text[:m.Start])
				if first == 0 {
					continue
				}
				year, which := first+4, "最后一年"
				if in.Words.CheckFirstYears.Suffix(text[:m.End]) > 0 {
					year, which = first, "第一年"
				}
				named := lastYear(text[:at])
				if named == year || named == 0 && (year == r.Year || year == r.Year+1) {
					continue
				}
				if named == 0 {
					named = r.Year
				}
				c.note(report.Span{Start: sentence.Start + at, End: sentence.Start + m.End}, report.Warning,
					fmt.Sprintf("%s是 %d 年至 %d 年，%s是 %s，这里说的却是 %s", plan, first, first+4, which, yearText(year), yearText(named)),
					"请核对是年份写错了，还是规划的名称写错了；确实这样说的，可在 .toml 中写明理由")
			}
		}
	}
}

// fiveYears is the plan of five years that words name last, where its name begins
// and its first year; 0 for none near their end. A plan for the spreading of law
// (“八五”普法, 2021—2025) has begun every fifth year since 1986; “十四五” is the
// fourteenth of the plans of the whole country.
func fiveYears(words string) (at int, plan string, first int) {
	const five, farthest = "五", 12 * han
	i := strings.LastIndex(words, five)
	if i < 0 || len(words)-i > farthest || strings.ContainsAny(words[i:], "，；。") {
		return 0, "", 0
	}
	at = len(strings.TrimRight(words[:i], "一二三四五六七八九十"))
	number, scanned := numeral.Int(words[at:i])
	start := len(strings.TrimSuffix(words[:at], "“"))
	behind := strings.TrimLeft(words[i+len(five):], "”\"’")
	switch {
	case !scanned:
		return 0, "", 0
	case strings.HasPrefix(behind, "普法"):
		return start, "“" + words[at:i] + "五”普法", 1981 + 5*number
	case number > 10:
		return start, "“" + words[at:i] + "五”时期", 1951 + 5*number
	}
	return 0, "", 0
}

// lastYear is the year that words name last, 0 for none.
func lastYear(words string) (year int) {
	for {
		y, _, end := yearIn(words)
		if y == 0 {
			return year
		}
		year, words = y, words[end:]
	}
}
