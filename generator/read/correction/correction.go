// Package correction says what differs between a report as it was published and the same
// report as it is published now: sentence by sentence, with the figures in them.
//
// White space alone is no difference, and a sentence that stands elsewhere is told
// as one that was moved. The words come masked where they are private. What is found
// is bounded, and the time that it takes is linear in the texts but for short runs.
package correction

import (
	"mingfa/generator/report"
)

// Most bounds how many passages of a change are listed, and mostBytes the words of all
// of them, since the record keeps them for good; the others are counted.
const (
	Most      = 100
	mostBytes = 32 << 10
)

// Between lists what the report now says otherwise than it did, in the order of the
// text, and how many passages more there are.
func Between(old, now *report.Report) (passages []report.ChangedPassage, more int) {
	before, after := sentencesOf(old), sentencesOf(now)
	var found []passage
	for _, g := range gaps(keysOf(before), keysOf(after)) {
		found = append(found, placed(pair(before[g.a.start:g.a.end], after[g.b.start:g.b.end]), after, g.b.start)...)
	}
	found = moved(found)
	w := writer{old: old, now: now}
	size := 0
	for i, p := range found {
		if len(passages) == Most || size >= mostBytes {
			return passages, len(found) - i
		}
		made := w.passage(p)
		size += len(made.Old) + len(made.New)
		passages = append(passages, made)
	}
	return passages, 0
}

// passage is a run of sentences before and what stands in its place now; one of the
// two may be empty.
type passage struct {
	old, now []sentence
	moved    bool
	at       report.Span // where it stands now; of one that is gone, the place where it stood
}

// placed gives passages their places in the text as it is now: next is the sentence there
// that the first of them can be.
func placed(all []passage, now []sentence, next int) []passage {
	for i := range all {
		p := &all[i]
		switch {
		case len(p.now) > 0:
			p.at = report.Span{Start: p.now[0].span.Start, End: p.now[len(p.now)-1].span.End}
			next += len(p.now)
		case next < len(now):
			p.at = report.Span{Start: now[next].span.Start, End: now[next].span.Start}
		case len(now) > 0:
			end := now[len(now)-1].span.End
			p.at = report.Span{Start: end, End: end}
		}
	}
	return all
}

// moved makes one passage of a sentence that went here and came there.
func moved(found []passage) []passage {
	gone := map[string][]int{} // by the words, passages that only take a sentence away
	for i, p := range found {
		if len(p.old) == 1 && len(p.now) == 0 {
			gone[p.old[0].key] = append(gone[p.old[0].key], i)
		}
	}
	drop := map[int]bool{}
	for i := range found {
		p := &found[i]
		if len(p.old) != 0 || len(p.now) != 1 {
			continue
		}
		if from := gone[p.now[0].key]; len(from) > 0 {
			p.old, p.moved = found[from[0]].old, true
			drop[from[0]], gone[p.now[0].key] = true, from[1:]
		}
	}
	var kept []passage
	for i, p := range found {
		if !drop[i] {
			kept = append(kept, p)
		}
	}
	return kept
}
