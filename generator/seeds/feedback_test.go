package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFeedback(t *testing.T) {
	for _, c := range []struct{ lines, want, fault string }{
		{"", "", ""},
		{`feedback = "fzb@example.gov.cn"`, "fzb@example.gov.cn", ""},
		{`feedback = "fa.zhi+bao_gao@sf.example.gov.cn"`, "fa.zhi+bao_gao@sf.example.gov.cn", ""},
		{`feedback = "https://www.example.gov.cn/jiucuo"`, "https://www.example.gov.cn/jiucuo", ""},
		{`feedback = "https://www.example.gov.cn/form?id=3"`, "https://www.example.gov.cn/form?id=3", ""},
		{`email = "fzb@example.gov.cn"`, "fzb@example.gov.cn", ""},
		{"email = \"fzb@example.gov.cn\"\nfeedback = \"\"", "", ""},
		{"email = \"fzb@example.gov.cn\"\nfeedback = \"https://f.example.gov.cn\"", "https://f.example.gov.cn", ""},
		{`email = "法治办@示例"`, "", ""},
		{`email = "fzb@example.gov.cn?cc=a@example.gov.cn"`, "", ""},
		{`feedback = "mailto:fzb@example.gov.cn"`, "", "mailto"},
		{`feedback = "http://www.example.gov.cn/jiucuo"`, "", "https://"},
		{`feedback = "https://www.example.gov.cn/#/jiucuo"`, "", "#"},
		{`feedback = "https://"`, "", "不是邮箱地址"},
		{`feedback = "https://a:b@www.example.gov.cn/"`, "", "不是邮箱地址"},
		{`feedback = "https://www.example.gov.cn/a b"`, "", "不是邮箱地址"},
		{`feedback = "javascript:alert(1)"`, "", "不是邮箱地址"},
		{`feedback = "fzb@example.gov.cn,x@example.gov.cn"`, "", "不是邮箱地址"},
		{`feedback = "fzb@example.gov.cn?bcc=x@example.gov.cn"`, "", "不是邮箱地址"},
		{`feedback = "a%40b@example.gov.cn"`, "", "不是邮箱地址"},
		{`feedback = "0371-00000000"`, "", "不是邮箱地址"},
		{`feedback = "fzb@localhost"`, "", "不是邮箱地址"},
		{`feedback = "fzb.@example.gov.cn"`, "", "不是邮箱地址"},
	} {
		t.Run(c.lines, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "site.toml"), []byte("name = \"示例\"\ndemonstration = true\n"+c.lines+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			portal, findings, err := Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, f := range findings {
				if f.Line > 2 {
					said = append(said, f.Message)
				}
			}
			switch {
			case c.fault == "" && (len(said) > 0 || portal.Site.Feedback != c.want):
				t.Errorf("%q %v", portal.Site.Feedback, said)
			case c.fault != "" && (len(said) != 1 || !strings.Contains(said[0], c.fault)):
				t.Errorf("found is %v", said)
			}
		})
	}
}
