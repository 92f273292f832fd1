package outline

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// sequences tells of numbers that are missing, repeated or out of order.
func (p *parser) sequences() {
	for _, l := range p.lists() {
		if l.family == decimal || l.family == decimals {
			continue // their place in the list alone does not tell them; see decimalGaps
		}
		c := counter{p: p, l: l, next: 1}
		for k, i := range l.heads {
			if v, expected := c.judge(k); v != fits {
				p.findings = append(p.findings, p.numberFinding(l, k, i, v, expected))
			}
		}
	}
	p.decimalGaps()
	slices.SortStableFunc(p.findings, func(a, b report.Finding) int { return a.Line - b.Line })
}

// numberFinding words the verdict on heading i, the k-th of its list.
func (p *parser) numberFinding(l list, k, i int, v verdict, expected int) report.Finding {
	h := p.heads[i]
	f := l.family
	want, printed := f.print(expected), p.number(h)
	before := "前面没有同级标题"
	if k > 0 {
		before = fmt.Sprintf("上一个同级标题是“%s”", p.label(p.heads[l.heads[k-1]]))
	}
	var id, message, suggestion string
	switch v {
	case nameless:
		id = rule.MissingHeadingNumber
		message = fmt.Sprintf("这一行是标题，但没有序号，按顺序应为“%s”", want)
		suggestion = fmt.Sprintf("请核对定稿，在标题前补上“%s”", want)
		if torn := tornNumber(p.src.Slice(h.text)); torn != "" {
			message = fmt.Sprintf("标题的序号“%s”少了后半个括号，按顺序应为“%s”", torn, want)
			suggestion = fmt.Sprintf("请核对定稿，把“%s”改成“%s”", torn, want)
		} else if rest := p.src.Text[p.lines[h.line].span.Start:h.text.Start]; rest != "" {
			message = fmt.Sprintf("标题的序号只剩“%s”，按顺序应为“%s”", rest, want)
			suggestion = fmt.Sprintf("请核对定稿，把“%s”补成“%s”", rest, want)
		}
	case skips:
		id = rule.HeadingGap
		missing := "“" + want + "”"
		if h.n-expected > 1 {
			missing += "至“" + f.print(h.n-1) + "”"
		}
		message = fmt.Sprintf("标题序号不连续：%s，这里是“%s”，缺%s", before, printed, missing)
		suggestion = fmt.Sprintf("请核对定稿：如果漏了内容就补上，没有漏就把序号改为“%s”", want)
	case repeats:
		id = rule.DuplicateHeadingNumber
		message = fmt.Sprintf("标题序号重复：前面已有“%s”", printed)
		suggestion = fmt.Sprintf("请核对定稿，这里按顺序应为“%s”", want)
	case ahead:
		id = rule.HeadingOrder
		message = fmt.Sprintf("标题顺序颠倒：%s，按顺序应为“%s”，这里却是“%s”", before, want, printed)
		suggestion = fmt.Sprintf("请核对定稿，调整段落的先后，或把序号改为“%s”", want)
	}
	return p.src.FindingAt(p.headSpan(h), id, report.Error, message, suggestion)
}

// tornNumber is the number that words begin with whose bracket is not closed: （四 of （四依法化解矛盾.
func tornNumber(words string) string {
	for _, open := range [...]string{"（", "("} {
		if rest, ok := strings.CutPrefix(words, open); ok {
			after := strings.TrimLeft(rest, "一二三四五六七八九十")
			if after != rest && !strings.HasPrefix(after, "）") && !strings.HasPrefix(after, ")") {
				return words[:len(words)-len(after)]
			}
		}
	}
	return ""
}

// unendedFinding says that h, a sentence, does not show where its heading ends.
func (p *parser) unendedFinding(h *head) report.Finding {
	sp := report.Span{Start: p.lines[h.line].span.Start, End: h.text.Start + len(firstWords(p.src.Slice(h.text)))}
	return p.src.FindingAt(sp, rule.UnendedHeading, report.Warning,
		fmt.Sprintf("“%s”后面的标题和正文之间没有标点，读不出标题到哪里为止", p.number(*h)),
		"请核对定稿，在标题后面加句号或者另起一行；不改的，网页目录里只显示序号")
}

// number is the number of a heading as printed.
func (p *parser) number(h head) string {
	if h.n == 0 {
		return ""
	}
	start := p.lines[h.line].span.Start
	return p.src.Text[start : start+h.size]
}

// label is what a message calls a heading: its number, else its words.
func (p *parser) label(h head) string {
	if h.n == 0 {
		return p.src.Slice(h.text)
	}
	return p.number(h)
}

// headSpan is a heading's number and text as printed.
func (p *parser) headSpan(h head) report.Span {
	return report.Span{Start: p.lines[h.line].span.Start, End: h.text.End}
}
