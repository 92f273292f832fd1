package indicator_test

import (
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/indicator"
)

// TestSentences reads sentences as bodies of many fields write them, each as a
// report of its own: every number with the indicator that it is.
func TestSentences(t *testing.T) {
	raw, err := mingfa.Files.ReadFile("seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, _ := indicator.Parse("seeds/indicators.toml", raw, nil)
	golden.Run(t, "testdata/sentences/*.txtar", func(t *testing.T, given *golden.Case) string {
		var b strings.Builder
		for line := range strings.Lines(given.Text("text")) {
			b.WriteString(line)
			r := read(c, strings.TrimSpace(line))
			for _, f := range r.Figures {
				name := f.Indicator
				if name == "" {
					name = "-"
				}
				b.WriteString("  " + f.Raw + f.Unit + " " + name + "\n")
			}
			for _, f := range r.Findings {
				b.WriteString("  ! " + f.Rule + "\n")
			}
		}
		return b.String()
	})
}
