package lastyear_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
)

// said writes claims as text: which figure of the report speaks of which of the
// year before, as what, and what it should be.
func said(r, previous *report.Report) string {
	var all []string
	for _, c := range lastyear.Compare(r, previous, lexicon.Builtin()).Claims {
		s := fmt.Sprintf("%s of %s, then %s: %s %s", r.Figures[c.Figure].Raw, r.Figures[c.Current].Raw, previous.Figures[c.Previous].Raw,
			[...]string{"value", "amount", "percent", "times"}[c.Kind], c.Computed)
		if c.Fall {
			s += ", a fall"
		}
		if !c.Agrees {
			s += ", wrong"
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

// Every way to speak of the year before. A number that differs is said to be
// wrong only where the words are of the whole of last year.
func TestWordsOfLastYear(t *testing.T) {
	const last = "受理行政复议案件100件。行政机关负责人出庭应诉率为88%。查处违法广告案件0件。培训执法人员120人次。开展专项检查500次。罚没款金额25.5万元。"
	for text, want := range map[string]string{
		"受理行政复议案件126件，比去年增加36件。":              "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，较去年增加36件。":              "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，较上年增加36件。":              "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，比上一年增加36件。":             "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，与上年相比增加36件。":            "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，比2022年增加36件。":           "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，较2022年增加36件。":           "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，同比增加36件。":               "36 of 126, then 100: amount 26, wrong",
		"受理行政复议案件126件，比2021年增加26件。":           "26 of 126, then 100: amount 26", // right, whatever it is said of
		"受理行政复议案件126件，比2021年增加36件。":           "",
		"受理行政复议案件126件，比上年减少了26件。":             "26 of 126, then 100: amount 26, wrong", // it rose
		"受理行政复议案件74件，比上年减少了26件。":              "26 of 74, then 100: amount 26, a fall",
		"受理行政复议案件74件，比上年下降26%。":               "26 of 74, then 100: percent 26, a fall",
		"受理行政复议案件74件，比上年增加26件。":               "26 of 74, then 100: amount 26, a fall, wrong",
		"受理行政复议案件100件，比上年增加3件。":               "3 of 100, then 100: amount 0, wrong",
		"受理行政复议案件126件，上半年比上年增加36件。":           "",
		"行政机关负责人出庭应诉率93%，比上年提高5个百分点。":         "5 of 93, then 88: amount 5",
		"行政机关负责人出庭应诉率93%，比上年提高6个百分点。":         "6 of 93, then 88: amount 5, wrong",
		"行政机关负责人出庭应诉率93%，比上年提高5%。":            "",
		"查处违法广告案件8件，比上年增加8件。":                 "", // of nothing
		"培训执法人员150人次，比上年增加25%。":               "25 of 150, then 120: percent 25",
		"罚没款金额30万元，比上年增加4.5万元。":               "4.5 of 30, then 25.5: amount 4.5",
		"行政机关负责人出庭应诉率由去年的89%提高到100%。":         "89 of 100, then 88: value 88, wrong",
		"行政机关负责人出庭应诉率由2022年的89%提高到100%。":      "89 of 100, then 88: value 88, wrong",
		"行政机关负责人出庭应诉率从上年的89%提高到100%。":         "89 of 100, then 88: value 88, wrong",
		"行政机关负责人出庭应诉率由2020年的89%提高到100%。":      "",
		"行政机关负责人出庭应诉率由上年的近89%提高到100%。":        "",
		"受理行政复议案件126件，比上年增加26件。受理行政复议案件126件。": "26 of 126, then 100: amount 26",
		"受理行政复议案件126件，比上年增加26件。受理行政复议案件127件。": "",
	} {
		if got := said(read(2023, text), read(2022, last)); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// A column of a table may be that of the year before.
func TestColumnsOfLastYear(t *testing.T) {
	last := read(2022, "受理行政复议案件100件。")
	for column, want := range map[string]string{
		"上年": "90 of 126, then 100: value 100, wrong", "去年": "90 of 126, then 100: value 100, wrong", "2022年": "90 of 126, then 100: value 100, wrong",
		"2022年度": "90 of 126, then 100: value 100, wrong", "2021年": "",
	} {
		r := script(t, `year 2023
row 指标\t`+column+`\t2023年
row 受理行政复议案件\t[[90|(件)|count|受理行政复议案件（`+column+`）]]\t[[126|(件)|count|受理行政复议案件（2023年）]]
change #0 #1 -> #2`)
		if got := said(r, last); got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
}

func script(t *testing.T, s string) *report.Report {
	t.Helper()
	r, err := reporttest.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Which figure of last year is meant: that of the same indicator, or of the
// same label; of a short label only the sentence says what it counts.
func TestWhichFigureIsMeant(t *testing.T) {
	for _, c := range []struct{ about, now, then, want string }{
		{"one indicator, two labels", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]", "text 收到[[100|件|count|收到申请|ind=a]]", "26 of 126, then 100: amount 26"},
		{"another indicator", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]", "text 收到[[100|件|count|受理|ind=b]]", ""},
		{"another unit", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]", "text 收到[[100|起|count|受理|ind=a]]", ""},
		{"twice, the same", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|受|ind=a]]，[[100|件|count|收|ind=a]]", "26 of 126, then 100: amount 26"},
		{"twice, and not the same", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|受|ind=a]]，[[101|件|count|收|ind=a]]，[[100|件|count|收|ind=a]]", ""},
		{"now twice", "text 受理[[126|件|count|受理|ind=a]]，比上年增加[[26|件|change|增加]]，[[7|件|count|另|ind=a]]", "text [[100|件|count|受|ind=a]]", ""},
		{"a label", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]", "26 of 126, then 100: amount 26"},
		{"a label of three, in another sentence", "text 复议案[[126|件|count|复议案]]，比上年增加[[26|件|change|增加]]，其他[[5|件|count|其他案]]", "text 全局复议案[[100|件|count|复议案]]", ""},
		{"a label that is an indicator", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件|ind=a]]", "26 of 126, then 100: amount 26"},
		{"a label twice", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]，[[101|件|count|复议案件]]", ""},
		{"a label of now", "text 复议案件[[126|件|count|复议案件（本年）]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]", "26 of 126, then 100: amount 26"},
		{"a label of afterwards", "text 复议案件[[126|件|count|复议案件（后）]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件（2022年）]]", "26 of 126, then 100: amount 26"},
		{"another thing in brackets", "text 复议案件[[126|件|count|复议案件（市级）]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]", ""},
		{"no year", "text 复议案件[[126|件|count|复议案件（1899年）]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]", ""},
		{"hidden", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件|hidden]]", ""},
		{"planned", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件|target]]", ""},
		{"a planned change", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加|target]]", "text [[100|件|count|复议案件]]", ""},
		{"about so much", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加|approx=约]]", "text [[100|件|count|复议案件]]", ""},
		{"about so much now", "text 复议案件[[126|件|count|复议案件|approx=余]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件]]", ""},
		{"about so much then", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]", "text [[100|件|count|复议案件|approx=余]]", ""},
		{"neither more nor less", "text 复议案件[[126|件|count|复议案件]]，比上年相差[[26|件|change|相差]]", "text [[100|件|count|复议案件]]", ""},
		{"in short", "text 复议案件[[74|件|count|复议案件]]，同比降[[26|件|change|降]]", "text [[100|件|count|复议案件]]", "26 of 74, then 100: amount 26, a fall"},
		{"with 了", "text 复议案件[[74|件|count|复议案件]]，比上年少了[[26|件|change|减少了]]", "text [[100|件|count|复议案件]]", "26 of 74, then 100: amount 26, a fall"},
		{"in other things", "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|人|change|增加]]", "text [[100|件|count|复议案件]]", ""},
	} {
		previous := script(t, "year 2022\n"+c.then)
		if got := said(script(t, "year 2023\n"+c.now+"\nchange #2 #0 -> #1"), previous); got != c.want {
			t.Errorf("%s: got %q, want %q", c.about, got, c.want)
		}
	}
	// What was before something else is not last year's own.
	before := "year 2022\ntext 由[[90|件|count|复议案件]]增至[[100|件|count|复议案件]]\nchange #0 #1 -> #2"
	now := "year 2023\ntext 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]\nchange #2 #0 -> #1"
	if got := said(script(t, now), script(t, before)); got != "26 of 126, then 100: amount 26" {
		t.Errorf("got %q", got)
	}
	// One figure makes one claim, though two relations hold it; a relation
	// that is no change, or of figures that are not there, makes none.
	if got := said(script(t, now+"\nchange #2 #0 -> #1\npart #1 : #2"), script(t, before)); got != "26 of 126, then 100: amount 26" {
		t.Errorf("got %q", got)
	}
	r := script(t, now)
	r.Relations = []report.Relation{{Kind: report.RelationChange, Result: -1, Whole: 0}, {Kind: report.RelationChange, Result: 1, Whole: -1},
		{Kind: report.RelationChange, Result: 1, Whole: 2}, {Kind: report.RelationChange, Result: -1, Whole: 0, Parts: []int{2}}, {Kind: report.RelationPart, Result: 1, Whole: 0}}
	if got := said(r, script(t, before)); got != "" {
		t.Errorf("got %q", got)
	}
}

// Without a year nothing is last year's; a report whose own year is not known
// may be.
func TestYearsThatAreNotKnown(t *testing.T) {
	now, then := "text 复议案件[[126|件|count|复议案件]]，比上年增加[[26|件|change|增加]]\nchange #2 #0 -> #1", "text [[100|件|count|复议案件]]"
	if got := said(script(t, now), script(t, then)); got != "" {
		t.Errorf("got %q", got)
	}
	if got := said(script(t, "year 2023\n"+now), script(t, then)); got != "26 of 126, then 100: amount 26" {
		t.Errorf("got %q", got)
	}
}
