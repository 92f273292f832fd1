package check

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// restated is two figures of a report that say of one thing two numbers, in
// text order.
type restated struct {
	a, b     int
	verbatim bool // in the same words: nothing says that one of them counts less
}

// restatements are those of the report, found once.
func (in *Input) restatements() []restated { return in.pairs.Get(in.Report, in.findRestatements) }

// findRestatements finds what a report states twice with different values. Two
// figures are of one thing when the catalogue or their labels say so, and no
// word of their sentences makes one of them narrower than the other: a street,
// a half-year, a campaign. A figure in other words that is said to be of less
// is a contradiction only when it is more.
func (in *Input) findRestatements() []restated {
	r := in.Report
	ahead := in.aheadOf()
	skip := otherTimes(r)
	named := make(map[restateKey]*firstOnes, 2*len(r.Figures))
	var out []restated
	for i := range r.Figures {
		f := &r.Figures[i]
		if skip[i] || !restatable(r, ahead, f) || in.otherScope(f) {
			continue
		}
		indicator, label := in.restateKeys(i)
		for _, key := range [...]restateKey{indicator, label} {
			if key == (restateKey{}) {
				continue
			}
			first := named[key]
			if first == nil {
				first = &firstOnes{}
				named[key] = first
			}
			for _, j := range first.at[:first.n] {
				if pair, ok := in.restate(int(j), i, key.isIndicator); ok && (len(out) == 0 || out[len(out)-1].b != i) {
					out = append(out, pair)
				}
			}
			if int(first.n) < len(first.at) {
				first.at[first.n] = int32(i)
				first.n++
			}
		}
		if len(out) > 2*mostFindings {
			break
		}
	}
	return out
}

// rowsOfOne reports whether two figures stand in rows of one table, which are of
// different things.
func rowsOfOne(r *report.Report, a, b *report.Figure) bool {
	x, y := &r.Blocks[a.Block], &r.Blocks[b.Block]
	return a.Block != b.Block && x.Kind == report.BlockRow && y.Kind == report.BlockRow && x.Table == y.Table
}

// otherColumns reports whether two figures stand in tables below different heads:
// what is counted of a street is another thing in each.
func otherColumns(r *report.Report, a, b *report.Figure) bool {
	if r.Blocks[a.Block].Kind != report.BlockRow || r.Blocks[b.Block].Kind != report.BlockRow {
		return false
	}
	return a.Label[max(0, strings.LastIndex(a.Label, "（")):] != b.Label[max(0, strings.LastIndex(b.Label, "（")):]
}

// firstOnes are the earlier figures of one name that each is compared with.
type firstOnes struct {
	at [4]int32
	n  int32
}

// restateKey is a name under which a figure can be met again.
type restateKey struct {
	name        string // an indicator's or a label's
	unit        string // of a label: for all that count the same
	kind        report.Kind
	isIndicator bool
}

// otherTimes marks the figures of another year, and the items of lists, whose
// labels leave out what the list is of.
func otherTimes(r *report.Report) []bool {
	skip := make([]bool, len(r.Figures))
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind == report.RelationRate {
			continue
		}
		for _, i := range rel.Parts {
			if i >= 0 && i < len(skip) && (rel.Kind == report.RelationChange || rel.Whole < i && !isTotalOf(r, rel)) {
				skip[i] = true
			}
		}
	}
	return skip
}

// isTotalOf reports whether the whole of a relation follows its parts.
func isTotalOf(r *report.Report, rel *report.Relation) bool {
	return len(rel.Parts) > 0 && r.Figures[rel.Whole].Span.Start > r.Figures[rel.Parts[0]].Span.Start
}

// restatable reports whether a figure is an exact result of the year.
func restatable(r *report.Report, ahead []bool, f *report.Figure) bool {
	if f.Hidden || f.Target || !f.Exact() || f.Unit == "" || f.Kind == report.KindChange {
		return false
	}
	if year, at, end := yearIn(f.Label); year > 0 && year != r.Year && strings.HasSuffix(f.Label[:at], "（") && strings.HasPrefix(f.Label[end:], "）") {
		return false // the column of another year
	}
	heading := r.Blocks[f.Block].Heading
	return r.Opens(f.Block) || heading >= 0 && !ahead[heading]
}

// otherScope reports whether the head of a figure's row or column says that it
// counts less than all of the year, or more: 历年累计.
func (in *Input) otherScope(f *report.Figure) bool {
	return in.Report.Blocks[f.Block].Kind == report.BlockRow && in.Words.CheckColumnScopes.In(f.Label)
}

// aheadOf marks the headings under which no results are stated: plans, those
// of a later year among them, and shortcomings.
func (in *Input) aheadOf() []bool {
	r := in.Report
	s := sectionsOf(r)
	later, level := false, 0
	for i := range r.Headings {
		h := &r.Headings[i]
		if !later || h.Level <= level {
			year, _, _ := yearIn(h.Text)
			later = year > r.Year && r.Year > 0 || in.saysTasks(h.Text)
			level = h.Level
		}
		s.plan[i] = s.plan[i] || later || s.shortcoming[i]
	}
	return s.plan
}

// saysTasks reports whether a heading names what is to be done.
func (in *Input) saysTasks(heading string) bool {
	return in.Words.CheckTasks.In(heading) && !in.Words.HeadingDone.In(heading)
}

// restateKeys are the names under which a figure can be met again: its
// indicator, and its label with a unit of the same sort. Both are zero where
// there is none.
func (in *Input) restateKeys(i int) (indicator, label restateKey) {
	r := in.Report
	f := &r.Figures[i]
	if name := cmp.Or(f.Indicator, f.Contested); name != "" {
		indicator = restateKey{name: name, isIndicator: true}
	}
	name := f.Label
	if r.Blocks[f.Block].Kind == report.BlockRow {
		if at := strings.LastIndex(name, "（"); at > 0 {
			name = name[:at]
		}
	}
	name = in.trimGeneric(name)
	if utf8.RuneCountInString(name) >= 4 && !in.isSumWord(name) {
		label = restateKey{name: name, unit: in.unitSort(f.Unit), kind: f.Kind}
	}
	return indicator, label
}

// isSumWord reports whether a label names a sum, of what stands before it.
func (in *Input) isSumWord(label string) bool {
	return in.Words.CheckTotals.Suffix(label) > 0 || in.Words.CheckRest.Prefix(label) > 0
}

// unitSort is one unit for all that may be said of the same thing: 件 for 起 and
// 宗, 人 for 名.
func (in *Input) unitSort(unit string) string {
	unit = in.Words.FirstUnit(unit)
	for _, word := range in.Words.CheckUnitsAlike.Words() {
		if word.Text == unit {
			return word.As
		}
	}
	return unit
}

// restate compares figure j with figure i, which stands after it and bears the
// same name.
func (in *Input) restate(j, i int, byIndicator bool) (restated, bool) {
	r := in.Report
	a, b := &r.Figures[j], &r.Figures[i]
	if a.Unit != b.Unit && (a.Kind != report.KindCount || in.unitSort(a.Unit) != in.unitSort(b.Unit)) ||
		numeral.Alike(a.Value, a.Raw, b.Value, b.Raw) || a.Block == b.Block || rowsOfOne(r, a, b) || otherColumns(r, a, b) || a.Settled && b.Settled && a.Indicator != b.Indicator {
		return restated{}, false
	}
	if a.Settled && b.Settled && a.Indicator != "" {
		return restated{a: j, b: i}, true // staff say that they are one thing
	}
	x, y := in.scopeOf(j), in.scopeOf(i)
	if !x.sameAs(y) || !y.total && !y.alone || !x.total && !x.alone {
		return restated{}, false
	}
	switch {
	case x.words == y.words:
		return restated{j, i, utf8.RuneCountInString(x.words) >= 6}, true
	case len(x.marks) > 0:
		return restated{}, false // one street and another
	case lexicon.SaysMore(y.words, x.words):
		return restated{a: j, b: i}, more(b, a)
	case lexicon.SaysMore(x.words, y.words):
		return restated{a: j, b: i}, more(a, b)
	}
	return restated{a: j, b: i}, byIndicator
}

func more(a, b *report.Figure) bool {
	x, okX := a.Decimal()
	y, okY := b.Decimal()
	return okX && okY && x.Cmp(y) > 0
}
