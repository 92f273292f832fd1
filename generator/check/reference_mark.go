package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// referenceMarks finds the marks of sources that were copied with a text and lead nowhere:
// 整改率96%[1]，较上年提高[2][3]. They are told once. Where a line of the text begins with such a mark, the
// sources stand there, and the marks lead to it. 示例政发[23]5号 has none.
func (in *Input) referenceMarks(c *collector) {
	text := c.src.Text
	var first report.Span
	places := 0
	for at := 0; ; {
		i := strings.IndexAny(text[at:], "[［")
		if i < 0 {
			break
		}
		i += at
		end := referenceEnd(text, i)
		if end == 0 {
			at = i + 1
			continue
		}
		at = end
		before := prev(text, 0, i)
		switch follows, _ := next(text, end, len(text)); {
		case before == 0 || before == '\n':
			return // the list of sources
		case in.Words.Units.Prefix(text[end:]) > 0:
			// 举报[2]件: a number in brackets, filled in
		case follows == '号' || numeral.IsDigit(follows) || follows == '(' || follows == '（':
		case report.IsHan(before) || strings.ContainsRune("%％”》）)]］。，；、", before):
			if places == 0 {
				first = report.Span{Start: i, End: end}
			}
			places++
		}
	}
	if places == 0 {
		return
	}
	more := ""
	if places > 1 {
		more = fmt.Sprintf("，全文共%d处，这里是第一处", places)
	}
	c.note(first, report.Warning, fmt.Sprintf("“%s”像是引用来源的标号，文中没有对应的注释%s", c.src.Slice(first), more), "请从报告里删去；确有注释的，请把注释写在文末")
}

// referenceEnd is where the mark of a source that begins at byte i ends: [1], ［12］, [^3],
// [citation:4], [5†source]. 0 for none.
func referenceEnd(text string, i int) int {
	const longest, digits = 24, 3
	rest, closing := strings.TrimPrefix(text[i:], "["), "]"
	if rest == text[i:] {
		rest, closing = strings.TrimPrefix(rest, "［"), "］"
	}
	n := strings.Index(rest[:min(len(rest), longest)], closing)
	if n <= 0 {
		return 0
	}
	inner := strings.TrimPrefix(strings.TrimPrefix(rest[:n], "^"), "citation:")
	number, _, _ := strings.Cut(inner, "†")
	if number == "" || len(number) > digits || strings.Trim(number, "0123456789") != "" {
		return 0
	}
	return len(text) - len(rest) + n + len(closing)
}
