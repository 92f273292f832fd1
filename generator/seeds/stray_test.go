package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/report"
)

// TestStrayFiles: files whose names are no year, beside those named, and what is said: the
// severity and what to do; "" for nothing.
func TestStrayFiles(t *testing.T) {
	for _, c := range []struct{ files, want string }{
		{"body.toml 24.txt", "error 如 2024.txt"},
		{"body.toml 年度报告.txt", "error 如 2023.txt"},
		{"body.toml 最终版.docx", "error 如 2023.docx"},
		{"Body.toml 2024.txt", "error 请把 Body.toml 改名为 body.toml："},
		{"BODY.TOML 2024.txt", "error 请把 BODY.TOML 改名为 body.toml："},
		{"body.toml.txt 2024.txt", "error 请把 body.toml.txt 改名为 body.toml；"},

		{"body.toml 2023.txt 24.txt", "warning 如 2023.txt"},
		{"body.toml 照片.jpg", "warning 不需要的文件请删去。"},
		{"body.toml 台账.xlsx", "warning 如 2023.xlsx"},
		{"body.toml 2024.txt", ""},
		{"body.toml readme.txt", ""},
		{"body.toml", ""},
		{"body.toml Body.toml 2024.txt", "warning 请删去这一个"},
	} {
		root := t.TempDir()
		folder := filepath.Join(root, "shili-sfj")
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for name := range strings.FieldsSeq(c.files) {
			if err := os.WriteFile(filepath.Join(folder, name), []byte("name = \"示例市司法局\"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		_, all, err := Load(root)
		if err != nil {
			t.Fatal(err)
		}
		var got []report.Finding
		for _, f := range all {
			if strings.Contains(f.File, "shili-sfj") {
				got = append(got, f)
			}
		}
		severity, suggestion, _ := strings.Cut(c.want, " ")
		switch {
		case c.want == "" && len(got) == 0:
		case len(got) != 1 || string(got[0].Severity) != severity || !strings.Contains(got[0].Suggestion, suggestion):
			t.Errorf("%s: %+v", c.files, got)
		}
	}
}
