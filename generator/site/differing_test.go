package site

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// TestDiffering: what a report says of the year before and that year's report otherwise stands on
// the page with both sentences and where they are; in the data stand all such claims.
func TestDiffering(t *testing.T) {
	read := func(year, text string) *report.Report {
		r := outline.Parse(report.NewSource(year+".txt", "示例市司法局"+year+"年法治政府建设年度报告\n一、主要成效\n"+text+"\n"), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		return r
	}
	previous := read("2023", "办理处罚案件210件。举办法治讲座45场。开展执法检查320次。办理公证事项2400件。组织庭审旁听4次。")
	r := read("2024", "办理处罚案件230件，上年为215件。举办法治讲座52场，去年为45场。开展执法检查300次，同比增长10%。办理公证事项2500件，比上年增加101件。组织庭审旁听6次，是上年的1.5倍。")
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r, LastYear: lastyear.Compare(r, previous, lexicon.Builtin())}
	in.Waived = []Waived{{report.Finding{Rule: rule.ChangedLastYear, Span: placeIn(r, "增加101件")}, "台账补录。"}}

	var got []string
	for _, d := range in.differing() {
		got = append(got, d.Says+d.Then+d.Reason)
		if !strings.HasPrefix(d.Href, "/reports/x/2024/#f") || !strings.HasPrefix(d.ThenHref, "/reports/x/2023/#f") || d.Year != 2024 || d.Before != 2023 || d.Text == "" {
			t.Errorf("%+v", d)
		}
	}
	want := "办理处罚案件230件，上年为215件。办理处罚案件210件。|开展执法检查300次，同比增长10%。开展执法检查320次。|办理公证事项2500件，比上年增加101件。办理公证事项2400件。台账补录。"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if s := Summarise(in).differing; len(s) != 3 {
		t.Errorf("%d are kept for the page of the body", len(s))
	}

	e := r.Extract()
	in.extractBefore(e)
	var claims []string
	for _, f := range e.Figures {
		if c := f.Claim; c != nil {
			claims = append(claims, f.Raw+" "+c.Says+" "+c.Computed.String())
			if c.Agrees != (f.Raw == "45" || f.Raw == "1.5") || c.Year != 2023 || !strings.HasSuffix(c.URL, "/reports/x/2023/#"+c.ID) {
				t.Errorf("%+v", c)
			}
		}
	}
	if s := strings.Join(claims, ", "); s != "215 value 210, 45 value 45, 10 percent -6.3, 101 amount 100, 1.5 times 1.5" {
		t.Errorf("report.json has %s", s)
	}
	data, err := in.csv()
	if err != nil || strings.Count(string(data), ",不一致,") != 3 || strings.Count(string(data), ",一致,45,/reports/x/2023/#") != 1 {
		t.Errorf("%v\n%s", err, data)
	}

	r.Figures[1].Hidden = true // 上年为215件
	if s := in.differing(); len(s) != 2 {
		t.Errorf("what staff hide is shown: %+v", s)
	}
}

// placeIn is where words stand in a report.
func placeIn(r *report.Report, words string) report.Span {
	start := strings.Index(r.Source.Text, words)
	return report.Span{Start: start, End: start + len(words)}
}
