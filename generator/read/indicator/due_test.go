package indicator_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/report"
)

// What was to be done and what is expected is of no indicator; without the words that say so it would be.
// Words that say that it was done after all give it one.
func TestDue(t *testing.T) {
	c := catalogue(t)
	for _, g := range lexicon.Builtin().Groups {
		if !strings.HasPrefix(g.ID, "due-") {
			continue
		}
		bare := lexicontest.Without(g.ID)
		for _, e := range g.Examples {
			isDue := indicatorsOf(read(c, e.Text)) == ""
			if isDue != (e.Read == "无") {
				t.Errorf("%s: %q is due: %t, want %s", g.ID, e.Text, isDue, e.Read)
			}
			if isDue == (indicatorsOf(readBy(c, e.Text, bare)) == "") {
				t.Errorf("%s: %q is read alike without the words of the group", g.ID, e.Text)
			}
		}
	}
}

// The fact beside what was due keeps its indicator, and words that only look like a demand take none away.
func TestNotDue(t *testing.T) {
	c := catalogue(t)
	for text, want := range map[string]string{
		"预计全年办理行政复议案件320件。":                   "",
		"全年有望办理行政复议案件320件。":                   "",
		"2023年预计办理行政复议案件320件，实际办理行政复议案件350件。": "reconsideration-handled",
		"要求全年抽检食品1200批次，实际抽检食品1350批次。":        "food-samples",
		"任务数为抽检食品1200批次，实际抽检食品1350批次。":        "food-samples",
		"年初下达任务抽检食品1200批次。":                   "",
		"规定领导干部每年旁听庭审不少于1次。":                  "",
		"对同一企业每年行政检查不超过2次。":                   "",
		"完成上级下达任务抽检食品1350批次。":                 "food-samples",
		"按照要求全年抽检食品1350批次。":                   "food-samples",
		"行政应诉案件20件。":                          "litigation",
		"组织应急演练5次。":                           "emergency-drills",
		"全年应检尽检，抽检食品1350批次。":                  "food-samples",
		"每季度集体学法不少于1次，全年集体学法6次。":              "law-study",
	} {
		if got := indicatorsOf(read(c, text)); got != want {
			t.Errorf("%q is of %q, want %q", text, got, want)
		}
	}
}

// indicatorsOf joins the indicators of all figures of a report.
func indicatorsOf(r *report.Report) string {
	var ids []string
	for _, f := range r.Figures {
		if f.Indicator != "" {
			ids = append(ids, f.Indicator)
		}
	}
	return strings.Join(ids, " ")
}
