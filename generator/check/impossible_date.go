package check

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// impossibleDate finds dates that no calendar has: 2025年2月30日, 4月31日, 2024年13月.
// 农历 has months of thirty days in other places.
func impossibleDate(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.ImpossibleDate, severity: report.Error}
	text := c.src.Text
	for at := 0; !c.full(); {
		i := strings.Index(text[at:], "月")
		if i < 0 {
			break
		}
		i += at
		at = i + len("月")
		month, start := numberBefore(text, i)
		if month < 0 || strings.HasSuffix(text[:start], "历") {
			continue
		}
		year, begin := -1, start
		if before := text[:start]; strings.HasSuffix(before, "年") {
			if _, digits := numberBefore(text, start-len("年")); digits < start-len("年") {
				year, begin = yearBefore(text, start-len("年")), digits
			}
		}
		if strings.HasSuffix(text[:begin], "历") {
			continue
		}
		day, end := numberAfter(text, at)
		dated := day >= 0 && strings.HasPrefix(text[end:], "日")
		switch {
		case (year > 0 || dated) && (month == 0 || month > 12):
			c.add(report.Span{Start: begin, End: at}, fmt.Sprintf("没有“%d月”", month), "请核对日期")
		case dated && month >= 1 && month <= 12 && (day == 0 || day > daysOf(year, month)):
			end += len("日")
			c.add(report.Span{Start: begin, End: end}, fmt.Sprintf("没有“%s”这一天", text[begin:end]), "请核对日期")
		}
	}
	return c.all()
}

// daysOf is how many days a month has; without a year that of a leap year.
func daysOf(year, month int) int {
	if year <= 0 {
		year = 2000
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// numberBefore is the number of at most four digits that ends at byte i, and
// where it begins; -1 for none.
func numberBefore(text string, i int) (value, start int) {
	start = i
	for n := 0; n < 5; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !numeral.IsDigit(r) && !strings.ContainsRune(numerals, r) {
			break
		}
		start -= size
	}
	return dateNumber(text[start:i]), start
}

// numberAfter is the number that begins at byte i, and where it ends.
func numberAfter(text string, i int) (value, end int) {
	end = i
	for n := 0; n < 5; n++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if size == 0 || !numeral.IsDigit(r) && !strings.ContainsRune(numerals, r) {
			break
		}
		end += size
	}
	return dateNumber(text[i:end]), end
}

// dateNumber is the value of 30, ３０ or 三十; -1 for what is no such number.
func dateNumber(s string) int {
	if s == "" {
		return -1
	}
	value, tens := 0, false
	for _, r := range s {
		digit := strings.IndexRune("〇一二三四五六七八九", r) / han
		switch {
		case r == '十':
			value, tens = max(value, 1)*10, true
		case r >= '0' && r <= '9':
			value = value*10 + int(r-'0')
		case r >= '０' && r <= '９':
			value = value*10 + int(r-'０')
		case !strings.ContainsRune("〇一二三四五六七八九", r):
			return -1
		case tens:
			value += digit
		default:
			value = value*10 + digit
		}
	}
	return value
}
