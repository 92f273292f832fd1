package site

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/report"
)

// filesBy are the files that a portal's pages are, by their paths.
func filesBy(t *testing.T, w *Whole) map[string]string {
	t.Helper()
	files := map[string]string{}
	for page := range Portal(w) {
		if err := page.Make(func(path string, data []byte) error { files[path] = string(data); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// withChanges is a portal of one report that was changed so often, once a day.
func withChanges(n int) *Whole {
	b := &Body{Slug: "a", Name: "示例市a局"}
	s := Summary{Body: "a", Year: 2023, title: "报告", day: "2020-01-01"}
	for i := range n {
		day := fmt.Sprintf("%d-%02d-%02d", 2020+i/360, i%360/30+1, i%30+1)
		s.history.Changes = append(s.history.Changes, report.Change{
			Kind: report.ChangeCorrected, Day: day, Reason: fmt.Sprint("理由", i),
			Passages: []report.ChangedPassage{{Old: "办理405件。", New: "办理406件。", Figures: []report.FigureChange{{Label: "案件", Old: "405件", New: "406件"}}}},
		})
	}
	return &Whole{Site: Site{Name: "示例", Domain: "https://fa.example.org/"}, Bodies: []*Body{b}, Reports: []Summary{s}}
}

// listed is what a page of /changes/ is given.
func listed(t *testing.T, page string) changesParams {
	t.Helper()
	var head struct {
		Params changesParams `json:"params"`
	}
	if err := json.Unmarshal([]byte(page), &head); err != nil {
		t.Fatal(err)
	}
	return head.Params
}

// TestChangesAreInPages: few stand on one page; of many the newest, and all of them
// on pages by year, none twice.
func TestChangesAreInPages(t *testing.T) {
	for n, pages := range map[int]int{0: 1, 1: 1, 100: 1, 101: 2, 560: 4} {
		files := filesBy(t, withChanges(n))
		seen, count := map[string]bool{}, 0
		for path, text := range files {
			if !strings.HasPrefix(path, "content/changes/") {
				continue
			}
			count++
			p := listed(t, text)
			if path == "content/changes/_index.md" {
				if p.Total != n || n > 0 && p.Items[0].URL != fmt.Sprintf("/reports/a/2023/#change-%d", n) {
					t.Errorf("%d changes: the first page tells of %d, %v", n, p.Total, p.Items)
				}
				if n > 100 {
					continue
				}
			}
			for _, item := range p.Items {
				if seen[item.URL] {
					t.Errorf("%d changes: %s is listed twice", n, item.URL)
				}
				seen[item.URL] = true
			}
		}
		if count != pages || len(seen) != n {
			t.Errorf("%d changes: %d pages, %d listed", n, count, len(seen))
		}
	}
	second := listed(t, filesBy(t, withChanges(560))["content/changes/2020-2/index.md"])
	if second.Prev != "/changes/2020/" || second.Next != "" || len(second.Items) != 160 {
		t.Errorf("the second page of a year: %+v", second)
	}
}

// TestWhatAChangeSays: its words, its note where reasons are missing, and where a
// sentence differs. A number is never parted.
func TestWhatAChangeSays(t *testing.T) {
	passage := report.ChangedPassage{Old: "办理案件1405件，走访3家。", New: "办理案件1406件，走访3家。"}
	explained := passage
	explained.Reason = "漏计"
	for want, c := range map[string]report.Change{
		"更正正文 1 处|没有写明理由|办理案件|1405|1406|件，走访3家。":     {Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{passage}},
		"更正正文 2 处|有的地方没有写明理由|办理案件|1405|1406|件，走访3家。": {Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{explained, {New: "新。"}}},
		"更正正文 1 处||办理案件|1405|1406|件，走访3家。":           {Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{explained}},
		"更正正文 101 处||办理案件|1405|1406|件，走访3家。":         {Kind: report.ChangeCorrected, Reason: "重新核对", Passages: []report.ChangedPassage{passage}, More: 100},
		"更正公开信息 1 项|没有写明理由":                          {Kind: report.ChangeCorrected, Items: []report.ItemChange{{Name: "发文字号", Old: "一", New: "二"}}},
		"更正正文（以前的文字没有留存，不能逐句对照）|没有写明理由":              {Kind: report.ChangeCorrected, Lost: true},
		"撤下|没有写明理由":                {Kind: report.ChangeWithdrawn},
		"改到别的网址|没有写明理由":            {Kind: report.ChangeWithdrawn, To: "a/2022"}, // nobody says that a year was named wrongly
		"改到别的网址|":                  {Kind: report.ChangeWithdrawn, To: "a/2022", Reason: "文件名里的年份写错了"},
		"撤下以后重新公布|":                {Kind: report.ChangeRestored},
		"撤下以后重新公布，文字与撤下以前有 2 处不同|": {Kind: report.ChangeRestored, More: 2},
	} {
		item := itemOf(0, &c)
		got := item.Says + "|" + item.Note
		if len(item.Passages) > 0 {
			p := item.Passages[0]
			got += "|" + p.Before + "|" + p.Old + "|" + p.New + "|" + p.After
		}
		if got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	for _, pair := range [][2]string{{"", ""}, {"甲", "甲"}, {"405件", "406件"}, {"3.5%", "3.6%"}, {"1,405件", "1,406件"}, {"405", "4051"}, {"甲乙", "甲丙乙"}} {
		before, was, is, after := apart(pair[0], pair[1])
		if before+was+after != pair[0] || before+is+after != pair[1] {
			t.Errorf("%q and %q are parted as %q %q %q %q", pair[0], pair[1], before, was, is, after)
		}
	}
}

// TestHiddenWordsOfStaff: a correction of which the words are not to be repeated does
// not repeat them where no release has made it.
func TestHiddenWordsOfStaff(t *testing.T) {
	item := statedItem(0, report.Correction{Old: "张某某", Quote: "困难群众", Reason: "涉及个人隐私", Hide: true})
	if s := fmt.Sprint(item); strings.Contains(s, "张某某") || strings.Contains(s, "困难群众") || item.Passages[0].Kind != "withheld" {
		t.Errorf("hidden words: %s", s)
	}
}

// TestWithdrawnPage: a report that was taken down has a page at its address, in no
// list, and the feeds and the list of changes tell of it.
func TestWithdrawnPage(t *testing.T) {
	w := withChanges(0)
	w.Gone = []Gone{{Body: &Body{Slug: "b", Name: "示例市乙局"}, Year: 2022, History: History{First: "2023-03-30", Changes: []report.Change{
		{Kind: report.ChangeCorrected, Day: "2023-04-01", More: 2, Reason: "录入错误"}, {Kind: report.ChangeWithdrawn, Day: "2024-05-06", Reason: "正文有误"},
	}}}}
	files := filesBy(t, w)
	page := files["content/reports/b/2022/index.md"]
	for _, want := range []string{`"layout":"withdrawn"`, `"list":"never"`, `"disable":true`, `"day":"2024-05-06"`, `"reason":"正文有误"`, "示例市乙局2022年度报告已经撤下"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %s:\n%s", want, page)
		}
	}
	if p := listed(t, files["content/changes/_index.md"]); p.Total != 2 || p.Items[0].Says != "撤下" || p.Items[0].BodyName != "示例市乙局" {
		t.Errorf("the list says %+v", p)
	}
}

// TestPassagesOnAPage: a report that was written anew time and again makes no page
// without end; the newest changes are told whole.
func TestPassagesOnAPage(t *testing.T) {
	many := report.Change{Kind: report.ChangeCorrected, Day: "2024-01-01", Reason: "重写"}
	for i := range 50 {
		many.Passages = append(many.Passages, report.ChangedPassage{Old: fmt.Sprint("原", i), New: fmt.Sprint("今", i)})
	}
	in := &Input{Report: &report.Report{Source: report.NewSource("a.txt", "甲")}, History: History{Changes: []report.Change{many, many, many}}}
	items := in.changes()
	if len(items) != 3 || len(items[0].Passages) != 50 || len(items[1].Passages) != 10 || items[1].More != 40 || len(items[2].Passages) != 0 || items[2].More != 50 {
		t.Errorf("passages: %d and %d more, %d and %d more", len(items[0].Passages), items[0].More, len(items[1].Passages), items[1].More)
	}
}
