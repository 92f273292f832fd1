// Package survey puts together what somebody who reviews the reports of many bodies
// wants to know of each: whether it can be published, which of the required parts
// it has, when it was made public, how many of its figures are confirmed, what the
// check says of it, and in its own words what it found wanting and what it plans.
//
// Nothing is judged here that the stages before have not read, and a report that
// cannot be read is a row that says so.
package survey

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"mingfa/generator/check"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// State says how far a report has come.
type State int

// States, in the order of what is to be done first.
const (
	Unread State = iota // the file is there, but holds no report that can be read
	Absent              // the body has no report
	Faulty              // an error keeps it from being published
	Sound               // it can be published
)

func (s State) String() string {
	return [...]string{"未能读取", "没有报告", "有错误", "可以发布"}[s]
}

// Survey is what is known of the reports of a portal or a folder.
type Survey struct {
	Portal  string // the portal's name; "" for files that were named
	Reports []Report
	Other   []report.Finding // about files that are no report's: site.toml, a list, a stray file
}

// Report is one report, or a body that has none.
type Report struct {
	Folder       string // the body's, of a portal
	Body, Region string
	Year         int    // 0 where nobody says
	File         string // "" where there is none
	Settings     string // the file in which staff confirm it; "" where there is none
	Title        string
	State        State
	Why          string // what keeps the file from being read

	Parts        []check.Part // none of what is no annual report
	Published    string       // the day on which it was made public, as the report or staff state it
	Written      string       // the day under the signature
	Figures      int          // shown
	Confirmed    int          // of those, by staff
	Shortcomings []Passage
	Plans        []Passage
	Waived       int // findings that staff let stand

	Findings         []report.Finding
	Errors, Warnings int
}

// Passage is words of a report.
type Passage struct {
	Line int
	Text string
}

// Of is what a report says that was read and checked; waived is how many findings
// staff let stand. What is private in it is masked, as wherever it is repeated.
func Of(in *check.Input, waived int) Report {
	r := in.Report
	row := Report{
		Published: in.Dates.Published, Written: in.Dates.Written, Year: r.Year, File: r.Source.Path, Title: r.Concealed(r.Title), State: Sound,
		Parts: in.Parts(), Waived: waived, Shortcomings: passages(r, in.Shortcomings()), Plans: passages(r, in.Plans()),
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		row.Figures++
		if f.Reviewed {
			row.Confirmed++
		}
	}
	return row
}

func passages(r *report.Report, spans []report.Span) []Passage {
	var all []Passage
	for _, sp := range spans {
		all = append(all, Passage{r.Source.Line(sp.Start), strings.TrimSpace(r.Masked(sp))})
	}
	return all
}

// New gives every finding to the report whose file or settings it is about, and
// says by them which reports have errors.
func New(portal string, reports []Report, findings []report.Finding) *Survey {
	s := &Survey{Portal: portal, Reports: reports}
	byFile := map[string]*Report{}
	for i := range reports {
		for _, file := range []string{reports[i].Settings, reports[i].File} {
			if file != "" {
				byFile[file] = &reports[i]
			}
		}
	}
	for _, f := range findings {
		row := byFile[f.File]
		if row == nil {
			s.Other = append(s.Other, f)
			s.refuseFolder(f)
			continue
		}
		row.Findings = append(row.Findings, f)
		switch f.Severity {
		case report.Warning:
			row.Warnings++
			continue
		case report.Notice:
			continue
		}
		row.Errors++
		switch {
		case row.State == Sound:
			row.State = Faulty
		case row.State == Unread && row.Why == "":
			row.Why = f.Message
		}
	}
	return s
}

// refuseFolder says of the reports in a folder that they cannot be published where an
// error about the folder, or about its body.toml, keeps all of it from being: they may be
// sound.
func (s *Survey) refuseFolder(f report.Finding) {
	if f.Severity != report.Error {
		return
	}
	folder := strings.TrimSuffix(f.File, "/body.toml")
	for i := range s.Reports {
		if row := &s.Reports[i]; row.State == Sound && row.File != "" && path.Dir(row.File) == folder {
			row.State, row.Why = Faulty, f.Message
		}
	}
}

// Findings are those of all reports, and those of no report before them.
func (s *Survey) Findings() []report.Finding {
	all := slices.Clone(s.Other)
	for i := range s.Reports {
		all = append(all, s.Reports[i].Findings...)
	}
	return all
}

// In counts the reports in a state.
func (s *Survey) In(state State) int {
	n := 0
	for i := range s.Reports {
		if s.Reports[i].State == state {
			n++
		}
	}
	return n
}

// Confirmed is how many figures staff have confirmed, and how many there are.
func (s *Survey) Confirmed() (confirmed, figures int) {
	for i := range s.Reports {
		confirmed += s.Reports[i].Confirmed
		figures += s.Reports[i].Figures
	}
	return confirmed, figures
}

// Share is a part of a whole in whole percents, rounded down: 100% is said of all
// and of nothing less, 0% of none and of nothing more. It is "" of nothing.
func Share(part, whole int) string {
	if whole == 0 {
		return ""
	}
	if part > 0 && part*100 < whole {
		return "不到1%"
	}
	return fmt.Sprintf("%d%%", part*100/whole)
}

// Count is how often a rule found something.
type Count struct {
	Rule     string
	Name     string // of the rule, in Chinese
	Severity report.Severity
	Places   int
	Reports  int // in how many reports
}

// Counts is how often each rule found something in reports, errors first, then by
// how often.
func Counts(reports ...Report) []Count {
	type key struct {
		rule     string
		severity report.Severity
	}
	counts := map[key]*Count{}
	for i := range reports {
		seen := map[key]bool{}
		for _, f := range reports[i].Findings {
			k := key{f.Rule, f.Severity}
			c := counts[k]
			if c == nil {
				c = &Count{Rule: f.Rule, Name: rule.Name(f.Rule), Severity: f.Severity}
				counts[k] = c
			}
			c.Places++
			if !seen[k] {
				seen[k] = true
				c.Reports++
			}
		}
	}
	var all []Count
	for _, c := range counts {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b Count) int {
		return cmp.Or(a.Severity.Rank()-b.Severity.Rank(), b.Places-a.Places, strings.Compare(a.Rule, b.Rule))
	})
	return all
}

// Lacking are the names of the required parts that a report lacks.
func (r *Report) Lacking() []string {
	var names []string
	for _, p := range r.Parts {
		if !p.There {
			names = append(names, p.Name)
		}
	}
	return names
}

// What the day of publication says.
const (
	InTime  = "按期"
	Late    = "逾期"
	Undated = "未载明"
)

// Deadline is what the day of publication says; "" of what is no report. 第二十四条 of the 督察工作规定 asks for publication before 1 April of the next
// year; a report of that very day is not called late.
func (r *Report) Deadline() string {
	switch {
	case r.State == Unread || r.State == Absent:
		return ""
	case r.Year > 0 && check.IsLate(r.Year, cmp.Or(r.Published, r.Written)): // nothing is public before it is written
		return Late
	case r.Published == "" || r.Year == 0:
		return Undated
	}
	return InTime
}
