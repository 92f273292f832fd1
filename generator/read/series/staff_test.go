package series_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// TestStaff: what staff say of a series comes before what the program finds.
func TestStaff(t *testing.T) {
	for _, c := range []struct{ about, then, now, thenNames, nowNames, want, unjoined string }{
		{"nothing said", "执法检查36次。", "执法检查41次。", "", "", "36次 41次", ""},
		{"parted", "执法检查36次。", "执法检查41次。", "", "无", "", ""},
		{"parted last year from the year before it", "执法检查36次。", "执法检查41次。", "无", "", "36次 41次", ""},
		{"one name in both years", "巡逻用船2艘。", "执法船3艘。", "船", "船", "2艘 3艘", ""},
		{"by last year's label", "巡逻用船2艘。", "执法船3艘。", "", "巡逻用船", "2艘 3艘", ""},
		{"a name that last year has not", "巡逻用船2艘。", "执法船3艘。", "", "船", "", "船"},
		{"a name that last year has twice", "巡逻用船2艘。巡逻用船3艘。", "执法船3艘。", "", "巡逻用船", "", "巡逻用船"},
		{"another thing than last year's of its label", "执法船2艘。", "执法船3艘。", "", "新船", "", "新船"},
		{"one name of two that are new", "巡逻用船2艘。", "执法船3艘。渡船4艘。", "", "船 船", "", "船"},
		{"one name, and other bodies did it", "派出所、司法所联合调处纠纷30起。", "派出所、司法所、人民法庭联合调处纠纷50起。", "纠纷", "纠纷", "30起 50起", ""},
		{"another unit", "巡逻用船2艘。", "执法船3架。", "船", "船", "2艘 3架 口径", ""},
		{"of part of the year", "上半年执法检查36次。", "执法检查41次。", "检查", "检查", "36次 41次", ""},
		{"short, and behind one that is left alone", "培训300人次。", "走访企业5家。培训210人。", "", "无", "", ""},
		{"a goal is never one", "执法检查36次。", "计划开展执法检查41次。", "检查", "检查", "", "检查"},
	} {
		name := func(r *report.Report, names string) {
			for i, n := range strings.Fields(names) {
				r.Figures[i].Series = n
			}
		}
		then := read(t, "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措\n"+c.then+"\n")
		now := read(t, "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措\n"+c.now+"\n")
		name(then, c.thenNames)
		name(now, c.nowNames)
		links := match(then, now, lexicon.Builtin())
		var got []string
		for _, l := range links {
			got = append(got, written(then, now, l))
		}
		if got := strings.Join(got, "；"); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
		if got := strings.Join(series.Unjoined(then, now, links), " "); got != c.unjoined {
			t.Errorf("%s: %q is in no series, want %q", c.about, got, c.unjoined)
		}
	}
}
