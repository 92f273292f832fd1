package site

import (
	"encoding/json"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/promise"
	"mingfa/generator/report"
)

func TestUndone(t *testing.T) {
	status := func(list ...report.PromiseStatus) []report.Promise {
		promises := make([]report.Promise, len(list))
		for i := range list {
			promises[i].Status = list[i]
		}
		return promises
	}
	for _, c := range []struct {
		promises []report.Promise
		items    int
		says     string
	}{
		{nil, 0, ""},
		{status(report.PromiseMet, report.PromiseMet), 0, "2项到位"},
		{status(report.PromiseMet, report.PromisePartly, report.PromiseUnmet, report.PromiseUnmet, report.PromiseUnclear), 2, "2项未达到，1项部分到位，1项未能判断，1项到位"},
	} {
		if items, says := Undone(c.promises); items != c.items || says != c.says {
			t.Errorf("%v: %d, %q; want %d, %q", c.promises, items, says, c.items, c.says)
		}
	}
}

// planAndReport is a report on 2023 with what came of the plan of 2022.
func planAndReport(plan, said string) *Input {
	read := func(text string) *report.Report {
		r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		return r
	}
	previous := read("示例市司法局2022年法治政府建设年度报告\n一、2023年工作安排\n" + plan + "\n")
	r := read("示例市司法局2023年法治政府建设年度报告\n一、主要成效\n" + said + "\n")
	return &Input{
		Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r, LastYear: lastyear.Comparison{Previous: previous},
		Promises: promise.Compare(previous, r, lexicon.Builtin()),
	}
}

func TestPromisesPage(t *testing.T) {
	in := planAndReport("举办法治讲座40场以上；建成执法平台1个；拍摄微电影3部。", "举办法治讲座36场。执法平台于6月建成。")
	in.Promises[0].Confirmed = true
	file, ok := in.promisesPage()
	if !ok || file.Path != "content/reports/x/2023-promises.md" {
		t.Fatalf("%v %s", ok, file.Path)
	}
	var page struct {
		URL    string
		Params promisesParams
	}
	if err := json.Unmarshal(file.Data, &page); err != nil {
		t.Fatal(err)
	}
	p := page.Params
	if page.URL != "/bodies/x/promises/2023/" || p.Total != 3 || p.Confirmed != 1 || p.Previous.Year != 2022 || p.Report.Year != 2023 || len(p.Groups) != 3 {
		t.Errorf("%s %+v", page.URL, p)
	}
	short := p.Groups[0].Items[0]
	if p.Groups[0].Name != "未达到" || short.Goal != "40场以上" || short.Now != "36场" || !short.Silent || short.How != "依据两年的数字" || short.Says != "举办法治讲座36场。" ||
		!strings.HasPrefix(short.From, "/reports/x/2022/#f") || !strings.HasPrefix(short.Href, "/reports/x/2023/#f") {
		t.Errorf("%+v", p.Groups[0])
	}
	if none := p.Groups[1].Items[0]; p.Groups[1].Name != "没有提到" || none.Says != "" || none.Href != "" || none.Silent {
		t.Errorf("%+v", p.Groups[1])
	}
	if met := p.Groups[2].Items[0]; p.Groups[2].Name != "到位" || met.How != "依据两年的说法" || met.Now != "" || !strings.HasPrefix(met.Href, "/reports/x/2023/#p") {
		t.Errorf("%+v", p.Groups[2])
	}
	brief := in.promises()
	if brief.Total != 3 || brief.Unconfirmed != 2 || len(brief.Items) != 1 || brief.Items[0].Href != "/bodies/x/promises/2023/#"+short.ID || brief.Items[0].Note != "36场" {
		t.Errorf("%+v", brief)
	}
}

// What is planned by the quarter shows the sum that it was held against.
func TestPromisedByTheQuarter(t *testing.T) {
	for plan, want := range map[string]string{
		"每季度开展1次案卷评查":   "每季度1次，全年按4次算",
		"每月开展不少于2次案卷评查": "每月不少于2次，全年按24次算",
		"全年开展5次案卷评查":    "5次",
	} {
		in := planAndReport(plan+"。", "开展案卷评查3次。")
		item := in.promiseItem(&in.Promises[0], &report.IDs{})
		if item.Goal != want || item.Now != "3次" {
			t.Errorf("%s: %q, %q", plan, item.Goal, item.Now)
		}
	}
}

// A body without last year's report, or whose report plans nothing, has no such page, and
// its report says nothing of one.
func TestNoPromisesPage(t *testing.T) {
	in := planAndReport("", "举办法治讲座36场。")
	if _, ok := in.promisesPage(); ok || in.promises() != nil || len(Summarise(in).promised) != 0 {
		t.Error("a page of nothing")
	}
	if s := (&Summary{}); s.planned() != nil {
		t.Error("a list of nothing")
	}
}

// What is private in either report is masked on the page.
func TestPromisesAreMasked(t *testing.T) {
	in := planAndReport("为王某某13800000000办理登记1件。", "为王某某13800000000办理登记1件。")
	for _, r := range []*report.Report{in.Report, in.LastYear.Previous} {
		at := strings.Index(r.Source.Text, "13800000000")
		r.Private = []report.Span{{Start: at, End: at + 11}}
	}
	if len(in.Promises) == 0 {
		t.Fatal("no item")
	}
	if file, _ := in.promisesPage(); strings.Contains(string(file.Data), "13800000000") {
		t.Error("a number of a person is on the page")
	}
}
