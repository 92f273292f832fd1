package site

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// Where the reading is sure of no label, every place that would show one shows the
// clause, and the number in it is marked or stands beside it.
func TestFiguresWithoutLabels(t *testing.T) {
	r := outline.Parse(report.NewSource("seeds/x/2023.txt", "示例市司法局2023年法治政府建设年度报告\n"+
		"一、主要举措和成效\n全年平稳，调解纠纷528余次，成功500次，成功率94.7%。走访企业由30家增加到40家。\n"), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	for i := range r.Figures {
		r.Figures[i].Label = ""
		r.Figures[i].Indicator = "x"
	}
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r}
	page := string(in.page(in.markWaived()))
	for _, want := range []string{
		`<span class=\"clause\">调解纠纷<mark>528余次</mark></span></a></span><span class=\"value\"><a href=\"#fcb89a83e\">528余次</a></span>`,
		`<span class=\"clause\">成功率<mark>94.7%</mark></span>`,
		`"headline":[{"before":"调解纠纷","number":"528余","unit":"次","href"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	if !strings.Contains(page, `"charts":[]`) {
		t.Errorf("a figure without a label is in a chart:\n%s", page)
	}
	if strings.Contains(page, `“”`) {
		t.Errorf("something without a name is quoted:\n%s", page)
	}
	if alt := in.Card("").Alt(); !strings.Contains(alt, "调解纠纷528余次") || strings.Contains(alt, "528余次528余次") {
		t.Errorf("the picture is described as %s", alt)
	}
	s := Summarise(in)
	if got := s.headline[0].label; got != "调解纠纷528余次" {
		t.Errorf("the front page calls it %q", got)
	}
	if got := s.stated[0].label; got != "调解纠纷【528余次】" {
		t.Errorf("the indicator's data calls it %q", got)
	}
	// One figure with a label announces the report by itself.
	r.Figures[1].Label = "调解成功"
	in = &Input{Body: in.Body, Report: r}
	if got := in.headline(); len(got) != 1 || got[0].Before != "调解成功" {
		t.Errorf("the report is announced with %+v", got)
	}
}
