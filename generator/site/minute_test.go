package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestMinute reads what a report of three parts is announced with: of headings
// within each other the outermost, and a heading of two roles once.
func TestMinute(t *testing.T) {
	r := outline.Parse(report.NewSource("x.txt", "示例市司法局2023年法治政府建设年度报告\n"+
		"一、主要举措和成效\n全年平稳。调解纠纷528余次；走访企业近40家。继续努力。\n"+
		"二、存在的问题和下一步打算\n（一）存在的不足。力量薄弱。\n（二）2024年工作安排。加强学习。\n"+
		"三、2024年工作安排\n加强学习。\n"), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	in := &Input{Body: &Body{Slug: "x"}, Report: r}
	if got := characters(r.Source.Text); got != 120 {
		t.Errorf("%d characters, want 120", got)
	}
	headline := []headlineItem{
		{Before: "调解纠纷", Number: "528余", Unit: "次", Href: "#" + r.Figures[0].ID},
		{Before: "走访企业", Number: "近40", Unit: "家", Href: "#" + r.Figures[1].ID},
	}
	if diff := cmp.Diff(headline, in.headline()); diff != "" {
		t.Errorf("the headline differs (-want +got):\n%s", diff)
	}
	leads := []partItem{
		{"存在的不足和下一年安排", "二、存在的问题和下一步打算", "#" + r.Headings[1].ID, []pointItem{
			{"存在的不足", "#" + r.Headings[2].ID}, {"2024年工作安排", "#" + r.Headings[3].ID},
		}, 2},
		{"下一年安排", "三、2024年工作安排", "#" + r.Headings[4].ID, []pointItem{{"加强学习", "#" + r.Blocks[len(r.Blocks)-1].ID}}, 1},
	}
	if diff := cmp.Diff(leads, parts(r)); diff != "" {
		t.Errorf("the parts differ (-want +got):\n%s", diff)
	}
}
