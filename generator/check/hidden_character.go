package check

import (
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// hiddenCharacter finds characters that nobody sees and that part words and
// numbers for a search: of no width (2\u200b68件), of direction, soft hyphens. They
// are told once, with their number.
func hiddenCharacter(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.HiddenCharacter, severity: report.Warning}
	count, first := 0, 0
	for _, s := range in.signs() {
		if isHidden(s.r) {
			if count == 0 {
				first = s.start
			}
			count++
		}
	}
	if count > 0 {
		line := c.src.LineSpan(c.src.Line(first))
		span := report.Span{Start: wordsBefore(c.src.Text, line.Start, first, 8).Start, End: words(c.src.Text, first, line.End, 8).End}
		c.add(span, fmt.Sprintf("报告里有 %d 个看不见的字符，这里是第一个", count), "请删去后重新打这几个字；从网页复制的，请先贴到记事本里再另存")
	}
	return c.all()
}

// isHidden reports whether a character has no width and no meaning in Chinese.
func isHidden(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x180E, r == 0xFEFF, r == 0x3164:
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069
}
