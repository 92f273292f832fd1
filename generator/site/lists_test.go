package site

import (
	"encoding/json"
	"fmt"
	"testing"
)

// TestReportLists: the pages of the list of all reports hold each report once, the newest
// years first, bodies by the sound of their names, and lead to one another.
func TestReportLists(t *testing.T) {
	w := &Whole{}
	for i, name := range []string{"示例市卫生健康委员会", "示例市财政局", "示例市民政局"} {
		w.Bodies = append(w.Bodies, &Body{Slug: fmt.Sprint("b", i), Name: name})
	}
	for year := 1900; year < 2034; year++ {
		for _, b := range w.Bodies {
			w.Reports = append(w.Reports, Summary{Body: b.Slug, Year: year})
		}
	}
	files := arrange(w).reportLists()
	if len(files) != 3 || files[0].Path != "content/reports/_index.md" || files[2].Path != "content/reports/page-3.md" {
		t.Fatalf("%d pages", len(files))
	}
	var urls []string
	for i, f := range files {
		var head struct {
			URL, Layout string
			Params      reportsParams
		}
		if err := json.Unmarshal(f.Data, &head); err != nil {
			t.Fatal(err)
		}
		p := head.Params
		if p.Reports != 402 || p.Page != i+1 || p.Pages != 3 || (p.Before == "") != (i == 0) || (p.After == "") != (i == 2) {
			t.Errorf("page %d is %+v", i+1, p)
		}
		if i > 0 && (head.URL != fmt.Sprintf("/reports/page/%d/", i+1) || head.Layout != "list") {
			t.Errorf("page %d stands at %s by %q", i+1, head.URL, head.Layout)
		}
		if i == 2 && p.Before != "/reports/page/2/" || i == 1 && p.Before != "/reports/" {
			t.Errorf("before page %d is %s", i+1, p.Before)
		}
		for _, y := range p.Years {
			for _, r := range y.Reports {
				urls = append(urls, r.URL)
			}
		}
	}
	if len(urls) != 402 {
		t.Fatalf("%d reports are listed", len(urls))
	}
	for i, want := range []string{"/reports/b1/2033/", "/reports/b2/2033/", "/reports/b0/2033/", "/reports/b1/2032/"} { // cái, mín, wèi
		if urls[i] != want {
			t.Errorf("report %d is %s, want %s", i, urls[i], want)
		}
	}
}

// TestBodyGroups: regions by their sound, bodies without one at the end.
func TestBodyGroups(t *testing.T) {
	w := &Whole{}
	for i, b := range []struct{ name, region string }{{"市司法局", "乙市"}, {"研究会", ""}, {"市财政局", "乙市"}, {"省政府", "甲省"}, {"没有报告的局", "甲省"}} {
		slug := fmt.Sprint("b", i)
		w.Bodies = append(w.Bodies, &Body{Slug: slug, Name: b.name, Region: b.region})
		if i < 4 {
			w.Reports = append(w.Reports, Summary{Body: slug, Year: 2022}, Summary{Body: slug, Year: 2023})
		}
	}
	got := fmt.Sprint(arrange(w).bodyGroups())
	const want = "[{甲省 [{省政府 /bodies/b3/ [2023 2022]}]} {乙市 [{市财政局 /bodies/b2/ [2023 2022]} {市司法局 /bodies/b0/ [2023 2022]}]} { [{研究会 /bodies/b1/ [2023 2022]}]}]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
