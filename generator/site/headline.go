package site

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

const (
	heads        = 6  // how many figures a report is announced with
	headlineMost = 25 // characters of the sentence of one
	unranked     = 9  // behind all ranks of the catalogue
)

// headline is the figures that announce the report, each as a short sentence
// with its change on the year before: 法律援助案件1287件，比上年多123件.
func (in *Input) headline() []headlineItem {
	r, items := in.Report, []headlineItem{}
	for _, i := range in.surveyed().headline {
		f := &r.Figures[i]
		item := headlineItem{Before: in.announcing(i), Href: "#" + f.ID}
		item.Number, item.Unit = split(r.Printed(f), f.Unit)
		if f.Subject() == "" {
			c := r.ClauseOf(i)
			item.Before, item.After = c.Before, c.After
			item.Number, item.Unit = split(c.Words, f.Unit)
		}
		items = append(items, in.withChange(item, i))
	}
	return items
}

// withChange adds to the sentence of figure i its change on the year before, in the
// words that there is room for. Where the report's own name of the figure leaves none,
// the catalogue's may: 各级调解组织调解矛盾纠纷2.58万件 is 调解矛盾纠纷 of the catalogue.
func (in *Input) withChange(item headlineItem, i int) headlineItem {
	names := []string{item.Before}
	if name := in.indicatorName(in.Report.Figures[i].Indicator); name != "" && item.After == "" {
		names = append(names, name)
	}
	for _, name := range names {
		said := utf8.RuneCountInString(name + item.Number + item.Unit + item.After)
		for _, change := range in.changed(i) {
			if said+utf8.RuneCountInString("，"+change) <= headlineMost {
				item.Before, item.Change = name, change
				return item
			}
		}
	}
	return item
}

// announcing is what a figure is called where it announces the report: as the
// report calls it or, where that is long or made of the heads of a table, as the
// catalogue does.
func (in *Input) announcing(i int) string {
	r := in.Report
	f := &r.Figures[i]
	subject, name := f.Subject(), in.indicatorName(f.Indicator)
	long := utf8.RuneCountInString(subject) > headlineMost/2
	if name != "" && (subject == "" || r.Blocks[f.Block].Kind == report.BlockRow || long && len(name) < len(subject)) {
		return name
	}
	if subject != "" {
		return subject
	}
	return r.ClauseOf(i).Plain()
}

// changed says how figure i differs from last year's, in full and shortly: 比上年多123件,
// 上年1164件. Where one of the two is about or a bound, only what it was is sure. It
// is nothing where last year is not known or the two may not be compared.
func (in *Input) changed(i int) []string {
	at := slices.IndexFunc(in.LastYear.Links, func(l series.Link) bool { return l.Now == i })
	switch {
	case at < 0:
		return nil
	case in.LastYear.Links[at].Break != nil: // said in place of a change
		return []string{"口径有变化，与上年不可比", "口径有变化"}
	}
	previous := in.LastYear.Previous
	f, g := &in.Report.Figures[i], &previous.Figures[in.LastYear.Links[at].Before]
	was := "上年" + previous.Printed(g)
	if difference := chart.Change(f, g); difference != "" {
		return []string{difference, was}
	}
	return []string{was}
}

// split parts the words of a figure from the unit that ends them: 528余, 次.
func split(display, unit string) (number, rest string) {
	if n, ok := strings.CutSuffix(display, unit); ok && n != "" {
		return n, unit
	}
	return display, ""
}

// contender is a figure that might announce the report.
type contender struct {
	figure int
	rank   int    // of its indicator
	order  int    // of its indicator in the catalogue
	theme  string // "" for no indicator
	linked bool   // last year's report has it too
	size   float64
}

// headlines picks the figures that announce the report by what readers want to
// know: the rank of the indicator, then what last year's report states too, so
// that there is a change to tell and a body is announced with the same each year,
// then size. Each theme has one before any has two. Figures of no indicator fill
// up what is left; figures without a label announce a report only where none has one.
func (in *Input) headlines(earlier []bool) []int {
	var known, rest, unnamed []contender
	for _, c := range in.contenders(earlier) {
		switch {
		case in.Report.Figures[c.figure].Label == "":
			unnamed = append(unnamed, c)
		case c.theme == "":
			rest = append(rest, c)
		default:
			known = append(known, c)
		}
	}
	slices.SortStableFunc(known, func(a, b contender) int {
		return cmp.Or(a.rank-b.rank, cmp.Compare(truth(b.linked), truth(a.linked)), a.order-b.order)
	})
	chosen := spread(known)
	if len(chosen) == 0 && len(rest) == 0 {
		rest = unnamed
	}
	chosen = append(chosen, rest...)
	chosen = chosen[:min(heads, len(chosen))]
	figures := make([]int, 0, len(chosen))
	for _, c := range chosen {
		figures = append(figures, c.figure)
	}
	return figures
}

// spread orders contenders so that of the first two ranks each theme has one
// before any has two, the large before the small.
func spread(known []contender) []contender {
	const wanted = 2 // ranks below are behind a second figure of a theme
	var first, second, last []contender
	seen := map[string]bool{}
	for _, c := range known {
		switch {
		case c.rank > wanted:
			last = append(last, c)
		case seen[c.theme]:
			second = append(second, c)
		default:
			first = append(first, c)
			seen[c.theme] = true
		}
	}
	slices.SortStableFunc(first, func(a, b contender) int { return cmp.Or(a.rank-b.rank, cmp.Compare(b.size, a.size)) })
	return slices.Concat(first, second, last)
}

// contenders are the figures that may announce the report, in text order, of
// each indicator one: what has a label, the total that others are parts of, what stands in a
// sentence rather than in a table, the first.
func (in *Input) contenders(earlier []bool) []contender {
	r := in.Report
	total, linked := make([]bool, len(r.Figures)), make([]bool, len(r.Figures))
	for _, rel := range r.Relations {
		if rel.Kind != report.RelationChange && rel.Whole >= 0 {
			total[rel.Whole] = true
		}
	}
	for _, l := range in.LastYear.Links {
		linked[l.Now] = l.Break == nil
	}
	better := func(i, k int) bool { // i rather than k
		if a, b := r.Figures[i].Label != "", r.Figures[k].Label != ""; a != b {
			return a
		}
		rowI, rowK := r.Blocks[r.Figures[i].Block].Kind == report.BlockRow, r.Blocks[r.Figures[k].Block].Kind == report.BlockRow
		return total[i] && !total[k] || total[i] == total[k] && rowK && !rowI
	}
	years := in.dataYears(earlier)
	var all []contender
	at := map[string]int{} // indicator -> index in all
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || earlier[i] || f.Kind == report.KindChange || years[i] != 0 && years[i] != r.Year {
			continue // 2022年调解338件 is no news of 2023
		}
		c := contender{figure: i, rank: unranked, order: math.MaxInt32, linked: linked[i]}
		if d, ok := f.Decimal(); ok && f.Kind != report.KindRate {
			c.size = d.Float64()
		}
		if f.Indicator == "" {
			all = append(all, c)
			continue
		}
		c.theme = cmp.Or(f.Theme, f.Indicator)
		in.ranked(&c, f.Indicator)
		k, seen := at[f.Indicator]
		switch {
		case !seen:
			at[f.Indicator] = len(all)
			all = append(all, c)
		case better(i, all[k].figure):
			all[k] = c
		}
	}
	return all
}

// ranked gives a contender what the catalogue says of its indicator.
func (in *Input) ranked(c *contender, id string) {
	if in.Catalogue == nil {
		return
	}
	if i, ok := in.Catalogue.Index(id); ok {
		c.order = i
	}
	if ind, ok := in.Catalogue.Get(id); ok && ind.Rank > 0 {
		c.rank = ind.Rank
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
