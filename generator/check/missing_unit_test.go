package check

import (
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestMissingUnit(t *testing.T) {
	ruleCases{
		"调委会调解纠纷217，调解成功211件。":   {"?委会调解纠纷217，"},
		"倒损房屋64间，核定需救助群众1127。":   {"?定需救助群众1127。"},
		"共受理投诉举报1,286；办结1,280件。": {"?受理投诉举报1,286；"},
		"走访群众300余，收集意见20条。":      {"?走访群众300余"},
		"按期办结率达98，满意率100%。":      {"?按期办结率达98，"},

		"调委会调解纠纷1899，成功211件。":                      {"?委会调解纠纷1899，"},
		"调委会调解纠纷2101，成功211件。":                      {"?委会调解纠纷2101，"},
		"调委会调解纠纷113，成功11件。":                        {"?委会调解纠纷113，"},
		"调委会调解纠纷1900，成功211件。":                      nil,
		"调委会调解纠纷2100，成功211件。":                      nil,
		"调委会调解纠纷120，成功11件。":                        nil,
		"调委会调解纠纷0217，成功211件。":                      nil,
		"拨打“12345”热线，拨打12348，受理12345。":             nil,
		"2023年，全市进入2023，迎来2024。":                   nil,
		"分别为12、9、3件，得分98，排名第3，位列全省第2。":             nil,
		"参与人数达3000，指数为95，总数217，覆盖率从80提高到95。":       nil,
		"比例为3∶1，PM2.5浓度下降，V1.0版，航班1234，G331国道。":    nil,
		"办理案件217件，成功211件，罚款20.5万元，近3年（2021—2023）。": nil,
		"地址为和例路18号2栋301，邮编472000，代码11990000。":      nil,
		"项目\t数量（件）\n行政处罚\t217\n行政许可\t45":           nil,
	}.run(t, missingUnit, Input{})
}

// A number without its measure word is told of once.
func TestMissingUnitTakesUnreadNumbersPlace(t *testing.T) {
	r := read(whole("调委会调解纠纷217，成功211件；8英寸晶圆投产。"))
	got := map[string]int{}
	for _, f := range Report(&Input{Words: lexicon.Builtin(), Report: r}) {
		got[f.Rule]++
	}
	unread := 0
	for _, f := range r.Findings {
		if f.Rule == "unread-number" {
			unread++
		}
	}
	if unread != 2 || got["missing-unit"] != 1 || got["unread-number"] != 1 {
		t.Errorf("%d unread, %v", unread, got)
	}
	if kept := withoutUnread([]report.Finding{{Rule: "unread-number", Line: 1, Column: 1}}); len(kept) != 1 {
		t.Error("an unread number is lost")
	}
}

// What can be a count is told from years, service lines and codes, whatever the
// extraction made of them.
func TestCountable(t *testing.T) {
	in := &Input{Words: lexicon.Builtin()}
	for digits, want := range map[string]bool{
		"217": true, "1899": true, "1900": false, "2100": false, "2101": true, "113": true, "114": false, "120": false,
		"12345": false, "10086": false, "95598": false, "96777": false, "13345": true, "0217": false, "": false,
		"12345678": true, "123456789": false,
	} {
		if in.countable(digits) != want {
			t.Errorf("%q can be a count: %v", digits, !want)
		}
	}
}
