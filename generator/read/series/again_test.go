package series_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// TestSaidAgain: a value that a report states twice is linked at both places; two
// things of one indicator that happen to have one value are not taken for one.
func TestSaidAgain(t *testing.T) {
	for _, c := range []struct{ about, then, now, want string }{
		{"again by its short name", "复议案件[[100|件|count|受理行政复议案件|ind=a]]", "受理行政复议案件[[126|件|count|受理行政复议案件|ind=a]]。行政复议[[126|件|count|行政复议案件|ind=a]]", "100件 126件；100件 126件"},
		{"another thing of the value", "镇党委会议研究法治工作[[5|次|count|镇党委会议研究法治工作|ind=a]]。镇长主持研究法治工作[[5|次|count|镇长主持研究法治工作|ind=a]]",
			"镇党委会议研究法治工作[[6|次|count|镇党委会议研究法治工作|ind=a]]。镇长主持研究法治工作[[7|次|count|镇长主持研究法治工作|ind=a]]", "5次 6次；5次 7次"},
		{"one indicator, in another unit", "组织培训[[300|人次|count|组织培训|ind=a]]", "干部轮训[[210|人|count|干部轮训|ind=a]]", "300人次 210人 口径"},
		{"one indicator, in a unit of something else", "组织培训[[300|人次|count|组织培训|ind=a]]", "干部轮训[[12|期|count|干部轮训|ind=a]]", ""},
		{"one indicator by two names", "收到复议申请[[30|件|count|收到复议申请|ind=a]]", "立案复议案件[[35|件|count|立案复议案件|ind=a]]", "30件 35件"},
		{"one indicator, of another thing", "镇党委会议研究法治[[5|次|count|镇党委会议研究法治|ind=a]]", "镇长专题研究法治[[6|次|count|镇长专题研究法治|ind=a]]", ""},
		{"one indicator, of which one is only what is new", "执法船[[2|艘|count|执法船|ind=a]]", "新购执法船[[3|艘|count|新购执法船|ind=a]]", ""},
		{"another indicator of one name", "复议案件[[30|件|count|复议案件|ind=a]]", "复议案件[[35|件|count|复议案件|ind=b]]", ""},
		{"an indicator that is stated twice", "甲类案件[[30|件|count|甲类案件|ind=a]]", "乙类案件[[35|件|count|乙类案件|ind=a]]，丙类案件[[36|件|count|丙类案件|ind=a]]", ""},
		{"the later of two values", "出庭率[[90|%|rate|出庭率]]", "出庭率[[95|%|rate|出庭率（后）]]", "90% 95%"},
		{"the column of the year", "出庭率[[90|%|rate|出庭率（2022年）]]", "出庭率[[95|%|rate|出庭率（本年）]]", "90% 95%"},
		{"the column of another year", "出庭率[[90|%|rate|出庭率]]", "出庭率[[95|%|rate|出庭率（2021年）]]", ""},
		{"the column of goals", "出庭率[[90|%|rate|出庭率]]", "出庭率[[95|%|rate|出庭率（目标）]]", ""},
		{"a column of something else", "出庭率[[90|%|rate|出庭率（市级）]]", "出庭率[[95|%|rate|出庭率（县级）]]", ""},
		{"without an indicator", "执法检查[[5|次|count|执法检查]]", "执法检查[[6|次|count|执法检查]]。执法检查[[6|次|count|执法检查]]", "5次 6次；5次 6次"},
		{"twice, and not the same", "执法检查[[5|次|count|执法检查]]", "执法检查[[6|次|count|执法检查]]。执法检查[[7|次|count|执法检查]]", ""},
	} {
		parse := func(year, text string) *report.Report {
			r, err := reporttest.Parse("year " + year + "\ntext " + text)
			if err != nil {
				t.Fatal(err)
			}
			for i := range r.Figures {
				r.Figures[i].Own = true
			}
			return r
		}
		then, now := parse("2022", c.then), parse("2023", c.now)
		var got []string
		for _, l := range match(then, now, lexicon.Builtin()) {
			got = append(got, written(then, now, l))
		}
		if got := strings.Join(got, "；"); got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
}
