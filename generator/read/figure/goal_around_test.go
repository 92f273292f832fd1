package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
)

// TestGoals reads sentences of a report of results of 2023, one a line, and says of each
// number whether it is a goal or a result, with its bound.
func TestGoals(t *testing.T) {
	golden.Run(t, "testdata/goals/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for sentence := range strings.Lines(c.Text("input")) {
			b.WriteString(sentence)
			for _, f := range extract("示例市示范区司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n" + sentence).Figures {
				is := "result"
				if f.Target {
					is = "goal"
				}
				fmt.Fprintf(&b, "  %s %s%s%s %s\n", is, f.Bound, f.Raw, f.Unit, f.Label)
			}
		}
		return b.String()
	})
}
