package check

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// oneCause leaves out what one thing explains that is told of: all that is found in
// the second of two reports, what the lines of a printed table of contents seem to be,
// and numbers of pages that were taken for data. What must not be public is told of
// wherever it stands.
func (in *Input) oneCause(findings []report.Finding) []report.Finding {
	second := in.second.Get(in.Report, in.secondTitle)
	contents := in.contents()
	pages := in.barePages()
	inContents := false
	spoilt := in.spoiltLines(findings)
	cuts := in.cuts(findings)
	findings = slices.DeleteFunc(findings, func(f report.Finding) bool {
		switch {
		case f.File != in.Report.Source.Path || f.Line == 0 || f.Rule == rule.JoinedReports || slices.Contains(staying[:], f.Rule):
			return false
		case second.Len() > 0 && (f.Span.Start >= second.Start || f.Rule == rule.WrongYear || f.Rule == rule.ForeignBody || f.Rule == rule.LateReport):
			return true // which of the two is the right one shows when they are parted
		case f.Rule != rule.RepeatedPassage && in.isCopied(f.Span.Start):
			return true // as at the first place, or because it stands twice
		case in.followsFromCut(&f, cuts):
			return true
		case f.Rule == rule.SumMismatch && slices.Contains(in.short, f.Span):
			return true // a number is missing of those that are added up
		case spoilt[f.Line] && (f.Rule == rule.MissingHeadingNumber || f.Rule == rule.InvalidEncoding || f.Rule == rule.UnfinishedText && f.Severity == report.Warning):
			return true
		case contents.Len() > 0 && f.Span.Start >= contents.Start && f.Span.Start < contents.End:
			inContents = true
			return true
		}
		return f.Rule == rule.UnreadNumber && slices.ContainsFunc(pages, func(p report.Span) bool { return p.Contains(f.Span) })
	})
	for i := range findings {
		if f := &findings[i]; f.Rule == rule.UnreadNumber && len(f.Excerpt) < 12 && strings.Trim(report.Packed(f.Excerpt), "0123456789") == "" {
			f.Suggestion = "这个数单独占一行：是页码的，请删去这一行；是数据的，请补上量词，或在同名的 .toml 文件中登记"
		}
	}
	if !inContents {
		return findings
	}
	c := collector{src: in.Report.Source, rule: rule.PageNumber, severity: report.Warning}
	first, last := c.src.Line(contents.Start), c.src.Line(contents.End-1)
	title := report.Span{Start: contents.Start, End: contents.Start + len(firstLineOf(c.src.Text[contents.Start:contents.End]))}
	c.add(title, fmt.Sprintf("第 %d 至 %d 行是印刷用的目录，里面的页码被当成了正文", first, last), "请删去目录：网页会按各级标题自己列出目录，点得开")
	return append(findings, c.all()...)
}

// OnceTold leaves out of what was found in a file as it was opened what the rules tell of
// too: characters that were lost on the way are garbled text, and said once.
func OnceTold(opened, ruled []report.Finding) []report.Finding {
	garbled := slices.ContainsFunc(ruled, func(f report.Finding) bool { return f.Rule == rule.GarbledText })
	return slices.DeleteFunc(opened, func(f report.Finding) bool {
		return garbled && f.Rule == rule.InvalidEncoding && f.Severity == report.Warning
	})
}

// spoiltLines are the lines on which something stands that is no part of the report, so
// that what they seem to be otherwise, a heading without its number, is not told.
func (in *Input) spoiltLines(findings []report.Finding) map[int]bool {
	lines := map[int]bool{}
	for i := range findings {
		switch f := &findings[i]; f.Rule {
		case rule.LeftoverMarkup, rule.GarbledText:
			lines[f.Line] = true
		}
	}
	return lines
}

// isCopied reports whether a place is in a paragraph that stands again.
func (in *Input) isCopied(at int) bool {
	k := sort.Search(len(in.copied), func(k int) bool { return in.copied[k].End > at })
	return k < len(in.copied) && in.copied[k].Start <= at
}

// cuts are the places where a paragraph breaks off.
func (in *Input) cuts(findings []report.Finding) (at []int) {
	for i := range findings {
		if f := &findings[i]; f.Rule == rule.UnfinishedText && f.Line > 0 && f.File == in.Report.Source.Path && f.Span.End > 0 && strings.TrimSpace(firstLineOf(in.Report.Source.Text[f.Span.End:])) == "" {
			at = append(at, f.Span.End)
		}
	}
	return at
}

// followsFromCut reports whether a finding is of a sentence that breaks off, and tells of what
// its rest would hold: the measure word of its last number, the second of a pair of brackets.
func (in *Input) followsFromCut(f *report.Finding, cuts []int) bool {
	switch f.Rule {
	case rule.MissingUnit, rule.UnreadNumber, rule.UnpairedBracket, rule.UnpairedQuote:
	default:
		return false
	}
	const longest = 200 * han
	text := in.Report.Source.Text
	return slices.ContainsFunc(cuts, func(at int) bool {
		return f.Span.Start < at && at-f.Span.Start < longest && !strings.ContainsAny(text[f.Span.Start:at], "。！？\n")
	})
}

// staying are the rules whose findings nothing else explains.
var staying = [...]string{rule.IDNumber, rule.MobileNumber, rule.BankCard, rule.PersonalData, rule.SecrecyMark}

// contents is where a printed table of contents stands, from its title on: short
// lines below 目录, of which several are said again below as headings.
func (in *Input) contents() (none report.Span) {
	text := in.Report.Source.Text
	headings := map[string]bool{}
	for i := range in.Report.Headings {
		h := &in.Report.Headings[i]
		headings[entryOf(h.Number+h.Text)] = true
	}
	for at := 0; at < len(text) && at < 4000; {
		line := firstLineOf(text[at:])
		start := at
		at += len(line) + 1
		if s := report.Packed(line); s == "" || len(s) > 36 || !in.Words.DocumentContents.Has(s) {
			continue
		}
		end, again := start, 0
		for at < len(text) {
			entry := firstLineOf(text[at:])
			s := entryOf(entry)
			if utf8.RuneCountInString(entry) > 60 || strings.ContainsAny(entry, "。；") {
				break
			}
			if s != "" && headings[s] {
				again++
				end = at + len(entry)
			}
			at += len(entry) + 1
			if s == "" && strings.TrimSpace(entry) == "" && again > 1 {
				break
			}
		}
		if again > 1 {
			return report.Span{Start: start, End: end}
		}
	}
	return none
}

// entryOf is what an entry of a table of contents says, without the page and what
// leads to it, and without spaces.
func entryOf(line string) string {
	s := strings.TrimRight(report.Packed(line), "0123456789０１２３４５６７８９")
	return strings.TrimRight(s, "…·.．-—－（()）")
}

// firstLineOf is s up to its first line's end.
func firstLineOf(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}
