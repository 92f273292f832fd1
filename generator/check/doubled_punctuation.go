package check

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// doubledPunctuation finds two marks of punctuation where a sentence has one: 。，
// 、。 ，； and .. between Chinese words. It is what is left where words between them
// were deleted. The same mark twice (。。) is told by repeatedWord; an ellipsis, as
// people write it (…… 。。。 ......), is none, nor is what stands in a number (1.、 3..5)
// or among Latin letters (Inc., ../x).
func doubledPunctuation(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.DoubledPunctuation, severity: report.Warning}
	for _, p := range paragraphs(in.Report) {
		text := c.src.Slice(p.span)
		var first, before rune // the last mark, and what stands before it
		start, end := 0, 0     // of the last mark
		var last rune
		for i, r := range text {
			switch {
			case isPointMark(r):
				size := len(string(r))
				if first != 0 && doubled(before, first, r, following(text, i+size), end == i) {
					sp := report.Span{Start: p.span.Start + start, End: p.span.Start + i + size}
					c.add(sp, "同一处连着用了两个标点", "请核对中间是不是删漏了字，只留下该用的一个标点")
					first, last = 0, r
					continue
				}
				before, first, start, end = last, r, i, i+size
			case r == ' ' || r == '　':
				if first != 0 {
					continue // 。 ，
				}
			default:
				first = 0
			}
			last = r
		}
	}
	return c.all()
}

// isPointMark reports whether a mark ends or divides a sentence.
func isPointMark(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', ',', '.', ';', ':', '．':
		return true
	}
	return false
}

// doubled reports whether first and second, which stand beside each other or with
// spaces between, are one too many. before and after stand around them.
func doubled(before, first, second, after rune, touching bool) bool {
	ofWords := report.IsBasicHan(before) || strings.ContainsRune("”’》）」』】%％", before)
	switch {
	case isHalfwidth(first) && isHalfwidth(second): // 办结12件..审结
		return touching && first == second && report.IsBasicHan(before) && (after == 0 || report.IsBasicHan(after))
	case isHalfwidth(first): // 1.、 and Inc.， are none
		return ofWords && second != first
	case isHalfwidth(second): // ，.5 is a number
		return (ofWords || before >= '0' && before <= '9') && (after < '0' || after > '9') && after != '.'
	case first == second: // 。。 is repeatedWord's, and 。。。 an ellipsis
		return false
	case first == '．' || second == '．':
		return report.IsBasicHan(before)
	}
	return before != 0 && !strings.ContainsRune("，。、；：", before)
}

// following is the character at byte i of text, 0 at its end.
func following(text string, i int) rune {
	r, _ := next(text, i, len(text))
	return r
}

func isHalfwidth(r rune) bool { return r < 0x80 }
