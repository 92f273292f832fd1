package site

import (
	"strings"

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

	title    string
	headline []announced // the figures that announce the report
	stated   []stated    // in text order
}

// announced is a figure as the front page announces it.
type announced struct{ label, display, figure string }

// stated is the value that a report states for an indicator. figure is an id.
type stated struct {
	indicator, figure, label, value, unit, approx, raw, display string
	bound                                                       report.Bound
}

// Summarise keeps of a report what the pages over all reports need.
func Summarise(in *Input) Summary {
	r := in.Report
	found := in.surveyed()
	s := Summary{Body: in.Body.Slug, Year: r.Year, Figures: found.shown, Indicators: found.indicators, title: strings.Clone(in.title())}
	for _, i := range found.headline {
		f := &r.Figures[i]
		s.headline = append(s.headline, announced{strings.Clone(announcing(r, i)), strings.Clone(r.Printed(f)), f.ID})
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator == "" || f.Hidden || f.Target || found.earlier[i] {
			continue
		}
		s.stated = append(s.stated, stated{
			indicator: f.Indicator, figure: f.ID, label: strings.Clone(r.NameOf(i)), value: strings.Clone(f.Value), unit: strings.Clone(f.Unit),
			approx: strings.Clone(f.Approx), bound: f.Bound, raw: strings.Clone(f.Raw), display: strings.Clone(r.Printed(f)),
		})
	}
	return s
}
