package figure_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

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

// A sentence may be broken off anywhere: what stands in the next paragraph leans
// on nothing before it, and no figure is torn.
func TestSentencesBrokenOff(t *testing.T) {
	cases, err := filepath.Glob("testdata/sentences/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("there are no sentences:", err)
	}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for sentence := range strings.Lines(string(archive.Files[0].Data)) {
			sentence = strings.TrimRight(sentence, "。\n") + "，另有3件，办结率98%。\n" // so that what is left has relations of its own
			for i, mark := range sentence {
				if strings.ContainsRune("，。；、：（）", mark) {
					check(t, extract("示例市示范区司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n"+sentence[:i]+"\n"+sentence[i+len(string(mark)):]))
				}
			}
		}
	}
}
