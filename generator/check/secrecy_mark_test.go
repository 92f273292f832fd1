package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestSecrecyMark(t *testing.T) {
	ruleCases{
		"秘密★1年": {"秘密★1年"},
		"机 密":   {"机 密"},
		"绝密★长期": {"绝密★长期"},
		"密级：机密": {"密级：机密"},
		"（秘密）":  {"（秘密）"},
		"附件为机密★ 6个月，另行报送。": {"机密★ 6个月"},
		"内部资料 注意保存":        {"?内部资料 注意保存"},

		"组织保守国家秘密、商业秘密专题培训2次，受训30人次。":  nil,
		"机密级文件管理规范，绝密件专柜存放。":           nil,
		"密级标注“秘密★1年”的样式培训1场，获评★★★级单位。": nil,
		"保密工作扎实，检查涉密计算机12台，工作秘密管理到位。":  nil,
		"秘密事项": nil,
	}.run(t, secrecyMark, Input{})
}

// The mark at the head of a page, as GB/T 9704-2012 places it.
func TestSecrecyMarkAtTheHead(t *testing.T) {
	for _, mark := range []string{"机密", "机密★", "秘密★3年", "秘密　10年", "密级：秘密"} {
		got := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(mark + "\n" + whole("办理案件3件。"))})
		if len(got) != 1 || got[0].Line != 1 || got[0].Quote != mark {
			t.Errorf("%s: %+v", mark, got)
		}
	}
	far := secrecyMark(&Input{Words: lexicon.Builtin(), Report: read(whole(strings.Repeat("办理案件3件。\n", 9) + "内部使用"))})
	if len(far) != 0 {
		t.Errorf("in the middle: %+v", far)
	}
}
