package tell

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

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
	fmt.Fprintf(out, "%s：%s", paint(code, name), paint("1", escape.Visible(escape.Clip(f.Message, longestMessage))))
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
		fmt.Fprintf(out, "  建议：%s\n", escape.Visible(escape.Clip(f.Suggestion, longestMessage)))
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
