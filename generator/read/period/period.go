// Package period reads of which time a number tells: of the year that the report is on, of
// another year, of several, or of a part of one. 2021至2023年举办52场 tells of three years,
// 去年办理90件，今年办理120件 of two, each of its own number.
//
// The words before a number decide, the last of them first. A time that something is only
// compared with (比2022年增加3件) decides nothing, but for the number right behind it
// (较2022年的9件). Words in 《》 and in brackets that are closed again say nothing of what is
// outside.
package period

import (
	"iter"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
)

// Extent says how much of a year, or how many years, a period is.
type Extent uint8

// The extents.
const (
	Whole   Extent = iota // a year
	Part                  // some months of it: 上半年, 1—6月
	Several               // more than a year: 五年来, 2021—2023年
)

// Period is the time that a number tells of.
type Period struct {
	Year   int // 0 where the words do not surely say
	Extent Extent
}

// Is reports whether a period is all of a year.
func (p Period) Is(year int) bool { return p.Year == year && p.Extent == Whole }

// Timeline is the times that a text names, in order. Text is a paragraph, or what stands
// before a number in it.
type Timeline struct {
	text  string
	year  int // reported on
	words *lexicon.Lexicon
	marks []mark
}

// mark is a place from where on a text speaks of a time.
type mark struct {
	start, end int // of the words that name it
	period     Period
	against    bool // it is of the number right behind it alone, or of none: 较2022年的9件
	clause     bool // it holds up to the next comma
	kept       bool // by the end of a sentence: a term of years may hold for its paragraph
	before     int  // the last mark before it that holds for more than a number or a clause; -1 for none
}

// Read finds the times that a text names, of a report on a year.
func Read(text string, year int, words *lexicon.Lexicon) *Timeline {
	s := scanner{Timeline: Timeline{text: text, year: year, words: words}}
	s.scan()
	return &s.Timeline
}

// Before is the period of a number by the words before it.
func Before(lead string, year int, words *lexicon.Lexicon) Period {
	return Read(lead, year, words).At(len(lead))
}

// At is the period of a number that stands at a place.
func (t *Timeline) At(place int) Period {
	for k := range t.latest(place) {
		m := &t.marks[k]
		if p, ok := t.holds(m, t.text[m.end:place]); ok {
			return p
		}
	}
	return Period{Year: t.year}
}

// latest gives the marks before a place, the last one first. Those that hold for a number or a
// clause only are passed over from the fifth on, of which a hostile text has thousands.
func (t *Timeline) latest(place int) iter.Seq[int] {
	const most = 4
	return func(yield func(int) bool) {
		k := sort.Search(len(t.marks), func(i int) bool { return t.marks[i].end > place }) - 1
		for n := 0; k >= 0 && yield(k); n++ {
			if k--; n >= most && k >= 0 && (t.marks[k].against || t.marks[k].clause) {
				k = t.marks[k].before
			}
		}
	}
}

// Named is from where on a text speaks of the time of which it speaks at a place, 0 for all of it.
func (t *Timeline) Named(place int) int {
	for k := range t.latest(place) {
		if m := &t.marks[k]; !m.against {
			return m.end
		}
	}
	return 0
}

// Has reports whether a text names a time of an extent, and not only to compare with it.
func (t *Timeline) Has(e Extent) bool {
	for k := range t.marks {
		if m := &t.marks[k]; m.period.Extent == e && !m.against {
			return true
		}
	}
	return false
}

// holds is the period that a mark gives a number, when between is what stands between them;
// false where it gives none.
func (t *Timeline) holds(m *mark, between string) (Period, bool) {
	near := t.isBridge(between)
	switch {
	case m.against:
		return m.period, near
	case m.clause && strings.ContainsAny(between, clauseMarks):
		return Period{}, false
	case m.kept, near, m.period.Extent != Whole, m.period.Year == t.year:
		return m.period, true
	case strings.Contains(between, "的"): // 2022年制定的12件
		return Period{}, true
	}
	const short = 3 // characters between 2022年 and its comma: 2022年全年，
	if at := strings.IndexAny(between, clauseMarks); at >= 0 && utf8.RuneCountInString(between[:at]) > short && !t.counts(between[:at]) {
		return Period{}, true // 2021年印发的办法施行后，
	}
	return m.period, true
}

// clauseMarks end a clause.
const clauseMarks = "，,：:；;"

// counts reports whether words hold a number: then a clause tells something of its time,
// and so does the next one: 2022年受理30件，办结28件.
func (t *Timeline) counts(words string) bool {
	return strings.ContainsFunc(words, func(r rune) bool { return r >= '0' && r <= '9' })
}

// isBridge reports whether nothing stands between a time and a number but what joins them:
// 上年的, 2022年为, 去年同期是.
func (t *Timeline) isBridge(between string) bool {
	between = strings.TrimSpace(between)
	for between != "" {
		n := max(t.words.Bridges.Prefix(between), t.words.PeriodBridges.Prefix(between), t.words.PeriodSpans.Prefix(between), t.words.PeriodDays.Prefix(between))
		if n == 0 {
			return false
		}
		between = between[n:]
	}
	return true
}
