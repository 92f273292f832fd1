package indicator_test

import (
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/read/indicator"
)

// TestPaired: a number that only says what became of a thing is of the thing that the number before it names;
// of nothing where another thing, another clause or no name stands before it.
func TestPaired(t *testing.T) {
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, _ := indicator.Parse("seeds/indicators.toml", raw, nil)
	for text, want := range map[string]string{
		// Right behind it, and with words that change nothing.
		"行政处罚立案860件，结案842件。":             "penalties-closed 842件",
		"行政处罚立案860件，比上年增加20件，结案842件。":    "penalties-closed 842件", // a change counts no other thing
		"受理行政复议案件86件，全部审结80件。":           "reconsideration-closed 80件",
		"组织旁听庭审2次、参加46人次。":               "court-observers 46人次",
		"办理法律援助案件405件，挽回损失320万元。":        "losses-recovered 320万元",
		"劳动人事争议仲裁立案受理560件，结案率96%。":       "labour-close-rate 96%",
		"承办12345热线工单1208件，按时办结率99.8%。":   "hotline-closing-rate 99.8%",
		"办理人大代表建议12件，办复率100%。":           "proposals-rate 100%",
		"受理行政复议案件86件，撤回6件，办结80件，答复意见3条。": "reconsideration-closed 80件",

		// Behind another thing.
		"组织旁听庭审2次；参加46人次。":       "", // another clause
		"组织旁听庭审2次。参加46人次。":       "",
		"组织旁听庭审2次，座谈会3场，参加46人次。": "", // of which of the two
		"组织旁听庭审2次，参加46人次表彰。":     "",
		"走访群众2次，参加46人次。":         "",
		"承办督查事项12件，办结率100%。":     "",
		"开展培训2次，参加46人次。":         "",
		"结案842件。":                "",
	} {
		var got []string
		for _, f := range read(c, text).Figures {
			switch f.Indicator {
			case "penalties-closed", "reconsideration-closed", "court-observers", "losses-recovered", "labour-close-rate", "hotline-closing-rate", "proposals-rate":
				got = append(got, f.Indicator+" "+f.Raw+f.Unit)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\ngot  %q\nwant %q\n\t%s", text, s, want, describe(c, text))
		}
	}
}
