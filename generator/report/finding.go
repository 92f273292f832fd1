package report

import "slices"

// Severity of a finding. An error stops a build.
type Severity string

// Severities. A notice is worth knowing to who reviews reports, and nothing that
// staff could mend in the text.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Notice  Severity = "note"
)

// Name is what people call the severity.
func (s Severity) Name() string {
	switch s {
	case Error:
		return "错误"
	case Notice:
		return "说明"
	}
	return "提醒"
}

// Rank orders severities, the gravest first.
func (s Severity) Rank() int { return slices.Index([]Severity{Error, Warning, Notice}, s) }

// Finding is something in what staff wrote that they should look at: a fault
// of a document or of a settings file, never of the machine.
type Finding struct {
	Rule       string   `json:"rule"` // a stable id: heading-gap, unread-number, …
	Severity   Severity `json:"severity"`
	Message    string   `json:"message"` // one Chinese sentence: what is wrong
	File       string   `json:"file"`
	Line       int      `json:"line"`       // from 1; 0 when the finding is about the whole file
	Column     int      `json:"column"`     // from 1, in characters
	Quote      string   `json:"quote"`      // the words in question, verbatim
	Suggestion string   `json:"suggestion"` // one Chinese sentence: how to mend it

	// Excerpt is the whole line that holds Quote, for the terminal.
	Excerpt string `json:"-"`
	// Span is where Quote stands in the report; zero in other files.
	Span Span `json:"-"`
}

// FindingAt is a finding about the words at sp.
func (s *Source) FindingAt(sp Span, rule string, severity Severity, message, suggestion string) Finding {
	line, column := s.Position(sp.Start)
	return Finding{
		Rule: rule, Severity: severity, Message: message, Suggestion: suggestion,
		File: s.Path, Line: line, Column: column,
		Quote: s.Slice(sp), Excerpt: s.Slice(s.LineSpan(line)), Span: sp,
	}
}

// Failed reports whether one of findings is an error: then nothing is published,
// and a check exits with status 1.
func Failed(findings []Finding) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Error })
}
