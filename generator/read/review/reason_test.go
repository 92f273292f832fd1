package review

import (
	"strings"
	"testing"
)

// TestIsReason: what can be published as a reason, and what only holds its place.
func TestIsReason(t *testing.T) {
	for text, want := range map[string]bool{
		"统计口径核对后更正": true, "录入错误": true, "原文如此，已与签发稿核对": true, "OCR error": true,
		strings.Repeat("核对后更正", 60): true,
		"":                          false, " 　": false, "无": false, "待补": false, "TODO": false, "N/A": false, "……": false, "。。。": false, "哈哈哈": false, "同上。": false,
		"第一行\n第二行": false, "第一行\u2028第二行": false, strings.Repeat("核对后更正", 60) + "。": false,
	} {
		if got := IsReason(text); got != want {
			t.Errorf("%q is a reason: %t, want %t", text, got, want)
		}
	}
}

// TestUnjoined: each figure whose series last year's report does not have is named, and no other.
func TestUnjoined(t *testing.T) {
	rv, _ := Parse("2023.toml", []byte("[[figure]]\nquote = \"船2艘\"\nvalue = 2\nseries = \" 执法船 \"\n[[figure]]\nquote = \"车3辆\"\nvalue = 3\nseries = \"执法车\"\n[[figure]]\nquote = \"枪4支\"\nvalue = 4\n"))
	for names, want := range map[string]string{"": "", "执法船": "4", "执法车": "8", "执法船 执法车": "4 8", "执法机": ""} {
		var lines []string
		for _, f := range rv.Unjoined(strings.Fields(names)) {
			if !strings.Contains(names, strings.Split(f.Message, "“")[1][:len("执法船")]) {
				t.Errorf("%s: %s", names, f.Message)
			}
			lines = append(lines, string(rune('0'+f.Line)))
		}
		if got := strings.Join(lines, " "); got != want {
			t.Errorf("%q: said at the lines %q, want %q", names, got, want)
		}
	}
	var none *Review
	if got := none.Unjoined([]string{"执法船"}); got != nil {
		t.Errorf("without a review: %v", got)
	}
}
