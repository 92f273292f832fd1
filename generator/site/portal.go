package site

import (
	"iter"
	"slices"
	"strings"

	"mingfa/generator/indicator"
)

// latest and bodiesListed bound what the front page shows.
const (
	latest       = 12
	bodiesListed = 200
)

// portal is a Whole put in order: summaries by body and, within one, newest
// year first.
type portal struct {
	*Whole
	bodies  map[string]*Body
	reports []*Summary
	spans   map[string][2]int // of a body's summaries in reports
}

func arrange(w *Whole) *portal {
	p := &portal{Whole: w, bodies: make(map[string]*Body, len(w.Bodies)), spans: make(map[string][2]int, len(w.Bodies))}
	for _, b := range w.Bodies {
		p.bodies[b.Slug] = b
	}
	for i := range w.Reports {
		if p.bodies[w.Reports[i].Body] != nil {
			p.reports = append(p.reports, &w.Reports[i])
		}
	}
	slices.SortFunc(p.reports, func(a, b *Summary) int {
		if c := strings.Compare(a.Body, b.Body); c != 0 {
			return c
		}
		return b.Year - a.Year
	})
	for i, s := range p.reports {
		if i == 0 || p.reports[i-1].Body != s.Body {
			p.spans[s.Body] = [2]int{i, i}
		}
		p.spans[s.Body] = [2]int{p.spans[s.Body][0], i + 1}
	}
	return p
}

// of is a body's summaries, newest first.
func (p *portal) of(body string) []*Summary {
	span := p.spans[body]
	return p.reports[span[0]:span[1]]
}

// Portal yields, for each of the pages over all reports, what makes its files:
// the lists, a page for each body that has a report, a page and the data of each
// indicator. They are made one by one, because together they can be large, and
// by several goroutines where the caller has them.
func Portal(w *Whole) iter.Seq[func() []File] {
	return func(yield func(func() []File) bool) {
		p := arrange(w)
		found := p.byIndicator()
		lists := func() []File {
			return []File{
				list("content/reports/", "全部报告", "各单位历年的法治政府建设年度报告，全文与印发的原件逐字一致，按年度排列。", func(o *object) { o.number("reports", len(p.reports)) }),
				list("content/bodies/", "机构", "发布法治政府建设年度报告的机构，每个机构一页，列出历年的报告和逐年的指标。", func(o *object) { o.number("bodies", len(p.spans)) }),
				list("content/indicators/", "指标", "法治政府建设年度报告里常见的指标：含义、单位、识别它的词语和各单位的数据。", func(o *object) { p.themes(o, found) }),
			}
		}
		if !yield(lists) {
			return
		}
		for _, b := range w.Bodies {
			if len(p.of(b.Slug)) > 0 && !yield(func() []File { return append(p.movedPages(b), p.bodyPage(b)) }) {
				return
			}
		}
		if w.Glossary != nil && len(w.Glossary.Terms) > 0 && !yield(func() []File { return []File{glossaryPage(w.Glossary)} }) {
			return
		}
		if w.Catalogue == nil {
			return
		}
		for i := range w.Catalogue.Indicators {
			ind := &w.Catalogue.Indicators[i]
			if !yield(func() []File { return p.indicatorFiles(ind, found[ind.ID]) }) {
				return
			}
		}
	}
}

// list is the _index.md of a folder.
func list(folder, title, description string, params func(o *object)) File {
	return File{folder + "_index.md", document(1024, func(o *object) {
		o.text("title", title)
		o.text("description", description)
		o.object("params", func() { params(o) })
	})}
}

// statement is a value that a report states for an indicator.
type statement struct {
	by *Summary
	stated
}

// statements are an indicator's, by body and newest year first.
type statements []statement

// reports is how many reports state the indicator.
func (list statements) reports() int {
	n := 0
	for i := range list {
		if i == 0 || list[i-1].by != list[i].by {
			n++
		}
	}
	return n
}

// byIndicator gathers what the reports state.
func (p *portal) byIndicator() map[string]statements {
	found := map[string]statements{}
	for _, s := range p.reports {
		s.each(func(v stated) { found[v.indicator] = append(found[v.indicator], statement{s, v}) })
	}
	return found
}

func (p *portal) themes(o *object, found map[string]statements) {
	o.array("themes", func() {
		if p.Catalogue == nil {
			return
		}
		for _, t := range p.Catalogue.Themes {
			o.item(func() {
				o.text("id", t.ID)
				o.text("name", t.Name)
				o.array("indicators", func() {
					for i := range p.Catalogue.Indicators {
						if ind := &p.Catalogue.Indicators[i]; ind.Theme == t.ID {
							o.item(func() {
								o.text("id", ind.ID)
								o.text("name", ind.Name)
								o.optional("unit", ind.Unit())
								o.text("url", "/indicators/"+ind.ID+"/")
								o.number("reports", found[ind.ID].reports())
							})
						}
					}
				})
			})
		}
	})
}

// dataColumns are the columns of an indicator's data.csv.
var dataColumns = []string{
	"单位编号", "单位名称", "地区", "年度", "指标编号", "指标名称", "名称", "数值", "计量单位", "近似", "原文数字", "编号", "页面",
}

// indicatorFiles is the page of an indicator and, where a report states it,
// its data: every value of every year.
func (p *portal) indicatorFiles(ind *indicator.Indicator, found statements) []File {
	folder := "content/indicators/" + ind.ID + "/"
	page := document(1024+len(found)*128, func(o *object) {
		o.text("title", ind.Name)
		o.optional("description", ind.Definition)
		o.object("params", func() {
			o.text("id", ind.ID)
			o.optional("unit", ind.Unit())
			o.text("theme", p.Catalogue.ThemeName(ind.Theme))
			o.text("definition", ind.Definition)
			o.key("phrases")
			o.b = append(o.b, '[')
			for i, phrase := range ind.Phrases() {
				if i > 0 {
					o.b = append(o.b, ',')
				}
				o.b = appendString(o.b, phrase)
			}
			o.b = append(o.b, ']')
			o.array("rows", func() {
				// The first value in a body's newest report that has one.
				for i := range found {
					if f := &found[i]; i == 0 || found[i-1].by.Body != f.by.Body {
						o.item(func() {
							o.text("body", f.by.Body)
							o.text("bodyname", p.bodies[f.by.Body].Name)
							o.number("year", f.by.Year)
							o.text("display", f.display)
							o.text("href", pageURL(f.by.Body, f.by.Year)+"#"+f.figure)
						})
					}
				}
			})
			o.number("reports", found.reports())
			if len(found) > 0 {
				o.text("csv", "data.csv")
			}
		})
	})
	files := []File{{folder + "index.md", page}}
	if len(found) > 0 {
		files = append(files, File{folder + "data.csv", p.data(ind, found)})
	}
	return files
}

func (p *portal) data(ind *indicator.Indicator, found statements) []byte {
	t := newTable(make([]byte, 0, 256+len(found)*256), dataColumns...)
	for i := range found {
		f := &found[i]
		b := p.bodies[f.by.Body]
		t.row(b.Slug, b.Name, b.Region, itoa(f.by.Year), ind.ID, ind.Name, f.label, f.value, f.unit, f.approx, f.raw, f.figure,
			absolute(p.Site.Domain, pageURL(f.by.Body, f.by.Year))+"#"+f.figure)
	}
	return t.b
}
