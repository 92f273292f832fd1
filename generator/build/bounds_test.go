package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/report/rule"
)

// TestBounds: a text that no office writes is one finding, and costs nothing more.
func TestBounds(t *testing.T) {
	rd, _, err := projectReader()
	if err != nil {
		t.Fatal(err)
	}
	const head = "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n评查执法卷宗64本。\n"
	for name, test := range map[string]struct {
		text string
		want string
	}{
		"a report":                 {head, ""},
		"a long one":               {head + strings.Repeat("评查执法卷宗64本。\n", 15_000), ""},
		"line ends":                {head + strings.Repeat("\n", 12<<20), "文字超过2 MB"},
		"blank lines":              {head + strings.Repeat("\n", 100_000), "有 100005 行"},
		"blank lines of Windows":   {head + strings.Repeat("\r\n", 100_000), "有 100005 行"},
		"a paragraph without end":  {head + strings.Repeat("评查执法卷宗64本，", 100_000), "文字超过2 MB"},
		"a table of many rows":     {head + strings.Repeat("项目\t3件\n", 30_000), "有 30005 行"},
		"lines of one white space": {head + strings.Repeat(" \n", 50_000), "有 50005 行"},
	} {
		path := filepath.Join(t.TempDir(), "2023.txt")
		if err := os.WriteFile(path, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := rd.read(t.Context(), path, "", 2023, nil, owner{})
		if err != nil {
			t.Fatal(err)
		}
		if test.want == "" {
			if r.report == nil {
				t.Errorf("%s is refused: %v", name, r.findings)
			}
			continue
		}
		if r.report != nil || len(r.findings) != 1 || r.findings[0].Rule != rule.FileTooLarge || !strings.Contains(r.findings[0].Message, test.want) {
			t.Errorf("%s: want %q, got %.300v", name, test.want, r.findings)
		}
	}
}
