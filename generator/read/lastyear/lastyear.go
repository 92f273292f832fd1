// Package lastyear compares what a report says of the year before with what the
// report on that year stated: 比上年增加22件, 由88%提高到100%, 2022年受理案件120件, the column 2022年 of a table.
//
// A claim is made only where it is plain which figure of the earlier report is
// meant, which package series says. All else is passed over in silence.
package lastyear

import (
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// Kind says how a figure speaks of the year before.
type Kind int

// Kinds of claim.
const (
	Value   Kind = iota // it is the value of the year before: 由88%提高到…
	Amount              // by how much it changed: 增加22件, 提高6.8个百分点
	Percent             // by what share it changed: 增长5.7%
	Times               // how many times that of the year before it is: 是上年的2倍
)

// Claim is one figure that speaks of the year before.
type Claim struct {
	Kind     Kind
	Figure   int    // in the report: the change or the earlier value as printed
	Current  int    // in the report: the value of the year itself; Figure where it has none
	Previous int    // in the report on the year before
	Computed string // what Figure should be, a decimal; of a percentage, to one decimal
	Fall     bool   // from the two reports: the value became less
	Agrees   bool
}

// Comparison is what a report says of the year before, held against what the
// report on that year stated. The zero value is that without such a report.
type Comparison struct {
	Previous *report.Report // the report that was compared with; nil without one
	Links    []series.Link  // which figures of the two count the same
	Claims   []Claim        // in text order

	Measures *series.Measures // of the report itself, for the comparison with the year after; nil where nothing was compared
}

// Compare compares r with previous, which may be nil, by the words of a lexicon.
// There is nothing to compare when previous is not on the year before.
func Compare(r, previous *report.Report, words *lexicon.Lexicon) Comparison {
	return CompareMeasured(r, previous, nil, words)
}

// CompareMeasured is Compare where the values of previous may have been found already, as
// those of the report that was compared last; before is nil where they were not.
func CompareMeasured(r, previous *report.Report, before *series.Measures, words *lexicon.Lexicon) Comparison {
	if !series.Follows(previous, r) {
		return Comparison{Previous: previous}
	}
	if before == nil {
		before = series.Measure(previous, words)
	}
	own := series.Measure(r, words)
	links := series.Match(before, own, words)
	c := comparer{
		r: r, previous: previous, words: words, before: make(map[int]int, len(links)),
		prior: series.Prior(before, r, words),
	}
	for _, l := range links {
		if l.Break == nil {
			c.before[l.Now] = l.Before
		}
	}
	return Comparison{previous, links, c.claims(), own}
}
