package figure

import (
	"fmt"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// maxUnread is how many unread numbers are reported one by one.
const maxUnread = 100

// maxUnreadQuote bounds the words quoted of a number that has no end.
const maxUnreadQuote = 60

// unread takes over the unread numerals of the scanner's block.
func (e *extractor) unread() {
	e.missing += e.scanner.missing
	if room := maxUnread - len(e.missed); room > 0 {
		e.missed = append(e.missed, e.scanner.unread[:min(room, len(e.scanner.unread))]...)
	}
}

// reportUnread adds a finding for every digit that is neither in a figure nor
// known to be none. Its span is that of the words it quotes: pages lead to them,
// and a waiver finds it by them.
func (e *extractor) reportUnread() {
	src := e.r.Source
	line, column, at := 0, 1, 0 // a cursor, so that columns are counted once
	for _, sp := range e.missed {
		n := src.Line(sp.Start)
		if n != line {
			line, column, at = n, 1, src.LineSpan(n).Start
		}
		column += utf8.RuneCountInString(e.text[at:sp.Start])
		at = sp.Start
		sp = e.around(sp, src.LineSpan(n))
		quote := src.Slice(sp)
		e.r.Findings = append(e.r.Findings, report.Finding{
			Rule: rule.UnreadNumber, Severity: report.Warning, File: src.Path, Line: line, Column: column,
			Quote:      quote,
			Message:    fmt.Sprintf("没有读懂“%s”中的数字，它不会出现在图表和数据中。", quote),
			Suggestion: "如果它是数据，请补上量词，或在同名的 .toml 文件中登记；如果不是数据，可以不改。",
			Excerpt:    src.Slice(src.LineSpan(n)),
			Span:       sp,
		})
	}
	if more := e.missing - len(e.missed); more > 0 {
		e.r.Findings = append(e.r.Findings, report.Finding{
			Rule: rule.UnreadNumber, Severity: report.Warning, File: src.Path,
			Message:    fmt.Sprintf("另有%d处数字未能识别，未逐一列出。", more),
			Suggestion: "请先处理已列出的数字，再重新检查。",
		})
	}
}

// around is the number with a few characters after it; of a number without end,
// its first characters.
func (e *extractor) around(sp, line report.Span) report.Span {
	if sp.Len() > maxUnreadQuote {
		end := sp.Start + maxUnreadQuote
		for end > sp.Start && !utf8.RuneStart(e.text[end]) {
			end--
		}
		return report.Span{Start: sp.Start, End: end}
	}
	for n := 0; n < 4 && sp.End < line.End; n++ {
		r, w := runeAt(e.text, sp.End)
		if !report.IsHan(r) {
			break
		}
		sp.End += w
	}
	return sp
}

// overflow says that a report has more figures than can be.
func (e *extractor) overflow(block int) {
	b := &e.r.Blocks[block]
	f := e.r.Source.FindingAt(report.Span{Start: b.Span.Start, End: b.Span.Start}, rule.UnreadNumber, report.Warning,
		fmt.Sprintf("数字过多（超过%d处），本段以后的不再读取。", maxFigures), "请检查文件是否完整、是否误入了其他内容。")
	e.r.Findings = append(e.r.Findings, f)
}
