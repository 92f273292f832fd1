package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestRepeatedPassage(t *testing.T) {
	ruleCases{
		"排查各类隐患17处，整改完成，排查各类隐患17处。":          {"?排查各类隐患17处"},
		"发放宣传册3000份，发放宣传册3000份，接受咨询60次。":     {"?发放宣传册3000份"},
		"办理行政复议案件17件；办理行政复议案件17件。":           {"?办理行政复议案件17件"},
		"上半年检查12家，发现问题5个；下半年检查15家，发现问题5个。":   nil,
		"法治宣传进机关3次，法治宣传进校园3次，法治宣传进社区3次。":     nil,
		"新增调解员20名，新增普法员20名。":                 nil,
		"全面依法治国，全面依法治县，全面依法治镇。":              nil,
		"开展线索清理，共排查出涉企案件7起，排查出涉企案件7起，全部办结。":  {"?排查出涉企案件7起"},
		"检查加油站12家,检查加油站12家。":                 {"?检查加油站12家"},
		"检查加油站12家;检查加油站12家。":                 {"?检查加油站12家"},
		"检查加油站12家，检查加油站12家。":                 {"?检查加油站12家"},
		"发放宣传册3000份，其中发放宣传册3000份。":           {"?其中发放宣传册3000份"},
		"召开工作推进会2次，培训骨干40名，召开工作推进会2次，立卷60册。": {"?召开工作推进会2次"},
		"坚持把群众满意作为检验执法工作成效的第一标准抓实抓细。建章立制。坚持把群众满意作为检验执法工作成效的第一标准抓实抓细。": {"?坚持把群众满意作为检验执法工作成效的第一标准抓实抓细"},
		"坚持把群众满意作为检验执法工作成效的第一标准抓实抓细！建章立制？坚持把群众满意作为检验执法工作成效的第一标准抓实抓细！": {"?坚持把群众满意作为检验执法工作成效的第一标准抓实抓细"},

		"办结群众来信来访事项45件，满意率98%，办结群众来信来访事项45件。": {"?办结群众来信来访事项45件"},
		"建成法治文化广场6处，命名示范村3个，建成法治文化广场6处。":      {"?建成法治文化广场6处"},
		"出动执法人员310人次，出动执法人员310人次，责令整改6家。":     {"?出动执法人员310人次"},
		"审查合同协议６１份，出具意见；审查合同协议６１份。":           {"?审查合同协议６１份"},

		"机动车尾气抽检1200辆次，非道路机械抽检1200台次。":                  nil,
		"甲镇调解纠纷12件，乙镇调解纠纷12件，丙镇调解纠纷12件。":                nil,
		"全年开展培训，每季度开展1次，每月通报1次。":                        nil,
		"依法行政能力不断提升，依法行政能力持续增强。":                        nil,
		"第一季度公开信息30条，第二季度公开信息30条。":                      nil,
		"检查餐饮单位20家，责令改正3家；检查商超20家，责令改正3家。":              nil,
		"坚持和加强党的领导。推进依法行政。坚持和加强党的领导。":                   nil,
		"重大决策合法性审查率100%，规范性文件合法性审查率100%。":               nil,
		"受理许可事项5件，按时办结率达到100%；受理备案事项6件，按时办结率达到100%。":    nil,
		"一次一次上门，一户一户走访，走访住户120户，走访商户120户。":              nil,
		"办理许可5件、备案5件、确认5件。":                             nil,
		"坚持依法行政。建章立制。坚持依法行政。":                           nil,
		"工业增加值增长7%，高于全市0.7个百分点；服务业增加值增长6%，高于全市0.7个百分点。": nil,
		"上半年检查12家次，下半年检查12家次。":                          nil,
	}.run(t, repeatedPassage, Input{})
}

// TestRepeatedParagraphsAreToldOnce puts a paragraph, a section and a whole report
// twice.
func TestRepeatedParagraphsAreToldOnce(t *testing.T) {
	const body = "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n（一）加强组织领导\n局长主持研究法治议题6次，听取汇报并部署下一阶段工作。\n" +
		"（二）规范执法行为\n组织执法人员培训4期，覆盖全部持证人员并完成考核。\n二、存在的不足和原因\n执法培训不够，主要原因是师资力量偏少、课程更新偏慢。\n"
	section := body[strings.Index(body, "（二）"):strings.Index(body, "二、")]
	paragraph := "局长主持研究法治议题6次，听取汇报并部署下一阶段工作。\n"
	for name, c := range map[string]struct{ text, message string }{
		"none":      {body, ""},
		"paragraph": {strings.Replace(body, paragraph, paragraph+paragraph, 1), "这一段与第 5 行逐字相同，写了两遍"},
		"thrice":    {strings.Replace(body, paragraph, paragraph+paragraph+paragraph, 1), "这一段与第 5 行逐字相同，写了两遍；这一段与第 5 行逐字相同，写了两遍"},
		"first":     {paragraph + section + paragraph + section, "第 4 至 6 行与第 1 至 3 行逐字相同，写了两遍"},
		"section":   {strings.Replace(body, section, section+section, 1), "第 8 至 9 行与第 6 至 7 行逐字相同，写了两遍"},
		"far away":  {body + section, "第 10 至 11 行与第 6 至 7 行逐字相同，写了两遍"},
		"report":    {body + "\n" + body, "第 11 至 19 行与第 1 至 9 行逐字相同，写了两遍"},
	} {
		in := Input{Report: read(c.text), Words: lexicon.Builtin()}
		found := repeatedPassage(&in)
		var messages []string
		for _, f := range found {
			messages = append(messages, f.Message)
			if f.Severity != report.Error {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if got := strings.Join(messages, "；"); got != c.message {
			t.Errorf("%s: %q, not %q", name, got, c.message)
		}
	}
}
