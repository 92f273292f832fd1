package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// A report is late after 1 April, by the day of publication, or by that of writing
// where the other is not stated.
func TestLateReport(t *testing.T) {
	for _, c := range []struct {
		dates Dates
		named int
		want  string // of the message; "" for no finding
	}{
		{Dates{Published: "2024-04-02"}, 2023, "发布日期是2024年4月2日，晚于规定的2024年4月1日"},
		{Dates{Published: "2024-12-31 17:00"}, 0, "发布日期是2024年12月31日，晚于规定的2024年4月1日"},
		{Dates{Written: "2024-04-02"}, 2023, "成文日期是2024年4月2日，公开的日子晚于规定的2024年4月1日"},
		{Dates{Published: "2024-04-02", Written: "2024-03-01"}, 2023, "发布日期是2024年4月2日"},
		{Dates{Published: "2024-04-02"}, 2022, ""}, // the file's name and its title say different years, which is told first
		{Dates{Published: "2024-04-01"}, 2023, ""},
		{Dates{Published: "2024-03-28 09:30", Written: "2024-04-02"}, 2023, ""}, // which is a slip, and told elsewhere
		{Dates{Written: "2024-03-31"}, 2023, ""},
		{Dates{Published: "四月"}, 2023, ""},
		{Dates{Published: "2024"}, 2023, ""},
		{Dates{}, 2023, ""},
	} {
		found := lateReport(&Input{Report: read(whole("举办讲座3场。")), Words: lexicon.Builtin(), Named: c.named, Dates: c.dates})
		switch {
		case c.want == "" && len(found) > 0:
			t.Errorf("%+v: %s", c, found[0].Message)
		case c.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, c.want)):
			t.Errorf("%+v: %+v", c, found)
		case c.want != "":
			if f := found[0]; f.Severity != report.Notice || f.Rule != rule.LateReport || f.Quote != "示例市司法局2023年法治政府建设年度报告" || report.Failed(found) {
				t.Errorf("%+v", f)
			}
		}
	}
	other := read("示例市人民政府2024年政府工作报告\n\n一、回顾\n举办讲座3场。\n")
	if found := lateReport(&Input{Report: other, Words: lexicon.Builtin(), Named: 2023, Dates: Dates{Published: "2024-05-01"}}); len(found) > 0 {
		t.Errorf("another text is late: %+v", found)
	}
}
