package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/indicator"
)

// frontCatalogue has two themes that readers ask for and one of meetings.
func frontCatalogue(t *testing.T) *indicator.Catalogue {
	t.Helper()
	var b strings.Builder
	for _, theme := range []string{"leadership", "enforcement", "governance"} {
		fmt.Fprintf(&b, "[[theme]]\nid = %q\nname = %q\n", theme, theme)
	}
	for _, ind := range [][4]string{
		{"meetings", "leadership", "3", ""}, {"penalties", "enforcement", "1", ""}, {"fines", "enforcement", "1", "罚了多少钱？"},
		{"mediated", "governance", "1", "调解了多少？"}, {"found", "governance", "2", ""},
	} {
		fmt.Fprintf(&b, "[[indicator]]\nid = %q\nname = \"指标%s\"\ntheme = %q\nkind = \"count\"\nunits = [\"件\"]\nrank = %s\ndefinition = \"含义\"\nany = [\"甲乙%s\"]\nquestion = %q\n",
			ind[0], ind[0], ind[1], ind[2], ind[0], ind[3])
	}
	c, findings := indicator.Parse("indicators.toml", []byte(b.String()), nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return c
}

// states are the values of a report, "penalties=12件".
func states(values ...string) []stated {
	var all []stated
	for _, v := range values {
		id, display, _ := strings.Cut(v, "=")
		all = append(all, stated{indicator: id, figure: "f" + id, said: "我们的" + id, display: display})
	}
	return all
}

func told(w *Whole) []string {
	var lines []string
	for _, p := range arrange(w).telling() {
		lines = append(lines, fmt.Sprintf("%s%d %s%s %s", p.BodyName, p.Year, p.Label, p.Display, p.Href))
	}
	return lines
}

// TestTelling: what readers ask for comes first, of another theme and another body
// each time, from the newest report of a body; meetings come last.
func TestTelling(t *testing.T) {
	w := &Whole{
		Catalogue: frontCatalogue(t),
		Bodies:    []*Body{{Slug: "a", Name: "甲局", Parent: "z"}, {Slug: "b", Name: "乙局", Short: "乙", Parent: "z"}, {Slug: "z", Name: "市政府"}},
		Reports: []Summary{
			{Body: "a", Year: 2022, stated: states("penalties=1件", "fines=2件", "mediated=3件", "meetings=4件")},
			{Body: "a", Year: 2023, stated: states("meetings=9件", "penalties=10件")},
			{Body: "b", Year: 2023, stated: states("mediated=30件", "penalties=11件", "found=5件")},
			{Body: "z", Year: 2023, stated: states("mediated=400件")},
		},
	}
	want := []string{
		"市政府2023 我们的mediated400件 /reports/z/2023/#fmediated", // a question of readers, and of the government itself
		"甲局2023 我们的penalties10件 /reports/a/2023/#fpenalties",
		"乙2023 我们的found5件 /reports/b/2023/#ffound",
		"甲局2023 我们的meetings9件 /reports/a/2023/#fmeetings",
	}
	if got := told(w); !slices.Equal(got, want) {
		t.Errorf("told is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTellingOfOneReport: a portal of one report without indicators tells what
// announces it, and what it says of problems and plans, where the many do not.
func TestTellingOfOneReport(t *testing.T) {
	one := Summary{Body: "a", Year: 2023, headline: []announced{{"清淤河道", "12条", "f1"}, {"栽树", "3万棵", "f2"}},
		leads: []leadItem{{"存在的不足", "#h1", []pointItem{{"力量不足", "#h2"}}}}}
	w := &Whole{Bodies: []*Body{{Slug: "a", Name: "甲局"}}, Reports: []Summary{one}}
	want := []string{"甲局2023 清淤河道12条 /reports/a/2023/#f1", "甲局2023 栽树3万棵 /reports/a/2023/#f2"}
	if got := told(w); !slices.Equal(got, want) {
		t.Errorf("told is %q, want %q", got, want)
	}
	if got := arrange(w).latest()[0].Leads; len(got) != 1 || got[0].Href != "/reports/a/2023/#h1" || len(got[0].Points) != 1 || got[0].Points[0].Href != "/reports/a/2023/#h2" {
		t.Errorf("the only report leads to %+v", got)
	}
	for year := 2020; year < 2023; year++ {
		w.Reports = append(w.Reports, Summary{Body: "a", Year: year})
	}
	if got := arrange(w).latest()[0].Leads; len(got) != 1 || len(got[0].Points) > 0 {
		t.Errorf("one of four reports leads to %+v", got)
	}
}

func TestQuestions(t *testing.T) {
	w := &Whole{Catalogue: frontCatalogue(t), Bodies: []*Body{{Slug: "a"}, {Slug: "b"}}, Reports: []Summary{
		{Body: "a", Year: 2022, stated: states("penalties=1件", "mediated=3件")},
		{Body: "b", Year: 2022, stated: states("mediated=3件")},
	}}
	want := []questionItem{{"调解了多少？", "/indicators/mediated/", 2}}
	if got := arrange(w).questions(); !slices.Equal(got, want) {
		t.Errorf("asked is %+v, want %+v", got, want)
	}
	if got := arrange(&Whole{}).questions(); len(got) > 0 || got == nil {
		t.Errorf("a portal of nothing asks %+v", got)
	}
}

// TestRegionsBegin: the region of the highest body comes first, and the government
// before its bureaux.
func TestRegionsBegin(t *testing.T) {
	w := &Whole{Bodies: []*Body{
		{Slug: "county", Region: "示例县", Parent: "zf"}, {Slug: "gaj", Region: "示例市", Parent: "zf"}, {Slug: "other"},
		{Slug: "zf", Region: "示例市"}, {Slug: "zhen", Region: "示例县", Parent: "county"},
	}}
	for _, b := range w.Bodies {
		w.Reports = append(w.Reports, Summary{Body: b.Slug, Year: 2023})
	}
	var got []string
	regions, _ := arrange(w).regions()
	for _, r := range regions {
		got = append(got, r.Name)
		for _, b := range r.Bodies {
			got = append(got, b.Slug)
		}
	}
	if want := []string{"示例市", "zf", "gaj", "示例县", "county", "zhen", "", "other"}; !slices.Equal(got, want) {
		t.Errorf("regions are %q, want %q", got, want)
	}
	circle := &Whole{Bodies: []*Body{{Slug: "a", Parent: "b"}, {Slug: "b", Parent: "a"}}, Reports: []Summary{{Body: "a", Year: 2023}}}
	arrange(circle).regions() // ends
}

// TestPlanned: the front page leads to what came of the plan for the newest year of
// each body, to the latest and to what fell short of most first.
func TestPlanned(t *testing.T) {
	w := &Whole{Bodies: []*Body{{Slug: "a", Name: "甲局"}, {Slug: "b", Name: "乙局", Short: "乙"}, {Slug: "c", Name: "丙局"}, {Slug: "d", Name: "丁局"}}, Reports: []Summary{
		{Body: "a", Year: 2023, promised: []promiseCount{{"unmet", "未达到", 9}}},
		{Body: "a", Year: 2024, promised: []promiseCount{{"unmentioned", "没有提到", 5}, {"met", "到位", 1}}, unconfirmed: true},
		{Body: "b", Year: 2024, promised: []promiseCount{{"unmet", "未达到", 2}, {"met", "到位", 4}}},
		{Body: "c", Year: 2023, promised: []promiseCount{{"unmet", "未达到", 7}}},
		{Body: "d", Year: 2024},
	}}
	want := []plannedItem{
		{"乙", 2024, "/bodies/b/promises/2024/", 6, "未达到", 2, false},
		{"甲局", 2024, "/bodies/a/promises/2024/", 6, "没有提到", 5, true},
		{"丙局", 2023, "/bodies/c/promises/2023/", 7, "未达到", 7, false},
	}
	if got := arrange(w).planned(); !slices.Equal(got, want) {
		t.Errorf("planned is %+v, want %+v", got, want)
	}
	if got := arrange(&Whole{}).planned(); len(got) > 0 || got == nil {
		t.Errorf("a portal of nothing planned %+v", got)
	}
}
