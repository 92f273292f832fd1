package check

import (
	"slices"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/rule"
)

func TestOtherReport(t *testing.T) {
	const body = "\n\n一、主要工作\n举办讲座58场。\n"
	for title, want := range map[string][]string{
		"示例市司法局2023年政府信息公开工作年度报告" + body:  {"政府信息公开"},
		"示例市司法局2023年信息公开年报" + body:        {"信息公开年报"},
		"示例市司法局2023年度部门决算" + body:         {"部门决算"},
		"示例市司法局2024年部门预算公开说明" + body:      {"部门预算"},
		"示例市司法局2023年审计报告" + body:          {"审计报告"},
		"示例市2023年财政预算执行情况的报告" + body:      {"财政预算"},
		"示例市司法局主要负责人2023年述职述廉报告" + body:   {"述职述廉"},
		"示例市司法局2023年工作总结" + body:          {"工作总结"},
		"示例市司法局2024年工作要点" + body:          {"工作要点"},
		"示例市司法局关于开展2023年普法宣传活动的通知" + body: {"的通知"},
		"示例市司法局关于印发普法工作方案的通知：" + body:     {"的通知"},
		"示例市司法局2023年网站工作年度报表" + body:      {"网站工作年度报表"},
		"示例市2023年国民经济和社会发展统计公报" + body:    {"国民经济和社会发展"},
		"示例市司法局2023年项目绩效评价报告" + body:      {"绩效评价"},
		"示例市司法局行政执法事项责任清单" + body:         {"责任清单"},
		"示例市司法局2023年第3期工作简报" + body:       {"工作简报"},

		"示例市司法局2023年法治政府建设年度报告" + body:             nil,
		"示例市司法局2023年法治政府建设工作总结" + body:             nil,
		"示例市司法局2023年推进依法行政工作总结" + body:             nil,
		"示例市司法局2023年法治建设年度报告" + body:               nil,
		"示例市司法局关于2023年法治政府建设情况的报告" + body:          nil,
		"示例市司法局2023年度法治工作报告" + body:                nil,
		"示例市司法局关于印发2023年法治政府建设年度报告的通知" + body:      nil,
		"示例市司法局关于2023年工作方案实施情况的报告" + body:          nil,
		"示例市司法局主要负责人2023年述法报告" + body:              nil,
		"示例市司法局2023年年度报告" + body:                   nil,
		"2023年，示例市司法局做好政府信息公开，公布部门决算。" + body:      nil,
		"示例市司法局2023年政府信息公开和法治政府建设年度报告" + body:      nil,
		"示例市司法局\n2023年法治政府建设年度报告\n（部门决算附后）" + body: nil,
	} {
		in := &Input{Report: read(title), Words: lexicon.Builtin(), Named: 2023, Slug: "shili"}
		var got []string
		for _, f := range Report(in) {
			if f.Rule == rule.OtherReport {
				got = append(got, f.Quote)
			}
			if want != nil && (f.Rule == rule.MissingTitle || f.Rule == rule.MissingRequiredPart || f.Rule == rule.MissingYear) {
				t.Errorf("%s: %s is told besides", title, f.Rule)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", title, got, want)
		}
	}
	alone := &Input{Report: read("示例市司法局2023年审计报告" + body), Words: lexicon.Builtin(), Named: 2023}
	for _, f := range Report(alone) {
		if f.Rule == rule.OtherReport {
			t.Errorf("a text in no body's folder: %s", f.Message)
		}
	}
}
