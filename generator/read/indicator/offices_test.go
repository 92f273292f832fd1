package indicator_test

import (
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestOffices reads paragraphs as departments write them who tell what others did: each
// number with the indicator that it is of the body named in issuer.
func TestOffices(t *testing.T) {
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, _ := indicator.Parse("seeds/indicators.toml", raw, nil)
	lex := lexicon.Builtin()
	golden.Run(t, "testdata/offices/*.txtar", func(t *testing.T, given *golden.Case) string {
		var b strings.Builder
		issuer := strings.TrimSpace(given.Text("issuer"))
		for line := range strings.Lines(given.Text("text")) {
			b.WriteString(line)
			text := strings.ReplaceAll(line, "\\n", "\n")
			r := outline.Parse(report.NewSource("示例.txt", issuer+"2023年法治政府建设年度报告\n\n一、主要举措和成效\n"+text), lex)
			figure.Extract(r, lex)
			c.Assign(r, lex)
			for _, f := range r.Figures {
				name := f.Indicator
				if name == "" {
					name = "-"
				}
				b.WriteString("  " + f.Raw + f.Unit + " " + name + "\n")
			}
		}
		return b.String()
	})
}
