package lastyear_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

func read(year int, body string) *report.Report {
	r := outline.Parse(report.NewSource("a.txt", fmt.Sprintf("示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n%s\n", year, body)), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return r
}

// TestClaims: what is said of last year, and what it should be; "" for nothing
// that could be compared without doubt.
func TestClaims(t *testing.T) {
	const last = "受理行政复议案件100件。办理法律援助案件386件。行政机关负责人出庭应诉率为88%。举办法治讲座45场。调解矛盾纠纷2000余起。评查行政执法案卷60本。评查行政执法案卷70本。化解信访事项30起。"
	for text, want := range map[string]string{
		"受理行政复议案件126件，比上年增加26件。":        "amount 26 yes",
		"受理行政复议案件126件，比上年增加36件。":        "amount 26 no",
		"受理行政复议案件126件，同比增长26%。":         "percent 26 yes",
		"受理行政复议案件126件，同比增长20%。":         "percent 26 no",
		"受理行政复议案件74件，比上年增长26%。":         "percent 26 no", // it fell
		"受理行政复议案件74件，比上年下降26%。":         "percent 26 yes",
		"办理法律援助案件405件，比上年增长4.9%。":       "percent 4.9 yes",
		"办理法律援助案件405件，比上年增长4.92%。":      "percent 4.9 yes",
		"行政机关负责人出庭应诉率由88%提高到100%。":      "value 88 yes",
		"行政机关负责人出庭应诉率由上年的89%提高到100%。":   "value 88 no",
		"行政机关负责人出庭应诉率由89%提高到100%。":      "", // of what time is not said
		"受理行政复议案件126件，月均增长20%。":         "",
		"受理行政复议案件126件，比2020年增长80%。":     "",
		"受理行政复议案件120余件，比上年增长26%。":       "", // approximate
		"调解矛盾纠纷2075起，比上年增长3%。":          "", // last year's is
		"评查行政执法案卷80本，比上年增加20本。":         "", // two of last year
		"办理公证事项80件，比上年增加20件。":           "", // none of last year
		"2024年力争受理行政复议案件200件，比上年增长90%。": "",

		// How the year before is named.
		"受理行政复议案件126件，较2022年增加36件。":       "amount 26 no",
		"受理行政复议案件126件，较去年增加36件。":          "amount 26 no",
		"受理行政复议案件126件，增加36件。":             "", // since when is not said
		"受理行政复议案件126件，增加26件。":             "amount 26 yes",
		"受理行政复议案件126件，环比增长20%。":           "",
		"受理行政复议案件126件，2020年以来同比增长20%。":    "",
		"行政机关负责人出庭应诉率由2022年的89%提高到100%。":  "value 88 no",
		"行政机关负责人出庭应诉率从去年的89%提高到100%。":     "value 88 no",
		"行政机关负责人出庭应诉率由上年底的89%提高到100%。":    "value 88 no",
		"行政机关负责人出庭应诉率由2022年底的89%提高到100%。": "value 88 no",
		"行政机关负责人出庭应诉率由2020年底的89%提高到100%。": "",
		"去年工作有序，行政机关负责人出庭应诉率由89%提高到100%。": "",

		// Which way it went.
		"受理行政复议案件74件，比上年减少了26件。":         "amount 26 yes",
		"受理行政复议案件74件，比上年增加了26件。":         "amount 26 no",
		"受理行政复议案件74件，同比降26%。":            "percent 26 yes",
		"受理行政复议案件126件，同比升26%。":           "percent 26 yes",
		"受理行政复议案件100件，比上年增加0件。":          "amount 0 yes",
		"行政机关负责人出庭应诉率为100%，比上年提高12个百分点。": "amount 12 yes",
		"行政机关负责人出庭应诉率为100%，比上年提高11个百分点。": "amount 12 no",

		// Beside the value of the year.
		"受理行政复议案件126件，上年为101件。":                         "value 100 no",
		"受理行政复议案件126件（2022年为101件）。":                     "value 100 no",
		"受理行政复议案件126件，去年同期101件。":                        "value 100 no",
		"受理行政复议案件126件，比上年的101件增加25件。":                   "value 100 no",
		"受理行政复议案件126件（上年100件）。":                         "value 100 yes",
		"受理行政复议案件126件，同比增长26%（2022年为101件）。":             "percent 26 yes, value 100 no",
		"受理行政复议案件126件，上年为101件。行政机关负责人出庭应诉率由88%提高到100%。": "value 100 no, value 88 yes",
		"受理行政复议案件126件，2021年为101件。":                      "",
		"调解矛盾纠纷2075起，上年为2001起。":                         "", // last year's is about so many
		"化解信访事项36件，上年为31件。":                             "", // last year's is in 起
		"受理行政复议案件126件，上半年为101件。":                        "",
		"受理行政复议案件126件，上年结转101件。":                        "",

		// Columns.
		"事项\t2022年\t2023年\n受理行政复议案件（件）\t100\t126": "value 100 yes",
		"事项\t2022年\t2023年\n受理行政复议案件（件）\t101\t126": "value 100 no",
		"事项\t上年\t本年\n受理行政复议案件（件）\t101\t126":       "value 100 no",
		"事项\t上年数\t本年数\n受理行政复议案件（件）\t101\t126":     "value 100 no",
		"事项\t2023年\t上年同期\n受理行政复议案件（件）\t126\t101":  "value 100 no",
	} {
		var got []string
		for _, c := range lastyear.Compare(read(2023, text), read(2022, last), lexicon.Builtin()).Claims {
			kind := [...]string{"value", "amount", "percent"}[c.Kind]
			verdict := "no"
			if c.Agrees {
				verdict = "yes"
			}
			got = append(got, kind+" "+strings.TrimSuffix(c.Computed, ".0")+" "+verdict)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestClaimsOfAnotherYear(t *testing.T) {
	r := read(2023, "受理行政复议案件126件，比上年增加26件。")
	for _, previous := range []*report.Report{nil, read(2021, "受理行政复议案件100件。"), read(2023, "受理行政复议案件100件。")} {
		if got := lastyear.Compare(r, previous, lexicon.Builtin()).Claims; got != nil {
			t.Errorf("%+v", got)
		}
	}
}

// TestCompareMeasured: year by year, what was found of a report serves for the next one,
// and says the same as what is found anew.
func TestCompareMeasured(t *testing.T) {
	reports := []*report.Report{
		read(2021, "受理行政复议案件100件。举办法治讲座45场。"),
		read(2022, "受理行政复议案件126件，比上年增加26件。举办法治讲座40场。"),
		read(2023, "受理行政复议案件120件，比上年减少5件。举办法治讲座45场，比上年增加5场。"),
		read(2025, "受理行政复议案件130件，比上年增加10件。"), // one is missing
		read(2026, "受理行政复议案件131件，比上年增加1件。"),
	}
	var last lastyear.Comparison
	var previous *report.Report
	for i, r := range reports {
		anew := lastyear.Compare(r, previous, lexicon.Builtin())
		last = lastyear.CompareMeasured(r, previous, last.Measures, lexicon.Builtin())
		if !reflect.DeepEqual(last.Links, anew.Links) || !reflect.DeepEqual(last.Claims, anew.Claims) {
			t.Errorf("%d: %+v, not %+v", r.Year, last, anew)
		}
		if linked := i != 0 && i != 3; linked != (len(last.Links) > 0) || linked != (last.Measures != nil) {
			t.Errorf("%d: %d links", r.Year, len(last.Links))
		}
		previous = r
	}
}
