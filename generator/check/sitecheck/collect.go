package sitecheck

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"mingfa/generator/report"
)

// mostFindings is how many findings of one rule are given: a fault of a template
// is on every page, and nobody reads ten thousand lines.
const mostFindings = 50

// collector gathers findings of all pages. Of each rule it keeps the first ones
// by place, so that the outcome does not depend on which page was read first.
type collector struct {
	mu     sync.Mutex
	byRule map[string]*found
}

type found struct {
	list  []report.Finding
	total int
}

func newCollector() *collector { return &collector{byRule: map[string]*found{}} }

func (c *collector) add(findings []report.Finding) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, f := range findings {
		of := c.of(f.Rule)
		of.total++
		if f.Message == "" { // only counted
			continue
		}
		if of.list = append(of.list, f); len(of.list) >= 4*mostFindings {
			of.cut()
		}
	}
}

// count adds findings of a rule that are not listed, besides some that are.
func (c *collector) count(rule string, more int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.of(rule).total += more
}

func (c *collector) of(rule string) *found {
	of := c.byRule[rule]
	if of == nil {
		of = &found{}
		c.byRule[rule] = of
	}
	return of
}

// cut keeps the errors before the warnings, and of each the first.
func (f *found) cut() {
	slices.SortStableFunc(f.list, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Message, b.Message))
	})
	f.list = slices.Clip(f.list[:min(len(f.list), mostFindings)])
}

func rank(f report.Finding) int {
	if f.Severity == report.Error {
		return 0
	}
	return 1
}

// all is the findings, with one more for each rule that says how many are not
// listed.
func (c *collector) all() []report.Finding {
	c.mu.Lock()
	defer c.mu.Unlock()
	var all []report.Finding
	for rule, f := range c.byRule {
		f.cut()
		all = append(all, f.list...)
		if more := f.total - len(f.list); more > 0 {
			all = append(all, report.Finding{Rule: rule, Severity: f.list[0].Severity,
				Message:    fmt.Sprintf("同类问题另有 %d 处，没有逐一列出", more),
				Suggestion: "多半是同一个模板的问题，请先处理列出的，再重新检查。"})
		}
	}
	slices.SortStableFunc(all, func(a, b report.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return all
}
