package outline

import (
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// TestDecimalGaps reads the texts of testdata/decimal_gaps.toml: what is told of their numbers is
// a warning about the one that is named, or nothing.
func TestDecimalGaps(t *testing.T) {
	var cases struct {
		Case []struct{ Why, Text, Missing string }
	}
	raw, err := os.ReadFile("testdata/decimal_gaps.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases.Case {
		r := Parse(report.NewSource("2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n"+c.Text), lexicon.Builtin())
		told := ""
		for _, f := range r.Findings {
			if f.Rule == rule.HeadingGap || f.Rule == rule.HeadingOrder {
				told += f.Message
				if f.Severity != report.Warning {
					t.Errorf("%s: %s is no warning", c.Why, f.Message)
				}
			}
		}
		_, missing, _ := strings.Cut(told, "，缺")
		if missing != c.Missing {
			t.Errorf("%s: told is %q, want %q left out", c.Why, told, c.Missing)
		}
	}
}
