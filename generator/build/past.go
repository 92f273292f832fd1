package build

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"mingfa/generator/check"
	"mingfa/generator/read/correction"
	"mingfa/generator/read/review"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

// Past is what a release knows of those before it. Its methods are called by several
// goroutines at once.
type Past interface {
	// Of tells what came of a report that is published now.
	Of(ctx context.Context, now *Present) (site.History, error)
	// Unchanged is what Of tells of a report of which the release changes nothing and staff have
	// to be told nothing; false of any other. It enters nothing.
	Unchanged(now *Present) (site.History, bool)
	// Gone are the reports that were published before and are not now.
	Gone(now *Standing) ([]site.Gone, error)
	// Again forgets what this run has entered, which begins anew.
	Again()
}

// Present is a report as it is to be published.
type Present struct {
	Body     *site.Body
	Year     int
	File     string // as findings name it: seeds/shili/2023.txt
	Settings string // likewise of its <year>.toml, whether there is one or not

	SHA256      string              // of the file as it was issued
	Text        string              // SHA-256 of its text without white space
	SettingsSum string              // SHA-256 of its settings; "" without any
	Items       []site.Field        // the disclosure metadata
	Corrections []report.Correction // what staff say of changes

	report *report.Report
	review *review.Review
	reader *reader
}

// At is a finding about words of the report.
func (p *Present) At(sp report.Span, id, message, suggestion string) report.Finding {
	return p.finding(p.report.Source.FindingAt(sp, id, report.Warning, message, suggestion))
}

// AtCorrection is a finding about the n-th of Corrections, at one of its keys.
func (p *Present) AtCorrection(n int, key, id string, severity report.Severity, message, suggestion string) report.Finding {
	return p.finding(p.review.AtCorrection(n, key, id, severity, message, suggestion))
}

// AtItem is a finding about an item of the disclosure metadata, where it is stated; false
// where it is stated no more.
func (p *Present) AtItem(name, id, message, suggestion string) (report.Finding, bool) {
	if f, ok := p.review.AtItem(name, id, report.Warning, message, suggestion); ok {
		return p.finding(f), true
	}
	for _, item := range p.Items {
		if item.Name == name && item.Line > 0 {
			return p.At(p.report.Source.LineSpan(item.Line), id, message, suggestion), true
		}
	}
	return report.Finding{}, false
}

// finding masks what is private in a finding, as those of the gate are.
func (p *Present) finding(f report.Finding) report.Finding {
	all := []report.Finding{f}
	check.Conceal("", all, p.reader.lexicon)
	return all[0]
}

// Standing is which reports are published now.
type Standing struct {
	Bodies  []*site.Body
	Reports map[string]bool                    // by body/year
	Why     func(slug string, year int) string // a report was taken down; "" where nobody says so

	Withdrawn []seeds.Withdrawal // what bodies say of reports that they took down
}

// present is a report that was read, for those who know the past.
func (rd *reader) present(body *site.Body, e *seeds.Entry, current *reading) *Present {
	r := current.report
	p := &Present{
		Body: body, Year: e.Year, File: rd.shown(e.Path), Settings: strings.TrimSuffix(rd.shown(e.Path), extensionOf(e.Path)) + ".toml",
		SHA256: r.Source.SHA256, Text: textSum(r.Source.Text), Items: disclosureOf(current),
		SettingsSum: current.settingsSum, Corrections: rd.corrections(current), report: r, review: current.review, reader: rd,
	}
	return p
}

func extensionOf(path string) string {
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		return path[i:]
	}
	return ""
}

// disclosureOf is the disclosure metadata that a report's page shows.
func disclosureOf(current *reading) []site.Field {
	var fields []site.Field
	for _, item := range current.review.Disclosure(current.report) {
		fields = append(fields, site.Field{Name: item.Name, Value: item.Value, Line: item.Line})
	}
	return fields
}

// corrections are the reasons that staff state for changes, with what is private in
// them masked: they are published.
func (rd *reader) corrections(current *reading) []report.Correction {
	stated := current.review.Corrections()
	for i := range stated {
		s := &stated[i]
		for _, words := range []*string{&s.Reason, &s.Old, &s.Quote} {
			*words = current.report.Concealed(check.Concealed(*words, rd.lexicon))
		}
	}
	return stated
}

// Since compares the report with its file as it was published before, which is at
// path. ok is false where that file cannot be read any more.
func (p *Present) Since(ctx context.Context, path string) (passages []report.ChangedPassage, more int, ok bool, err error) {
	old, err := p.reader.read(ctx, path, "", p.Year, nil, owner{})
	if err != nil || old.report == nil {
		return nil, 0, false, err
	}
	passages, more = correction.Between(old.report, p.report)
	return passages, more, true, nil
}

// textSum is the SHA-256 of a text without white space: other spaces and line ends
// are no other text.
func textSum(text string) string {
	return sum(strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, text))
}

func sum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
