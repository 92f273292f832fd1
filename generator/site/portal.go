package site

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"mingfa/generator/read/indicator"
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
	spans   map[string]span // of a body's summaries in reports
}

// span is a run of reports.
type span struct{ first, end int }

func arrange(w *Whole) *portal {
	p := &portal{Whole: w, bodies: make(map[string]*Body, len(w.Bodies)), spans: make(map[string]span, len(w.Bodies))}
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
	for i := 0; i < len(p.reports); {
		sp := span{i, i + 1}
		for sp.end < len(p.reports) && p.reports[sp.end].Body == p.reports[i].Body {
			sp.end++
		}
		p.spans[p.reports[i].Body] = sp
		i = sp.end
	}
	return p
}

// of is a body's summaries, newest first.
func (p *portal) of(body string) []*Summary {
	sp := p.spans[body]
	return p.reports[sp.first:sp.end]
}

// Portal yields, for each of the pages over all reports, what writes its files:
// the lists, a page for each body that has a report, a page and the data of each
// indicator. They are made one by one, because together they can be large, and
// by several goroutines where the caller has them.
func Portal(w *Whole) iter.Seq[func(write Write) error] {
	return func(yield func(func(write Write) error) bool) {
		p := arrange(w)
		found := p.byIndicator()
		lists := func(write Write) error {
			return writeAll(write,
				list("content/reports/", "全部报告", "各单位历年的法治政府建设年度报告，全文与印发的原件逐字一致，按年度排列。", func(o *object) { o.number("reports", len(p.reports)) }),
				list("content/bodies/", "机构", "发布法治政府建设年度报告的机构，每个机构一页，列出历年的报告和逐年的指标。", func(o *object) { o.number("bodies", len(p.spans)) }),
				list("content/indicators/", "指标", "法治政府建设年度报告里常见的指标：含义、单位、识别它的词语和各单位的数据。", func(o *object) { p.themes(o, found) }))
		}
		if !yield(lists) {
			return
		}
		for _, b := range w.Bodies {
			if len(p.of(b.Slug)) > 0 && !yield(func(write Write) error { return p.writeBody(b, found, write) }) {
				return
			}
		}
		if w.Glossary != nil && len(w.Glossary.Terms) > 0 && !yield(func(write Write) error { return writeAll(write, glossaryPage(w.Glossary)) }) {
			return
		}
		if w.Catalogue == nil {
			return
		}
		for i := range w.Catalogue.Indicators {
			if !yield(func(write Write) error { return p.writeIndicator(&w.Catalogue.Indicators[i], found[i], write) }) {
				return
			}
		}
	}
}

func writeAll(write Write, files ...File) error {
	for _, f := range files {
		if err := write(f.Path, f.Data); err != nil {
			return err
		}
	}
	return nil
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
	by int // index in the portal's reports
	packed
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

// of is those by a run of reports.
func (list statements) of(sp span) statements {
	from := func(report int) int {
		return sort.Search(len(list), func(i int) bool { return list[i].by >= report })
	}
	return list[from(sp.first):from(sp.end)]
}

// byIndicator gathers what the reports state of each indicator of the catalogue.
func (p *portal) byIndicator() []statements {
	if p.Catalogue == nil {
		return nil
	}
	found := make([]statements, len(p.Catalogue.Indicators))
	for by, s := range p.reports {
		s.each(func(indicator string, v packed) {
			if i, ok := p.Catalogue.Index(indicator); ok {
				found[i] = append(found[i], statement{by, v})
			}
		})
	}
	return found
}

func (p *portal) themes(o *object, found []statements) {
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
								o.number("reports", found[i].reports())
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

// writeIndicator writes the page of an indicator and, where a report states it,
// its data: every value of every year.
func (p *portal) writeIndicator(ind *indicator.Indicator, found statements, write Write) error {
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	folder := "content/indicators/" + ind.ID + "/"
	if err := write(folder+"index.md", p.indicatorPage(sc, ind, found)); err != nil || len(found) == 0 {
		return err
	}
	return write(folder+"data.csv", p.data(sc, ind, found))
}

func (p *portal) indicatorPage(sc *scratch, ind *indicator.Indicator, found statements) []byte {
	sc.file = appendDocument(sc.file[:0], func(o *object) {
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
				body := ""
				for i := range found {
					by := p.reports[found[i].by]
					if by.Body == body {
						continue
					}
					body = by.Body
					v := found[i].open()
					o.item(func() {
						o.text("body", body)
						o.text("bodyname", p.bodies[body].Name)
						o.number("year", by.Year)
						o.text("display", v.display)
						o.plain("href", func(b []byte) []byte { return appendPlace(b, body, by.Year, v.figure) })
					})
				}
			})
			o.number("reports", found.reports())
			if len(found) > 0 {
				o.text("csv", "data.csv")
			}
		})
	})
	return sc.file
}

// data is the table of what was found of an indicator.
func (p *portal) data(sc *scratch, ind *indicator.Indicator, found statements) []byte {
	t := newTable(sc.file[:0], dataColumns...)
	var body, name table // cells that are the same in many rows
	name.cells(ind.ID, ind.Name)
	reports, of := absolute(p.Site.Domain, "/reports/"), ""
	for i := range found {
		s, v := p.reports[found[i].by], found[i].open()
		if s.Body != of {
			b := p.bodies[s.Body]
			of, body.b = s.Body, body.b[:0]
			body.cells(b.Slug, b.Name, b.Region)
		}
		year := itoa(s.Year)
		t.b = append(t.b, body.b...)
		t.cells(year)
		t.b = append(t.b, name.b...)
		t.cells(v.label, v.value, v.unit, v.approx, v.raw, v.figure, reports+s.Body+"/"+year+"/#"+v.figure)
		t.end()
	}
	sc.file = t.b
	return sc.file
}
