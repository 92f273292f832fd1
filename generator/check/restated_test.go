package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestConflictingValues(t *testing.T) {
	ruleCases{
		"（一）甲\n全年受理行政复议案件126件。\n（二）乙\n共受理行政复议案件128件。":           {"?128件"},
		"（一）甲\n全年受理行政复议案件126件。\n（二）乙\n共受理行政复议案件126件。":           nil,
		"（一）甲\n全市受理行政复议案件486件。\n（二）乙\n市本级受理行政复议案件126件。":         nil,
		"（一）甲\n共调解矛盾纠纷1.2万件。\n（二）乙\n全年调解矛盾纠纷12034件。":            nil,
		"（一）甲\n共调解矛盾纠纷1.2万件。\n（二）乙\n全年调解矛盾纠纷13534件。":            {"?13534件"},
		"（一）甲\n评查行政执法案卷64本。\n（二）乙\n评查行政执法案卷46本。\n共评查行政执法案卷46本。": {"?46本", "?46本"},
	}.run(t, conflictingValues, Input{})
}

func TestSummaryMismatch(t *testing.T) {
	in := Input{Words: lexicon.Builtin(), Report: read(strings.Replace(whole("全年受理行政复议案件128件。"), "认真履职", "共受理行政复议案件126件", 1))}
	if found := summaryMismatch(&in); len(found) != 1 || found[0].Quote != "128件" || found[0].Severity != "error" {
		t.Errorf("%+v", found)
	}
	in = Input{Words: lexicon.Builtin(), Report: read(strings.Replace(whole("全年受理行政复议案件126件。"), "认真履职", "共受理行政复议案件126件", 1))}
	if found := summaryMismatch(&in); len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

// Last year's report is compared with, and no other.
func TestChangedLastYear(t *testing.T) {
	text := "受理行政复议案件126件，比上年增加36件。"
	last := read(strings.NewReplacer("2023", "2022", "2024", "2023").Replace(whole("受理行政复议案件100件。")))
	r := read(whole(text))
	for want, previous := range map[int]*report.Report{1: last, 0: nil} {
		if found := changedLastYear(&Input{Words: lexicon.Builtin(), Report: r, LastYear: lastyear.Compare(r, previous, lexicon.Builtin())}); len(found) != want {
			t.Errorf("%+v", found)
		}
	}
	last.Year = 2020
	if found := changedLastYear(&Input{Words: lexicon.Builtin(), Report: r, LastYear: lastyear.Compare(r, last, lexicon.Builtin())}); len(found) != 0 {
		t.Errorf("a report on another year: %+v", found)
	}
}

// Staff may say that two figures are one thing, whatever they are called; what they
// say of one alone joins nothing, nor what they hide, nor a goal.
func TestStaffSayWhatIsOneThing(t *testing.T) {
	for name, c := range map[string]struct {
		say  func(first, second *report.Figure)
		want int
	}{
		"both are settled": {func(first, second *report.Figure) { first.Settled, second.Settled = true, true }, 1},
		"one is settled":   {func(first, second *report.Figure) { second.Settled, second.Indicator = true, "visits" }, 0},
		"as two things": {func(first, second *report.Figure) {
			first.Settled, second.Settled, second.Indicator = true, true, "visits"
		}, 0},
		"as none": {func(first, second *report.Figure) {
			first.Settled, second.Settled, first.Indicator, second.Indicator = true, true, "", ""
		}, 0},
		"the first is hidden":  {func(first, second *report.Figure) { first.Settled, second.Settled, first.Hidden = true, true, true }, 0},
		"the second is a goal": {func(first, second *report.Figure) { first.Settled, second.Settled, second.Target = true, true, true }, 0},
	} {
		r := read(whole("（一）甲\n开展专项检查12次。\n（二）乙\n走访各类企业15次。"))
		var two []*report.Figure
		for i := range r.Figures {
			if f := &r.Figures[i]; f.Value == "12" || f.Value == "15" {
				f.Indicator = "inspections"
				two = append(two, f)
			}
		}
		c.say(two[0], two[1])
		if found := conflictingValues(&Input{Words: lexicon.Builtin(), Report: r}); len(found) != c.want {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// A rate of which a number is hidden is not checked.
func TestHiddenNumbersAreNotComputedWith(t *testing.T) {
	for _, hidden := range []string{"", "164", "151", "95.1"} {
		r := read(whole("应参检社会组织164家，按期参检151家，参检率为95.1%。"))
		for i := range r.Figures {
			r.Figures[i].Hidden = r.Figures[i].Value == hidden
		}
		if found := rateMismatch(&Input{Words: lexicon.Builtin(), Report: r}); (len(found) == 1) != (hidden == "") {
			t.Errorf("%q is hidden: %+v", hidden, found)
		}
	}
}

// The rows of a table are of different bodies, whatever names they share.
func TestRowsAreNotRestated(t *testing.T) {
	r := read(whole("表1　各市情况\n单位：件、万元\n市别\t处罚决定\t罚款金额\n临江市\t812\t602.4\n青州市\t655\t318"))
	for _, f := range Report(&Input{Words: lexicon.Builtin(), Report: r, Named: 2023, Phrases: projectPhrases(t)}) {
		t.Errorf("%s: %s: %s", f.Rule, f.Quote, f.Message)
	}
}
