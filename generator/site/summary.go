package site

import (
	"slices"
	"strings"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// Summary is what is kept of a report after its own files are written: a few
// kilobytes for a report of 20 indicators. Its texts are copies, so that it does
// not keep the report's source in memory.
type Summary struct {
	Body       string
	Year       int
	Figures    int // shown
	Indicators int // that they are of

	day         string              // it was first published, or, where no release knows, stated as published; "" for neither
	history     History             // what the releases know of it
	byStaff     bool                // day is what staff state
	corrections []report.Correction // corrections that staff state

	title    string
	headline []announced            // the figures that announce the report
	then     map[string]*beforeItem // of the body's newest report, by figure that is stated or announces it: what it was the year before
	leads    []leadItem             // where it says what was found wanting and what is planned
	stated   []stated               // in text order
	series   []chained              // its figures that are in a series, in text order, and those of the year before that begin one
	promised []promiseCount         // what came of what was planned for the year

	differing []differingItem // what it says of the year before, and that year's report otherwise

	unconfirmed bool // of some of it only the program says so
}

// chained is a value in a series of the body. Of each series every value has the
// same key; see series.Keys.
type chained struct {
	key  string
	year int
	// broken is the sentence by which the series begins because another one ended
	// (自2023年起不再计入…); of a new unit the figure's own clause. "" where none did.
	broken string
	ended  string  // the key of that other one
	figure string  // its id
	value  *stated // nil of an indicator, which the report states, and of what has no name
}

// brokenAt is the sentence by which a figure is counted otherwise than the year before.
func (s *Summary) brokenAt(figure string) string {
	for i := range s.series {
		if c := &s.series[i]; c.broken != "" && c.year == s.Year && c.figure == figure {
			return c.broken
		}
	}
	return ""
}

// announced is a figure as the front page announces it.
type announced struct{ label, display, figure string }

// stated is the value that a report states for an indicator. figure is an id.
type stated struct {
	indicator, figure, label, value, unit, approx, raw, display string
	bound                                                       report.Bound

	said string // what it is called where it announces the report
}

// Summarise keeps of a report what the pages over all reports need.
func Summarise(in *Input) Summary {
	r := in.Report
	found := in.surveyed()
	s := Summary{Body: in.Body.Slug, Year: r.Year, Figures: found.shown, Indicators: found.indicators, title: strings.Clone(in.title()), leads: leadsOf(parts(r))}
	s.history, s.corrections, s.day = in.History, in.Stated, in.History.First
	if s.day == "" {
		s.day = strings.Clone(in.statedDay())
		s.byStaff = s.day != ""
	}
	for _, i := range found.headline {
		f := &r.Figures[i]
		s.headline = append(s.headline, announced{strings.Clone(in.announcing(i)), strings.Clone(r.Printed(f)), f.ID})
		s.noteBefore(in, i)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator == "" || f.Hidden || f.Target || found.earlier[i] {
			continue
		}
		v := statedBy(r, i)
		if v.said = v.label; in.announcing(i) != v.label {
			v.said = strings.Clone(in.announcing(i))
		}
		s.stated = append(s.stated, v)
		s.noteBefore(in, i)
	}
	s.stated = slices.Clip(slices.Clone(s.stated)) // thousands of summaries are held, so none has room to grow
	s.promised, s.series = promiseCounts(in.Promises), in.chained()
	for _, d := range in.differing() {
		d.Says, d.Then, d.Text, d.Reason = strings.Clone(d.Says), strings.Clone(d.Then), strings.Clone(d.Text), strings.Clone(d.Reason)
		s.differing = append(s.differing, d)
	}
	s.unconfirmed = slices.ContainsFunc(in.Promises, func(p report.Promise) bool { return !p.Confirmed })
	return s
}

// Tell has a summary that was kept tell what the releases know of the report.
func (s *Summary) Tell(history History) { s.history = history }

// noteBefore keeps what figure i was the year before.
func (s *Summary) noteBefore(in *Input, i int) {
	if in.Next != 0 { // the front page tells of the newest report of a body
		return
	}
	item := in.before(i)
	if item == nil {
		return
	}
	if s.then == nil {
		s.then = map[string]*beforeItem{}
	}
	item.Rest = strings.Clone(item.Rest)
	s.then[in.Report.Figures[i].ID] = item
}

// statedBy is the value of figure i, in texts of its own.
func statedBy(r *report.Report, i int) stated {
	f := &r.Figures[i]
	return stated{
		indicator: f.Indicator, figure: f.ID, label: strings.Clone(r.NameOf(i)), value: strings.Clone(f.Value), unit: strings.Clone(f.Unit),
		approx: strings.Clone(f.Approx), bound: f.Bound, raw: strings.Clone(f.Raw), display: strings.Clone(r.Printed(f)),
	}
}

// chained are the values of the report's series. A series is known when its second
// year is read, so that year tells of the first one too.
func (in *Input) chained() []chained {
	r, previous := in.Report, in.LastYear.Previous
	var all []chained
	seen := map[int]bool{}
	for _, l := range in.LastYear.Links {
		if l.Now >= len(in.Series) || in.Series[l.Now] == "" || seen[l.Before] { // said again
			continue
		}
		seen[l.Before] = true
		c := chainedBy(r, l.Now, in.Series[l.Now], r.Figures[l.Now].Series)
		ended := ""
		if l.Before < len(in.SeriesBefore) {
			ended = in.SeriesBefore[l.Before]
		}
		if ended == "" { // the value of the year before is in no summary yet
			ended = series.Key(previous, l.Before)
			all = append(all, chainedBy(previous, l.Before, ended, ""))
		}
		if l.Break != nil {
			c.broken, c.ended = strings.Clone(r.Masked(l.Break.Span)), ended
		}
		all = append(all, c)
	}
	return slices.Clip(slices.Clone(all))
}

// chainedBy is figure i in the series of a key. named is what staff call it, "" where they do not.
func chainedBy(r *report.Report, i int, key, named string) chained {
	f := &r.Figures[i]
	c := chained{key: key, year: r.Year, figure: f.ID}
	if f.Indicator != "" || named == "" && r.NameOf(i) == "" {
		return c
	}
	v := statedBy(r, i)
	if named != "" {
		v.label = strings.Clone(named)
	}
	c.value = &v
	return c
}
