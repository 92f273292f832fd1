package outline

import (
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestRoles reads which headings stand over the plan and over the shortcomings.
func TestRoles(t *testing.T) {
	text := "示例市司法局2023年法治政府建设年度报告\n一、2023年工作计划完成情况\n（一）化解矛盾。调解100件。\n二、存在的问题和下一步打算\n三、2024年工作安排\n1.加强学习。继续学习。\n四、来年安排\n五、新的一年怎么干\n六、需要改进的方面\n七、工作展望\n八、重点任务完成情况\n九、2024年法治政府建设\n十、2023年工作安排\n"
	r := Parse(report.NewSource("x.txt", text), lexicon.Builtin())
	want := map[string][2]bool{
		"2023年工作计划完成情况": {false, false}, "化解矛盾": {false, false},
		"存在的问题和下一步打算": {true, true}, "2024年工作安排": {true, false}, "加强学习": {false, false},
		"来年安排": {true, false}, "新的一年怎么干": {true, false}, "需要改进的方面": {false, true}, "工作展望": {true, false},
		"重点任务完成情况": {false, false}, "2024年法治政府建设": {true, false}, "2023年工作安排": {true, false},
	}
	for _, h := range r.Headings {
		if got := [2]bool{h.Plan, h.Shortcoming}; got != want[h.Text] {
			t.Errorf("%s: plan and shortcoming are %v", h.Text, got)
		}
		delete(want, h.Text)
	}
	if len(want) > 0 {
		t.Errorf("not read: %v", want)
	}
}
