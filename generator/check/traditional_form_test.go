package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestTraditionalForm(t *testing.T) {
	ruleCases{
		"開展检查3次。":                    {"?開"},
		"组织学習3次。":                    {"?習"},
		"加强監督和執法。":                   {"?監", "?執"},
		"發放资料3份，調解3件。":               {"?發", "?調"},
		"举办讲座3場。":                    {"?場"},
		"依法行政，著力推进，后勤保障。":            nil,
		"乾县、瞭望、藉此、覆盖、徵羽、甚么。":         nil,
		"张某、于某、钟某参加3次。":              nil,
		"面条、皇后、松树、才干、划船、谷物。":         nil,
		"通报有关工作情況3次，并予公佈。":           {"?況", "?佈"},
		"聽取汇报2次。":                    {"?聽"},
		"出版著作3部，修订乾隆年间县志2种。":         nil,
		"于某、後某等5人参加，台州、干部、里程、面粉、范围。": nil,
	}.run(t, traditionalForm, Input{})
}

// TestTraditionalTextIsToldOnce reads a text of traditional characters throughout.
func TestTraditionalTextIsToldOnce(t *testing.T) {
	in := Input{Report: read(whole("全年開展執法檢查120次，查處違法行為35件，責令改正28件，舉辦講座3場。")), Words: lexicon.Builtin()}
	found := traditionalForm(&in)
	if len(found) != 1 || found[0].Quote != "開" || !strings.Contains(found[0].Message, "全文有 ") {
		t.Errorf("%v", found)
	}
}
