package site

import (
	"encoding/json"
	"strings"

	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// linked are the links to the year before, by figure of the report: nil for those
// that have none, and for figures that staff have hidden.
func (in *Input) linked() []*series.Link {
	return in.links.Get(in.Report, func() []*series.Link {
		all := make([]*series.Link, len(in.Report.Figures))
		for k := range in.LastYear.Links {
			l := &in.LastYear.Links[k]
			if l.Now < 0 || l.Now >= len(all) || l.Before < 0 || l.Before >= len(in.LastYear.Previous.Figures) || in.LastYear.Previous.Figures[l.Before].Hidden {
				continue
			}
			all[l.Now] = l
		}
		return all
	})
}

// before is what the report on the year before states of what figure i counts; nil
// where nothing is known. Words come before signs, and nothing is computed that
// the two texts do not state:
//
//	比2022年少545件（−2.7%）       与2022年持平       比2022年高16.7个百分点
//	2022年为2.4万余份
//	口径有变化，2022年为80次，不作比较
func (in *Input) before(i int) *beforeItem {
	l := in.linked()[i]
	if l == nil {
		return nil
	}
	r, previous := in.Report, in.LastYear.Previous
	now, then := &r.Figures[i], &previous.Figures[l.Before]
	item := &beforeItem{Year: r.Year - 1, Figure: then.ID, Rest: "为" + previous.Printed(then)}
	if l.Break != nil {
		item.Rest += "，不作比较"
		switch block := blockAt(r, l.Break.Span.Start); {
		case l.Break.Reason == series.Unit:
			item.Lead = "计量单位与上年不同，"
		case l.Break.Reason == series.Doers:
			item.Lead = "统计的单位与上年不同，"
		case l.Break.Reason == series.Scope:
			item.Lead = "计入的范围与上年不同，"
		case block >= 0:
			item.Why = "#" + r.Blocks[block].ID
		default:
			item.Lead = "口径有变化，"
		}
		return item
	}
	if c, ok := series.Compare(then, now); ok {
		item.Lead, item.Rest = chart.ChangeWords(c, then, now)
		item.Rest += chart.ChangePercent(c)
	}
	return item
}

// beforeColumns are the columns of figures.csv about the year before.
var beforeColumns = []string{"上年数值", "上年计量单位", "上年原文写法", "与上年相差", "变化幅度（%）", "口径变化", "上年页面"}

// beforeCells are their cells for figure i.
func (in *Input) beforeCells(i int) []string {
	cells := make([]string, len(beforeColumns))
	l := in.linked()[i]
	if l == nil {
		return cells
	}
	r, previous := in.Report, in.LastYear.Previous
	then := &previous.Figures[l.Before]
	cells[0], cells[1], cells[2] = then.Value, then.Unit, previous.Printed(then)
	cells[6] = absolute(in.Domain, figureURL(in.Body.Slug, r.Year-1, then.ID))
	if l.Break != nil {
		cells[5] = in.breakWords(l)
		return cells
	}
	if c, ok := series.Compare(then, &r.Figures[i]); ok {
		cells[3], cells[4] = c.Difference.String(), c.Percent
	}
	return cells
}

// breakWords are the words by which a series ends.
func (in *Input) breakWords(l *series.Link) string {
	switch l.Break.Reason {
	case series.Unit:
		return "计量单位不同"
	case series.Doers:
		return "统计的单位不同"
	case series.Scope:
		return "计入的范围不同"
	}
	return strings.TrimSpace(in.Report.Masked(l.Break.Span))
}

// extractBefore fills in what report.json says of the year before. The figures of
// an extract are those of the report that are not hidden, in order.
func (in *Input) extractBefore(e *report.Extract) {
	r, previous := in.Report, in.LastYear.Previous
	claims := make(map[int]*report.ExtractedClaim, len(in.LastYear.Claims))
	for i := range in.LastYear.Claims {
		if c := &in.LastYear.Claims[i]; !previous.Figures[c.Previous].Hidden {
			claims[c.Figure] = in.extractedClaim(c)
		}
	}
	at := 0
	for i := range r.Figures {
		if r.Figures[i].Hidden || at >= len(e.Figures) {
			continue
		}
		f := &e.Figures[at]
		at++
		f.Claim = claims[i]
		if i < len(in.Series) {
			f.Series = in.Series[i]
		}
		l := in.linked()[i]
		if l == nil {
			continue
		}
		then := &previous.Figures[l.Before]
		p := &report.ExtractedPrevious{
			Year: r.Year - 1, ID: then.ID, Value: json.Number(then.Value), Raw: then.Raw, Unit: then.Unit, Approx: then.Approx, Bound: then.Bound,
			URL: absolute(in.Domain, figureURL(in.Body.Slug, r.Year-1, then.ID)),
		}
		if l.Break != nil {
			p.Break = in.breakWords(l)
		} else if c, ok := series.Compare(then, &r.Figures[i]); ok {
			p.Difference, p.Percent = json.Number(c.Difference.String()), json.Number(c.Percent)
		}
		f.Previous = p
	}
}
