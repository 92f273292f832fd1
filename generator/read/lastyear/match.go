package lastyear

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// name is what a figure counts: an indicator, or a label with its unit.
type name struct{ indicator, label, unit string }

// indicatorOf is the name by a figure's indicator; false where it has none.
func indicatorOf(f *report.Figure) (name, bool) {
	return name{indicator: f.Indicator}, f.Indicator != ""
}

// laterValue is what package figure puts in brackets behind the label of the
// second of two values: 出庭率（后）.
const laterValue = "后"

// labelOf is the name by a figure's label, without what says which of two
// values it is: 出庭率 of 出庭率（后） and of 出庭率（2022年）.
func (c *comparer) labelOf(f *report.Figure) name {
	label := f.Label
	if before, in, ok := bracket(label); ok && before != "" && (in == laterValue || c.words.YearItself.Has(in) || yearOf(in) != 0) {
		label = before
	}
	return name{label: label, unit: f.Unit}
}

// bracket parts a label that ends in brackets: 出庭率 and 2022年 of
// 出庭率（2022年）.
func bracket(label string) (before, in string, ok bool) {
	open := strings.LastIndex(label, "（")
	if open < 0 || !strings.HasSuffix(label, "）") {
		return label, "", false
	}
	return label[:open], strings.TrimSuffix(label[open+len("（"):], "）"), true
}

// yearOf is the year of 2022年 or 2022年度, 0 for anything else.
func yearOf(s string) int {
	year, _ := numeral.Year(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
	return year
}

// several marks a name that a report states with different values.
const several = -1

// index is the figures of one report by name.
type index map[name]int

func (x index) note(k name, figures []report.Figure, i int) {
	if at, ok := x[k]; ok && (at == several || figures[at].Value != figures[i].Value) {
		x[k] = several
		return
	}
	x[k] = i
}

// index is the index of a report's figures with the names asked for: few are.
func (c *comparer) index(r *report.Report, asked map[name]bool) index {
	x := index{}
	old := earlierValues(r, c.words)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || f.Kind == report.KindChange || old[i] {
			continue
		}
		if k, ok := indicatorOf(f); ok && asked[k] {
			x.note(k, r.Figures, i)
		}
		if k := c.labelOf(f); asked[k] {
			x.note(k, r.Figures, i)
		}
	}
	return x
}

// earlierValues marks the figures that are what another was before: 88% of
// 由88%提高到100%.
func earlierValues(r *report.Report, words *lexicon.Lexicon) map[int]bool {
	old := map[int]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && len(rel.Parts) > 0 {
			old[rel.Parts[0]] = true
		}
	}
	for _, p := range Pairs(r, words) {
		old[p.Earlier] = true
	}
	return old
}

// changedNames are the names of all figures of the report that have changed, to
// which claims are made.
func (c *comparer) changedNames() map[name]bool {
	names := map[name]bool{}
	for k := range c.r.Relations {
		rel := &c.r.Relations[k]
		if rel.Kind != report.RelationChange || !isFigure(c.r, rel.Whole) {
			continue
		}
		f := &c.r.Figures[rel.Whole]
		names[c.labelOf(f)] = true
		if k, ok := indicatorOf(f); ok {
			names[k] = true
		}
	}
	for _, p := range c.spoken {
		f := &c.r.Figures[p.Current]
		names[c.labelOf(f)] = true
		if k, ok := indicatorOf(f); ok {
			names[k] = true
		}
	}
	return names
}

// isFigure reports whether i is the index of a figure of r; a relation gives -1
// for what it has not.
func isFigure(r *report.Report, i int) bool { return i >= 0 && i < len(r.Figures) }

// shortestLabel is how many characters a label needs to say by itself what is
// counted. Of 罚款 or 立案 only the sentence says what.
const shortestLabel = 4

// find is the figure of the earlier report that counts what figure i does.
func (c *comparer) find(i int) (int, bool) {
	if c.then == nil {
		names := c.changedNames()
		c.now, c.then = c.index(c.r, names), c.index(c.previous, names)
	}
	f := &c.r.Figures[i]
	if k, ok := indicatorOf(f); ok {
		at, found := c.then[k]
		return at, found && at != several && c.now[k] != several && c.previous.Figures[at].Unit == f.Unit
	}
	k := c.labelOf(f)
	if utf8.RuneCountInString(k.label) < shortestLabel {
		return 0, false
	}
	here, foundHere := c.now[k]
	at, found := c.then[k]
	return at, found && foundHere && at != several && here != several && c.previous.Figures[at].Indicator == ""
}
