package site

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/site/chart"
	"mingfa/generator/site/dataset"
)

// Rows are the report's figures as rows of the open data of the portal.
func (in *Input) Rows() []dataset.Row {
	r, b := in.Report, in.Body
	years := in.dataYears(in.surveyed().earlier)
	first := b.Slug + "/" + strconv.Itoa(r.Year) + "/"
	page := absolute(in.Domain, in.url()) + "#"
	rows := make([]dataset.Row, 0, len(r.Figures))
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		section := ""
		if h := chart.Section(r, f.Block); h >= 0 {
			section = r.Headings[h].Number + r.Headings[h].Text
		}
		rows = append(rows, dataset.Row{
			ID: first + f.ID, Body: b.Slug, BodyName: b.Name, Region: b.Region, ReportYear: r.Year, DataYear: years[i],
			Indicator: f.Indicator, IndicatorName: in.indicatorName(f.Indicator), Label: r.Concealed(f.Label), Value: f.Value,
			Unit: f.Unit, UnitClass: in.unitClass(f), Kind: string(f.Kind), Bound: string(f.Bound), Approx: f.Approx,
			Raw: f.Raw, Printed: r.Printed(f), Target: f.Target, Confirmed: f.Reviewed, Own: f.Own,
			Section: section, Quote: quoteOf(r, f), Line: f.Line, Figure: f.ID, URL: page + f.ID,
		})
	}
	return rows
}

// quoteOf is the clause of a figure, with what is private in it masked.
func quoteOf(r *report.Report, f *report.Figure) string {
	if f.QuoteSpan.Len() == 0 {
		return r.Concealed(f.Quote)
	}
	return r.Masked(f.QuoteSpan)
}

// unitClass is one unit for all that count the same. Sums of money are of one class,
// however large their unit.
func (in *Input) unitClass(f *report.Figure) string {
	if f.Kind == report.KindAmount && strings.HasSuffix(f.Unit, "元") {
		return "元"
	}
	return in.words().FirstUnit(f.Unit)
}

// formTitles are what people are told of the forms.
var formTitles = map[string][2]string{
	dataset.CSV:     {"CSV", "每行一个数字，各种软件都能打开"},
	dataset.XLSX:    {"XLSX", "用表格软件打开，列名是中文，附各列的含义"},
	dataset.Parquet: {"Parquet", "供 DuckDB、Spark 等数据软件查询"},
	dataset.Lines:   {"JSON Lines", "每行一个 JSON 对象，供程序逐行读取"},
}

// OpenData writes what describes the figures that were written, and the tables that
// they refer to, and notes for the page /data/ what there is.
func OpenData(w *Whole, figures []dataset.Written, disk dataset.Disk) error {
	p := arrange(w)
	about := dataset.Portal{
		Name: w.Site.Name, Domain: w.Site.Domain, Publisher: w.Site.Sponsor, Email: w.Site.Email, Modified: w.Revision.Time, Figures: figures,
		Description: "各单位法治政府建设年度报告里的全部数字，每行一个，每个都带着写着它的那句原文和网址。",
		License:     dataset.License{Name: w.Site.License, Title: w.Site.LicenseTitle, URL: w.Site.LicenseURL},
	}
	for _, s := range p.reports {
		if about.First == 0 || s.Year < about.First {
			about.First = s.Year
		}
		about.Last = max(about.Last, s.Year)
	}
	for _, t := range []*dataset.Listed{p.reportTable(), p.bodyTable(), p.indicatorTable()} {
		written, err := t.Write(disk)
		if err != nil {
			return err
		}
		about.Tables = append(about.Tables, dataset.Table{Listed: t, Written: written})
	}
	if err := about.Describe(disk); err != nil {
		return err
	}
	linked, err := about.LinkedData()
	if err != nil {
		return err
	}
	w.data = &dataParams{Version: dataset.Version, Linked: linked, Rows: strconv.Itoa(figures[0].Rows)}
	if len(w.Revision.Time) >= len("2006-01-02") {
		w.data.Date = w.Revision.Time[:len("2006-01-02")]
	}
	for _, f := range figures {
		w.data.Files = append(w.data.Files, dataFile{f.Name, formTitles[f.Name][0], formTitles[f.Name][1], size(int(f.Size))})
	}
	for _, t := range about.Tables {
		w.data.Tables = append(w.data.Tables, dataFile{t.Written.Name, tableTitles[t.Written.Name], strconv.Itoa(t.Written.Rows) + " 行", size(int(t.Written.Size))})
	}
	return nil
}

// Names of the tables that figures refer to, and what they are called.
const (
	reportTable    = "reports.csv"
	bodyTable      = "bodies.csv"
	indicatorTable = "indicators.csv"
)

var tableTitles = map[string]string{reportTable: "报告一览", bodyTable: "单位一览", indicatorTable: "指标一览"}

func (p *portal) reportTable() *dataset.Listed {
	t := &dataset.Listed{Name: reportTable, Columns: []dataset.Column{
		{Name: "body", Title: "单位编号", Type: "string", Says: "发布报告的单位"},
		{Name: "year", Title: "报告年度", Type: "year", Says: "报告写的是哪一年"},
		{Name: "title", Title: "标题", Type: "string", Says: "报告的标题，照原文"},
		{Name: "figures", Title: "数字", Type: "integer", Says: "报告里有多少个数字"},
		{Name: "url", Title: "网页", Type: "uri", Says: "报告的网页"},
		{Name: "json", Title: "结构化数据", Type: "uri", Says: "报告的 report.json"},
	}}
	for _, b := range p.Bodies {
		list := p.of(b.Slug)
		for i := len(list) - 1; i >= 0; i-- {
			s := list[i]
			url := absolute(p.Site.Domain, pageURL(s.Body, s.Year))
			t.Rows = append(t.Rows, []string{s.Body, strconv.Itoa(s.Year), s.title, strconv.Itoa(s.Figures), url, url + "report.json"})
		}
	}
	return t
}

func (p *portal) bodyTable() *dataset.Listed {
	t := &dataset.Listed{Name: bodyTable, Columns: []dataset.Column{
		{Name: "id", Title: "单位编号", Type: "string", Says: "也用在网址里"},
		{Name: "name", Title: "单位名称", Type: "string", Says: "全称"},
		{Name: "short", Title: "简称", Type: "string", Says: "没有的为空"},
		{Name: "region", Title: "地区", Type: "string", Says: "没有写的为空"},
		{Name: "parent", Title: "上级单位", Type: "string", Says: "上级单位的编号"},
		{Name: "reports", Title: "报告", Type: "integer", Says: "有多少份报告"},
		{Name: "url", Title: "网页", Type: "uri", Says: "单位的网页"},
		{Name: "csv", Title: "数据", Type: "uri", Says: "这个单位的全部数字"},
	}}
	for _, b := range p.Bodies {
		if list := p.of(b.Slug); len(list) > 0 {
			csv := ""
			for _, s := range list {
				if s.Figures > 0 {
					csv = absolute(p.Site.Domain, "/"+dataset.Folder+"/bodies/"+b.Slug+".csv")
				}
			}
			t.Rows = append(t.Rows, []string{b.Slug, b.Name, b.Short, b.Region, b.Parent, strconv.Itoa(len(list)), absolute(p.Site.Domain, "/bodies/"+b.Slug+"/"), csv})
		}
	}
	return t
}

func (p *portal) indicatorTable() *dataset.Listed {
	t := &dataset.Listed{Name: indicatorTable, Columns: []dataset.Column{
		{Name: "id", Title: "指标编号", Type: "string", Says: "也用在网址里，不会改变"},
		{Name: "name", Title: "指标名称", Type: "string", Says: "指标的名称"},
		{Name: "unit", Title: "计量单位", Type: "string", Says: "通常的单位"},
		{Name: "theme", Title: "主题", Type: "string", Says: "所属的主题"},
		{Name: "definition", Title: "含义", Type: "string", Says: "数的是什么，不数什么"},
		{Name: "url", Title: "网页", Type: "uri", Says: "指标的网页"},
	}}
	if p.Catalogue == nil {
		return t
	}
	for i := range p.Catalogue.Indicators {
		ind := &p.Catalogue.Indicators[i]
		t.Rows = append(t.Rows, []string{ind.ID, ind.Name, ind.Unit(), p.Catalogue.ThemeName(ind.Theme), ind.Definition, absolute(p.Site.Domain, "/indicators/"+ind.ID+"/")})
	}
	return t
}
