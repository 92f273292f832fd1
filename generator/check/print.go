package check

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// Options say how findings are printed. The zero value prints without colour,
// 100 columns wide.
type Options struct {
	Color bool
	Width int // columns of an excerpt; 0 stands for 100, and 40 is the least
}

// longestMessage bounds what one message or suggestion prints, in characters,
// since it may quote the file.
const longestMessage = 300

// Print writes the findings sorted by file, line and column, and a summary
// line.
func Print(w io.Writer, findings []report.Finding, opt Options) error {
	if opt.Width == 0 {
		opt.Width = 100
	}
	opt.Width = max(opt.Width, 40)
	out := bufio.NewWriter(w)
	for _, f := range sorted(findings) {
		printFinding(out, f, opt)
	}
	fmt.Fprintln(out, summary(findings))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

func printFinding(out *bufio.Writer, f report.Finding, opt Options) {
	paint := func(code, s string) string {
		if !opt.Color {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	name, code := "提醒", "1;33"
	if f.Severity == report.Error {
		name, code = "错误", "1;31"
	}
	fmt.Fprintf(out, "%s：%s", paint(code, name), paint("1", escape.Visible(clip(f.Message, longestMessage))))
	if f.Rule != "" {
		fmt.Fprintf(out, " [%s]", escape.Visible(f.Rule))
	}
	out.WriteString("\n")
	if f.File != "" {
		fmt.Fprintf(out, "  %s\n", paint("36", place(f)))
	}
	if line, carets := excerpt(f, opt); line != "" {
		fmt.Fprintf(out, "    %s\n    %s\n", line, paint(code, carets))
	}
	if f.Suggestion != "" {
		fmt.Fprintf(out, "  建议：%s\n", escape.Visible(clip(f.Suggestion, longestMessage)))
	}
	out.WriteString("\n")
}

// place is file:line:column, as editors and terminals make links of.
func place(f report.Finding) string {
	s := escape.Visible(f.File)
	if f.Line > 0 {
		s += ":" + strconv.Itoa(f.Line)
		if f.Column > 0 {
			s += ":" + strconv.Itoa(f.Column)
		}
	}
	return s
}

// summary says in one line how many findings there are.
func summary(findings []report.Finding) string {
	if len(findings) == 0 {
		return "检查完毕，没有发现问题。"
	}
	faults := 0
	for _, f := range findings {
		if f.Severity == report.Error {
			faults++
		}
	}
	switch hints := len(findings) - faults; {
	case faults == 0:
		return fmt.Sprintf("检查完毕：%d处提醒，没有错误。", hints)
	case hints == 0:
		return fmt.Sprintf("检查完毕：%d处错误。", faults)
	default:
		return fmt.Sprintf("检查完毕：%d处错误，%d处提醒。", faults, hints)
	}
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

// JSON writes {"findings":[…]}, sorted as Print sorts them; without findings
// the array is empty.
func JSON(w io.Writer, findings []report.Finding) error {
	all := sorted(findings)
	if all == nil {
		all = []report.Finding{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(struct {
		Findings []report.Finding `json:"findings"`
	}{all}); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

// Failed reports whether one of findings is an error: then nothing is
// published, and a check exits with status 1.
func Failed(findings []report.Finding) bool {
	return slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Severity == report.Error })
}

// clip is s cut to most characters, with … for the rest.
func clip(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
