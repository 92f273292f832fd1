package survey

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/check"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const text = `示例市司法局2023年法治政府建设年度报告

一、主要举措和成效
评查执法案卷60份，举办讲座3场。

二、党政主要负责人履行推进法治建设第一责任人职责情况
局长主持研究法治议题6次。

三、存在的不足和原因
执法培训不够，群众来电13812345678反映较多。
（一）人手偏少。

四、2024年工作安排
（一）组织培训。全年办4期。
`

func input() *check.Input {
	r := outline.Parse(report.NewSource("seeds/shili/2023.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return &check.Input{Report: r, Words: lexicon.Builtin(), Dates: check.Dates{Published: "2024-03-28 09:30"}}
}

func TestOf(t *testing.T) {
	in := input()
	in.Report.Figures[0].Reviewed = true
	in.Report.Figures[1].Hidden, in.Report.Figures[1].Reviewed = true, true // is no figure, and counts nowhere
	row := Of(in, 2)
	if row.State != Sound || row.Year != 2023 || row.Title != "示例市司法局2023年法治政府建设年度报告" || row.Deadline() != InTime || len(row.Lacking()) > 0 || len(row.Parts) != 4 {
		t.Errorf("got %+v", row)
	}
	if row.Waived != 2 {
		t.Errorf("%d are waived", row.Waived)
	}
	if want := len(in.Report.Figures) - 1; row.Figures != want || row.Confirmed != 1 {
		t.Errorf("%d of %d are confirmed, want 1 of %d", row.Confirmed, row.Figures, want)
	}
	wanting := []Passage{{10, "执法培训不够，群众来电13812345678反映较多。"}, {11, "（一）人手偏少。"}}
	if !slices.Equal(row.Shortcomings, wanting) {
		t.Errorf("wanting is %+v", row.Shortcomings)
	}
	if plans := []Passage{{14, "（一）组织培训。全年办4期。"}}; !slices.Equal(row.Plans, plans) {
		t.Errorf("planned is %+v", row.Plans)
	}
}

// TestLacking: of a report without a part that is required, that part is named, and no other.
func TestLacking(t *testing.T) {
	r := outline.Parse(report.NewSource("seeds/shili/2023.txt", text[:strings.Index(text, "三、")]), lexicon.Builtin())
	row := Of(&check.Input{Report: r, Words: lexicon.Builtin()}, 0)
	if got := strings.Join(row.Lacking(), "；"); got != "存在的不足和原因；下一年度的主要安排" {
		t.Errorf("lacking is %s", got)
	}
}

// What the check has found to be a person's number is not repeated.
func TestPersonalNumbersAreMasked(t *testing.T) {
	in := input()
	if found := check.Report(in); !slices.ContainsFunc(found, func(f report.Finding) bool { return f.Rule == rule.MobileNumber }) {
		t.Fatalf("no number was found: %+v", found)
	}
	if got := Of(in, 0).Shortcomings[0].Text; got != "执法培训不够，群众来电138******78反映较多。" {
		t.Errorf("got %s", got)
	}
}

func TestNew(t *testing.T) {
	reports := []Report{
		{File: "seeds/a/2023.txt", Settings: "seeds/a/2023.toml", State: Sound, Figures: 200, Confirmed: 199},
		{File: "seeds/b/2023.docx"},
		{Body: "示例县", State: Absent},
		{File: "seeds/c/2023.txt", State: Sound, Figures: 1},
	}
	s := New("示例", reports, []report.Finding{
		{File: "seeds/site.toml", Severity: report.Error},
		{File: "seeds/a/2023.txt", Rule: rule.HeadingGap, Severity: report.Error}, {File: "seeds/a/2023.toml", Rule: rule.StaleWaiver, Severity: report.Warning},
		{File: "seeds/b/2023.docx", Severity: report.Error, Message: "读不了"}, {File: "seeds/b/2023.docx", Severity: report.Error, Message: "也读不了"},
		{File: "seeds/c/2023.txt", Rule: rule.LateReport, Severity: report.Notice}, {File: "seeds/c/2023.txt", Rule: rule.HeadingGap, Severity: report.Warning},
		{File: "seeds/c/2023.txt", Rule: rule.HeadingGap, Severity: report.Warning},
	})
	var states []string
	for i := range s.Reports {
		states = append(states, s.Reports[i].State.String())
	}
	if got := strings.Join(states, " "); got != "有错误 未能读取 没有报告 可以发布" {
		t.Errorf("states are %s", got)
	}
	for state, want := range map[State]int{Unread: 1, Absent: 1, Faulty: 1, Sound: 1} {
		if got := s.In(state); got != want {
			t.Errorf("%d reports are %s, want %d", got, state, want)
		}
	}
	if none := New("示例", reports[:1], nil); none.In(Absent) != 0 {
		t.Errorf("%d of one report are absent", none.In(Absent))
	}
	if a, b, c := s.Reports[0], s.Reports[1], s.Reports[3]; a.Errors != 1 || a.Warnings != 1 || b.Why != "读不了" || b.Errors != 2 || c.Errors != 0 || c.Warnings != 2 || len(c.Findings) != 3 {
		t.Errorf("got %+v", s.Reports)
	}
	if len(s.Other) != 1 || len(s.Findings()) != 8 {
		t.Errorf("%d of %d findings are of no report", len(s.Other), len(s.Findings()))
	}
	if confirmed, figures := s.Confirmed(); Share(confirmed, figures) != "99%" || Share(0, 0) != "" || Share(3, 3) != "100%" ||
		Share(0, 3) != "0%" || Share(1, 101) != "不到1%" || Share(1, 100) != "1%" {
		t.Errorf("%d of %d is %s", confirmed, figures, Share(confirmed, figures))
	}
	counts := Counts(s.Reports[0], s.Reports[3])
	if len(counts) != 4 || counts[0] != (Count{rule.HeadingGap, "标题序号不连续", report.Error, 1, 1}) || counts[1] != (Count{rule.HeadingGap, "标题序号不连续", report.Warning, 2, 1}) ||
		counts[3].Rule != rule.LateReport {
		t.Errorf("counts are %+v", counts)
	}
}

func TestDeadline(t *testing.T) {
	for _, c := range []struct {
		published, written, want string
		year                     int
		state                    State
	}{
		{"2024-03-31", "", InTime, 2023, Sound}, {"2024-04-01 23:59", "", InTime, 2023, Sound}, {"2024-04-02", "", Late, 2023, Faulty}, {"2025-01-01", "", Late, 2023, Sound},
		{"", "", Undated, 2023, Sound}, {"", "2024-03-01", Undated, 2023, Sound}, {"", "2024-04-02", Late, 2023, Sound}, {"2024-03-30", "2024-04-02", InTime, 2023, Sound},
		{"2024-04-02", "", Undated, 0, Sound}, {"2024-04-02", "", "", 2023, Unread}, {"", "", "", 2023, Absent}, {"不详", "", InTime, 2023, Sound},
	} {
		r := Report{Year: c.year, Published: c.published, Written: c.written, State: c.state}
		if got := r.Deadline(); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

// TestReportsOfARefusedFolder: what keeps a folder from being published keeps its
// reports from it, however sound they are.
func TestReportsOfARefusedFolder(t *testing.T) {
	for name, c := range map[string]struct {
		finding report.Finding
		states  string
	}{
		"folder":       {report.Finding{File: "seeds/司法局", Severity: report.Error, Message: "不能用作网址"}, "有错误 有错误 未能读取 可以发布"},
		"body.toml":    {report.Finding{File: "seeds/司法局/body.toml", Severity: report.Error, Message: "没有名称"}, "有错误 有错误 未能读取 可以发布"},
		"warning":      {report.Finding{File: "seeds/司法局", Severity: report.Warning, Message: "不能用作网址"}, "可以发布 可以发布 未能读取 可以发布"},
		"other folder": {report.Finding{File: "seeds/司法", Severity: report.Error, Message: "不能用作网址"}, "可以发布 可以发布 未能读取 可以发布"},
		"stray file":   {report.Finding{File: "seeds/司法局/通知.txt", Severity: report.Error, Message: "不是报告"}, "可以发布 可以发布 未能读取 可以发布"},
	} {
		s := New("示例", []Report{
			{File: "seeds/司法局/2022.txt", State: Sound}, {File: "seeds/司法局/2023.txt", State: Sound},
			{File: "seeds/司法局/2024.txt"}, {File: "seeds/jsj/2023.txt", State: Sound},
		}, []report.Finding{c.finding})
		var states []string
		for i := range s.Reports {
			states = append(states, s.Reports[i].State.String())
		}
		if got := strings.Join(states, " "); got != c.states {
			t.Errorf("%s: %s", name, got)
		}
		if why := s.Reports[0].Why; (why == c.finding.Message) != (s.Reports[0].State == Faulty) {
			t.Errorf("%s: %q", name, why)
		}
	}
}
