package check

import (
	"fmt"
	"slices"

	"mingfa/generator/report"
)

// mostFindings is how many findings a rule gives of one report: nobody reads
// more, and a hostile file could hold a million.
const mostFindings = 100

// collector gathers the findings of one rule about one report.
type collector struct {
	src      *report.Source
	rule     string
	severity report.Severity
	most     int // 0 stands for mostFindings
	found    []report.Finding
	more     int
}

// add notes a finding about the words at sp.
func (c *collector) add(sp report.Span, message, suggestion string) {
	c.note(sp, c.severity, message, suggestion)
}

// note is add with a severity of its own.
func (c *collector) note(sp report.Span, severity report.Severity, message, suggestion string) {
	if c.full() {
		c.more++
		return
	}
	c.found = append(c.found, c.src.FindingAt(sp, c.rule, severity, message, suggestion))
}

// says reports whether a finding about the words at sp is there already.
func (c *collector) says(sp report.Span) bool {
	return slices.ContainsFunc(c.found, func(f report.Finding) bool { return f.Span == sp })
}

// full reports whether further findings are only counted.
func (c *collector) full() bool {
	return c.most == 0 && len(c.found) >= mostFindings || c.most > 0 && len(c.found) >= c.most
}

// all is the findings, with one more that says how many are not listed.
func (c *collector) all() []report.Finding {
	if c.more > 0 {
		c.found = append(c.found, report.Finding{Rule: c.rule, Severity: report.Warning, File: c.src.Path,
			Message:    fmt.Sprintf("同类问题另有 %d 处，没有逐一列出", c.more),
			Suggestion: "请先处理列出的，再重新检查"})
	}
	return c.found
}
