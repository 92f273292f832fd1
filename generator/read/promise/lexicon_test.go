package promise_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
)

// TestExamplesOfLexicon reads the examples of the groups promise-… as an item of a plan and
// what the report a year later says. Without the words of its group an example must be read
// otherwise, so that it shows what they are for.
func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "promise-", readExample)
}

// readExample says what came of the items of an example.
func readExample(example lexicon.Example, words *lexicon.Lexicon) string {
	plan, said, _ := strings.Cut(example.Text, "｜")
	if strings.HasPrefix(said, "一、") {
		said = "｜" + strings.Replace(said, "一、", "二、", 1)
	}
	_, _, found := ofPlan(plan, said+"。", words)
	var names []string
	for _, p := range found {
		name := p.Status.Name()
		if p.Admitted.Len() > 0 {
			name += "（有说明）"
		}
		names = append(names, name)
	}
	return strings.Join(names, "、")
}
