package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
)

// TestSentences reads sentences, one a line and each as a report of its own,
// so that none leans on another. What is read stands indented below each, with
// the quote where that is less than the sentence; “-” where nothing is read.
func TestSentences(t *testing.T) {
	golden.Run(t, "testdata/sentences/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for sentence := range strings.Lines(c.Text("input")) {
			b.WriteString(sentence)
			sentence = strings.TrimRight(sentence, "\n")
			r := extract("示例市示范区司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n" + sentence + "\n")
			read := show(r)
			lines := strings.Split(strings.TrimRight(read, "\n"), "\n")
			for i, line := range lines {
				if read == "" {
					line = "-"
				}
				if i < len(r.Figures) && r.Figures[i].Quote != strings.TrimRight(sentence, "。！？") {
					line += "｜" + r.Figures[i].Quote
				}
				fmt.Fprintf(&b, "  %s\n", line)
			}
		}
		return b.String()
	})
}
