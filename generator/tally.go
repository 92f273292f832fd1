package main

import (
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
	"mingfa/generator/site"
	"mingfa/generator/site/search"
)

// keptErrors bounds the error-level findings held in memory; a portal with
// more has one fault made many times over.
const keptErrors = 200

// tally is what a run over all reports found.
type tally struct {
	bodies, reports             int
	headings, figures, known    int
	citations, warnings, errors int
	faults                      []report.Finding // of severity error, at most keptErrors
	released                    []release.Report // what a release carries; empty without a record
	beside                      []site.File      // that stand beside what Hugo renders
	index                       *search.Index    // that is still to be finished; nil in a preview
}

func (t *tally) add(findings []report.Finding) {
	for _, f := range findings {
		if f.Severity != report.Error {
			t.warnings++
			continue
		}
		t.errors++
		if len(t.faults) < keptErrors {
			t.faults = append(t.faults, f)
		}
	}
}

func (t *tally) count(r *report.Report) {
	t.reports++
	t.headings += len(r.Headings)
	t.citations += len(r.Citations)
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden {
			t.figures++
			if f.Indicator != "" {
				t.known++
			}
		}
	}
}
