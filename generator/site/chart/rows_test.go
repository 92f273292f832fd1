package chart

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// TestEveryFigureHasOneRow invents reports, with relations that no extraction
// would give, and checks what a reader relies on: every figure that is not
// hidden has exactly one row, and what has a bar on one axis may share it.
func TestEveryFigureHasOneRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := invent(t)
		oneRowEach(t, r)
		byID := map[string]*report.Figure{}
		for i := range r.Figures {
			byID[r.Figures[i].ID] = &r.Figures[i]
		}
		for _, g := range Build(r, shown, lexicon.Builtin()) {
			for _, c := range g.Charts {
				soundChart(t, c, byID)
				if why := unproven(r, &c); why != "" {
					t.Errorf("%s: %+v", why, c)
				}
			}
			for _, row := range g.Numbers {
				if row.Width != "" {
					t.Errorf("key number %s has a bar", row.ID)
				}
			}
		}
		Checks(r, lastyear.Comparison{})
	})
}

func soundChart(t *rapid.T, c Chart, figures map[string]*report.Figure) {
	if c.Title == "" || c.Sentence == "" || len(c.Rows) < 2 {
		t.Errorf("chart without words or rows: %+v", c)
	}
	var first *report.Figure
	for i, row := range c.Rows {
		f := figures[row.ID]
		if f.Label == "" && c.Kind != Compare {
			t.Errorf("%s has no label and a row in a chart", f.ID)
		}
		if row.Width == "" {
			if c.Kind == Bars || c.Kind == Rates || f.Kind != report.KindRate && f.Kind != report.KindChange {
				t.Errorf("%s row without a bar: %+v", c.Kind, row)
			}
			continue
		}
		w, err := strconv.ParseFloat(row.Width, 64)
		if err != nil || w < 0 || w > 100 || len(row.Width) > len("99.9") {
			t.Errorf("width %q", row.Width)
		}
		if c.Kind == Part && i == 0 && row.Width != "100" {
			t.Errorf("the whole is %s%% of itself", row.Width)
		}
		if first == nil {
			first = f
		}
		if !lexicon.Builtin().SameUnit(f.Unit, first.Unit) || f.Kind != first.Kind || f.Target != first.Target || c.Unit != "" && f.Unit != c.Unit || f.Kind == report.KindChange {
			t.Errorf("%s and %s share the axis of %+v", f.Quote, first.Quote, c)
		}
	}
}

// invent makes a report of figures, sections and relations at random.
func invent(t *rapid.T) *report.Report {
	r := &report.Report{Source: report.NewSource("x.txt", "指标\t2022年\t2023年\n"), Year: 2023}
	text := r.Source.Text
	r.Blocks = append(r.Blocks, report.Block{ID: "p0", Kind: report.BlockRow, Span: report.Span{End: len(text) - 1}, Heading: -1})
	r.Tables = append(r.Tables, report.Table{Caption: -1, First: 0, Rows: 1, Heads: 1, Nested: -1})
	n := rapid.IntRange(0, 30).Draw(t, "figures")
	for i := range n {
		if rapid.IntRange(0, 3).Draw(t, "new heading") == 0 {
			r.Headings = append(r.Headings, report.Heading{ID: "h" + strconv.Itoa(i), Number: "一、", Text: "节", Item: rapid.Bool().Draw(t, "item")})
		}
		value := rapid.SampledFrom([]string{"0", "1", "2", "2", "50", "96.2", "100", "250", "1e999", "-3", ""}).Draw(t, "value")
		f := report.Figure{
			ID: "f" + strconv.Itoa(i), Value: value, Raw: value, Block: len(r.Blocks),
			Unit:   rapid.SampledFrom([]string{"件", "人", "%", "万元", "", "\u202e"}).Draw(t, "unit"),
			Kind:   rapid.SampledFrom([]report.Kind{report.KindCount, report.KindCount, report.KindAmount, report.KindRate, report.KindChange}).Draw(t, "kind"),
			Label:  rapid.SampledFrom([]string{"受理案件", "办结案件", "", "案件（前）", "甲\xff"}).Draw(t, "label"),
			Theme:  rapid.SampledFrom([]string{"", "", "law", "peace", "gone"}).Draw(t, "theme"),
			Approx: rapid.SampledFrom([]string{"", "", "余"}).Draw(t, "approx"),
			Target: rapid.IntRange(0, 4).Draw(t, "target") == 0, Hidden: rapid.IntRange(0, 6).Draw(t, "hidden") == 0,
		}
		start := len(text)
		row := rapid.IntRange(0, 3).Draw(t, "row") == 0
		block := report.Block{ID: "p" + strconv.Itoa(i+1), Kind: report.BlockText, Heading: len(r.Headings) - 1, Table: -1}
		if row {
			block.Kind, block.Table = report.BlockRow, 0
			text += "\t"
			if rapid.Bool().Draw(t, "second column") {
				text += "\t"
			}
		}
		f.Span = report.Span{Start: len(text), End: len(text) + len(value) + len(f.Unit)}
		text += value + f.Unit
		block.Span, f.QuoteSpan, f.Quote = report.Span{Start: start, End: len(text)}, f.Span, value+f.Unit
		text += "\n"
		if row && i > 0 && rapid.Bool().Draw(t, "same row") { // a second figure of the row before
			f.Block = r.Figures[i-1].Block
		} else {
			r.Blocks = append(r.Blocks, block)
		}
		r.Figures = append(r.Figures, f)
	}
	r.Source = report.NewSource("x.txt", text)
	for i := range r.Blocks {
		if r.Blocks[i].Kind == report.BlockRow {
			r.Tables[0].Grid = append(r.Tables[0].Grid, reporttest.TabbedGrid(text, r.Blocks, i, 1)...)
		}
	}
	for range rapid.IntRange(0, 12).Draw(t, "relations") {
		index := rapid.IntRange(-1, n)
		r.Relations = append(r.Relations, report.Relation{
			Kind:   rapid.SampledFrom([]report.RelationKind{report.RelationRate, report.RelationPart, report.RelationChange}).Draw(t, "relation"),
			Result: index.Draw(t, "result"), Whole: index.Draw(t, "whole"), Parts: rapid.SliceOfN(index, 0, 3).Draw(t, "parts"),
			Computed: rapid.SampledFrom([]string{"", "96.2"}).Draw(t, "computed"), Complete: rapid.Bool().Draw(t, "complete"),
		})
	}
	return r
}

// A share that ends in a half is rounded up, as reports do.
func TestShareRoundsHalvesUp(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		want        string
	}{{201, 400, "50.3"}, {203, 400, "50.8"}, {3, 0, "0"}, {231, 240, "96.3"}, {1, 8, "12.5"}, {3, 16, "18.8"}, {1, 3, "33.3"}, {63, 63, "100"}} {
		if got := share(numeral.Integer(c.part), numeral.Integer(c.whole)); got != c.want {
			t.Errorf("%v of %v is %s %%, want %s", c.part, c.whole, got, c.want)
		}
	}
}
