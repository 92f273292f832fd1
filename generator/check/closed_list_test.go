package check

import (
	"testing"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// TestClosedLists: lists that name all there is, and what is left at the end of a year, are held
// against the counts before them; lists that may name some only, and numbers that any others near make right, are left alone.
func TestClosedLists(t *testing.T) {
	for text, want := range map[string]string{
		"受理纠纷312件：一季度66件，二季度81件，三季度39件，四季度72件。":              "72件",
		"受理纠纷312件：一季度66件，二季度81件，三季度93件，四季度72件。":              "",
		"受理纠纷312件，办结305件。其中土地97件、婚姻84件、邻里17件、赔偿36件、其他24件。":   "24件",
		"受理纠纷312件，办结305件。其中土地97件、婚姻84件、邻里71件、赔偿36件、其他24件。":   "",
		"受理纠纷312件，办结305件。其中土地97件、婚姻84件、邻里64件、赔偿36件、其他24件。":   "",
		"接待来访214件、来信98件。其中土地97件、婚姻84件、邻里71件、赔偿36件、其他24件。":    "",
		"受理纠纷820件。其中土地97件、婚姻84件、邻里71件、赔偿36件、其他24件。":          "",
		"评查案卷280卷，优秀91卷、合格138卷、不合格6卷。":                       "6卷",
		"评查案卷280卷，优秀91卷、良好38卷、合格16卷。":                        "",
		"新收申请268件，同比增长25.2%。加上结转的19件，共审理278件。":               "278件",
		"新收申请268件，同比增长25.2%。加上结转的19件，共审理287件。":               "",
		"受理一审214件、二审54件，加上结转的19件，共审理287件。":                   "",
		"年初结转46件，新受理812件，办结785件，年末未结63件。":                    "63件",
		"年初结转46件，新受理812件，办结785件，年末未结73件。":                    "",
		"年初结转46件，新受理812件，办结785件，转出10件，年末未结63件。":              "",
		"年初在册312人，新接收286人，解除271人，收监3人，年末在册324人。":             "",
		"新受理812件，办结785件，年末未结63件。":                            "",
		"年初结转46件，新受理一审512件、二审300件，办结785件，年末未结73件。":           "",
		"加上上年结转11件，共办理37件，审结21件，其中维持8件、撤销2件，和解4件，结转下年16件。":   "",
		"加上上年结转11件，共办理37件，审结21件，结转下年26件。":                    "26件",
		"收到公开申请46件，答复41件，其中公开30件、部分公开6件、不予公开5件，结转下年度继续办理5件。": "",
	} {
		in := Input{Report: read(whole(text)), Words: lexicon.Builtin()}
		var told string
		for _, f := range sumMismatch(&in) {
			if f.Rule == rule.SumMismatch && f.Severity == report.Warning {
				told += f.Quote
			}
		}
		if told != want {
			t.Errorf("%s: told of %q, not %q", text, told, want)
		}
	}
	for gap, want := range map[int64]bool{1: true, 30: true, 45: true, 54: true, 900: true, 7: true, 31: false, 46: false, 111: false} {
		if got := isSlip(numeral.Integer(gap)); got != want {
			t.Errorf("%d is one slip: %v", gap, got)
		}
	}
}
