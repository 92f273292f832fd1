package review

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Waived is a finding that staff have looked at and let stand.
type Waived struct {
	Finding report.Finding
	Reason  string // theirs, on one line; it is published
}

// Waive takes out of findings those that staff have waived: those of a
// waiver's rule whose words overlap the words that it quotes, all of them
// where there are several. What is left comes back as open, in its order and
// with a stale-waiver for each waiver that waives nothing; waived is in text
// order. Only findings about words of the report can be waived, not those
// about a settings file. It may be called on nil, for a report without a
// review.
func (rv *Review) Waive(r *report.Report, findings []report.Finding) (open []report.Finding, waived []Waived) {
	if rv == nil || len(rv.Waivers) == 0 || r.Source == nil {
		return findings, nil
	}
	by := make([]int, len(findings)) // the waiver of each finding, counted from 1
	var stale []report.Finding
	for k := range rv.Waivers {
		place, ok := rv.Waivers[k].place(r.Source.Text)
		if !ok { // a finding of Apply
			continue
		}
		if !rv.mark(by, k+1, place, r.Source.Path, findings) {
			stale = append(stale, rv.stale(k, place, r, findings, by))
		}
	}
	open = make([]report.Finding, 0, len(findings)+len(stale))
	for i, f := range findings {
		if by[i] == 0 {
			open = append(open, f)
		} else {
			waived = append(waived, Waived{f, rv.Waivers[by[i]-1].Reason})
		}
	}
	slices.SortStableFunc(waived, func(a, b Waived) int { return a.Finding.Span.Start - b.Finding.Span.Start })
	return append(open, stale...), waived
}

// place is where the words of a waiver stand, if that is certain.
func (w *Waiver) place(text string) (report.Span, bool) {
	found := places(text, w.Quote)
	if w.nth < 0 || w.nth > len(found) || w.nth == 0 && len(found) != 1 {
		return report.Span{}, false
	}
	return found[max(w.nth, 1)-1], true
}

// mark gives the findings of a waiver's rule at a place to it, and tells
// whether there were any that no waiver before it has.
func (rv *Review) mark(by []int, waiver int, place report.Span, path string, findings []report.Finding) bool {
	rule, found := rv.Waivers[waiver-1].Rule, false
	for i := range findings {
		if f := &findings[i]; by[i] == 0 && f.Rule == rule && f.File == path && touches(f.Span, place) {
			by[i], found = waiver, true
		}
	}
	return found
}

// touches reports whether the words of a finding and quoted words overlap. A
// finding may be about a point, at which something is missing.
func touches(of, quote report.Span) bool {
	if of.Len() == 0 {
		return of.Start > 0 && quote.Start <= of.Start && of.Start <= quote.End
	}
	return of.Start < quote.End && quote.Start < of.End
}

// stale says of waiver k that it waives nothing, and what may have been meant.
func (rv *Review) stale(k int, place report.Span, r *report.Report, findings []report.Finding, by []int) report.Finding {
	w := &rv.Waivers[k]
	message := fmt.Sprintf("这段原文已经没有 %s 的提示：毛病不在了，或者字句改了", w.Rule)
	suggestion := "请删去这一段 [[waiver]]。"
	var here []string // other rules at the place
	for i := range findings {
		f := &findings[i]
		switch {
		case f.File != r.Source.Path || !touches(f.Span, place):
		case f.Rule == w.Rule:
			message = fmt.Sprintf("这处提示在第 %d 行已经放行过", rv.Line(&rv.Waivers[by[i]-1]))
			return rv.doc.ValueAt(rule.StaleWaiver, report.Warning, message, suggestion, "waiver", w.index, "quote")
		case by[i] == 0 && !slices.Contains(here, f.Rule):
			here = append(here, f.Rule)
		}
	}
	if !slices.Contains(rule.IDs(), w.Rule) {
		message = fmt.Sprintf("没有“%s”这条规则，所以什么也没有放行", w.Rule)
		suggestion = "请改正 rule：写提示后面方括号里的英文。"
		if meant := meantRule(w.Rule, here); meant != "" {
			suggestion = fmt.Sprintf("要写的大概是 rule = \"%s\"（%s）。", meant, rule.Name(meant))
		}
		return rv.doc.ValueAt(rule.StaleWaiver, report.Warning, message, suggestion, "waiver", w.index, "rule")
	}
	if len(here) > 0 {
		suggestion = fmt.Sprintf("请删去这一段 [[waiver]]；这段原文现有的提示是 %s，要放行的如果是它，请改正 rule。", strings.Join(here, "、"))
	}
	return rv.doc.ValueAt(rule.StaleWaiver, report.Warning, message, suggestion, "waiver", w.index, "quote")
}

// meantRule is the rule that a waiver means by an id that there is none of: the only
// one that found something at the place, one that is called so in Chinese, or the
// likest; "" where nothing is near.
func meantRule(id string, here []string) string {
	plain := strings.Trim(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(id)), "_", "-"), "[]")
	best, least := "", 4
	for _, g := range rule.Groups {
		for _, r := range g.Rules {
			if r.Name == plain {
				return r.ID
			}
			d := settings.Distance(plain, r.ID)
			if slices.Contains(here, r.ID) {
				d -= 4 // at this place it is likelier than others
			}
			if d < least && d*2 < len(r.ID) {
				best, least = r.ID, d
			}
		}
	}
	if best == "" && len(here) == 1 {
		return here[0]
	}
	return best
}

// maxReason is how many characters a reason may have.
const maxReason = 300

// checkWaivers looks at what needs no text.
func (rv *Review) checkWaivers() []report.Finding {
	var findings []report.Finding
	for i := range rv.file.Waivers {
		w := &rv.file.Waivers[i]
		if w.Nth < 0 {
			findings = append(findings, rv.fault(rule.BadValue, "nth 从 1 数起", "请写 1、2、3……，只有一处时不用写。", "waiver", i, "nth"))
		}
		message := reasonFault(w.Reason, w.Quote)
		if message != "" {
			findings = append(findings, rv.fault(rule.BadValue, message,
				"请用一句话说明为什么照原样公开，例如“原文如此，已与签发稿核对”。理由会登在网页上。", "waiver", i, "reason"))
		}
	}
	return findings
}

// placeholders are what is written where nobody has thought of a reason.
var placeholders = []string{
	"理由", "原因", "说明", "备注", "写明理由", "请写理由", "待补", "待补充", "待填", "待定", "待核实", "暂无", "无", "没有", "略", "同上", "见上", "测试", "不改", "不用改", "忽略", "放行",
	"reason", "todo", "tbd", "none", "na", "null", "test", "ok", "ignore", "waived", "wontfix",
}

// isPlaceholder reports whether a reason gives none: no word at all, one
// character over and over, or a word that only holds the place.
func isPlaceholder(reason string) bool {
	s := plainWords(reason)
	_, size := utf8.DecodeRuneInString(s)
	return strings.Trim(s, s[:size]) == "" || slices.Contains(placeholders, s)
}

// plainWords is the letters of s, in lower case.
func plainWords(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
