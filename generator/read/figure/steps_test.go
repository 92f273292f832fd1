package figure

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestSteps prints which step named each figure of a sentence. To ask why a label is what it is, write the sentence into a file of testdata/steps and run
// the test with -update.
func TestSteps(t *testing.T) {
	golden.Run(t, "testdata/steps/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for sentence := range strings.Lines(c.Text("input")) {
			b.WriteString(sentence)
			for _, named := range namesOf(sentence) {
				fmt.Fprintf(&b, "  %s\n", named)
			}
		}
		return b.String()
	})
}

// namesOf tells of each figure of a sentence its label and the step that gave it.
func namesOf(sentence string) []string {
	var list []string
	r := outline.Parse(report.NewSource("2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n"+strings.ReplaceAll(sentence, "｜", "\n")), lexicon.Builtin())
	extract(r, lexicon.Builtin(), func(f *report.Figure, step string) {
		list = append(list, fmt.Sprintf("%s%s %s ← %s", f.Raw, f.Unit, f.Label, cmp.Or(step, "-")))
	})
	return list
}

// Each step names a figure of a sentence in testdata/steps, which is named otherwise without it.
func TestEveryStepNames(t *testing.T) {
	sentences := map[string][]string{} // of each step
	archive, err := txtar.ParseFile("testdata/steps/steps.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for sentence := range strings.Lines(string(archive.Files[0].Data)) {
		for _, named := range namesOf(sentence) {
			_, id, _ := strings.Cut(named, " ← ")
			for part := range strings.SplitSeq(id, ", ") {
				sentences[part] = append(sentences[part], sentence)
			}
		}
	}
	everyStep(t, sentences, wordsOfOthers)
	everyStep(t, sentences, nounsOfOthers)
	everyStep(t, sentences, nounsWithWords)
	everyStep(t, sentences, partsOfOthers)
	everyStep(t, sentences, wordsCarriedOn)
	everyStep(t, sentences, verbsSeenFromAround)
	everyStep(t, sentences, verbsOfCases)
	everyStep(t, sentences, verbsWithObject)
	everyStep(t, sentences, besideBare)
}

func everyStep[T any](t *testing.T, sentences map[string][]string, steps []step[T]) {
	for i, s := range steps {
		differs := false
		for _, sentence := range sentences[s.id] {
			with := labelsOf(sentence)
			steps[i].try = func(T) bool { return false }
			differs = differs || labelsOf(sentence) != with
			steps[i].try = s.try
		}
		if !differs {
			t.Errorf("no sentence is named otherwise without the step %q: %q", s.id, sentences[s.id])
		}
	}
}

// labelsOf is the labels of a sentence.
func labelsOf(sentence string) string {
	var b strings.Builder
	for _, named := range namesOf(sentence) {
		label, _, _ := strings.Cut(named, " ← ")
		b.WriteString(label + "\n")
	}
	return b.String()
}
