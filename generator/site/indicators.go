package site

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/read/indicator"
	"mingfa/generator/site/sheet"
)

// dataColumns are the columns of the data.csv of an indicator and of a body.
var dataColumns = []string{
	"单位编号", "单位名称", "地区", "年度", "指标编号", "指标名称", "名称", "数值", "计量单位", "近似", "界限", "原文数字", "原文写法", "编号", "页面",
}

// writeIndicator writes the pages of an indicator and, where a report states it,
// its data: every value of every year.
func (p *portal) writeIndicator(ind *indicator.Indicator, found statements, tables []comparison, write Write) error {
	views := p.viewsOf(tables)
	if len(views) == 0 {
		return writeAll(write, p.indicatorPage(ind, found, views, 0, 0, nil))
	}
	for i := range views {
		pages := views[i].pages()
		for k := range pages {
			if err := writeAll(write, p.indicatorPage(ind, found, views, i, k, pages)); err != nil {
				return err
			}
		}
	}
	t := sheet.New(dataColumns...)
	p.rows(t, ind, found)
	data, err := t.Bytes()
	if err != nil {
		return err
	}
	return writeAll(write, File{"content/indicators/" + ind.ID + "/data.csv", data})
}

// indicatorPage is page k of view i. The first page of the first view is that of the
// indicator; the others stand beside it, under no list.
func (p *portal) indicatorPage(ind *indicator.Indicator, found statements, views []view, i, k int, pages [][]section) File {
	params := indicatorParams{
		ID: ind.ID, Name: ind.Name, Unit: ind.Unit(), Theme: p.Catalogue.ThemeName(ind.Theme), Definition: ind.Definition, Source: ind.Source,
		Phrases: ind.Phrases(), Reports: found.reports(), Up: "../..", First: "indicators/" + ind.ID + "/",
		Views: []stepItem{}, Pages: []stepItem{}, Groups: []stepItem{}, Tables: []comparisonTable{},
	}
	path := "content/indicators/" + ind.ID + "/index.md"
	head := frontMatter{Title: ind.Name, Description: ind.Definition}
	if len(views) > 0 {
		params.CSV, params.Bodies, params.Several = "data.csv", found.bodies(p), several(views)
		for n := range views {
			params.Views = append(params.Views, stepItem{views[n].name, views[n].step(0), n == i && k == 0})
		}
		for n := range pages {
			params.Pages = append(params.Pages, stepItem{strconv.Itoa(n + 1), views[i].step(n), n == k})
		}
		if len(pages) > 1 {
			params.Groups = steps(&views[i], pages)
		}
	}
	if step := stepOf(views, i, k); step != "" {
		path = "content/indicators/" + ind.ID + "_" + strings.ReplaceAll(strings.TrimSuffix(step, "/"), "/", "_") + ".md"
		params.Beside = true
		params.Up += strings.Repeat("/..", strings.Count(step, "/"))
		head.URL = "/" + params.First + step
		head.Title += "（" + views[i].name
		if k > 0 {
			head.Title += "，第" + strconv.Itoa(k+1) + "页"
		}
		head.Title += "）"
		head.Build, head.Sitemap = unlisted, &mapRule{Disable: true}
	}
	if len(views) > 0 {
		params.Tables = tablesOf(ind.Name, params.Up, pages[k], params.Several)
	}
	head.Params = params
	return File{path, document(head)}
}

func stepOf(views []view, i, k int) string {
	if len(views) == 0 {
		return ""
	}
	return views[i].step(k)
}

// several reports whether an indicator is stated in units that count other things.
func several(views []view) bool {
	first := views[0].sections[0].table
	return slices.ContainsFunc(views[0].sections, func(s section) bool { return s.table != first })
}

// steps lead to the pages on which the groups of a view begin.
func steps(v *view, pages [][]section) []stepItem {
	items := []stepItem{}
	for k, page := range pages {
		for _, s := range page {
			if s.group.id == "" || s.continued || slices.ContainsFunc(items, func(o stepItem) bool { return o.Name == s.group.name }) {
				continue
			}
			items = append(items, stepItem{Name: s.group.name, Href: v.step(k) + "#" + s.group.id})
		}
	}
	return items
}

// tablesOf are the sections of a page, those of one comparison in one table; up is the
// way from the page to the front page.
func tablesOf(name, up string, sections []section, several bool) []comparisonTable {
	tables := []comparisonTable{}
	var last *section
	met := map[string]bool{}
	for i := range sections {
		s := &sections[i]
		if last == nil || s.table != last.table || s.years[0] != last.years[0] {
			t := comparisonTable{Years: s.years, Older: !s.ordered && len(s.years) > recent, Says: s.says}
			if s.ordered {
				t.Ordered = s.years[0]
			}
			if several {
				t.Title = "以" + strings.Join(s.table.units, "、") + "为单位"
			}
			tables = append(tables, t)
		}
		last = s
		g := comparisonGroup{Name: s.group.name, Href: s.group.href, Rows: s.comparedRows(name, up)}
		if s.continued && g.Name != "" {
			g.Name += "（续）"
		} else if s.group.id != "" && !met[s.group.id] {
			met[s.group.id], g.ID = true, s.group.id
		}
		tables[len(tables)-1].Groups = append(tables[len(tables)-1].Groups, g)
	}
	return tables
}

// href leads to the sentence of a point.
func (t *track) href(pt *point) string { return figureURL(t.body.Slug, pt.year, pt.figure) }

// bodies is how many bodies state the indicator.
func (list statements) bodies(p *portal) int {
	n := 0
	for i := range list {
		if i == 0 || p.reports[list[i-1].by].Body != p.reports[list[i].by].Body {
			n++
		}
	}
	return n
}

// rows writes what was found of an indicator.
func (p *portal) rows(t *sheet.Table, ind *indicator.Indicator, found statements) {
	for _, f := range found {
		s := p.reports[f.by]
		p.dataRow(t, p.bodies[s.Body], s.Year, ind.ID, ind.Name, f.stated)
	}
}

// dataRow writes one value.
func (p *portal) dataRow(t *sheet.Table, b *Body, year int, id, name string, f *stated) {
	t.Row(b.Slug, b.Name, b.Region, strconv.Itoa(year), id, name, f.label, f.value, f.unit, f.approx, string(f.bound), f.raw, f.display, f.figure,
		absolute(p.Site.Domain, figureURL(b.Slug, year, f.figure)))
}
