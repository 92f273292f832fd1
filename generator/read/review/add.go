package review

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// add puts in a figure that was not extracted.
func (a *applier) add(i int, quote report.Span) {
	e := &a.rv.file.Figures[i]
	block, row := a.block(quote)
	if block < 0 {
		a.fault(rule.QuoteNotFound, "引文跨了段落", "请只引用含有这个数的那一句。", "figure", i, "quote")
		return
	}
	found := a.numerals(quote, string(e.Value), unitText(e), row)
	switch {
	case len(found) == 0:
		a.notStated(i, quote)
		return
	case e.Which > len(found) || len(found) > 1 && e.Which == 0:
		a.fault(rule.AmbiguousQuote, fmt.Sprintf("这段原文里有 %d 个 %s%s", len(found), e.Value, unitOf(e)),
			"请写上 which，表示其中的第几个，从 1 数起。", "figure", i, "value")
		return
	case e.Unit == nil:
		a.fault(rule.MissingKey, "补充的数字要写 unit（单位）", "请加一行：unit = \"件\"；原文没有单位的写 unit = \"\"。", "figure", i)
		return
	case e.Label == "":
		a.fault(rule.MissingKey, "补充的数字要写 label（名称）", "请加一行，说明数的是什么：label = \"……\"", "figure", i)
		return
	}
	n := found[max(e.Which, 1)-1]
	if a.readOtherwise(i, n.span) {
		return
	}
	text := a.r.Source.Text
	number, _ := numeral.Parse(string(e.Value)) // the quote states it: 96.0 is 96
	f := report.Figure{
		Value: number.String(), Raw: text[n.raw.Start:n.raw.End], Unit: unitText(e), Approx: n.approx,
		Kind: a.kindOf(unitText(e), text[quote.Start:n.span.Start]), Label: e.Label, Quote: e.Quote,
		Span: n.span, QuoteSpan: quote, Block: block, Line: a.r.Source.Line(n.span.Start),
	}
	f.Own = report.OwnLabel(f.Label, f.Quote)
	f.Bound, f.Words = a.words.Bound(text, a.r.Blocks[block].Span, lexicon.Measured{Span: n.span, Unit: f.Unit, Approx: f.Approx})
	f.ID = a.id(&f)
	a.dropUnread(n.span)
	a.confirm(i, a.insert(f))
}

// block is the block that holds a quote, -1 when none does, and whether it is
// a row of a table.
func (a *applier) block(quote report.Span) (index int, row bool) {
	i := sort.Search(len(a.r.Blocks), func(i int) bool { return a.r.Blocks[i].Span.End >= quote.End })
	if i == len(a.r.Blocks) || !a.r.Blocks[i].Span.Contains(quote) {
		return -1, false
	}
	return i, a.r.Blocks[i].Kind == report.BlockRow
}

// id is made like that of an extracted figure, so that it stays when the
// extraction comes to read the figure by itself, if its quote is the same.
func (a *applier) id(f *report.Figure) string {
	var ids report.IDs
	for {
		id := ids.Make('f', fmt.Sprintf("%s\x00%s\x00%d", f.Quote, f.Raw, f.Span.Start-f.QuoteSpan.Start))
		if !a.ids[id] {
			a.ids[id] = true
			return id
		}
	}
}

// insert puts a figure in its place of the text and moves the relations'
// indexes.
func (a *applier) insert(f report.Figure) int {
	at := sort.Search(len(a.r.Figures), func(i int) bool { return a.r.Figures[i].Span.Start > f.Span.Start })
	a.r.Figures = slices.Insert(a.r.Figures, at, f)
	move := func(i *int) {
		if *i >= at {
			*i++
		}
	}
	for i := range a.r.Relations {
		rel := &a.r.Relations[i]
		move(&rel.Result)
		move(&rel.Whole)
		for k := range rel.Parts {
			move(&rel.Parts[k])
		}
	}
	return at
}

// dropUnread takes back the finding that a number was not read.
func (a *applier) dropUnread(sp report.Span) {
	line, column := a.r.Source.Position(sp.Start)
	end := column + utf8.RuneCountInString(strings.TrimRight(a.r.Source.Slice(sp), "\r\n"))
	a.r.Findings = slices.DeleteFunc(a.r.Findings, func(f report.Finding) bool {
		return f.Rule == rule.UnreadNumber && f.File == a.r.Source.Path && f.Line == line && f.Column >= column && f.Column < end
	})
}
