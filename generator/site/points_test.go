package site

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestPoints reads the points under a heading over shortcomings in every form in
// which reports write them.
func TestPoints(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"一是力量不足，人手少。二是培训不够，内容旧。", "力量不足，人手少|培训不够，内容旧"},
		{"工作中还有不足：一是基层执法人员更换频繁，经验少；二是文书不规范。", "基层执法人员更换频繁…|文书不规范"},
		{"（一）执法监督的力量不足。案卷多。\n（二）普法的形式单一。内容旧。", "执法监督的力量不足|普法的形式单一"},
		{"（一）执法监督\n一是人手少。二是案卷多。\n（二）普法宣传\n形式单一。", "执法监督|普法宣传"},
		{"一是深化学习。持续开展培训。\n二是深化考核。加大力度。", "深化学习…|深化考核…"},
		{"1.力量不足，人手少。\n2.形式单一，内容旧。", "力量不足，人手少|形式单一，内容旧"},
		{"执法监督的力量还不足，文书不规范。\n普法的形式比较单一。", "执法监督的力量还不足…|普法的形式比较单一"},
		{"对照要求，主要不足如下：\n普法的形式比较单一。", "普法的形式比较单一"},
		{"一是对“少一次，多一次”的要求（含检查、处罚）理解不深，办法少。", "对“少一次，多一次”的要求（含检查、处罚）理解不深…"},
		{"一是" + strings.Repeat("长", 40) + "。", strings.Repeat("长", 29) + "…"},
		{"1.力量不足。\n2.形式单一。\n3.", "力量不足|形式单一"},
		{"1. 力量不足；\n2. 形式单一；\n3. ；", "力量不足|形式单一"},
		{"（一）执法监督的力量不足\n案卷多。\n（二）", "执法监督的力量不足"},
		{"1.力量不足\n2.今年人手只有12名。\n3.形式单一\n案卷多。", "力量不足|今年人手只有12名|形式单一"},
		{"1.", ""},
		{"", ""},
	} {
		r := outline.Parse(report.NewSource("x.txt", "示例市司法局2023年法治政府建设年度报告\n一、主要成效\n全年平稳。\n二、存在的不足\n"+c.text+"\n三、2024年工作安排\n加强学习。\n"), lexicon.Builtin())
		at := -1
		for i := range r.Headings {
			if r.Headings[i].Shortcoming && at < 0 {
				at = i
			}
		}
		if at < 0 {
			t.Fatalf("%q: no heading", c.text)
		}
		var got []string
		first, all := points(r, at)
		if len(first) != min(all, mostPoints) {
			t.Errorf("%q: %d points of %d", c.text, len(first), all)
		}
		for _, p := range first {
			got = append(got, p.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q:\n got  %s\n want %s", c.text, g, c.want)
		}
	}
}
