package check

import (
	"fmt"
	"slices"
	"sort"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// trust is how surely words are a datum of a person.
type trust int

// Degrees of trust.
const (
	noTrust  trust = iota
	possible       // its form alone says so, and not for certain
	likely         // words beside it do
	certain        // its form does
)

// datum is a datum of a person in the text.
type datum struct {
	rule  string
	span  report.Span
	trust trust
	says  string // a message
	do    string // a suggestion
}

// leastCode is how many digits the shortest number of a person has: a mobile
// telephone's.
const leastCode = 11

// maxCode is how many digits the longest has: an account's.
const maxCode = 22

// told is the findings of one of the rules about personal data.
func (in *Input) told(of string) []report.Finding {
	c := collector{src: in.Report.Source, rule: of}
	for _, d := range in.personal() {
		if d.rule != of {
			continue
		}
		severity := report.Error
		if d.trust == possible {
			severity = report.Warning
		}
		c.note(d.span, severity, d.says, d.do)
	}
	return c.all()
}

// personalNumbers finds numbers of identity, telephone and account. Of those that
// begin at one place the surest counts, of equals the longest that is not parted by a
// line's end and the like.
func (in *Input) personalNumbers() []datum {
	var found []datum
	for n := range in.codes(leastCode) {
		last := len(found) - 1
		if last >= 0 && n.span.Start < found[last].span.End && n.span.Start != found[last].span.Start || !n.alone(in) || isQuantity(in.Report, n.span) {
			continue
		}
		d := in.number(&n)
		switch {
		case d.trust == noTrust:
		case last >= 0 && found[last].span.Start == d.span.Start:
			if d.trust > found[last].trust || d.trust == found[last].trust && !n.isList() {
				found[last] = d
			}
		default:
			found = append(found, d)
		}
	}
	return found
}

// number is what a number is of a person.
func (in *Input) number(n *code) datum {
	span, trusted := in.identity(n)
	switch card := in.account(n); {
	case trusted == certain || trusted > card:
		return datum{rule.IDNumber, span, trusted, fmt.Sprintf("这里像是一个公民身份号码（%s）", masked(n.digits)),
			"公开的报告不得载有个人身份号码，请整个删去；确需举例的，改写成“某某”并隐去号码"}
	case in.isMobile(n):
		sure := certain
		if own, _ := in.named(n); own == idNumberKind || own == accountNumber {
			sure = likely // it may be the first half of one: 账号13912345678 4321
		}
		return datum{rule.MobileNumber, n.span, sure, fmt.Sprintf("这里像是一个手机号码（%s）", masked(n.digits)),
			"请改写成对外公布的固定电话或服务热线；确是对外公布的工作手机，可在核对文件里写明理由放行"}
	case card > noTrust:
		return datum{rule.BankCard, n.span, card, fmt.Sprintf("这里像是一个银行卡号或账号（%s）", masked(n.digits)),
			"请删去号码，写成“专用账户”即可；依法公布的收款账户，可在核对文件里写明理由放行"}
	}
	return datum{}
}

// concealed masks what is private in findings, and leaves out those about numbers
// in it that were not read: they are read as what they are.
func (in *Input) concealed(findings []report.Finding) []report.Finding {
	r := in.Report
	r.Private = in.private()
	findings = slices.DeleteFunc(findings, func(f report.Finding) bool {
		return f.Rule == rule.UnreadNumber && f.Span.Len() > 0 && isWithin(r.Private, f.Span.Start)
	})
	r.Conceal(findings)
	for i := range findings { // a message may quote last year's report, or a neighbour's
		f := &findings[i]
		if isPersonal(f.Rule) {
			continue
		}
		f.Message, f.Suggestion = Concealed(f.Message, in.Words), Concealed(f.Suggestion, in.Words)
	}
	return findings
}

// isPersonal reports whether a rule is about personal data.
func isPersonal(id string) bool {
	return id == rule.IDNumber || id == rule.MobileNumber || id == rule.BankCard || id == rule.PersonalData
}

// private are the places of personal data.
func (in *Input) private() []report.Span {
	var all []report.Span
	for _, d := range in.personal() {
		all = append(all, d.span)
	}
	return all
}

// isWithin reports whether a place lies in one of spans, which are in order.
func isWithin(spans []report.Span, at int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	return i < len(spans) && spans[i].Start <= at
}

// Conceal masks what is private in findings about any file but the report at path,
// which Report has masked: a line of settings that quotes one, a line that could
// not be decoded.
func Conceal(path string, findings []report.Finding, words *lexicon.Lexicon) {
	before, after := "", "" // findings of one line share it
	for i := range findings {
		f := &findings[i]
		if f.File == path {
			continue
		}
		if f.Excerpt != before {
			before, after = f.Excerpt, Concealed(f.Excerpt, words)
		}
		f.Excerpt = after
		for _, s := range [...]*string{&f.Message, &f.Suggestion, &f.Quote} {
			*s = Concealed(*s, words)
		}
	}
}

// Concealed is s with what is private masked.
func Concealed(s string, words *lexicon.Lexicon) string {
	r := &report.Report{Source: report.NewSource("", s)}
	r.Private = (&Input{Report: r, Words: words}).private()
	return r.Masked(report.Span{Start: 0, End: len(s)})
}

// flows reports whether no line's or cell's end parts a number but, at most, at
// one place: figures beside each other in a table are no number.
func (c *code) flows() bool {
	breaks := 0
	for _, g := range c.groups[1:] {
		if g.joint.kind == '\n' || g.joint.kind == '\t' {
			breaks++
		}
	}
	return breaks == 0 || breaks == 1 && len(c.groups) == 2
}

// isList reports whether a line's or a cell's end or a mark of a list parts a number,
// so that it may be several.
func (c *code) isList() bool {
	return slices.ContainsFunc(c.groups[1:], func(g digitGroup) bool { return g.joint.kind == '\n' || g.joint.kind == '\t' || g.joint.kind == '、' })
}

// isAmount reports whether commas part the digits by threes: 13,800,138,000.
func (c *code) isAmount() bool {
	for _, g := range c.groups[1:] {
		if g.size == 3 && c.text[g.span.Start-1] == ',' {
			return true
		}
	}
	return false
}

// isDates reports whether the digits are of dates: 2023-12-04 2024-12-03.
func (c *code) isDates() bool {
	g := c.groups
	return len(g) >= 3 && g[0].size == 4 && g[1].size <= 2 && g[2].size <= 2 && (c.digits[:2] == "19" || c.digits[:2] == "20")
}

// masked is a number with all but its ends left out: what a finding says must
// not spread what it warns of.
func masked(digits string) string {
	return digits[:3] + "…" + digits[len(digits)-2:]
}
