package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// What is private or says that a text is a draft is told of in a header and a footer
// too, once, masked, at the first line; what offices print there is sound.
func TestPageEdges(t *testing.T) {
	for _, c := range []struct {
		words string
		rule  string // "" for none
		says  string
	}{
		{"起草人：周某拟 13800138000", rule.MobileNumber, "里像是一个手机号码（138…00）"},
		{"联系人 周某　138 0013 8000", rule.MobileNumber, "手机号码"},
		{"示例市水务局\n经办：郑某１３８００１３８０００", rule.MobileNumber, "手机号码"},
		{"电话：+86 13800138000　第 3 页", rule.MobileNumber, "手机号码"},
		{"起草人身份证号：110101199003070011", rule.IDNumber, "身份号码（110…11）"},
		{"收款账号：6222020200112233445", rule.BankCard, "账号（622…45）"},
		{"周某，护照号码E12345678", rule.PersonalData, ""},
		{"示例市2023年法治政府建设年度报告（征求意见稿）", rule.UnfinishedText, "里“（征求意见稿）”说明"},
		{"送审稿", rule.UnfinishedText, "送审稿"},
		{"示例市水务局  讨论稿", rule.UnfinishedText, "讨论稿"},
		{"2024年3月5日稿", rule.UnfinishedText, "稿"},
		{"（此处待补充）", rule.UnfinishedText, "起草时留下"},
		{"【请基层科核实】", rule.UnfinishedText, "起草时留下"},
		{"数据待核实，请法制科提供", rule.UnfinishedText, "起草时留下"},
		{"TODO 补图", rule.UnfinishedText, "起草时留下"},

		{"— 3 —", "", ""},
		{"第   页　共   页", "", ""},
		{"示例市水务局2023年法治政府建设年度报告", "", ""},
		{"服务热线：12345　监督电话：0391-1234567", "", ""},
		{"示水发〔2024〕3号", "", ""},
		{"2024年1月18日", "", ""},
		{"统一社会信用代码 11410000MB0000000X", "", ""},
	} {
		for kind, name := range edgeNames {
			src := document()
			for range 3 {
				src.Document.Left = append(src.Document.Left, report.Left{Kind: kind, Text: c.words})
			}
			found := Report(&Input{Report: &report.Report{Source: src}, Words: lexicon.Builtin()})
			var got []report.Finding
			for _, f := range found {
				if strings.HasPrefix(f.Message, name) {
					got = append(got, f)
				}
			}
			if c.rule == "" {
				if len(got) > 0 {
					t.Errorf("%s: %s", c.words, got[0].Message)
				}
				continue
			}
			if len(got) == 0 || got[0].Rule != c.rule || got[0].Line != 1 || !strings.Contains(got[0].Message, c.says) || got[0].Suggestion == "" {
				t.Errorf("%s: %+v", c.words, got)
				continue
			}
			for i, f := range got {
				if i > 0 && f.Message == got[i-1].Message {
					t.Errorf("%s: told twice", c.words)
				}
				if strings.Contains(f.Message, "0138") || strings.Contains(f.Message, "19900307") {
					t.Errorf("%s: not masked: %s", c.words, f.Message)
				}
			}
		}
	}
}

// A note of its writers with a number in it is masked as well.
func TestPageEdgeNoteIsMasked(t *testing.T) {
	src := document()
	src.Document.Left = []report.Left{{Kind: report.LeftHeader, Text: "（此处请周科13800138000补充）"}}
	for _, f := range Report(&Input{Report: &report.Report{Source: src}, Words: lexicon.Builtin()}) {
		if strings.Contains(f.Message+f.Suggestion+f.Excerpt, "13800138000") {
			t.Errorf("%s: %s", f.Rule, f.Message)
		}
	}
}
