// Package tell prints findings: for people on a terminal, as JSON, as a SARIF log
// and as commands of a GitHub workflow. Every command that has findings to show
// prints them here, so that a finding looks the same wherever it comes from.
//
// Findings may quote a hostile file. Nothing of them acts on a terminal, and no
// line of a file, however long, is printed whole.
package tell

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Options say how findings are printed on a terminal. The zero value prints
// without colour, 100 columns wide.
type Options struct {
	Color bool
	Width int // columns of an excerpt; 0 stands for 100, and 40 is the least
}

// sorted is a copy of findings by file, line and column; those of one place
// keep their order.
func sorted(findings []report.Finding) []report.Finding {
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, func(a, b report.Finding) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return findings
}
