package site

import "testing"

func TestLeadIn(t *testing.T) {
	for _, c := range []struct{ sentence, number, want string }{
		{"围绕中心工作，全年共办理2603件。", "2603件", "全年共办理"},
		{"2603件已办结。", "2603件", ""},
		{"其中，2603件。", "2603件", ""},
		{"一、受理情况：新收2603件", "2603件", "新收"},
		{"全市各级各部门在这一年里通过各种各样的途径一共办理了2603件。", "2603件", "……年里通过各种各样的途径一共办理了"},
		{"许可\t2603", "2603", ""},
		{"没有这个数。", "2603件", ""},
		{"", "", ""},
	} {
		if got := leadIn(c.sentence, c.number); got != c.want {
			t.Errorf("%s: %q, want %q", c.sentence, got, c.want)
		}
	}
}
