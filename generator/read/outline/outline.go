// Package outline reads the shape of a report from its plain text: title,
// issuing body, year, the numbered outline that GB/T 9704-2012 prescribes
// (一、 then （一） then 1. then （1）), paragraphs, tables and the signature.
//
// Real reports omit, repeat and mix the numbers, use half-width brackets and
// run a heading into its paragraph. All of that is read as it stands; what
// looks like a slip is told in a finding and never mended.
//
// Every character that is not white space is within exactly one block, and the
// time taken is linear in the length of the text, whatever the text is.
package outline

import (
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Parse reads the outline of src by the words of a lexicon. Figures and
// relations are left to a later stage.
func Parse(src *report.Source, words *lexicon.Lexicon) *report.Report {
	p := &parser{src: src, words: words, lines: splitLines(src)}
	p.heads = make([]head, 0, min(len(p.lines), 32)) // most reports have fewer
	p.partHead()
	p.title()
	p.contents()
	p.partRunOn()
	p.tables()
	p.closing()
	p.about = p.year()
	p.headings()
	p.lost()
	p.bare()
	p.arrange()
	r := &report.Report{Source: src, Title: p.titleText, Issuer: p.issuer(), Year: p.year()}
	p.unended()
	p.sequences()
	p.build(r)
	p.settlePlans(r)
	r.Metadata = p.metadata(r)
	r.Findings = append(p.frontFindings(r), p.findings...)
	return r
}

// parser holds what the steps of Parse hand on to each other.
type parser struct {
	src       *report.Source
	words     *lexicon.Lexicon
	lines     []line // those that are not blank
	body      int    // index of the first line after title and meta lines
	titleText string
	about     int    // the year reported on, as far as it can be told before headings are known
	letter    string // the title of the letter that the report came with, "" without one
	heads     []head // in text order
	found     []tableLines
	enclosed  map[int]bool // lines of a run that all begin with a stroke
	findings  []report.Finding
}

func (p *parser) text(i int) string { return p.src.Slice(p.lines[i].span) }
