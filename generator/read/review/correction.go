package review

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// correctionEntry is one [[correction]]: why a report that was published already was
// changed. Without words it is about all that a publication changed.
type correctionEntry struct {
	Old    string `toml:"old" zh:"原来的文字"`
	Quote  string `toml:"quote" zh:"现在的原文"`
	Date   string `toml:"date" zh:"更正的日期" eg:"2024-06-03"` // YYYY-MM-DD
	Reason string `toml:"reason" need:"true" zh:"理由"`
	Hide   bool   `toml:"hide" zh:"不登原来的文字"`
}

// Corrections are the reasons that staff state for changes of the report, in their
// order. What has a fault is left out. It may be called on nil, for a report without
// a review.
func (rv *Review) Corrections() []report.Correction {
	if rv == nil {
		return nil
	}
	var all []report.Correction
	for i := range rv.file.Corrections {
		if e := &rv.file.Corrections[i]; strings.TrimSpace(e.Reason) != "" && e.fault() == "" {
			all = append(all, report.Correction{
				Day: e.Date, Old: strings.TrimSpace(e.Old), Quote: strings.TrimSpace(e.Quote), Reason: strings.TrimSpace(e.Reason), Hide: e.Hide,
			})
		}
	}
	return all
}

// AtCorrection is a finding about the n-th of Corrections, at one of its keys.
func (rv *Review) AtCorrection(n int, key, id string, severity report.Severity, message, suggestion string) report.Finding {
	for i := range rv.file.Corrections {
		if e := &rv.file.Corrections[i]; strings.TrimSpace(e.Reason) != "" && e.fault() == "" {
			if n == 0 {
				return rv.doc.ValueAt(id, severity, message, suggestion, "correction", i, key)
			}
			n--
		}
	}
	return report.Finding{Rule: id, Severity: severity, Message: message, Suggestion: suggestion}
}

// fault says in Chinese what is wrong with a correction; "" for nothing.
func (e *correctionEntry) fault() string {
	_, err := time.Parse(time.DateOnly, e.Date)
	switch {
	case e.Date != "" && err != nil:
		return fmt.Sprintf("更正的日期“%s”不是正确的日期", e.Date)
	case !oneLine(e.Old) || !oneLine(e.Quote):
		return "更正的文字要写成一行"
	case e.Old != "" && e.Old == e.Quote:
		return "原来的文字和现在的一样，不是更正"
	}
	return reasonFault(e.Reason, e.Quote)
}

// ToCome are the findings about days that are still to come, today being YYYY-MM-DD: a
// correction was made, and a report that states its day of publication is public. It may be
// called on nil.
func (rv *Review) ToCome(today string) []report.Finding {
	if rv == nil || today == "" {
		return nil
	}
	var findings []report.Finding
	for i, e := range rv.file.Corrections {
		if e.Date > today && e.fault() == "" {
			findings = append(findings, rv.fault(rule.BadDate, fmt.Sprintf("更正的日期 %s 还没有到", e.Date),
				fmt.Sprintf("今天是 %s。请写更正的那一天；这一次正要更正的，不用写 date。", today), "correction", i, "date"))
		}
	}
	for _, item := range rv.file.Disclosure.items() {
		if day, err := item.day(); item.isDate() && item.Value != "" && err == nil && day.Format(time.DateOnly) > today {
			findings = append(findings, rv.doc.ValueAt(rule.BadDate, report.Warning, fmt.Sprintf("%s %s 还没有到", item.Name, item.Value),
				fmt.Sprintf("今天是 %s。请核对年份和日期。", today), "disclosure", item.Key))
		}
	}
	return findings
}

// reasonFault says in Chinese what is wrong with a reason that is published; "" for
// nothing, and for none, which is told as missing.
func reasonFault(reason, quote string) string {
	switch {
	case strings.TrimSpace(reason) == "":
		return ""
	case !oneLine(reason):
		return "理由要写成一行"
	case utf8.RuneCountInString(reason) > maxReason:
		return fmt.Sprintf("理由太长，不能超过 %d 个字", maxReason)
	case isPlaceholder(reason) || plainWords(reason) == plainWords(quote):
		return fmt.Sprintf("“%s”不是理由", reason)
	}
	return ""
}

// IsReason reports whether a text can be published as a reason.
func IsReason(text string) bool { return strings.TrimSpace(text) != "" && reasonFault(text, "") == "" }

// checkCorrections looks at what needs no text.
func (rv *Review) checkCorrections() []report.Finding {
	var findings []report.Finding
	for i := range rv.file.Corrections {
		e := &rv.file.Corrections[i]
		message := e.fault()
		if message == "" {
			continue
		}
		key, id, suggestion := "reason", rule.BadValue, "请用一句话说明为什么更正，例如“统计口径核对后更正”“录入错误”。理由会登在网页上。"
		switch {
		case strings.HasPrefix(message, "更正的日期"):
			key, id, suggestion = "date", rule.BadDate, "请写成 \"2024-06-03\" 的样子：四位年、两位月、两位日，用连字符隔开；不知道的不要写。"
		case strings.HasPrefix(message, "更正的文字"), strings.HasPrefix(message, "原来的文字"):
			key, suggestion = "old", "请在 old 里写原来的那几个字，在 quote 里写现在的那几个字，各写一行。"
		}
		findings = append(findings, rv.fault(id, message, suggestion, "correction", i, key))
	}
	return findings
}

// corrections holds the newest correction against the text: what it says the text
// reads now must stand there. Older ones may have been overtaken by it.
func (a *applier) corrections() {
	last := len(a.rv.file.Corrections) - 1
	if last < 0 || a.r.Source == nil {
		return
	}
	e := &a.rv.file.Corrections[last]
	if quote := withoutSpace(e.Quote); quote == "" || strings.Contains(withoutSpace(a.r.Source.Text), quote) {
		return
	}
	a.r.Findings = append(a.r.Findings, a.rv.doc.ValueAt(rule.QuoteNotFound, report.Warning,
		"更正里写的“现在的原文”，报告里没有", "请核对报告是不是已经改过来；quote 要照抄改过以后的那几个字，也可以不写。", "correction", last, "quote"))
}

func withoutSpace(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}
