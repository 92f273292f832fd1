package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestHalfwidthPunctuation(t *testing.T) {
	ruleCases{
		"办理登记2118对,离婚登记407对。":  {"?118对,离婚登记"},
		"抽检样品164批次;查办案件36件。":   {"?64批次;查办案件"},
		"认真履职,不断提高。":           {"?认真履职,不断提高"},
		"达到97.5%,同比上升。":        {"?7.5%,同比上升"},
		"主要做法:加强领导。":           {"?主要做法:加强领导"},
		"怎么办?靠法治!":             {"?怎么办?靠法治!", "??靠法治!"},
		"覆盖11个村(社区)，成效（试点）明显。": {"?(社区)"},
		"完成12件,3件撤回。":          {"?成12件,3件撤回"},
		"不断提高依法监督水平.":          {"?监督水平."},
		"修编了?水灌区名录。":           {"?修编了?水灌区名"},
		"推行“一网通办”,方便群众。":       {"?网通办”,方便群众"},

		"办结18,460件，时间为9:00-17:30，比例为3:1，见http://www.example.gov/a,b;c?d=1!。": nil,
		"引入API(接口)标准GB/T 2260-2007，执行V1.0;联系邮箱：a@example.gov,谢谢。":            nil,
		"按第1,3,5条执行，分值(3)和(4)，坐标(12,5)。":                                     nil,
		"学习Rule of Law, Justice and Order; reading: chapter one。":            nil,
		"(一)规范执法\n内容甲。\n(二)深入普法\n内容乙。":                                       nil,
		"一.加强领导，约等于3.5，等等...其他。":                                             nil,
		"全角，标点；都是：对的？是！（好）":                                                  nil,
		"（一）甲事\n内容甲。\n（二）乙事\n内容乙。\n(三)丙事\n内容丙。":                              {"?(三)"},
	}.run(t, halfwidthPunctuation, Input{})
}

// A habit of the whole text is told once.
func TestHalfwidthPunctuationHabit(t *testing.T) {
	got := halfwidthPunctuation(&Input{Words: lexicon.Builtin(), Report: read(whole(strings.Repeat("认真履职,不断提高,", 20) + "完毕。"))})
	if len(got) != 1 || got[0].Message != "全文有 40 处用了半角“,”，这里是第一处" {
		t.Errorf("%+v", got)
	}
}
