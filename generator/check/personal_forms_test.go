package check

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// The forms in which digits are written.
var digitForms = map[string]func(string) string{
	"plain":        func(s string) string { return s },
	"full width":   digitsAs("０１２３４５６７８９"),
	"mathematical": digitsAs("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
	"Arabic":       digitsAs("٠١٢٣٤٥٦٧٨٩"),
	"circled":      digitsAs("⓪①②③④⑤⑥⑦⑧⑨"),
	"raised":       digitsAs("⁰¹²³⁴⁵⁶⁷⁸⁹"),
	"Chinese":      digitsAs("〇一二三四五六七八九"),
	"by telephone": digitsAs("零幺二三四五六七八九"),
	"in banks":     digitsAs("零壹贰叁肆伍陆柒捌玖"),
}

// digitsAs writes ASCII digits as those of a row.
func digitsAs(row string) func(string) string {
	digits := []rune(row)
	return func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return digits[r-'0']
			}
			return r
		}, s)
	}
}

// joints are what may part the groups of a number.
var joints = []string{"", " ", "  ", "\u3000", "-", " - ", "－", "—", "·", ".", "/", ",", "\u200b", "\u00ad", "\u2060"}

// TestNumbersInEveryForm: a number of a person is found in every form of digits,
// whatever parts its groups.
func TestNumbersInEveryForm(t *testing.T) {
	for name, form := range digitForms {
		for _, joint := range joints {
			for _, c := range []struct {
				groups []string
				rule   func(*Input) []report.Finding
			}{
				{[]string{"659999", "19850312", "1012"}, idNumber},
				{[]string{"659999", "19850312", "108X"}, idNumber},
				{[]string{"139", "1234", "5678"}, mobileNumber},
				{[]string{"6229", "9000", "0123", "4569"}, bankCard},
			} {
				number := form(strings.Join(c.groups, joint))
				found := c.rule(&Input{Words: lexicon.Builtin(), Report: read(whole("李某（" + number + "）到窗口办理。"))})
				if len(found) != 1 || found[0].Quote != number || found[0].Severity != report.Error {
					t.Errorf("%s, parted by %q: %s: %+v", name, joint, number, found)
				}
			}
		}
	}
}

// TestNumbersBroken: a number may be broken over a line's or a cell's end.
func TestNumbersBroken(t *testing.T) {
	for _, broken := range []string{"\n", "\r\n", "\n　　", "\t"} {
		for text, rule := range map[string]func(*Input) []report.Finding{
			"身份证号6599991985%s03121012。":  idNumber,
			"李某659999%s198503121012。":    idNumber,
			"李某\t659999%s198503121012":   idNumber,
			"身份证号6599991985%s03121010。":  idNumber, // mistyped as well
			"手机139%s12345678。":           mobileNumber,
			"联系电话1391234%s5678。":         mobileNumber,
			"李某手机\t139%s12345678":        mobileNumber,
			"卡号62299000%s01234569。":      bankCard,
			"账号41000012%s34567890。":      bankCard,
			"身份证号6599991985%s0312108X。":  idNumber,
			"身份证号65999919850312105%sX。":  idNumber,
			"身份证号\t659999%s19850312108X": idNumber,
		} {
			text = fmt.Sprintf(text, broken)
			if found := rule(&Input{Words: lexicon.Builtin(), Report: read(whole(text))}); len(found) != 1 || found[0].Severity != report.Error {
				t.Errorf("%q: %+v", text, found)
			}
		}
	}
}

// TestNumbersNamed: what the words about a number say of it.
func TestNumbersNamed(t *testing.T) {
	ruleCases{
		"身份证号6599991985O3121012。":         {"6599991985O3121012"}, // O and l for digits
		"身份证号65999919850312l012。":         {"65999919850312l012"},
		"659999，19850312，1012":            {"659999，19850312，1012"},
		"659999，19850312，1010":            nil, // three numbers, for all we know
		"659999|19850312|1012":            {"659999|19850312|1012"},
		"身份证号码\n659999198503121010":       {"659999198503121010"},
		"受理号659999198503121012（身份证）。":     {"659999198503121012"},
		"受理号65999919850312108X（身份证）。":     {"65999919850312108X"},
		"编号（身份证）：659999198503121012。":     {"659999198503121012"},
		"收到身份证，受理号659999198503121012。":    {"659999198503121012"},
		"受理号659999198503121012，身份证附后。":    {"659999198503121012"},
		"1.659999198503121012李某某":         {"659999198503121012"},
		"张三659999198503121012":            {"659999198503121012"},
		"③659999198503121012":             {"659999198503121012"},
		"身份证号659999850312101。":            {"659999850312101"},
		"公民身份号码659999 850312 101。":        {"659999 850312 101"},
		"李某659999850312101，男。":            {"?659999850312101"},
		"李某659999851312101，男。":            nil,
		"注册号659999850312101。":             nil,
		"身份证号659999851312101。":            {"659999851312101"},
		"李某，659999198503121010，男。":        {"?659999198503121010"},
		"单号为659999202303121010。":          nil, // nobody born in 2023 is written about by a number that does not fit
		"统一社会信用代码659999198503121010。":     nil,
		"123456 789012 345678":            nil,
		"办理居民身份证202312345678901件。":        nil,
		"身份证号6599991985031210。":           nil,
		"身份证号65999919850312101。":          {"65999919850312101"},
		"659999\t198503\t121012\t12":      {"659999\t198503\t121012"}, // the check digit fits
		"659999\t198503\t121010\t12":      nil,
		"李某身份证\t659999\t198503\t121010\t": nil,
	}.run(t, idNumber, Input{})
	ruleCases{
		"编号13912345678（手机）。":                              {"13912345678"},
		"1\uFE0F\u20E33\uFE0F\u20E39\uFE0F\u20E312345678": {"1\uFE0F\u20E33\uFE0F\u20E39\uFE0F\u20E312345678"},
		"手机1 3 9 1 2 3 4 5 6 7 8。":                        {"1 3 9 1 2 3 4 5 6 7 8"},
		"1 3 9 1 2 3 4 5 6 7 8":                           nil,
		"手机号：139123-45678。":                               {"139123-45678"},
		"受理\t1380\t1390\t120":                             nil,
		"接听电话\t1380\t1390\t120":                           nil,
		"手机：139,1234,5678。":                               {"139,1234,5678"},
		"电话收入13,912,345,678元。":                            nil,
		"电话13,912,345,678":                                nil,
		"139\n12345678":                                   nil,
		"张三13912345678":                                   {"13912345678"},
		"139，1234，5678":                                   nil,
		"手机139，1234，5678":                                 {"139，1234，5678"},
		"(139)12345678":                                   {"139)12345678"},
		"139*1234*5678":                                   {"139*1234*5678"},
		"手机139****5678":                                   nil,
		"电话同比增长139 1234 5678倍":                            nil,
		"139一二三四5678":                                     {"139一二三四5678"},
		"一三九一二三四五六七八":                                     {"一三九一二三四五六七八"},
		"一三九一二三四五六七八件。":                                   nil,
		"一、二、三、四、五、六、七、八、九、十、十一，一三九一二三四五": nil,
	}.run(t, mobileNumber, Input{})
	ruleCases{
		"账号410000123456。":                {"410000123456"},
		"账号13912345678  4321。":           {"13912345678  4321"}, // no telephone's and four more
		"收款账号\n410000123456789":          {"410000123456789"},
		"账号41000012345。":                 nil,
		"账号4100001234567890123456。":      {"4100001234567890123456"},
		"开户行：示例银行　账号 0512 0010 1230 001": {"0512 0010 1230 001"},
		"卡号6229900001234564。":            {"6229900001234564"}, // mistyped
		"汇入6229900001234564。":            nil,
		"流水号6229900001234569。":           nil,
		"6229 9000 0123 4569":            {"6229 9000 0123 4569"},
		"4100 0000 0123 4569":            nil,
		"账户余额13,800,138,000.00。":         nil,
		"账户有效期2023-12-04 2024-12-03。":    nil,
		"开设账户35个，涉及123456789012元。":       nil,
		"账户410000123456元。":               nil,
	}.run(t, bankCard, Input{})
}
