package correction_test

import (
	"reflect"
	"testing"

	"mingfa/generator/read/correction"
	"mingfa/generator/report"
)

// TestReasonOfTheNewest: words that were corrected more than once get a reason once, and
// what was said of a change is neither said of the next nor replaced by it.
func TestReasonOfTheNewest(t *testing.T) {
	three := func() []report.Change {
		return []report.Change{
			corrected("2024-04-01", "受理申请8件。", "受理申请9件。"),
			corrected("2024-05-01", "受理申请9件。", "受理申请8件。"),
			corrected("2024-06-01", "受理申请8件。", "受理申请7件。"),
		}
	}
	one, two := report.Correction{Old: "8件", Reason: "甲"}, report.Correction{Old: "8件", Reason: "乙"}
	for name, c := range map[string]struct {
		stated []report.Correction
		want   string
	}{
		"the newest alone":         {[]report.Correction{one}, "[] [] [甲]"},
		"a later entry":            {[]report.Correction{one, two}, "[] [] [甲]"},
		"the same twice":           {[]report.Correction{one, one}, "[甲] [] [甲]"},
		"with a day":               {[]report.Correction{one, {Day: "2024-04-01", Old: "8件", Reason: "乙"}}, "[乙] [] [甲]"},
		"two of a day":             {[]report.Correction{{Day: "2024-06-01", Old: "8件", Reason: "甲"}, {Day: "2024-06-01", Old: "受理", Reason: "乙"}}, "[] [] [甲]"},
		"hidden words everywhere":  {[]report.Correction{{Old: "8件", Reason: "甲", Hide: true}}, "[甲] [] [甲]"},
		"hidden after another one": {[]report.Correction{one, {Old: "8件", Reason: "乙", Hide: true}}, "[乙] [] [甲]"},
	} {
		got := correction.Explain(three(), c.stated)
		if s := reasons(got); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
		if again := correction.Explain(got, c.stated); !reflect.DeepEqual(again, got) {
			t.Errorf("%s: explained twice it is %s", name, reasons(again))
		}
	}

	// One release after another, as the record grows.
	got := correction.Explain(three()[:1], []report.Correction{one})
	got = correction.Explain(append(got, three()[1:]...), []report.Correction{one})
	if s := reasons(got); s != "[甲] [] []" {
		t.Errorf("a later change took the reason of an earlier one: %s", s)
	}
	got = correction.Explain(got, []report.Correction{one, two})
	if s := reasons(got); s != "[甲] [] [乙]" {
		t.Errorf("its own reason: %s", s)
	}
	got = correction.Explain(got, []report.Correction{one, {Old: "8件", Reason: "丙"}})
	if s := reasons(got); s != "[甲] [] [丙]" {
		t.Errorf("a reason put otherwise: %s", s)
	}
}

// TestLongerQuotes: who quotes more than a passage or a value gives its reason to it; a
// quote that merely holds the same sign does not.
func TestLongerQuotes(t *testing.T) {
	for _, c := range []struct {
		old, now, quote string // of a passage
		want            bool
	}{
		{"12", "13", "办结案件13件", false},
		{"3家。", "4家。", "走访企业4家。", false},
		{"案件12", "案件13", "查处案件13件", false},
		{"查处案件12件。", "查处案件13件。", "全年查处案件13件。其中大案1件。", true},
		{"查处案件12件。", "查处案件13件。", "13件", true},
	} {
		got := correction.Explain([]report.Change{corrected("2024-04-01", c.old, c.now)}, []report.Correction{{Quote: c.quote, Reason: "甲"}})
		if said := got[0].Passages[0].Reason != ""; said != c.want {
			t.Errorf("%s within %s: %v", c.now, c.quote, said)
		}
	}
	for _, c := range []struct {
		name, old, now, quote string
		want                  bool
	}{
		{"发文字号", "1", "12", "办结案件12件", false},
		{"发布机构", "示例市司法所", "示例市司法局", "示例市司法局办结案件12件", false},
		{"发布日期", "2024-03-01", "2024-03-02", "2024-03-02", true},
		{"发文字号", "示司发〔2024〕3号", "示司发〔2024〕4号", "4号", true},
		{"发文字号", "示司发〔2024〕3号", "示司发〔2024〕4号", "发文字号：示司发〔2024〕4号", true},
		{"发文字号", "1", "12", "发文字号 12", true},
	} {
		change := report.Change{Kind: report.ChangeCorrected, Day: "2024-04-01", Items: []report.ItemChange{{Name: c.name, Old: c.old, New: c.now}}}
		got := correction.Explain([]report.Change{change}, []report.Correction{{Quote: c.quote, Reason: "甲"}})
		if said := got[0].Items[0].Reason != ""; said != c.want {
			t.Errorf("%s %s by %s: %v", c.name, c.now, c.quote, said)
		}
	}
}
