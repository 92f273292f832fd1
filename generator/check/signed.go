package check

import (
	"strings"
	"unicode"
)

// signedOn is the day under a report's signature, 20240312 for 2024年3月12日 or
// 二〇二四年三月十二日; 0 where none of the last lines is nothing but a day.
func signedOn(text string) int {
	const lines = 8 // notes and 公开方式 may stand below it
	for range lines {
		text = strings.TrimRightFunc(text, unicode.IsSpace)
		at := strings.LastIndexByte(text, '\n') + 1
		if day := dayOfLine(strings.TrimSpace(text[at:])); day > 0 || at == 0 {
			return day
		}
		text = text[:at]
	}
	return 0
}

// dayOfLine is the day that a line is, as signedOn gives it; 0 for any other line.
func dayOfLine(line string) int {
	const longest = 60 // bytes
	if len(line) > longest || !strings.HasSuffix(line, "日") {
		return 0
	}
	line = strings.Join(strings.Fields(line), "")
	i := strings.Index(line, "月")
	if i < 0 {
		return 0
	}
	month, start := numberBefore(line, i)
	day, end := numberAfter(line, i+len("月"))
	before, named := strings.CutSuffix(line[:start], "年")
	if !named || month < 1 || month > 12 || day < 1 || line[end:] != "日" {
		return 0
	}
	year := yearBefore(line, len(before))
	if _, begin := numberBefore(line, len(before)); begin > 0 || year < 1 || day > daysOf(year, month) {
		return 0
	}
	return year*10000 + month*100 + day
}
