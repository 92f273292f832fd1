package outline

import (
	"os"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestHeads reads title, body and year of the heads in testdata/heads.toml.
func TestHeads(t *testing.T) {
	var cases struct {
		Head []struct {
			Why, Text, Foot, Title, Issuer string
			Year                           int
		}
	}
	raw, err := os.ReadFile("testdata/heads.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	const text = "\n\n一、总体情况\n全年办理案件12件，均已按期办结。\n二、存在的不足\n执法培训不够。\n"
	for _, c := range cases.Head {
		r := Parse(report.NewSource("2023.txt", c.Text+text+c.Foot), lexicon.Builtin())
		if r.Title != c.Title || r.Issuer != c.Issuer || r.Year != c.Year {
			t.Errorf("%s\n%s\nis read as %q of %q, %d", c.Why, c.Text, r.Title, r.Issuer, r.Year)
		}
	}
}
