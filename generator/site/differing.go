package site

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site/chart"
)

// differing is what the report says of the year before where the report on that year says
// otherwise, each with both sentences, in text order. Which of the two is right nobody knows
// from the texts.
func (in *Input) differing() []differingItem {
	r, previous := in.Report, in.LastYear.Previous
	var items []differingItem
	for i := range in.LastYear.Claims {
		c := &in.LastYear.Claims[i]
		f, then := &r.Figures[c.Figure], &previous.Figures[c.Previous]
		if c.Agrees || f.Hidden || then.Hidden || r.Figures[c.Current].Hidden {
			continue
		}
		items = append(items, differingItem{
			Year: r.Year, Says: sentenceOf(r, f), Href: in.placeOf(r, f.Span, c.Figure),
			Before: r.Year - 1, Then: sentenceOf(previous, then), ThenHref: in.placeOf(previous, then.Span, c.Previous),
			Text: string(kept(nil, chart.Claim(r, previous, c))), Reason: in.reasonFor(f),
		})
	}
	return items
}

// claimsOtherwise reports whether the report says something of the year before beside figure i
// that the report on that year says otherwise.
func (in *Input) claimsOtherwise(i int) bool {
	return slices.ContainsFunc(in.LastYear.Claims, func(c lastyear.Claim) bool {
		return c.Current == i && !c.Agrees && !in.Report.Figures[c.Figure].Hidden && !in.LastYear.Previous.Figures[c.Previous].Hidden
	})
}

// reasonFor is why staff let it stand that a figure differs from the year before's report; ""
// where they do not say.
func (in *Input) reasonFor(f *report.Figure) string {
	for i := range in.Waived {
		if w := &in.Waived[i]; w.Finding.Rule == rule.ChangedLastYear && w.Finding.Span.Contains(f.Span) {
			return w.Reason
		}
	}
	return ""
}

// sentenceOf is the sentence of a figure as a page repeats it; of a long one, its clause.
func sentenceOf(r *report.Report, f *report.Figure) string {
	const most = 120 // characters
	text, block := r.Source.Text, r.Blocks[f.Block].Span
	sp := report.Span{
		Start: block.Start + lastSentence(text[block.Start:f.Span.Start]),
		End:   f.Span.End + firstSentence(text[f.Span.End:block.End]),
	}
	if utf8.RuneCountInString(r.Source.Slice(sp)) > most {
		sp = f.QuoteSpan
	}
	return oneSpace(strings.TrimSpace(r.Masked(sp)))
}

// claimColumns are the columns of figures.csv about what a figure says of the year before.
var claimColumns = []string{"与上年报告核对", "按上年报告应为", "上年报告那句话"}

// claimCells are their cells by figure, for those that say something of the year before.
func (in *Input) claimCells() map[int][]string {
	all := make(map[int][]string, len(in.LastYear.Claims))
	for i := range in.LastYear.Claims {
		c := &in.LastYear.Claims[i]
		verdict := "不一致"
		if c.Agrees {
			verdict = "一致"
		}
		then := &in.LastYear.Previous.Figures[c.Previous]
		if !then.Hidden {
			all[c.Figure] = []string{verdict, signed(c), absolute(in.Domain, figureURL(in.Body.Slug, in.Report.Year-1, then.ID))}
		}
	}
	return all
}

// signed is what a figure should be by the report on the year before; a fall is below zero.
func signed(c *lastyear.Claim) string {
	value := strings.TrimSuffix(c.Computed, ".0")
	if c.Fall && c.Kind != lastyear.Value && value != "0" {
		return "-" + value
	}
	return value
}

// extractedClaim is what report.json says of a claim on the year before.
func (in *Input) extractedClaim(c *lastyear.Claim) *report.ExtractedClaim {
	then := &in.LastYear.Previous.Figures[c.Previous]
	return &report.ExtractedClaim{
		Year: in.Report.Year - 1, ID: then.ID, Says: [...]string{"value", "amount", "percent", "times"}[c.Kind],
		Computed: json.Number(signed(c)), Agrees: c.Agrees, URL: absolute(in.Domain, figureURL(in.Body.Slug, in.Report.Year-1, then.ID)),
	}
}
