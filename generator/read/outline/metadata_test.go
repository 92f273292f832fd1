package outline

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestMetadata reads what the reports in testdata/metadata.toml say of
// themselves. The line of an item holds its value, in some form.
func TestMetadata(t *testing.T) {
	var cases struct {
		Case []struct {
			Why, Head, Foot string
			Want            []string
		}
	}
	raw, err := os.ReadFile("testdata/metadata.toml")
	if err != nil {
		t.Fatal(err)
	}
	if err := toml.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	const text = "\n\n一、总体情况\n2024年1月2日，全年办理案件12件，均已按期办结。\n二、存在的不足\n执法培训不够。\n"
	for _, c := range cases.Case {
		src := report.NewSource("2023.txt", c.Head+text+c.Foot)
		r := Parse(src, lexicon.Builtin())
		got := []string{}
		for _, m := range r.Metadata {
			line := report.Packed(src.Slice(src.LineSpan(m.Line)))
			switch {
			case m.Key == report.MetadataWritten || m.Key == report.MetadataPublished:
				if !strings.Contains(line, m.Value[:4]) && !strings.Contains(line, "二") {
					t.Errorf("%s: %s is said to stand in %q", c.Why, m.Value, line)
				}
			case !strings.Contains(line, report.Packed(m.Value)):
				t.Errorf("%s: %s is said to stand in %q", c.Why, m.Value, line)
			}
			if m.Key != report.MetadataIssuer {
				got = append(got, string(m.Key)+" "+m.Value)
			}
		}
		if !slices.Equal(got, c.Want) {
			t.Errorf("%s\n%s\n%s\nsays %q\nnot  %q", c.Why, c.Head, c.Foot, got, c.Want)
		}
	}
}
