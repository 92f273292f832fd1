package report

import "testing"

func TestOwnLabel(t *testing.T) {
	for _, c := range []struct {
		label, quote string
		own          bool
	}{
		{"结案", "结案27件", true},
		{"案件结案", "结案27件", false},
		{"内设机构（后）", "内设机构由26个减为15个", true},
		{"行政检查占比", "行政检查占12%", true},
		{"宣讲目标", "开展宣讲12场", true},
		{"不合格的产品", "不合格产品8批次", true},
		{"目标", "12场", false},
		{"", "12场", false},
	} {
		if got := OwnLabel(c.label, c.quote); got != c.own {
			t.Errorf("OwnLabel(%q, %q) is %v", c.label, c.quote, got)
		}
	}
}
