package tell

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// longestMessage bounds what one message or suggestion prints, in characters,
// since it may quote the file.
const longestMessage = 300

// Print writes the findings, errors before reminders, each kind by file, line and
// column, and a summary line. Those that say the same of the same words are one.
func Print(w io.Writer, findings []report.Finding, opt Options) error {
	p := printer{out: bufio.NewWriter(w), opt: opt}
	for _, g := range fold(gravestFirst(findings)) {
		p.finding(g)
	}
	fmt.Fprintln(p.out, summary(findings))
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

type printer struct {
	out *bufio.Writer
	opt Options
}

// SGR parameters (ECMA-48), of the terminal's own palette.
const (
	bold       = "1"
	boldRed    = "1;31"
	boldYellow = "1;33"
	cyan       = "36"
)

// quoteIndent is before a quoted line.
const quoteIndent = "    "

func (p *printer) finding(g group) {
	f := g.Finding
	name, color := f.Severity.Name(), boldYellow
	switch f.Severity {
	case report.Error:
		color = boldRed
	case report.Notice:
		color = cyan
	}
	id := ""
	if f.Rule != "" {
		id = " [" + escape.Visible(f.Rule) + "]"
	}
	message := p.lines(escape.Visible(escape.Clip(f.Message, longestMessage))+id, name+"：")
	for i, line := range message {
		lead, tail := strings.Repeat(" ", escape.Width(name+"：")), ""
		if i == 0 {
			lead = p.paint(color, name) + "："
		}
		if i == len(message)-1 && strings.HasSuffix(line, id) {
			line, tail = strings.TrimSuffix(line, id), id
		}
		fmt.Fprintln(p.out, lead+p.paint(bold, line)+tail)
	}
	if f.File != "" {
		fmt.Fprintf(p.out, "  %s\n", p.paint(cyan, place(f)))
	}
	if line, carets := excerpt(f, p.columns(), p.words()); line != "" {
		fmt.Fprintf(p.out, "%s%s\n%[1]s%[3]s\n", quoteIndent, line, p.paint(color, carets))
	}
	if again := g.Again(); again != "" {
		fmt.Fprintf(p.out, "  %s\n", again)
	}
	if f.Suggestion != "" {
		const lead = "  建议："
		for i, line := range p.lines(escape.Visible(escape.Clip(f.Suggestion, longestMessage)), lead) {
			if i == 0 {
				line = lead + line
			} else {
				line = strings.Repeat(" ", escape.Width(lead)) + line
			}
			fmt.Fprintln(p.out, line)
		}
	}
	p.out.WriteString("\n")
}

// lines are the lines in which a text stands behind a lead on a terminal. Where
// there is none, a text is one line, so that other programs can read it.
func (p *printer) lines(text, lead string) []string {
	if p.opt.Width == 0 {
		return []string{text}
	}
	return escape.Wrap(text, max(p.opt.Width, leastColumns)-escape.Width(lead))
}

// How many columns a quoted line takes: what the terminal has, but no more than
// can be read at a glance.
const (
	leastColumns = 40
	mostColumns  = 100
)

func (p *printer) columns() int {
	if p.opt.Width == 0 {
		return mostColumns
	}
	return min(max(p.opt.Width-len(quoteIndent), leastColumns), mostColumns)
}

// words are what quoted lines are coloured by, nil where there are no colours.
func (p *printer) words() *lexicon.Lexicon {
	if !p.opt.Color {
		return nil
	}
	return cmp.Or(p.opt.Words, lexicon.Builtin())
}

func (p *printer) paint(color, s string) string {
	if !p.opt.Color || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
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
	count := map[report.Severity]int{}
	for _, f := range findings {
		count[f.Severity]++
	}
	notes := ""
	if n := count[report.Notice]; n > 0 {
		notes = fmt.Sprintf("，另有%d处说明", n)
	}
	faults, hints := count[report.Error], len(findings)-count[report.Error]-count[report.Notice]
	switch {
	case faults == 0 && hints == 0:
		return "检查完毕，没有发现问题" + notes + "。"
	case faults == 0:
		return fmt.Sprintf("检查完毕：%d处提醒，没有错误%s。", hints, notes)
	case hints == 0:
		return fmt.Sprintf("检查完毕：%d处错误%s。", faults, notes)
	default:
		return fmt.Sprintf("检查完毕：%d处错误，%d处提醒%s。", faults, hints, notes)
	}
}
