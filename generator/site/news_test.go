package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"mingfa/generator/report"
)

// atom is what a reader takes from an Atom feed.
type atom struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  []string `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/2005/Atom link"`
	Entries []struct {
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Title   string `xml:"http://www.w3.org/2005/Atom title"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
		Summary string `xml:"http://www.w3.org/2005/Atom summary"`
		Link    struct {
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

// readAtom reads a feed and holds it against RFC 4287: what is required is there, once,
// and whole.
func readAtom(t *testing.T, text string) atom {
	t.Helper()
	var a atom
	if err := xml.Unmarshal([]byte(text), &a); err != nil {
		t.Fatalf("no XML: %v\n%s", err, text)
	}
	absolute := func(what, address string) {
		if !strings.HasPrefix(address, "https://") {
			t.Errorf("%s has the address %q", what, address)
		}
	}
	moment := func(what, s string) {
		if _, err := time.Parse(time.RFC3339, s); err != nil {
			t.Errorf("%s has the time %q", what, s)
		}
	}
	if a.ID == "" || a.Title == "" || len(a.Author) != 1 || a.Author[0] == "" {
		t.Errorf("the feed lacks what is required: %+v", a)
	}
	moment("the feed", a.Updated)
	self := 0
	for _, l := range a.Links {
		absolute("a link of the feed", l.Href)
		if l.Rel == "self" {
			self++
		}
	}
	if self != 1 {
		t.Errorf("%d links to the feed itself", self)
	}
	ids := map[string]bool{}
	for _, e := range a.Entries {
		if e.ID == "" || e.Title == "" || e.Summary == "" || ids[e.ID] || !strings.Contains(e.ID, ":") {
			t.Errorf("an entry lacks what is required, or its id stands twice: %+v", e)
		}
		ids[e.ID] = true
		moment(e.ID, e.Updated)
		absolute(e.ID, e.Link.Href)
		if e.Updated > a.Updated {
			t.Errorf("%s is newer than the feed", e.ID)
		}
	}
	return a
}

// readJSON reads a feed and holds it against JSON Feed 1.1.
func readJSON(t *testing.T, text string) []map[string]any {
	t.Helper()
	var f struct {
		Version string           `json:"version"`
		Title   string           `json:"title"`
		Home    string           `json:"home_page_url"`
		URL     string           `json:"feed_url"`
		Items   []map[string]any `json:"items"`
	}
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		t.Fatal(err)
	}
	if f.Version != "https://jsonfeed.org/version/1.1" || f.Title == "" || !strings.HasPrefix(f.URL, "https://") || !strings.HasPrefix(f.Home, "https://") || f.Items == nil {
		t.Errorf("the feed lacks what is required: %+v", f)
	}
	for _, item := range f.Items {
		id, _ := item["id"].(string)
		address, _ := item["url"].(string)
		words, _ := item["content_text"].(string)
		day, _ := item["date_published"].(string)
		if _, err := time.Parse(time.RFC3339, day); err != nil || id == "" || words == "" || !strings.HasPrefix(address, "https://") {
			t.Errorf("an item lacks what is required: %v", item)
		}
	}
	return f.Items
}

func feedsOf(t *testing.T, w *Whole) map[string]string {
	t.Helper()
	files, err := Feeds(w)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, f := range files {
		by[f.Path] = string(f.Data)
	}
	return by
}

// TestFeeds: new reports and corrections, the newest first; both forms alike.
func TestFeeds(t *testing.T) {
	w := withChanges(0)
	w.Bodies = append(w.Bodies, &Body{Slug: "b", Name: "示例市<乙>&局"})
	w.Reports[0].history.Changes = []report.Change{{Kind: report.ChangeCorrected, Day: "2024-04-02", Passages: []report.ChangedPassage{
		{Old: "办理405件。", New: "办理406件。", Figures: []report.FigureChange{{Label: "法律援助案件", Old: "405件", New: "406件"}}},
	}}}
	w.Reports = append(w.Reports,
		Summary{Body: "b", Year: 2022, title: "题目\x01有控制字符", day: "2024-03-30", headline: []announced{{"走访企业", "20家", "f1"}}, history: History{First: "2024-03-30", Origin: "old/2022"}},
		Summary{Body: "b", Year: 2021, title: "没有日子的"})
	w.Gone = []Gone{{Body: w.Bodies[1], Year: 2020, History: History{First: "2023-01-01", Changes: []report.Change{{Kind: report.ChangeWithdrawn, Day: "2024-05-01", Reason: "正文有误。"}}}}}
	files := feedsOf(t, w)
	a := readAtom(t, files["feed.xml"])
	var got []string
	for _, e := range a.Entries {
		got = append(got, e.ID+" "+e.Title+" "+e.Link.Href+" "+e.Summary)
	}
	want := []string{
		"tag:fa.example.org,2023-01-01:report/b/2020#change-1 示例市<乙>&局2020年度报告：撤下 https://fa.example.org/reports/b/2020/#change-1 撤下。理由：正文有误。",
		"tag:fa.example.org,2020-01-01:report/a/2023#change-1 示例市a局2023年度报告：更正正文 1 处 https://fa.example.org/reports/a/2023/#change-1 更正正文 1 处；法律援助案件 405件 改为 406件。理由：没有写明理由。",
		"tag:fa.example.org,2024-03-30:report/old/2022 示例市<乙>&局2022年度报告 https://fa.example.org/reports/b/2022/ 题目\uFFFD有控制字符：走访企业 20家。",
		"tag:fa.example.org,2020-01-01:report/a/2023 示例市a局2023年度报告 https://fa.example.org/reports/a/2023/ 报告",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the feed has\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	items := readJSON(t, files["feed.json"])
	for i, item := range items {
		if item["id"] != a.Entries[i].ID || item["url"] != a.Entries[i].Link.Href {
			t.Errorf("the forms differ: %v", item)
		}
	}
	if a.Updated != "2024-05-01T00:00:00+08:00" {
		t.Errorf("the feed is of %s", a.Updated)
	}
	body := filesBy(t, w)
	if of := readAtom(t, body["content/bodies/a/feed.xml"]); len(of.Entries) != 2 || len(readJSON(t, body["content/bodies/a/feed.json"])) != 2 {
		t.Errorf("the feed of a body has %d entries", len(of.Entries))
	}
}

// TestFeedsOfRegions: those of its bodies and of no other.
func TestFeedsOfRegions(t *testing.T) {
	w := withChanges(2)
	w.Bodies[0].Region, w.Bodies[0].RegionSlug = "示例县", "shilixian"
	w.Bodies = append(w.Bodies, &Body{Slug: "b", Name: "示例市乙局", Region: "示例市", RegionSlug: "shili"})
	w.Reports = append(w.Reports, Summary{Body: "b", Year: 2022, title: "题目", day: "2024-03-30"})
	files := filesBy(t, w)
	if a := readAtom(t, files["content/regions/shilixian/feed.xml"]); len(a.Entries) != 3 || a.ID != "https://fa.example.org/regions/shilixian/feed.xml" {
		t.Errorf("the feed of a region: %+v", a)
	}
	if items := readJSON(t, files["content/regions/shili/feed.json"]); len(items) != 1 {
		t.Errorf("the feed of another region: %v", items)
	}
}

// TestFeedsAreBounded: the newest hundred.
func TestFeedsAreBounded(t *testing.T) {
	w := withChanges(250)
	a := readAtom(t, feedsOf(t, w)["feed.xml"])
	if len(a.Entries) != newest || !strings.HasSuffix(a.Entries[0].ID, "#change-250") {
		t.Errorf("%d entries, the first is %s", len(a.Entries), a.Entries[0].ID)
	}
}

// TestNoFeedWithoutAnAddress: a feed is read elsewhere. Nor is there one without news.
func TestNoFeedWithoutAnAddress(t *testing.T) {
	w := withChanges(3)
	w.Site.Domain = ""
	if files := feedsOf(t, w); len(files) > 0 || strings.Contains(string(Config(w)), `"feed"`) {
		t.Error("a feed without an address of the site")
	}
	w = withChanges(0)
	w.Reports[0].day = ""
	if files := feedsOf(t, w); len(files) > 0 || strings.Contains(string(Config(w)), `"feed"`) {
		t.Error("a feed without news")
	}
}

// TestLatestIsByDay: by the day of publication; where none is known, by the day the
// regulation sets.
func TestLatestIsByDay(t *testing.T) {
	w := withChanges(0)
	w.Reports = nil
	for _, r := range []struct {
		year int
		day  string
	}{{2019, "2025-01-01"}, {2023, ""}, {2022, "2023-05-01"}, {2021, "2023-05-01"}, {2020, ""}} {
		w.Reports = append(w.Reports, Summary{Body: "a", Year: r.year, title: "题目", day: r.day})
	}
	var got []string
	for _, item := range arrange(w).latest() {
		got = append(got, fmt.Sprint(item.Year, item.Day))
	}
	if want := []string{"20192025-01-01", "2023", "20222023-05-01", "20212023-05-01", "2020"}; !slices.Equal(got, want) {
		t.Errorf("latest is %v, want %v", got, want)
	}
}
