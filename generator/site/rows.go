package site

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/read/series"
	"mingfa/generator/site/chart"
	"mingfa/generator/site/markup"
)

// The rows of tables of figures, of which a page has hundreds: a template takes Hugo
// many times as long for a row, and as long again for reading what it is given: the
// numbers are in docs/speed.md.
// Templates draw what stands around them. A row begins with a line break.

// figureRows are rows of a chart: a name, a bar and a value each.
func (in *Input) figureRows(list []chart.Row, beside map[int][]besideItem) string {
	var b markup.Builder
	for i := range list {
		r := &list[i]
		b.Raw("\n<tr id=\"r-").Raw(r.ID).Raw(`"><th scope="row">`)
		in.figureName(&b, r, beside[r.Index()])
		if r.Width != "" {
			bar(&b, r.Width)
		}
		b.Raw(`</th><td><a href="#`).Raw(r.ID).Raw(`">`).Text(r.Display).Raw("</a></td></tr>")
	}
	return b.String()
}

// figureItems are figures that have no axis in common: a name and a value each.
func (in *Input) figureItems(list []chart.Row, beside map[int][]besideItem) string {
	var b markup.Builder
	for i := range list {
		r := &list[i]
		b.Raw("\n<li id=\"r-").Raw(r.ID).Raw(`">`)
		in.figureName(&b, r, beside[r.Index()])
		b.Raw(`<span class="value"><a href="#`).Raw(r.ID).Raw(`">`).Text(r.Display).Raw("</a></span></li>")
	}
	return b.String()
}

// figureName is what a figure is called: its label, or the clause that it stands in;
// what was said of it the year before; and the other figures of the clause that it
// opens, since the link of the clause leads to this row.
func (in *Input) figureName(b *markup.Builder, r *chart.Row, beside []besideItem) {
	b.Raw(`<span class="name">`)
	if r.Indicator != "" {
		b.Raw(`<a href="../../../indicators/`).Attr(r.Indicator).Raw(`/">`)
	}
	if r.Label != "" {
		levels(b, r.Label)
	} else {
		b.Raw(`<span class="clause">`)
		unparted(b, r.Clause.Before)
		b.Raw("<mark>").Text(r.Clause.Words).Raw("</mark>")
		unparted(b, r.Clause.After)
		b.Raw("</span>")
	}
	if r.Indicator != "" {
		b.Raw("</a>")
	}
	if r.Target {
		b.Raw(` <i class="goal">目标</i>`)
	}
	if r.Note != "" {
		b.Raw(" <small>")
		unparted(b, r.Note)
		b.Raw("</small>")
	}
	if then := in.before(r.Index()); then != nil {
		b.Raw(" ")
		then.Differs = in.claimsOtherwise(r.Index())
		then.draw(b, series.WithoutYear(r.Label))
	}
	for i, other := range beside {
		if i == 0 {
			b.Raw(` <small class="then">同一句里还有`)
		} else {
			b.Raw("、")
		}
		b.Raw(`<a href="#r-`).Raw(other.ID).Raw(`">`).Text(other.Display).Raw("</a>")
	}
	if len(beside) > 0 {
		b.Raw("</small>")
	}
	b.Raw("</span>")
}

// unparted writes words of which no line parts a number from its unit.
func unparted(b *markup.Builder, words string) {
	b.Raw(string(kept(nil, words)))
}

// levels writes a name of which no line begins with the · between its levels, as in
// 行政处罚·警告: it is held together with the character before it.
func levels(b *markup.Builder, name string) {
	for {
		at := strings.Index(name, "·")
		if at <= 0 {
			unparted(b, name)
			return
		}
		_, size := utf8.DecodeLastRuneInString(name[:at])
		end := at + len("·")
		unparted(b, name[:at-size])
		b.Raw(`<span class="keep">`).Text(name[at-size : end]).Raw("</span>")
		name = name[end:]
	}
}

// draw is one line of words, in which the year leads to the sentence of that year's
// report. name is what the figure is called.
func (t *beforeItem) draw(b *markup.Builder, name string) {
	b.Raw(`<small class="then">`)
	if t.Why != "" {
		b.Raw(`<a href="`).Attr(t.Why).Raw(`">口径有变化</a>，`)
	}
	b.Text(t.Lead).Raw(`<a href="../`).Int(t.Year).Raw("/#").Attr(t.Figure).Raw(`">`).Int(t.Year).Raw(`年`)
	if name != "" {
		b.Raw(`<span class="aside">`).Text(name).Raw("</span>")
	}
	b.Raw("</a>").Text(t.Rest)
	if t.Differs {
		b.Raw(`，<a href="#differing">原文说的上年数与此不同</a>`)
	}
	b.Raw("</small>")
}

// bar is a bar of so many percent of the axis.
func bar(b *markup.Builder, width string) {
	b.Raw(`<svg class="bar" aria-hidden="true"><rect width="`).Attr(width).Raw(`%" height="100%"/></svg>`)
}

// comparedRows are the rows of a section of an indicator's page, up the way from there
// to the front page.
func (s *section) comparedRows(name, up string) string {
	var b markup.Builder
	for _, t := range s.rows {
		b.Raw("\n<tr><th scope=\"row\"><a href=\"").Attr(up).Raw("/bodies/").Attr(t.body.Slug).Raw(`/">`)
		if s.group.href != "" && t.body.Short != "" { // the region stands above it
			b.Text(t.body.Short)
		} else {
			placed(&b, t.body)
		}
		b.Raw("</a>")
		if s.ordered {
			s.orderedCell(&b, t, up)
			continue
		}
		if !s.plain {
			t.spark(&b, name)
		}
		t.remarks(&b, s.years, up)
		b.Raw("</th>")
		t.cells(&b, s.years, up)
		b.Raw("</tr>")
	}
	return b.String()
}

// placed is the name of a body, of which a line ends behind its region: 示例市甲子区,
// 人力资源和社会保障局. A region is called 示例省示例市甲子区, of which a name has the end.
func placed(b *markup.Builder, body *Body) {
	for at := range body.Region {
		if rest, ok := strings.CutPrefix(body.Name, body.Region[at:]); ok && rest != "" {
			b.Raw(`<span class="phrases">`).Text(body.Region[at:]).Raw("<wbr>").Text(rest).Raw("</span>")
			return
		}
	}
	b.Text(body.Name)
}

// orderedCell ends a row of one year with its value.
func (s *section) orderedCell(b *markup.Builder, t *track, up string) {
	pt := t.at(s.years[0])
	open, end := "<small>", ""
	for _, note := range []string{s.notes[t], change(t.before(pt.year), pt)} {
		if note != "" {
			b.Raw(open).Text(note)
			open, end = "，", "</small>"
		}
	}
	b.Raw(end)
	if width := pt.width(s.axis); width != "" {
		bar(b, width)
	}
	b.Raw(`</th><td><a href="`).Attr(up).Attr(t.href(pt)).Raw(`">`).Text(pt.display).Raw("</a></td></tr>")
}

// bodyRow is what a body states of one thing, on its own page.
func (t *track) bodyRow(b *markup.Builder, indicator, name string, years []int) {
	const up = "../.."
	b.Raw("\n<tr><th scope=\"row\">")
	if indicator != "" {
		b.Raw(`<a href="../../indicators/`).Attr(indicator).Raw(`/">`)
		levels(b, name)
		b.Raw("</a>")
	} else {
		b.Raw("<span>")
		levels(b, name)
		b.Raw("</span>")
	}
	t.spark(b, name)
	t.remarks(b, years, up)
	b.Raw(`</th><td class="change">`)
	newest := t.newest()
	changed := change(t.before(newest.year), newest)
	if newest.year != years[0] && strings.Contains(changed, "年") {
		b.Int(newest.year).Raw("年")
	}
	b.Text(changed).Raw("</td>")
	t.cells(b, years, up)
	b.Raw("</tr>")
}

// spark is the track as a line, and what it shows in words; nothing where it has none.
func (t *track) spark(b *markup.Builder, name string) {
	lines := t.lines()
	if len(lines) == 0 {
		return
	}
	b.Raw(`<svg class="spark" viewBox="0 0 100 40" preserveAspectRatio="none" role="img"><title>逐年变化</title><desc>`).Text(t.says(name)).Raw("</desc>")
	for _, points := range lines {
		b.Raw(`<polyline points="`).Attr(points).Raw(`"/>`)
	}
	b.Raw("</svg>")
}

// remarks are the sentences by which something is counted otherwise, oldest first; and
// the newest value with its year where the first columns, which are what is shown at
// first, have none.
func (t *track) remarks(b *markup.Builder, years []int, up string) {
	for i := range t.points {
		if pt := &t.points[i]; pt.broken != "" {
			b.Raw(`<small><a href="`).Attr(up).Attr(t.href(pt)).Raw(`">`).Int(pt.year).Raw("年起口径有变化</a>：").Text(escape.Quoted(pt.broken)).Raw("</small>")
		}
	}
	if pt := t.newest(); pt.year < years[min(recent, len(years))-1] {
		b.Raw(`<small><a href="`).Attr(up).Attr(t.href(pt)).Raw(`">最近是`).Int(pt.year).Raw("年：").Text(pt.display).Raw("</a></small>")
	}
}

// cells are the values of a track in years, empty where there is none.
func (t *track) cells(b *markup.Builder, years []int, up string) {
	for _, year := range years {
		b.Raw(`<td data-y="`).Int(year).Raw(`">`)
		if pt := t.at(year); pt != nil {
			b.Raw(`<a href="`).Attr(up).Attr(t.href(pt)).Raw(`">`).Text(pt.display).Raw("</a>")
		}
		b.Raw("</td>")
	}
}
