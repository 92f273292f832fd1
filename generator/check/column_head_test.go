package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestNumbersUnderTheirHeads: the head of a column names the numbers below it, in one cell or, below a head of two, in two.
func TestNumbersUnderTheirHeads(t *testing.T) {
	for table, want := range map[string]string{
		"户名\t账号\n李某\t410000123456":                             "410000123456",
		"户名\t账号\t金额\n李某\t41000012345678\t300元":                 "41000012345678",
		"单位\t开户行及账号（末位有误）\n示例社区\t410000123456789":              "410000123456789",
		"姓名\t银行账户号码\n李某\t62299001234567":                       "62299001234567",
		"姓名\t金额\t账号\n张某\t20\t无\n李某\t30\t410000123456":          "410000123456",
		"姓名\t账号\t\n李某\t41000012\t3456":                         "41000012\t3456",
		"户名\t卡号\t\n李某\t622990012345\t6701238":                  "622990012345", // of which the first half is one already
		"联系人\t手机\t\n李某\t139\t12345678":                         "139\t12345678",
		"姓名\t联系电话\t\t备注\n李某\t1391234\t5678\t无":                 "1391234\t5678",
		"姓名\t公民身份号码\n李某\t659999198503121010":                   "659999198503121010", // mistyped
		"项目\t电话受理\t网络受理\n诉求\t1391234\t5678":                    "",
		"热线\t电话\t网络\n全年\t139\t12345678":                        "",
		"项目\t账户数\t金额\n示例\t41000012\t3456":                      "",
		"类别\t开设账户\t资金（元）\n专户\t12\t410000123456":                "",
		"账户\t余额（元）\n1\t410000123456":                           "",
		"项目\t账户金额（元）\n补助\t410000123456":                        "",
		"项目\t账户余额\n补助\t410000123456":                           "",
		"部门\t办件量\n示例局\t410000123456":                           "",
		"编号\t卡片\n1\t410000123456":                              "",
		"项目\t身份证办理\t户口办理\n全年\t659999\t198503":                  "",
		"项目\t一季度\t二季度\t三季度\n办件\t659999\t198503\t121012":        "", // the check digit fits by chance
		"年份\t电话\t微信\t合计\n2023\t1380\t1390\t2770":               "",
		"账号管理\n项目\t数\n全年\t410000123456":                        "",
		"项目\t账号\n\n全年办理410000123456":                           "",
		"案号\t金额\n1\t62299001234567":                            "",
		strings.Repeat("项目\t账号\t数\n", 1) + "无\t\t410000123456": "",
	} {
		found := (&Input{Words: lexicon.Builtin(), Report: read(whole(table))}).personal()
		got := ""
		for _, d := range found {
			got += read(whole(table)).Source.Slice(d.span)
		}
		if got != want {
			t.Errorf("%q: %q, not %q", table, got, want)
		}
	}
	row := "李某\t410000123456\n"
	long := "户名\t账号\n" + strings.Repeat(row, 200)
	if found := bankCard(&Input{Words: lexicon.Builtin(), Report: read(whole(long))}); len(found) < 50 || found[0].Severity != report.Error {
		t.Errorf("of a table of 200 rows %d are found", len(found))
	}
}
