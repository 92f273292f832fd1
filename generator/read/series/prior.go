package series

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// Prior links what a report states of the year before, under a name of its own, with the
// figure of the report on that year that counts the same thing: 2022年受理行政复议案件120件,
// and 受理行政复议案件 in a column 2022年. Only the same name in the same unit is the same
// thing here; what is told apart from a whole (其中), or was only left over (上年受理的5件), is
// none of it.
func Prior(previous *Measures, r *report.Report, words *lexicon.Lexicon) []Link {
	prior := measurePrior(r, words)
	if len(prior.list) == 0 {
		return nil
	}
	m := &matcher{before: previous, now: prior, words: words, takenNow: map[int]int{}, takenThen: map[int]bool{}}
	m.byCore()
	links := slices.DeleteFunc(m.links(r), func(l Link) bool {
		return areaOf(previous.r, l.Before, words) != areaOf(r, l.Now, words)
	})
	if len(links) > 0 {
		markBreaks(links, r, words)
		markDoers(links, previous.r, r, words)
		markScopes(links, previous.r, r, words)
	}
	return links
}

// areaOf is the area that the sentence of a figure names last before it, "" for none: 全市 of
// 全市2022年受理120件.
func areaOf(r *report.Report, i int, words *lexicon.Lexicon) string {
	f := &r.Figures[i]
	m, ok := words.CheckAreas.FindLast(r.Source.Text[sentence(r, f).Start:f.Span.Start])
	if !ok {
		return ""
	}
	return words.CheckAreas.Reading(m)
}

// measurePrior finds the values of the year before that a report states under their names.
func measurePrior(r *report.Report, words *lexicon.Lexicon) *Measures {
	ms := &Measures{r: r, units: map[string][]int{}}
	sections, headings := map[int]string{}, map[int][]string{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || f.Kind == report.KindChange || !f.Own || !isPlaced(r, f) {
			continue
		}
		name, ok := priorName(r, f, words)
		if !ok {
			continue
		}
		v := measured{at: i, place: len(ms.list), f: f, unit: unitClass(f, words), context: sentence(r, f), core: core(name, words)}
		if utf8.RuneCountInString(v.core) < shortest {
			continue
		}
		h := section(r, f.Block)
		if _, ok := sections[h]; !ok && h >= 0 {
			sections[h] = core(r.Headings[h].Text, words)
		}
		v.section = sections[h]
		v.scopes, v.isNew = scopes(name, words), words.SeriesNew.In(name)
		v.fields = fieldsOf(r, &v, headings, words)
		ms.units[v.unit] = append(ms.units[v.unit], v.place)
		ms.list = append(ms.list, v)
	}
	return ms
}

// priorName is what a figure of the year before counts, without the words that name that year;
// false of every other figure.
func priorName(r *report.Report, f *report.Figure, words *lexicon.Lexicon) (string, bool) {
	if h := r.Blocks[f.Block].Heading; h >= 0 && h < len(r.Headings) && r.Headings[h].Plan {
		return "", false
	}
	if before, in, ok := bracket(f.Label); ok && before != "" {
		return before, r.Blocks[f.Block].Kind == report.BlockRow && (words.YearBefore.Has(in) || yearOf(in) == r.Year-1)
	}
	if r.Blocks[f.Block].Kind == report.BlockRow {
		return "", false
	}
	lead, name := r.Source.Text[sentence(r, f).Start:f.Span.Start], WithoutYearBefore(f.Label, r.Year, words)
	if words.LastYearAside.In(lead) || words.PartOfYear.In(lead) || strings.Contains(lead, "、"+strconv.Itoa(r.Year-1)) || words.SeriesIncluded.In(lead) {
		return "", false
	}
	if name != f.Label { // 2022年、2023年分别受理
		return name, true
	}
	if !words.YearBefore.In(lead) && !strings.Contains(lead, strconv.Itoa(r.Year-1)+"年") || !period.Before(lead, r.Year, words).Is(r.Year-1) {
		return "", false
	}
	return name, true
}

// WithoutYearBefore is a name without the words before it that say that it is of the year before
// a year: 受理案件 of 上年同期受理案件 and of 2022年受理案件.
func WithoutYearBefore(name string, year int, words *lexicon.Lexicon) string {
	rest := strings.TrimPrefix(name, strconv.Itoa(year-1)+"年")
	if len(rest) == len(name) {
		rest = name[words.YearBefore.Prefix(name):]
	}
	if len(rest) == len(name) {
		return name
	}
	return rest[words.PeriodSpans.Prefix(rest):]
}
