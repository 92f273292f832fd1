package build

import (
	"mingfa/generator/build/lock"
	"mingfa/generator/read/review"
	"mingfa/generator/report"
	"mingfa/generator/site"
	"mingfa/generator/site/search"
)

// MostErrors bounds the error-level findings held in memory; a portal with
// more has one fault made many times over.
const MostErrors = 200

// Counts is how much a run found in the reports of a portal.
type Counts struct {
	Bodies, Reports   int
	Headings, Figures int
	Indicated         int // figures that belong to an indicator
	Citations         int
	Warnings          int
}

// add counts what another count holds, but for the bodies.
func (c *Counts) add(o Counts) {
	c.Reports += o.Reports
	c.Headings += o.Headings
	c.Figures += o.Figures
	c.Indicated += o.Indicated
	c.Citations += o.Citations
	c.Warnings += o.Warnings
}

// Issued is a report as a release notes it.
type Issued struct {
	Body   *site.Body
	Year   int
	SHA256 string // of the file as it was issued
	Stated string // when it was published, as the report's settings say; "" where they do not
}

// tally is what a run over all reports found.
type tally struct {
	Counts
	issued  []Issued
	left    []LeftOut
	errors  int
	faults  []report.Finding // of severity error, at most MostErrors
	beside  []site.File      // that stand beside what Hugo renders
	bundles *bundles         // what Hugo makes pages from
	index   *search.Index    // that is still to be finished; nil in a preview
	data    *openData        // that was written; likewise
	unread  int              // reports of bodies that stand
	kept    *keeper          // what is kept of bodies for the next build; nil for nothing
	held    *lock.Lock       // of content/, which the caller releases

	closeSpool func() // what the index needs until it is finished
}

func (t *tally) add(findings []report.Finding) {
	t.Warnings += warnings(findings)
	for _, f := range findings {
		if f.Severity != report.Error {
			continue
		}
		t.errors++
		if len(t.faults) < MostErrors {
			t.faults = append(t.faults, f)
		}
	}
}

// warnings is how many of findings are warnings.
func warnings(findings []report.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Severity == report.Warning {
			n++
		}
	}
	return n
}

// countsOf counts what a report has.
func countsOf(r *report.Report) Counts {
	c := Counts{Reports: 1, Headings: len(r.Headings), Citations: len(r.Citations)}
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden {
			c.Figures++
			if f.Indicator != "" {
				c.Indicated++
			}
		}
	}
	return c
}

// issued is what a release notes of a report.
func issued(body *site.Body, r *report.Report, rv *review.Review) Issued {
	i := Issued{Body: body, Year: r.Year, SHA256: r.Source.SHA256}
	for _, item := range rv.Disclosure(r) {
		if item.Key == "published" {
			i.Stated = item.Value
		}
	}
	return i
}
