package tell

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// GitHub writes findings as commands of a GitHub Actions workflow, which show
// them beside the lines of a change, sorted as Print sorts them, and the
// summary as the last line. A finding is one line:
//
//	::error file=seeds/x/2023.txt,line=3,col=5,endColumn=7,title=repeated-word::…
//
// Columns are characters; endColumn is the one after the words in question.
func GitHub(w io.Writer, findings []report.Finding) error {
	out := bufio.NewWriter(w)
	for _, f := range sorted(findings) {
		command := "warning"
		switch f.Severity {
		case report.Error:
			command = "error"
		case report.Notice:
			command = "notice"
		}
		fmt.Fprintf(out, "::%s %s::%s\n", command, strings.Join(commandProperties(f), ","), commandData(messageOf(f)))
	}
	fmt.Fprintln(out, summary(findings))
	if err := out.Flush(); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

// commandProperties are the place and the title of a workflow command.
func commandProperties(f report.Finding) []string {
	var p []string
	if f.File != "" {
		p = append(p, "file="+commandProperty(f.File))
		if f.Line > 0 {
			p = append(p, fmt.Sprintf("line=%d", f.Line))
			if f.Column > 0 {
				p = append(p, fmt.Sprintf("col=%d", f.Column), fmt.Sprintf("endColumn=%d", endColumn(f)))
			}
		}
	}
	title := f.Rule
	if title == "" {
		title = "mingfa"
	}
	return append(p, "title="+commandProperty(title))
}

// endColumn is the column after the words of a finding that has one.
func endColumn(f report.Finding) int {
	if f.Excerpt == "" {
		return f.Column + utf8.RuneCountInString(firstLine(f.Quote))
	}
	start, end := quoted(f)
	return f.Column + utf8.RuneCountInString(f.Excerpt[start:end])
}

// messageOf is what a finding says and advises, without the line it is about.
func messageOf(f report.Finding) string {
	s := escape.Clip(f.Message, longestMessage)
	if f.Suggestion != "" {
		s += "\n建议：" + escape.Clip(f.Suggestion, longestMessage)
	}
	return s
}

// GitHub's escapes for the text of a command and, with two more, for its
// properties. What else could act on a terminal is named.
var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func commandData(s string) string { return escape.Visible(dataEscapes.Replace(s)) }

func commandProperty(s string) string { return escape.Visible(propertyEscapes.Replace(s)) }
