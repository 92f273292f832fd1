package review

import (
	"index/suffixarray"
	"slices"

	"mingfa/generator/report"
)

// passages finds quotes in one text. Each quote that is looked for by itself takes a
// pass over the text: a table of 20,000 rows, with an entry for each, took minutes.
// After the first few it looks into an index of the text.
type passages struct {
	text  string
	asked int
	index *suffixarray.Index
	found map[string][]report.Span
}

// fewQuotes are looked for without an index, which takes as long as so many passes.
const fewQuotes = 50

// of is where a quote stands in the text, as places says.
func (p *passages) of(quote string) []report.Span {
	if p.asked++; p.asked <= fewQuotes || quote == "" {
		return places(p.text, quote)
	}
	if p.index == nil {
		p.index, p.found = suffixarray.New([]byte(p.text)), map[string][]report.Span{}
	}
	if found, known := p.found[quote]; known {
		return found
	}
	starts := p.index.Lookup([]byte(quote), -1)
	slices.Sort(starts)
	var found []report.Span
	for _, start := range starts[:min(len(starts), maxPlaces)] {
		found = append(found, report.Span{Start: start, End: start + len(quote)})
	}
	p.found[quote] = found
	return found
}
