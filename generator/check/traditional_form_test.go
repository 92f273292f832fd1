package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestTraditionalForm(t *testing.T) {
	ruleCases{
		"開展检查3次。":               {"?開"},
		"组织学習3次。":               {"?習"},
		"加强監督和執法。":              {"?監", "?執"},
		"發放资料3份，調解3件。":          {"?發", "?調"},
		"举办讲座3場。":               {"?場"},
		"依法行政，著力推进，后勤保障。":       nil,
		"乾县、瞭望、藉此、覆盖、徵羽、甚么。":    nil,
		"张某、于某、钟某参加3次。":         nil,
		"面条、皇后、松树、才干、划船、谷物。":    nil,
		"通报有关工作情況3次，并予公佈。":      {"?況", "?佈"},
		"聽取汇报2次。":               {"?聽"},
		"制定規范性文件3件。":            {"?規"},
		"辦理案件12件。":              {"?辦"},
		"深入學校、社区宣讲5场。":          {"?學"},
		"健全權责清单2份。":             {"?權"},
		"组织訓练4期。":               {"?訓"},
		"完善機制2项。":               {"?機"},
		"处理舉报9件。":               {"?舉"},
		"办结複议案件3件。":             {"?複"},
		"听证會2次。":                {"?會"},
		"罚款3萬元。":                {"?萬"},
		"台风过后抢修里弄3处，只见成效。":      nil,
		"皮制品、制服、复印、回复、反复、复议。":   nil,
		"系统、关系、联系、冲突、冲洗、致意、别致。": nil,
		"一出戏、出版、丑角、几案、几人、仆人、舍弃、宿舍。":   nil,
		"云计算、诗云、谷雨、向上、家伙、伙同、曲折、酒曲。":   nil,
		"征收、征兵、象征、布告、公布、注意、注册、尽管、尽力。": nil,
		"后任、王后、姜某、生姜、范本、师范、郁闷、浓郁。":    nil,
		"游泳馆、周期、周全、志愿、杂志、占地、占卜、升级。":   nil,
		"借款、凭借、克服、千克、秋千、表格、钟表、修理、姓修。": nil,
		"出版著作3部，修订乾隆年间县志2种。":          nil,
		"于某、後某等5人参加，台州、干部、里程、面粉、范围。":  nil,
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
