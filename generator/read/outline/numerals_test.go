package outline

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestNumeralsAfterNumbers reads headings such as 一、一年来的主要工作, whose words begin with a
// numeral: such a report has three headings and no finding, wherever a table stands.
func TestNumeralsAfterNumbers(t *testing.T) {
	var cases struct {
		First, Second, Third []string
		NotFirst             []string `toml:"not_first"`
	}
	raw, err := os.ReadFile("testdata/numerals.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	const table = "表1 执法情况\n\n| 项目 | 2023年 |\n|---|---|\n| 行政检查（次） | 320 |\n| 行政处罚（件） | 26 |\n\n"
	for _, first := range cases.First {
		for _, second := range cases.Second {
			for _, third := range cases.Third {
				for _, parts := range [...][2]string{{"", ""}, {table, ""}, {"", table}} {
					checkThreeHeads(t, [...]string{first, second, third}, parts)
				}
			}
		}
	}
	for _, s := range cases.NotFirst {
		r := Parse(report.NewSource("2023.txt", opening+s+"\n\n各项工作按期完成。\n"), lexicon.Builtin())
		if len(r.Headings) > 0 {
			t.Errorf("%s\nis read as the heading %q", s, r.Headings[0].Text)
		}
	}
}

const opening = "示例区民政局2023年法治政府建设年度报告\n\n2023年，示例区民政局依法履职。现将情况报告如下：\n\n"

// checkThreeHeads reads a report of three headings, with what stands in its first two parts.
func checkThreeHeads(t *testing.T, heads [3]string, parts [2]string) {
	t.Helper()
	text := opening + heads[0] + "\n\n（一）抓好学习。全年学习9次。\n\n（二）抓好培训。举办培训班3期。\n\n" +
		parts[0] + "全年检查企业320家次。\n\n全年办理案件26件。\n\n" +
		heads[1] + "\n\n执法力量仍显不足。\n\n" + parts[1] + heads[2] + "\n\n继续抓好学习，计划培训40人。\n\n示例区民政局\n\n2024年1月12日\n"
	r := Parse(report.NewSource("2023.txt", text), lexicon.Builtin())
	var read []string
	for _, h := range r.Headings {
		if h.Level == 1 {
			read = append(read, h.Number+h.Text)
		}
	}
	want := strings.ReplaceAll(strings.Join(heads[:], " "), "、 ", "、")
	if got := strings.Join(read, " "); got != want || len(r.Findings) > 0 {
		t.Errorf("want %s\nread %s\nfindings %v", want, got, r.Findings)
	}
}
