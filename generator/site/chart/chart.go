// Package chart turns the figures of a report into what its page draws: one
// group a theme, and of those that belong to none one a section; in it charts of
// figures that may share an axis, and a list of key numbers for those that share
// one with nothing. A chart is rows; a row
// is the bar, the table row and the link back to the sentence at once, and the
// generator, not a template, decides order, lengths and wording.
//
// What may stand on one axis:
//
//   - Nothing without a reason why it may; see Proof. Figures that merely share a
//     measure word are rows of a list.
//   - Never two kinds, a goal beside a result, or two units but those that count the
//     same things. Never a value of which the text gives a bound alone, nor one that
//     has no label.
//   - A whole and its parts, known from the text (其中…) or from a rate that
//     counts both, are drawn as parts of that whole. The rate as printed is a
//     row of the same chart without a bar: it says what the bar shows.
//   - The same thing at two times (由A到B, two columns of a table that are
//     headed by years) is drawn as a comparison.
//   - Counts, amounts or percentages of one noun, or of one column of a table, are
//     bars from zero; percentages on an axis of 0–100 %. Rows keep the order of the
//     text: the reader who follows a bar to its sentence, or hears the table read
//     aloud beside it, meets them in the order in which the body told them.
//   - A change (增长12.6%) is never a bar: it is a relation, not a quantity.
//
// Every figure that staff have not hidden is in exactly one row.
package chart

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Kind says how the rows of a chart are to be read.
type Kind string

// Kinds of chart.
const (
	Bars    Kind = "bars"    // one noun or column, length = value ÷ largest
	Part    Kind = "part"    // the first row is the whole, length = value ÷ whole
	Rates   Kind = "rates"   // the same of percentages, on an axis of 0–100 %
	Compare Kind = "compare" // the same thing, earlier first
)

// Group is what a report states in figures on one theme, or, of figures of no
// theme, in one section.
type Group struct {
	ID      string // g1, g2, … in order
	Theme   string // id; "" for a section
	Title   string // the theme's name; the heading as printed, or what stands for it before the first one
	Href    string // of a section: "#" and the id of the heading, or of the first block with a figure
	Charts  []Chart
	Numbers []Row // key numbers, in text order
}

// Chart is figures on one axis.
type Chart struct {
	ID       string // c1, c2, … in order
	Kind     Kind
	Proof    Proof // why its rows may be compared
	Title    string
	Unit     string // "" where its rows have several that count the same things
	Sentence string // one Chinese sentence that says what the chart shows
	Rows     []Row
}

// Row is one figure.
type Row struct {
	ID        string // of the figure
	Label     string // "" where the figure has none: Clause is shown
	Clause    report.Clause
	Display   string // the words of the text: 528余次; in a table with the unit of its column
	Width     string // length of the bar in percent of the axis, at most one decimal; "" without a bar
	Quote     string // the clause, verbatim; "" where label and display say all of it, or the row above quotes it
	Note      string // what was computed from it, in words; "" for nothing
	Indicator string // id in the catalogue, or ""
	Target    bool   // a goal, which the label does not say

	figure int // index in Report.Figures
}

// Index is the index of the row's figure in Report.Figures.
func (r *Row) Index() int { return r.figure }

// Build makes the groups of a report: themes in the order given, then the
// sections of what belongs to none of them. What may be compared is found by the
// words that the report was read by.
func Build(r *report.Report, themes []Theme, words *lexicon.Lexicon) []Group {
	b := newBuilder(r, themes, words)
	lots := b.lots()
	groups := make([]Group, 0, len(themes)+1)
	add := func(g Group) {
		g.ID = "g" + strconv.Itoa(len(groups)+1)
		for i := range g.Charts {
			b.charts++
			g.Charts[i].ID = "c" + strconv.Itoa(b.charts)
		}
		groups = append(groups, g)
	}
	for _, t := range themes {
		g := Group{Theme: t.ID, Title: t.Name}
		for k := range lots {
			if c := &lots[k]; c.theme == t.ID && !c.shown {
				b.fill(&g, c.figures)
				c.shown = true
			}
		}
		if len(g.Charts)+len(g.Numbers) > 0 {
			add(g)
		}
	}
	for _, s := range b.sections(lots) {
		g := Group{Title: s.title, Href: s.href}
		for _, figures := range s.lots {
			b.fill(&g, figures)
		}
		add(g)
	}
	return groups
}

// builder holds what is known of one report while its groups are made.
type builder struct {
	r       *report.Report
	words   *lexicon.Lexicon
	values  []value
	taken   []bool // figures that have their row
	themes  []string
	lot     []int // of the figure: lots are numbered in text order of their first figures
	grid    *grid
	related [][]*report.Relation // by the lot of their whole
	results []*report.Relation   // by the figure that is their result
	charts  int
}

func newBuilder(r *report.Report, known []Theme, words *lexicon.Lexicon) *builder {
	n := len(r.Figures)
	b := &builder{r: r, words: words, values: make([]value, n), taken: make([]bool, n), themes: themes(r, known), lot: make([]int, n), grid: newGrid(r),
		results: make([]*report.Relation, n)}
	for i := range r.Figures {
		f := &r.Figures[i]
		b.values[i] = drawn(f)
	}
	b.related = make([][]*report.Relation, b.number())
	for k := range r.Relations {
		rel := &r.Relations[k]
		if !usable(r, rel) || rel.Whole < 0 {
			continue
		}
		at := b.lot[rel.Whole]
		b.related[at] = append(b.related[at], rel)
		if rel.Result >= 0 && b.results[rel.Result] == nil {
			b.results[rel.Result] = rel
		}
	}
	return b
}

// fill adds the figures of one lot. The order of the steps is the order of
// preference: what the text itself relates comes before what merely shares a
// unit.
func (b *builder) fill(g *Group, figures []int) {
	var charts []Chart
	charts = append(charts, b.tableCompares(figures)...)
	charts = append(charts, b.parts(figures)...)
	charts = append(charts, b.compares(figures)...)
	charts = append(charts, b.bars(figures)...)
	slices.SortFunc(charts, func(a, b Chart) int { return a.Rows[0].figure - b.Rows[0].figure })
	for i := range charts {
		b.quoteOnce(charts[i].Rows)
	}
	g.Charts = append(g.Charts, charts...)
	first, rest := len(g.Numbers), 0
	for _, i := range figures {
		if !b.taken[i] {
			rest++
		}
	}
	g.Numbers = slices.Grow(g.Numbers, rest)
	for _, i := range figures {
		if !b.taken[i] {
			row := b.row(i)
			row.Note = b.note(i)
			g.Numbers = append(g.Numbers, row)
		}
	}
	b.quoteOnce(g.Numbers[first:])
}

// quoteOnce leaves out a clause that a row above has quoted already, and rows of
// tables, of which the name of the figure says all.
func (b *builder) quoteOnce(rows []Row) {
	quoted := map[report.Span]bool{}
	for i := range rows {
		row := &rows[i]
		f := &b.r.Figures[row.figure]
		if sp := f.QuoteSpan; b.r.Blocks[f.Block].Kind == report.BlockRow || quoted[sp] && sp.Len() > 0 {
			row.Quote = ""
		} else if row.Quote != "" {
			quoted[sp] = true
		}
	}
}

// row is the row of figure i, which from now on is taken.
func (b *builder) row(i int) Row {
	f := &b.r.Figures[i]
	b.taken[i] = true
	row := Row{ID: f.ID, Label: f.ShownLabel(), Display: b.r.Printed(f), Quote: f.Quote, Indicator: f.Indicator, figure: i}
	row.Target = f.Target && !strings.Contains(row.Label, "目标")
	switch rest, ok := strings.CutPrefix(row.Quote, row.Label); {
	case row.Label == "":
		row.Clause = b.r.ClauseOf(i)
	case ok && (rest == "" || rest == row.Display):
		row.Quote = ""
	}
	return row
}
