package check

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestMissingRequiredPart(t *testing.T) {
	const (
		title    = "示例市司法局2023年法治政府建设年度报告\n"
		measures = "一、主要举措和成效\n（一）规范执法\n查出问题75个，整改75个。\n"
		leader   = "二、党政主要负责人履行推进法治建设第一责任人职责情况\n局长主持研究法治议题6次。\n"
		lack     = "三、存在的不足和原因\n执法培训不够，原因是师资偏少。\n"
		plan     = "四、2024年工作安排\n组织培训4期，压实党政主要负责人第一责任人职责。\n"
	)
	for _, c := range []struct{ name, text, want string }{
		{"whole", title + measures + leader + lack + plan, ""},
		{"no shortcomings", title + measures + leader + plan, "“存在的不足和原因”"},
		{"no leader but in the plan", title + measures + lack + plan, "“党政主要负责人履行推进法治建设第一责任人职责的情况”"},
		{"no plan", title + measures + leader + lack, "“下一年度的主要安排”"},
		{"no measures", title + leader + lack + plan, "“主要举措和成效”"},
		{"two", title + measures + lack, "“党政主要负责人履行推进法治建设第一责任人职责的情况”、“下一年度的主要安排”"},
		{"under other names", title + "一、工作开展情况\n局党组书记、局长带头讲法治课2次。\n二、问题短板及下一步打算\n执法力量薄弱。下一步充实力量。\n", ""},
		{"the year to come", title + "一、工作开展情况\n局长带头讲法治课2次。\n二、存在差距\n执法力量薄弱。\n三、来年打算\n充实力量。\n", ""},
		{"in sentences", title + "一、规范执法\n局长亲自部署。\n二、普法\n办讲座3场，但仍存在师资偏少的问题。2024年，我局将增加师资。\n", ""},
		{"another kind of text", "2023年示例市政府工作报告\n一、2022年工作回顾\n办理案件3件。\n", ""},
		{"no outline", title + "办理案件3件。\n", ""},
		{"above the first heading", title + "办理案件3件，局长带头讲法治课2次。\n存在问题：\n力量薄弱。\n2024年计划：\n充实力量。\n", ""},
		{"shortcomings seen", title + "办理案件3件，局长带头讲法治课2次。也看到，力量薄弱。\n2024年计划：\n充实力量。\n", ""},
	} {
		got := missingRequiredPart(&Input{Words: lexicon.Builtin(), Report: read(c.text)})
		switch {
		case c.want == "" && len(got) == 0:
		case len(got) != 1 || got[0].Message != "全文没有读到"+c.want:
			t.Errorf("%s: %+v", c.name, got)
		case got[0].Quote != strings.TrimSpace(title) || got[0].Line != 1 || got[0].Severity != report.Warning:
			t.Errorf("%s: %+v", c.name, got[0])
		}
	}
}

// TestPartsOfReports reads the reports of testdata/parts.toml.
func TestPartsOfReports(t *testing.T) {
	var cases struct {
		Case []struct{ Why, Text, Missing string }
	}
	raw, err := os.ReadFile("testdata/parts.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	names := strings.NewReplacer("“主要举措和成效”", "举措", "“存在的不足和原因”", "不足",
		"“党政主要负责人履行推进法治建设第一责任人职责的情况”", "负责人", "“下一年度的主要安排”", "安排", "全文没有读到", "")
	for _, c := range cases.Case {
		got := ""
		for _, f := range missingRequiredPart(&Input{Words: lexicon.Builtin(), Report: read("示例县司法局2023年法治政府建设年度报告\n" + c.Text + "\n")}) {
			got += names.Replace(f.Message)
		}
		if got != c.Missing {
			t.Errorf("%s\n%s\nlacks %q, not %q", c.Why, c.Text, got, c.Missing)
		}
	}
}

// A long annual report has headings.
func TestMissingHeadings(t *testing.T) {
	const title = "示例县司法局2023年法治政府建设年度报告\n"
	long := strings.Repeat("我局认真履职，办理案件，组织培训，加强监督，普及法律，化解纠纷，有关工作取得进展。\n", 20)
	for text, want := range map[string]int{
		title + long:                   1,
		title + "一、工作情况\n" + long:      0,
		title + "我局认真履职。\n":            0,
		"示例县司法局2023年工作总结\n" + long:     0,
		title + long[:len(long)/2]:     0,
		title + "普法宣传\n" + long + long: 0,
	} {
		got := missingHeadings(&Input{Words: lexicon.Builtin(), Report: read(text)})
		if len(got) != want || want > 0 && (got[0].Severity != report.Warning || got[0].Line != 1) {
			t.Errorf("%.90s: %+v", text, got)
		}
	}
}
