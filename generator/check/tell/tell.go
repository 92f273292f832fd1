// Package tell prints findings: for people on a terminal, as JSON, as a SARIF log,
// as commands of a GitHub workflow, and for who reviews the reports of many bodies
// as a page and as tables. Every command that has findings to show
// prints them here, so that a finding looks the same wherever it comes from.
//
// Findings may quote a hostile file. Nothing of them acts on a terminal, and no
// line of a file, however long, is printed whole.
package tell

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"mingfa/generator/check/survey"
	"mingfa/generator/escape"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Options say how findings are printed. The zero value is for what is no terminal.
type Options struct {
	Color   bool             // for Print
	Words   *lexicon.Lexicon // for Print in colour: what the figures of quoted lines are read by; nil for the built-in words
	Width   int              // for Print: columns of the terminal; 0 where there is none: then only quoted lines are cut
	Version string           // of the program, for SARIF
}

// Formats are the names of the forms that findings can be written in, the one for
// people first.
var Formats = []string{"text", "json", "sarif", "github", "csv", "html"}

// Write writes what was found in a format, one of Formats.
func Write(w io.Writer, s *survey.Survey, format string, opt Options) error {
	findings := s.Findings()
	switch format {
	case "text":
		if err := Print(w, findings, opt); err != nil {
			return err
		}
		return printConfirmed(w, s)
	case "csv":
		return CSV(w, s)
	case "html":
		return HTML(w, s, opt.Version)
	case "json":
		return JSON(w, findings)
	case "sarif":
		return SARIF(w, findings, opt.Version)
	case "github":
		return GitHub(w, findings)
	}
	return UnknownFormat(format)
}

// printConfirmed says how many figures staff have confirmed; nothing where there are
// none.
func printConfirmed(w io.Writer, s *survey.Survey) error {
	confirmed, figures := s.Confirmed()
	if figures == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "数字%d个，已核对%d个（%s）。\n", figures, confirmed, survey.Share(confirmed, figures))
	return err
}

// UnknownFormat says that there is no such format, and which there are.
func UnknownFormat(format string) error {
	return fmt.Errorf("没有“%s”这种格式，可用的有 %s", escape.Visible(escape.Clip(format, 60)), strings.Join(Formats, "、"))
}

// gravestFirst is a copy of findings in which errors stand before reminders, and
// these before notes; those of one severity as in sorted.
func gravestFirst(findings []report.Finding) []report.Finding {
	findings = sorted(findings)
	slices.SortStableFunc(findings, func(a, b report.Finding) int { return a.Severity.Rank() - b.Severity.Rank() })
	return findings
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
