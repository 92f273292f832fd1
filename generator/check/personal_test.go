package check

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

func TestIDNumber(t *testing.T) {
	ruleCases{
		"户主李某某，身份证号659999190101019991，承包面积6.4亩。":    {"659999190101019991"},
		"公民身份号码65999719050505001X。":                 {"65999719050505001X"},
		"公民身份号码65999719050505001x，":                 {"65999719050505001x"},
		"公民身份号码６５９９９９１９０１０１０１９９９１。":                 {"６５９９９９１９０１０１０１９９９１"},
		"公民身份号码６５９９９７１９０５０５０５００１Ｘ。":                 {"６５９９９７１９０５０５０５００１Ｘ"},
		"身份证号659999 19010101 9991。":                 {"659999 19010101 9991"},
		"身份证号659999-19010101-9991。":                 {"659999-19010101-9991"},
		"659999190101019991 13800000000 张某":         {"659999190101019991"},
		"身份证659999190101019991、65999719050505001X。": {"659999190101019991", "65999719050505001X"},
		"ID659999190101019991。":                     {"659999190101019991"},
		"受理编号：202312040000000018。":                  nil,                    // no province 20
		"身份证号659999190101019992。":                   {"659999190101019992"}, // mistyped: the check digit
		"身份证号659999190113019991。":                   {"659999190113019991"}, // no 13th month
		"李某，659999190101019992，女。":                  {"?659999190101019992"},
		"李某，659999190113019991，女。":                  nil,
		"统一社会信用代码11999900000000000B。":               nil,
		"统一社会信用代码659999190101019991。":               nil, // it says what it is
		"案件编号659999190101019991。":                   nil,
		"流水A659999190101019991。":                    nil,
		"659999190101019991002":                     nil, // part of a longer number
		"2405-999900-04-01-000001":                  nil,
		"身份证号6599991901****9991。":                   nil,
		"身份证号659999190101019991AB。":                 nil,
		"办理案件659999件。":                              nil,
	}.run(t, idNumber, Input{})
}

func TestMobileNumber(t *testing.T) {
	ruleCases{
		"群众可向执法队负责人反映问题，手机13800000000。":              {"13800000000"},
		"可拨打经办人手机138-0000-0001，也可到窗口了解。":             {"138-0000-0001"},
		"联系电话138 0000 0001。":                         {"138 0000 0001"},
		"张某 138 0000 0001":                           {"138 0000 0001"},
		"手机1380 000 0001。":                           {"1380 000 0001"},
		"手机+8613800000000。":                          {"8613800000000"},
		"手机+86 138 0000 0001。":                       {"86 138 0000 0001"},
		"手机（+86）13800000000。":                        {"86）13800000000"},
		"手机+86-13800000000。":                         {"86-13800000000"},
		"手机１３８００００００００。":                             {"１３８００００００００"},
		"电话13800000000/13900000000。":                 {"13800000000", "13900000000"},
		"电话13800000000,13900000000。":                 {"13800000000", "13900000000"},
		"邮箱13800000000@example.com。":                 {"13800000000"},
		"微信同手机13800000000（张某）。":                      {"13800000000"},
		"Tel:13800000000":                            {"13800000000"},
		"国有资产账面总额13526841900元，比2021年底增长8.5%。":        nil,
		"调用数据13526841900次。":                          nil,
		"投资13526841900万元。":                           nil,
		"“12345”热线、12348热线、12309平台。":                 nil,
		"咨询电话：0399-2100123。":                         nil,
		"咨询电话：0399-13800000000。":                     nil,
		"热线400-820-8820。":                            nil,
		"编号13800000000。":                             nil,
		"订单号13800000000123。":                         nil,
		"手机138****0001。":                             nil,
		"网址http://www.example.gov/s?id=13800000000。": nil,
		"网址http://www.example.gov/d/13800000000。":    nil,
		"A13800000000":                               nil,
		"12.13800000000":                             nil,
		"手机12800000000。":                             nil,
		"金额￥13526841900。":                            nil,
		"2020 1380 0000 0001":                        nil,
		"QQ群号13800000000。":                           nil,
	}.run(t, mobileNumber, Input{})
}

func TestBankCard(t *testing.T) {
	ruleCases{
		"退回款项统一汇入6229990000000004账户。":             {"6229990000000004"},
		"退缴资金统一汇入专户6229990000000000001。":          {"6229990000000000001"},
		"汇入账户6229 9900 0000 0004。":                {"6229 9900 0000 0004"},
		"账号６２２９９９０００００００００４。":                     {"６２２９９９０００００００００４"},
		"卡号4000000000000002。":                     {"4000000000000002"},
		"卡号5100000000000008。":                     {"5100000000000008"},
		"电子凭证票号6200000000000000001可在线核验。":         nil, // Luhn
		"凭证票号6229990000000004可在线核验。":              nil, // it says what it is
		"流水号4000000000000002。":                    nil,
		"汇入1229990000000003账户。":                   nil, // no issuer
		"身份证号620102199001011239，汇入账户。":            nil,
		"2405-999900-04-01-000001":                nil,
		"4000 0000 0000 0002":                     nil, // four numbers, for all we know
		"6229990000000004000":                     nil,
		"资产6229990000000004元。":                    nil,
		"http://www.example.gov/6229990000000004": nil,
	}.run(t, bankCard, Input{})
}

// A finding must not itself spread what it warns of, nor may one of another rule
// about the same line; a number that words call an account is one however it is
// typed.
func TestPersonalDataIsMasked(t *testing.T) {
	data := []string{"659999190101019991", "138 0000 0000", "6229990000000004"}
	r := read(whole("身份证659999190101019991，手机138 0000 0000，汇入账户6229990000000004，办理办理案件528余次，等等。身份证659999190101019991，手机138 0000 0000，汇入账户6229990000000004，办理办理案件528余次，等等。"))
	findings := Report(&Input{Words: lexicon.Builtin(), Report: r, Named: 2023})
	if len(findings) < 10 {
		t.Errorf("%d findings: %+v", len(findings), findings)
	}
	for _, f := range findings {
		if said := f.Message + f.Suggestion + f.Quote + f.Excerpt; slices.ContainsFunc(data, func(datum string) bool { return strings.Contains(said, datum) }) {
			t.Errorf("%+v", f)
		}
		if f.Rule == rule.UnreadNumber {
			t.Errorf("a part of a number that was read: %+v", f)
		}
	}
}

// What is private is masked in settings, too, whether or not the report has it.
func TestConceal(t *testing.T) {
	line := "quote = \"手机138 0000 0000\" # 659999190101019991"
	findings := []report.Finding{{File: "a.toml", Quote: "138 0000 0000", Excerpt: line, Message: "“13800000000”不是理由", Suggestion: line}, {File: "a.toml", Excerpt: line}, {File: "a.txt", Excerpt: line}}
	Conceal("a.txt", findings, lexicon.Builtin())
	const want = "quote = \"手机138 **** **00\" # 659*************91"
	if f := findings[0]; f.Quote != "138 **** **00" || f.Excerpt != want || f.Suggestion != want || f.Message != "“138******00”不是理由" {
		t.Errorf("%+v", f)
	}
	if findings[1].Excerpt != want || findings[2].Excerpt != line {
		t.Errorf("%+v", findings[1:])
	}
}
