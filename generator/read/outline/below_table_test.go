package outline

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestBelowTables reads the texts of testdata/below_tables.toml: which of the numbered lines right
// below a table are headings and which its notes.
func TestBelowTables(t *testing.T) {
	var cases struct {
		Case []struct{ Why, Text, Heads, Missing string }
	}
	raw, err := os.ReadFile("testdata/below_tables.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	const head, foot = "示例市司法局2023年法治政府建设年度报告\n\n一、主要工作\n（一）执法\n", "二、存在的不足\n执法培训不够。\n"
	for _, c := range cases.Case {
		r := Parse(report.NewSource("2023.txt", head+c.Text+foot), lexicon.Builtin())
		var heads []string
		for i := range r.Headings {
			heads = append(heads, r.Headings[i].Number)
		}
		if got, want := strings.Join(heads, " "), strings.Join(strings.Fields("一、 （一） "+c.Heads+" 二、"), " "); got != want {
			t.Errorf("%s: the headings are %s, want %s", c.Why, got, want)
		}
		told := ""
		for _, f := range r.Findings {
			told += f.Message
		}
		if _, missing, _ := strings.Cut(told, "，缺"); missing != c.Missing || c.Missing == "" && told != "" {
			t.Errorf("%s: told is %q", c.Why, told)
		}
	}
}
