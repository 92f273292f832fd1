package check_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mingfa/generator/check"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Whatever exact value a bounded number stands for, the verdict on it holds: what
// is called wrong is wrong of every value within the bound, and a text that one of
// them makes true is not.
func TestBoundedVerdictsHold(t *testing.T) {
	words := map[string]func(value, bound int) bool{
		"不足":  func(v, b int) bool { return v < b },
		"不超过": func(v, b int) bool { return v <= b },
		"不少于": func(v, b int) bool { return v >= b },
		"超过":  func(v, b int) bool { return v > b },
	}
	g := newGate(t)
	names := func(sentence, id string) bool {
		r := g.parse("seeds/shili/2023.txt", annual(sentence, 2023))
		return slices.ContainsFunc(check.Report(&check.Input{Words: lexicon.Builtin(), Report: r, Named: 2023, Phrases: g.phrases}),
			func(f report.Finding) bool { return f.Rule == id })
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"不足", "不超过", "不少于", "超过"}).Draw(t, "word")
		a, b, bound := rapid.IntRange(11, 99).Draw(t, "a"), rapid.IntRange(11, 99).Draw(t, "b"), rapid.IntRange(20, 200).Draw(t, "bound")
		sum := fmt.Sprintf("办结处罚%d件、许可%d件，两类合计%s%d件。", a, b, word, bound)
		if found, sound := names(sum, rule.SumMismatch), words[word](a+b, bound); found && sound {
			t.Errorf("%s is called wrong", sum)
		}
		part, whole, rate := rapid.IntRange(1, 5000).Draw(t, "part"), 5000, rapid.IntRange(1, 99).Draw(t, "rate")
		share := fmt.Sprintf("抽检样品%d份，合格%d份，合格率%s%d%%。", whole, part, word, rate)
		if found, sound := names(share, rule.RateMismatch), words[word](part*100, rate*whole); found && sound {
			t.Errorf("%s is called wrong", share)
		}
		item := fmt.Sprintf("受理申请%s%d件，其中处罚类%d件。", word, bound, a)
		atMost := map[string]int{"不足": bound - 1, "不超过": bound, "不少于": a, "超过": a}[word]
		if found := names(item, rule.PartExceedsTotal); found && a <= atMost {
			t.Errorf("%s is called wrong", item)
		}
	})
}
