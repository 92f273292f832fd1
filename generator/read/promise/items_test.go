package promise_test

import (
	"os"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// TestWordsOfItems reads plans: which words are an item, and behind ← what a few words go on from. It
// makes no item of what only says on what ground something is done.
func TestWordsOfItems(t *testing.T) {
	raw, err := os.ReadFile("testdata/items.txt")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for line := range strings.Lines(string(raw)) {
		plan, want, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		tried++
		previous, _, found := ofPlan(plan, "天气晴好。", lexicon.Builtin())
		var items []string
		for _, p := range found {
			words := previous.Source.Slice(p.Quote)
			if p.Lead.Len() > 0 {
				words += "←" + previous.Source.Slice(p.Lead)
			}
			items = append(items, words)
		}
		if got := strings.Join(items, "｜"); got != want {
			t.Errorf("%s\nis read as %s\nnot as     %s", plan, got, want)
		}
	}
	if tried < 10 {
		t.Fatalf("only %d plans", tried)
	}
}
