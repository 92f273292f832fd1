package explain

import (
	"strings"
	"testing"

	"mingfa/generator/escape"
	"mingfa/generator/lab/golden"
	"mingfa/generator/report/rule"
)

func TestPageGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(_ *testing.T, c *golden.Case) string {
		return parse(c.Text("page.md")).Text(44)
	})
}

// TestEveryPagePrints: no line of any page is wider than a terminal, but for
// code.
func TestEveryPagePrints(t *testing.T) {
	for _, id := range rule.IDs() {
		var b strings.Builder
		if err := Print(&b, id, 60); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if escape.Width(line) > 60 && !strings.HasPrefix(line, "    ") {
				t.Errorf("%s: %d columns: %s", id, escape.Width(line), line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("%s: %q ends in a space", id, line)
			}
		}
	}
}
