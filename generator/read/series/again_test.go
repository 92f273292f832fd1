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
