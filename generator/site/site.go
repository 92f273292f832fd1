// Package site turns reports into the files that Hugo renders: HTML under
// JSON front matter, open data, and the configuration that holds what is the
// same on every page. It is pure: (path, bytes) pairs, the same for the same
// input. Paths have forward slashes and begin at the project's folder
// (content/reports/…).
//
// A report is data. Whatever its text holds, Markdown, HTML, shortcodes, front
// matter, control characters, a formula, comes out as the characters it is and
// never acts; see package escape for the page's text and for JSON, and csv.go
// for tables. contract.go is what the templates in layouts/ are given.
//
// The body of a page is the report verbatim: every block of the source, in
// order, with nothing added but links, marks and ids. Only the lines of the
// title are left out, because the page's h1 is the title. A second page shows
// the original line by line; see source.go.
package site

import (
	"strconv"

	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site/glossary"
	"mingfa/generator/site/share"
)

// File is a file to be written.
type File struct {
	Path string
	Data []byte
}

// Write writes a file.
type Write = func(path string, data []byte) error

// Body is a government body.
type Body struct {
	Slug, Name, Short, Region string
	RegionSlug                string   // the region's place in addresses; "" without a region
	Kind                      string   // which bodies it is compared with; "" where nothing tells
	Parent                    string   // slug of another body, or ""
	Former                    []string // slugs that the body had
}

// Field is a line of a document's disclosure metadata (公开信息). An empty
// value is shown as not stated.
type Field struct {
	Name, Value string
	Line        int // of the original that prints it; 0 where staff state it
}

// Input is one report and what its page says beside it.
type Input struct {
	Body       *Body
	Report     *report.Report
	Original   []byte // the file that is offered for download
	Copy       string // its name where it is a copy without what tells of the writers, not the file as issued
	Disclosure []Field
	History    History             // what a release knows of it; zero outside of one
	Stated     []report.Correction // corrections that staff state and the history does not tell of
	Waived     []Waived            // findings about the text that staff let stand
	Previous   int                 // year of the body's report before this one, 0 without
	Next       int
	LastYear   lastyear.Comparison  // with the body's report on the year before
	Promises   []report.Promise     // what came of the plan of LastYear.Previous
	Series     []string             // by figure: the key of the series that it is in, "" for none; see series.Keys
	Catalogue  *indicator.Catalogue // nil without one
	Glossary   *glossary.Glossary   // nil without one
	Words      *lexicon.Lexicon     // that the report was read by; nil for the built-in ones
	Picture    *share.Card          // drawn beside the page; nil without one
	Domain     string               // base URL with its final slash, for links in data that leave the site; may be ""

	SeriesBefore []string // the same of LastYear.Previous

	survey report.Once[survey]
	links  report.Once[[]*series.Link]
	carded report.Once[[]card]
}

// Whole is what the pages over all reports are made from.
type Whole struct {
	Site      Site
	Revision  Revision
	Release   bool    // it is published with a manifest and the record of first publication
	Bodies    []*Body // by slug; those without a report are left out of lists
	Catalogue *indicator.Catalogue
	Glossary  *glossary.Glossary // nil without one
	Reports   []Summary          // in any order
	Gone      []Gone             // reports that were taken down, by key

	data *dataParams // of the open data of the portal; nil where it was not written
}

// History is what the releases know of a report.
type History struct {
	First   string          // the day the site first published it, YYYY-MM-DD
	Origin  string          // body/year under which it did; "" for its own
	Changes []report.Change // what came of it since, oldest first
}

// Gone is a report that was published and is not any more. A page at its address says so.
type Gone struct {
	Body    *Body // of this slug; its name is that of the time where the body is gone too
	Year    int
	History History // the last change took it down
}

// pageURL is the address of a report's page on the site.
func pageURL(body string, year int) string {
	return "/reports/" + body + "/" + strconv.Itoa(year) + "/"
}

// figureURL is the address of a figure on its report's page. Slugs and ids are of
// letters, digits and hyphens.
func figureURL(body string, year int, figure string) string {
	return pageURL(body, year) + "#" + figure
}

func (in *Input) words() *lexicon.Lexicon {
	if in.Words == nil {
		return lexicon.Builtin()
	}
	return in.Words
}

func (in *Input) url() string { return pageURL(in.Body.Slug, in.Report.Year) }

func (in *Input) folder() string {
	return "content/reports/" + in.Body.Slug + "/" + strconv.Itoa(in.Report.Year) + "/"
}
