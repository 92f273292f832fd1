package sitecheck

import (
	"strings"

	"mingfa/generator/report"
)

// longestLine is how many bytes a line may have to be kept with a finding: a
// page may be one line of megabytes, with a finding at every word.
const longestLine = 16 << 10

// add notes a finding about words of the page.
func (p *page) add(sp report.Span, rule string, severity report.Severity, message, suggestion string) {
	if p.full(rule) {
		p.note(report.Finding{Rule: rule, Severity: severity, File: p.shown})
		return
	}
	if p.src == nil {
		p.src = report.NewSource(p.shown, p.text)
	}
	if line := p.src.LineSpan(p.src.Line(sp.Start)); line.End > sp.Start { // of several lines the first is quoted
		sp.End = min(sp.End, line.End)
	}
	f := p.src.FindingAt(sp, rule, severity, message, suggestion)
	f.Span = report.Span{} // it is a place in a report's text, which this is not
	if len(f.Excerpt) > longestLine {
		f.Excerpt = ""
	}
	if len(f.Quote) > longestLine {
		f.Quote = f.Quote[:strings.LastIndexByte(f.Quote[:longestLine], ' ')+1]
	}
	f.Quote, f.Excerpt = strings.Clone(f.Quote), strings.Clone(f.Excerpt) // so that the page can go
	p.note(f)
}

// full reports whether further findings of a rule are only counted.
func (p *page) full(rule string) bool { return p.given[rule] >= mostFindings }

func (p *page) note(f report.Finding) {
	if p.given == nil {
		p.given = map[string]int{}
	}
	p.given[f.Rule]++
	p.findings = append(p.findings, f)
}

// tag notes a finding about an element.
func (p *page) tag(e *element, rule string, severity report.Severity, message, suggestion string) {
	p.add(e.tag, rule, severity, message, suggestion)
}

// value notes a finding about an attribute of an element.
func (p *page) value(e *element, key, rule string, severity report.Severity, message, suggestion string) {
	p.add(attributeSpan(p.text, e.tag, key), rule, severity, message, suggestion)
}

// whole notes a finding about the page, or about what it lacks.
func (p *page) whole(rule string, severity report.Severity, message, suggestion string) {
	p.note(report.Finding{Rule: rule, Severity: severity, Message: message, Suggestion: suggestion, File: p.shown})
}

// lacks notes that the head of the page lacks something: the finding is about
// its <head>, or about the page when there is none.
func (p *page) lacks(rule string, severity report.Severity, message, suggestion string) {
	if heads := p.named("head"); len(heads) > 0 {
		p.tag(heads[0], rule, severity, message, suggestion)
		return
	}
	p.whole(rule, severity, message, suggestion)
}

// attributeSpan is where in a start tag an attribute stands, by HTML's own rules
// for a tag; the tag itself when it is not there.
func attributeSpan(text string, tag report.Span, key string) report.Span {
	const space = " \t\r\n\f"
	at, end := tag.Start+1, tag.End
	skip := func(while string) {
		for at < end && strings.IndexByte(while, text[at]) >= 0 {
			at++
		}
	}
	until := func(stop string) {
		for at < end && strings.IndexByte(stop, text[at]) < 0 {
			at++
		}
	}
	until(space + "/>")
	for at < end {
		skip(space + "/")
		start := at
		if at < end && text[at] == '=' {
			at++
		}
		until(space + "/>=")
		name := text[start:at]
		last := at
		skip(space)
		if at < end && text[at] == '=' {
			at++
			skip(space)
			if at < end && (text[at] == '"' || text[at] == '\'') {
				quote := text[at : at+1]
				at++
				until(quote)
				at = min(at+1, end)
			} else {
				until(space + ">")
			}
			last = at
		}
		if strings.EqualFold(name, key) {
			return report.Span{Start: start, End: last}
		}
		if at == start {
			break
		}
	}
	return tag
}
