package site

import (
	"iter"
	"slices"
	"sort"
	"strconv"
	"strings"

	"mingfa/generator/read/indicator"
)

// latest and bodiesListed bound what the front page shows.
const (
	latest       = 6
	roomy        = 2 // reports, up to which the front page has room for what they say
	bodiesListed = 60
	yearsListed  = 3 // of a body
)

// portal is a Whole put in order: summaries by body, and those of a body with the
// newest year first.
type portal struct {
	*Whole
	bodies  map[string]*Body
	reports []*Summary
	spans   map[string]span // of a body's summaries in reports

	all       []event             // what was changed, the newest first
	changesOf map[string][]*event // of a body
	gone      map[string][]Gone   // likewise
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
	p.all, p.changesOf = p.events(), map[string][]*event{}
	for i := range p.all {
		slug := p.all[i].body.Slug
		p.changesOf[slug] = append(p.changesOf[slug], &p.all[i])
	}
	p.gone = map[string][]Gone{}
	for _, g := range w.Gone {
		p.gone[g.Body.Slug] = append(p.gone[g.Body.Slug], g)
	}
	return p
}

// of is a body's summaries, newest first.
func (p *portal) of(body string) []*Summary {
	sp := p.spans[body]
	return p.reports[sp.first:sp.end]
}

// Pages are pages over all reports that are made together.
type Pages struct {
	Name string        // bodies/shili; "" of those that are made each time
	Sum  func() string // of all that they are made from but the catalogue
	Make func(write Write) error
}

// Portal yields the pages over all reports: the lists, a page for each body that has a report, a
// page and the data of each indicator. They are made one by one, because together they can be
// large, and by several goroutines where the caller has them.
func Portal(w *Whole) iter.Seq[Pages] {
	return func(yield func(Pages) bool) {
		p := arrange(w)
		places := p.places()
		found := p.byIndicator()
		all := p.compareAll(found)
		for _, files := range p.lists(places, found) {
			if !yield(Pages{Make: func(write Write) error { return writeAll(write, files()...) }}) {
				return
			}
		}
		for _, b := range w.Bodies {
			if len(p.of(b.Slug)) > 0 && !yield(p.pagesOfBody(b)) {
				return
			}
		}
		for i := range places {
			if !yield(p.pagesOfRegion(&places[i], places, all)) {
				return
			}
		}
		for i := range all {
			if !yield(p.pagesOfIndicator(&w.Catalogue.Indicators[i], &all[i])) {
				return
			}
		}
	}
}

// lists are the pages that are made each time: little is on them, of every report.
func (p *portal) lists(places []place, found []statements) []func() []File {
	all := []func() []File{
		func() []File {
			return append(p.reportLists(),
				list("content/bodies/", "单位", "发布法治政府建设年度报告的单位，每个单位一页，列出历年的报告和逐年的指标。", bodiesParams{len(p.spans), p.bodyGroups()}),
				list("content/indicators/", "指标", "法治政府建设年度报告里常见的指标：含义、计量单位、报告里的说法和各单位的数据。", indicatorsParams{p.themes(found)}))
		},
		p.changesPages,
		func() []File {
			var files []File
			for i := range p.Gone {
				files = append(files, p.withdrawnPage(&p.Gone[i]))
			}
			return files
		},
	}
	if len(places) > 0 {
		all = append(all, func() []File { return []File{p.regionList(places)} })
	}
	if p.Glossary != nil && len(p.Glossary.Terms) > 0 {
		all = append(all, func() []File { return []File{glossaryPage(p.Glossary)} })
	}
	return all
}

func (p *portal) pagesOfBody(b *Body) Pages {
	whole := p.ofBody(b)
	return Pages{"bodies/" + b.Slug, whole.sum, func(write Write) error {
		own := arrange(whole)
		return own.writeBody(b, own.byIndicator(), write)
	}}
}

func (p *portal) pagesOfRegion(pl *place, others []place, all []comparisons) Pages {
	whole, lead := p.ofRegion(pl), pl.leads(others)
	sum := func() string {
		sums := []string{whole.sum(), strconv.FormatBool(lead)}
		for i := range all {
			sums = append(sums, all[i].sum())
		}
		return strings.Join(sums, " ")
	}
	return Pages{"regions/" + pl.slug, sum, func(write Write) error { return arrange(whole).writeRegion(pl, lead, all, write) }}
}

func (p *portal) pagesOfIndicator(ind *indicator.Indicator, of *comparisons) Pages {
	return Pages{"indicators/" + ind.ID, of.sum, func(write Write) error {
		own := arrange(of.whole())
		return own.writeIndicator(ind, own.byIndicator()[of.indicator], of.tables(), write)
	}}
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
func list(folder, title, description string, params any) File {
	return File{folder + "_index.md", document(frontMatter{Title: title, Description: description, Params: params})}
}

// statement is a value that a report states for an indicator.
type statement struct {
	by int // index in the portal's reports
	*stated
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
		for k := range s.stated {
			v := &s.stated[k]
			if i, ok := p.Catalogue.Index(v.indicator); ok {
				found[i] = append(found[i], statement{by, v})
			}
		}
	}
	return found
}

// themes are the themes of the catalogue, each with its indicators.
func (p *portal) themes(found []statements) []indicatorTheme {
	items := []indicatorTheme{}
	if p.Catalogue == nil {
		return items
	}
	for _, t := range p.Catalogue.Themes {
		item := indicatorTheme{ID: t.ID, Name: t.Name, Indicators: []indicatorItem{}}
		for i := range p.Catalogue.Indicators {
			if ind := &p.Catalogue.Indicators[i]; ind.Theme == t.ID {
				item.Indicators = append(item.Indicators, indicatorItem{ind.ID, ind.Name, ind.Unit(), "/indicators/" + ind.ID + "/", found[i].reports()})
			}
		}
		items = append(items, item)
	}
	return items
}
