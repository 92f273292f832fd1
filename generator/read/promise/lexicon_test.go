package promise_test

import (
	"reflect"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// TestExamplesOfLexicon reads the examples of the groups promise-… as an item of a plan and
// what the report a year later says. Without the words of its group an example must be read
// otherwise, so that it shows what they are for.
func TestExamplesOfLexicon(t *testing.T) {
	fields := reflect.TypeFor[lexicon.Lexicon]()
	for _, group := range lexicon.Builtin().Groups {
		if !strings.HasPrefix(group.ID, "promise-") {
			continue
		}
		without := *lexicon.Builtin()
		for i := range fields.NumField() {
			if fields.Field(i).Tag.Get("group") == group.ID {
				reflect.ValueOf(&without).Elem().Field(i).Set(reflect.ValueOf(lexicon.NewSet()))
			}
		}
		needed := false
		for _, example := range group.Examples {
			if got := readExample(example, lexicon.Builtin()); got != example.Read {
				t.Errorf("%s: %s\nis read as %s\nnot as     %s", group.ID, example.Text, got, example.Read)
			}
			needed = needed || readExample(example, &without) != example.Read
		}
		if !needed {
			t.Errorf("%s: the examples are read alike without its words", group.ID)
		}
	}
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
		names = append(names, p.Status.Name())
	}
	return strings.Join(names, "、")
}
