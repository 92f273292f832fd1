package outline

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestReports reads several short reports a case, each a file of its own that
// differs from its neighbours in one thing.
func TestReports(t *testing.T) {
	golden.Run(t, "testdata/reports/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for _, f := range c.Files("*.txt") {
			r := Parse(report.NewSource("2023.txt", string(f.Data)), lexicon.Builtin())
			fmt.Fprintf(&b, "== %s\n%s\n", strings.TrimSuffix(f.Name, ".txt"), dump(r))
		}
		return b.String()
	})
}
