package review

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// maxSuggestions bounds for how many wrong quotes of one file the nearest
// passage is looked for.
const maxSuggestions = 20

// Apply puts what staff say into r: figures are confirmed, relabelled, hidden
// or added, in text order; relations follow. It runs after figures have been
// extracted and before indicators are assigned. What the text does not bear
// out becomes a finding of r at the line of the TOML file, and changes nothing.
// words are those that the figures were read by.
func (rv *Review) Apply(r *report.Report, words *lexicon.Lexicon) {
	if r.Source == nil {
		return
	}
	a := rv.figures(r, words)
	a.dropHidden()
	a.waivers()
	a.disclosure()
	a.corrections()
}

// figures applies the entries about figures.
func (rv *Review) figures(r *report.Report, words *lexicon.Lexicon) *applier {
	a := &applier{rv: rv, r: r, words: words, entryOf: map[string]int{}, ids: map[string]bool{}, passages: &passages{text: r.Source.Text}}
	for i := range r.Figures {
		a.ids[r.Figures[i].ID] = true
	}
	for i := range rv.file.Figures {
		a.entry(i)
	}
	return a
}

// applier applies the entries of a review to a report.
type applier struct {
	rv          *Review
	r           *report.Report
	words       *lexicon.Lexicon
	entryOf     map[string]int  // by the id of the figure that the entry is about
	ids         map[string]bool // of all figures
	passages    *passages
	suggestions int // how often the nearest passage was looked for
}

func (a *applier) fault(id, message, suggestion string, path ...any) {
	f := a.rv.fault(id, message, suggestion, path...)
	if i, ok := entryAt(path); ok && a.rv.file.Figures[i].isDraft() { // nobody has said it
		f.Severity = report.Warning
		f.Suggestion = strings.TrimSuffix(suggestion, "。") + "。这一段还没有核对，也可以运行 draft --update，让程序照现在的报告改过来。"
	} else if ok && id == rule.QuoteNotFound {
		f.Suggestion = strings.TrimSuffix(suggestion, "。") + "。报告改过以后，可以运行 draft --update，让程序找出这句话现在的样子，再请核对一遍。"
	}
	a.r.Findings = append(a.r.Findings, f)
}

// entryAt is the entry that a path into the file leads to.
func entryAt(path []any) (i int, ok bool) {
	if len(path) < 2 || path[0] != "figure" {
		return 0, false
	}
	i, ok = path[1].(int)
	return i, ok
}

// entry applies one [[figure]].
func (a *applier) entry(i int) {
	e := &a.rv.file.Figures[i]
	if e.Quote == "" || e.Value == "" || e.Nth < 0 || e.Which < 0 { // a finding of Parse
		return
	}
	quote, ok := a.locate(e.Quote, e.Nth, "figure", i)
	if !ok {
		return
	}
	found := a.about(e, quote)
	switch {
	case len(found) == 0 && e.Add:
		a.add(i, quote)
	case len(found) == 0:
		a.notFound(i, quote)
	case e.Which > len(found):
		a.fault(rule.AmbiguousQuote, fmt.Sprintf("这段原文里只有 %d 个 %s%s，没有第 %d 个", len(found), e.Value, unitOf(e), e.Which),
			"请改正 which；只有一个时不用写。", "figure", i, "which")
	case len(found) > 1 && e.Which == 0:
		a.fault(rule.AmbiguousQuote, fmt.Sprintf("这段原文里有 %d 个 %s%s", len(found), e.Value, unitOf(e)),
			"请把引文写得短一些，只含要说的那个数；或写上 which = 1，表示其中的第一个。", "figure", i, "value")
	default:
		a.confirm(i, found[max(e.Which, 1)-1])
	}
}

// locate finds where a quote stands.
func (a *applier) locate(quote string, nth int, path ...any) (report.Span, bool) {
	at := append(slices.Clone(path), "quote")
	found := a.passages.of(quote)
	switch {
	case len(found) == 0:
		a.fault(rule.QuoteNotFound, "报告里没有这段原文", a.suggest(quote), at...)
	case nth > len(found):
		a.fault(rule.AmbiguousQuote, fmt.Sprintf("这段原文在报告里只有 %d 处，没有第 %d 处", len(found), nth),
			"请改正 nth；只有一处时不用写。", append(slices.Clone(path), "nth")...)
	case len(found) > 1 && nth == 0:
		a.fault(rule.AmbiguousQuote, fmt.Sprintf("这段原文在报告里有 %d 处（%s）", len(found), a.lines(found)),
			"请把引文写得长一些，使它只有一处；或写上 nth = 1，表示第一处。", at...)
	default:
		return found[max(nth, 1)-1], true
	}
	return report.Span{}, false
}

// lines names the first few lines where something stands.
func (a *applier) lines(found []report.Span) string {
	var names []string
	last := 0
	for _, sp := range found {
		line := a.r.Source.Line(sp.Start)
		if line == last {
			continue
		}
		if last = line; len(names) == 5 {
			return strings.Join(names, "、") + "……"
		}
		names = append(names, fmt.Sprintf("第 %d 行", line))
	}
	return strings.Join(names, "、")
}

// suggest says which passage a wrong quote was probably copied from.
func (a *applier) suggest(quote string) string {
	if a.suggestions++; a.suggestions <= maxSuggestions {
		if near := nearest(a.r.Source.Text, quote); near != "" {
			return "原文可能是：" + near
		}
	}
	return "请从报告里原样复制，标点和空格也要一样。"
}

// about is the extracted figures that an entry can be about: those of its quote
// that have its value and unit.
func (a *applier) about(e *figureEntry, quote report.Span) []int {
	return slices.DeleteFunc(figuresIn(a.r, quote), func(i int) bool {
		f := &a.r.Figures[i]
		return !sameValue(f.Value, string(e.Value)) || e.Unit != nil && !sameUnit(f.Unit, *e.Unit)
	})
}

// figuresIn is the figures whose words stand in a quote, in text order, as all
// figures are.
func figuresIn(r *report.Report, quote report.Span) []int {
	var found []int
	first := sort.Search(len(r.Figures), func(i int) bool { return r.Figures[i].Span.Start >= quote.Start })
	for i := first; i < len(r.Figures) && r.Figures[i].Span.Start < quote.End; i++ {
		if quote.Contains(r.Figures[i].Span) {
			found = append(found, i)
		}
	}
	return found
}

// notFound says why an entry is about no figure.
func (a *applier) notFound(i int, quote report.Span) {
	e := &a.rv.file.Figures[i]
	_, row := a.block(quote)
	if found := a.numerals(quote, string(e.Value), unitText(e), row); len(found) > 0 {
		if a.readOtherwise(i, found[0].span) {
			return
		}
		a.fault(rule.FigureNotFound, fmt.Sprintf("原文里有 %s%s，但没有把它当作数据提取", e.Value, unitOf(e)),
			"要把它补上，请再写一行：add = true", "figure", i, "value")
		return
	}
	a.notStated(i, quote)
}

// readOtherwise reports a number that was extracted with another value or unit.
func (a *applier) readOtherwise(i int, sp report.Span) bool {
	other := slices.IndexFunc(a.r.Figures, func(f report.Figure) bool { return f.Span.Start < sp.End && sp.Start < f.Span.End })
	if other < 0 {
		return false
	}
	f := &a.r.Figures[other]
	a.fault(rule.ValueNotInQuote, fmt.Sprintf("这个数已经提取为 %s%s", f.Value, f.Unit), "请照这个数值和单位写，不用写 add。", "figure", i, "value")
	return true
}

// notStated says that the quote of an entry does not state its value, and what
// it states.
func (a *applier) notStated(i int, quote report.Span) {
	const most = 5
	e := &a.rv.file.Figures[i]
	var stated []string
	for _, k := range figuresIn(a.r, quote) {
		if f := &a.r.Figures[k]; len(stated) < most {
			stated = append(stated, f.Value+f.Unit)
		}
	}
	suggestion := "数值要与原文一致；万、亿要换算成个，只有后面是“元”时留在单位里，如 25.63 和 \"万元\"。"
	if len(stated) > 0 {
		suggestion = "这段原文里的数是：" + strings.Join(stated, "、") + "。"
	}
	a.fault(rule.ValueNotInQuote, fmt.Sprintf("原文没有写 %s%s", e.Value, unitOf(e)), suggestion, "figure", i, "value")
}

// confirm applies an entry to the figure that it is about.
func (a *applier) confirm(i, figure int) {
	e, f := &a.rv.file.Figures[i], &a.r.Figures[figure]
	if other, ok := a.entryOf[f.ID]; ok {
		a.fault(rule.DuplicateFigure, fmt.Sprintf("这个数字在第 %d 行已经写过", a.rv.doc.Line("figure", other)), "请只留一处。", "figure", i, "quote")
		return
	}
	a.entryOf[f.ID] = i
	f.Reviewed = e.Status == "" || e.Status == statusConfirmed
	f.Hidden = e.Hide
	if e.Label != "" && e.Label != f.Label { // of a cell, the heads of row and column are its own
		f.Label, f.Own = e.Label, report.OwnLabel(e.Label, f.Quote)
	}
	if e.Series != nil {
		f.Series = strings.TrimSpace(*e.Series)
	}
	if e.Indicator == nil {
		return
	}
	theme := ""
	if c := a.rv.Catalogue; c != nil && *e.Indicator != "" {
		var ok bool
		if theme, ok = c.ThemeOf(*e.Indicator); !ok {
			a.fault(rule.UnknownIndicator, fmt.Sprintf("指标目录里没有“%s”", *e.Indicator), c.SuggestID(*e.Indicator), "figure", i, "indicator")
			return
		}
	}
	f.Indicator, f.Theme, f.Settled = *e.Indicator, theme, true
}

// dropHidden takes the figures that staff have hidden out of the relations.
func (a *applier) dropHidden() {
	hidden := func(i int) bool { return i >= 0 && a.r.Figures[i].Hidden }
	kept := a.r.Relations[:0]
	for _, rel := range a.r.Relations {
		shown := slices.DeleteFunc(slices.Clone(rel.Parts), hidden)
		lost := len(shown) < len(rel.Parts)
		if hidden(rel.Result) || hidden(rel.Whole) || lost && (rel.Kind != report.RelationPart || len(shown) == 0) {
			continue // nothing is left to compare
		}
		if lost {
			rel.Parts, rel.Complete = shown, false
		}
		kept = append(kept, rel)
	}
	a.r.Relations = kept
}

// waivers looks for the quotes of the waivers.
func (a *applier) waivers() {
	for i, w := range a.rv.file.Waivers {
		if w.Quote != "" && w.Nth >= 0 {
			a.locate(w.Quote, w.Nth, "waiver", i)
		}
	}
}

// unitText is the unit of an entry, "" when it has none.
func unitText(e *figureEntry) string {
	if e.Unit == nil {
		return ""
	}
	return *e.Unit
}

// unitOf is the unit as messages show it after the value.
func unitOf(e *figureEntry) string {
	if u := unitText(e); u != "" {
		return " " + u
	}
	return ""
}
