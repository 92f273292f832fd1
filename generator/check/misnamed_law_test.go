package check

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/rule"
)

// projectLaws are the names of seeds/laws.toml.
func projectLaws(t testing.TB) *Laws {
	t.Helper()
	raw, err := os.ReadFile("../../seeds/laws.toml")
	if err != nil {
		t.Fatal(err)
	}
	l, findings := ParseLaws("seeds/laws.toml", raw, nil)
	for _, f := range findings {
		t.Fatalf("%s:%d: %s", f.File, f.Line, f.Message)
	}
	return l
}

func TestMisnamedLaw(t *testing.T) {
	ruleCases{
		"落实《法治政府建设实施纲要（2022—2025年）》要求。":                          {"《法治政府建设实施纲要（2022—2025年）》"},
		"落实《法治政府建设实施纲要(2021-2035年)》。":                            {"《法治政府建设实施纲要(2021-2035年)》"},
		"贯彻《法治中国建设规划（2021—2025年）》。":                              {"《法治中国建设规划（2021—2025年）》"},
		"贯彻《法治社会建设实施纲要（2021—2025年）》。":                            {"《法治社会建设实施纲要（2021—2025年）》"},
		"贯彻《优化经商环境条例》，宣传《社区矫治法》。":                                {"?《优化经商环境条例》", "?《社区矫治法》"},
		"宣传《中华人民共和国行政覆议法》。":                                      {"?《中华人民共和国行政覆议法》"},
		"宣传《社区矫治法》，解读《社区矫治法》，落实《优化经商环境条例》。":                      {"?《社区矫治法》", "?《优化经商环境条例》"},
		"执行《治安处罚管理法》《采购政府法》《劳动争议仲裁调解法》。":                         {"?《治安处罚管理法》", "?《采购政府法》", "?《劳动争议仲裁调解法》"},
		"执行《治安管理处罚法》《政府采购法》《劳动争议调解仲裁法》《环境保护法》《环境保护税法》。":          nil,
		"执行《示例市采购政府法》《政府采购管理办法》《海洋环境保护法》《固体废物污染环境防治法》。":          nil,
		"宣传《婚姻法》和《合同法》。":                                         {"?《婚姻法》", "?《合同法》"},
		"落实《法治政府建设实施纲要（2015—2020年）》。":                            {"?《法治政府建设实施纲要（2015—2020年）》"},
		"落实《中华人民共和国行政执法监督条例》。":                                   {"?《中华人民共和国行政执法监督条例》"},
		"落实《法治政府建设实施纲要（2021－2025年）》《中华人民共和国民法典》《行政处罚法（修订）》。":     nil,
		"制定《示例市法治政府建设实施方案（2021—2025年）》《法治政府建设实施方案（2021—2025年）》。": nil,
		"宣传《律师法》《教师法》《医师法》《公证法》《消防法》《律师协会章程》。":                   nil,
		"宣传《示例省优化营商环境条例》《示例市2023年普法要点》《行政许可文书样式》。":               nil,
	}.run(t, misnamedLaw, Input{Laws: projectLaws(t)})
}

// TestProjectLaws: each name is known by itself, and by no other's slip.
func TestProjectLaws(t *testing.T) {
	l := projectLaws(t)
	for _, e := range l.entries {
		if e.Ended != "" && e.Instead == "" {
			t.Errorf("%s ended, and nothing took its place", e.Name)
		}
		if e.Instead != "" {
			if _, ok := l.byName[bareName(e.Instead)]; !ok {
				t.Errorf("%s: what took its place is not in the list", e.Name)
			}
		}
		if e.ended > 0 && e.force > e.ended {
			t.Errorf("%s ended before it was in force", e.Name)
		}
	}
}

func TestParseLaws(t *testing.T) {
	const good = "[[law]]\nname = \"甲条例\"\nforce = \"2020-01-01\"\nsource = \"乙\"\n"
	base := []byte("[[law]]\nname = \"甲条例\"\nsource = \"丙\"\n[[law]]\nname = \"丁条例\"\nforce = \"2010-03-01\"\nended = \"2021-01-01\"\nsource = \"丙\"\n")
	l, findings := ParseLaws("l.toml", []byte("extend = true\n"+good), base)
	if len(findings) > 0 || len(l.entries) != 2 || l.entries[0].Source != "乙" || l.entries[1].force != 201003 || l.entries[1].ended != 202101 {
		t.Errorf("%+v %+v", l, findings)
	}
	for _, c := range []struct{ raw, rule, message string }{
		{strings.Replace(good, "2020-01-01", "2020年1月1日", 1), rule.BadLaw, "“2020年1月1日”不是日期"},
		{good + good, rule.BadLaw, "“甲条例”写了两次"},
		{good + "instead = \"乙条例\"\n", rule.BadLaw, "写了替代它的名称，没有写废止日期"},
		{"[[law]]\nname = \"甲\"\n", rule.MissingKey, "没有写必填的 source（公布它的文件）"},
		{"[[laws]]\n", rule.UnknownKey, "不认识的项“laws”"},
	} {
		l, findings := ParseLaws("l.toml", []byte(c.raw), nil)
		if len(findings) != 1 || findings[0].Rule != c.rule || findings[0].Message != c.message || findings[0].Line == 0 || len(l.entries) > 0 {
			t.Errorf("%s: %+v", c.raw, findings)
		}
	}
}

// A law is cited before its time two years ahead and not one, since plans name what
// comes next; one that ended within the year held in none of its successor's.
// Names of four characters are too like others to tell a slip of.
func TestLawsInForce(t *testing.T) {
	l, findings := ParseLaws("l.toml", []byte(`
[[law]]
name = "来年条例"
force = "2024-03-01"
source = "示例"
[[law]]
name = "后年条例"
force = "2025-11-01"
source = "示例"
[[law]]
name = "当年废止条例"
ended = "2023-06-01"
instead = "新条例"
source = "示例"
[[law]]
name = "没有替代的条例"
ended = "2022-06-01"
source = "示例"
[[law]]
name = "来年废止条例"
ended = "2024-01-01"
source = "示例"
`), nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for title, want := range map[string]string{
		"来年条例":    "",
		"后年条例":    "《后年条例》2025年11月1日起施行，报告的是 2023 年度",
		"当年废止条例":  "《当年废止条例》在 2023 年度已经废止或者到期，现行的是《新条例》",
		"没有替代的条例": "《没有替代的条例》在 2023 年度已经废止或者到期，没有替代它的文件",
		"来年废止条例":  "",
		"来往条例":    "",
		"没有代替的条例": "《没有代替的条例》与《没有替代的条例》只差一个字", // two that changed places
		"没有替代的条列": "《没有替代的条列》与《没有替代的条例》只差一个字",
	} {
		in := Input{Words: lexicon.Builtin(), Report: read(whole("落实《" + title + "》要求。")), Laws: l}
		got := ""
		for _, f := range misnamedLaw(&in) {
			got += f.Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
		in.Report.Year = 0
		if found := misnamedLaw(&in); strings.Contains(got, "年度") && len(found) > 0 {
			t.Errorf("%s in a report on no year: %q", title, found[0].Message)
		}
	}
}

// Of several plans of one name, the newest is the one that was meant.
func TestNewestPlanIsMeant(t *testing.T) {
	const plan = "[[law]]\nname = \"示例纲要（%s年）\"\nsource = \"示例\"\n"
	for _, years := range [][]any{{"2015—2020", "2021—2025"}, {"2021—2025", "2015—2020"}} { // whichever stands first
		l, findings := ParseLaws("l.toml", fmt.Appendf(nil, plan+plan, years...), nil)
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		in := Input{Words: lexicon.Builtin(), Report: read(whole("落实《示例纲要（2022—2025年）》。")), Laws: l}
		if found := misnamedLaw(&in); len(found) != 1 || found[0].Message != "《示例纲要（2022—2025年）》的年份不对，应为《示例纲要（2021—2025年）》" {
			t.Errorf("%+v", found)
		}
	}
}

// FuzzParseLaws: whatever a file holds, it is read or refused.
func FuzzParseLaws(f *testing.F) {
	f.Add("extend = true\n[[law]]\nname = \"甲条例（2020—2025年）\"\nforce = \"2020-01-01\"\nsource = \"乙\"\n")
	f.Fuzz(func(t *testing.T, raw string) {
		l, findings := ParseLaws("l.toml", []byte(raw), nil)
		if l == nil || len(findings) > 0 && len(l.entries) > 0 {
			t.Errorf("%+v %+v", l, findings)
		}
	})
}
