package promise_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/promise"
)

// TestPlans reads where the plan of a report begins and ends: which of its numbers are planned,
// and how many items there are.
func TestPlans(t *testing.T) {
	raw, err := os.ReadFile("testdata/plans.txt")
	if err != nil {
		t.Fatal(err)
	}
	following := read("2024.txt", "示例市水务局2024年法治政府建设年度报告\n一、主要做法\n全年收到来信15件。\n", lexicon.Builtin())
	for line := range strings.Lines(string(raw)) {
		count, marked, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		text := "示例市水务局2023年法治政府建设年度报告\n" + strings.ReplaceAll(marked, "｜", "\n") + "\n"
		r := read("2023.txt", strings.ReplaceAll(text, "*", ""), lexicon.Builtin())
		got, from := "", 0
		for i := range r.Figures {
			f := &r.Figures[i]
			got += r.Source.Text[from:f.Span.Start]
			if from = f.Span.Start; f.Target {
				got += "*"
			}
		}
		if got += r.Source.Text[from:]; got != text {
			t.Errorf("%s\nis read as %s", marked, strings.ReplaceAll(got, "\n", "｜"))
		}
		var items []string
		for _, p := range promise.Compare(r, following, lexicon.Builtin()) {
			items = append(items, r.Source.Slice(p.Quote))
		}
		if want, err := strconv.Atoi(count); err != nil || len(items) != want {
			t.Errorf("%s\nhas the items %q", marked, items)
		}
	}
}
