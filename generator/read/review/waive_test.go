package review

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

// A case is a text, a review and the findings of a check: RULE|WORDS, and where
// the words stand twice |2, where only their end is meant |at its end, where
// the finding is not about the report |in the settings. The outcome is what is
// waived, and what is left.
func TestWaive(t *testing.T) {
	golden.Run(t, "testdata/waive/*.txtar", func(t *testing.T, c *golden.Case) string {
		r := findingtest.Marked(strings.TrimSuffix(c.Text("text"), "\n"), 2023)
		var found []report.Finding
		for line := range strings.Lines(c.Text("findings")) {
			found = append(found, finding(t, r, strings.Split(strings.TrimSpace(line), "|")))
		}
		rv, faults := Parse("2023.toml", []byte(c.Text("2023.toml")))
		rv.Apply(r, lexicon.Builtin())
		open, waived := rv.Waive(r, found)
		if len(open)+len(waived) < len(found) {
			t.Errorf("%d findings became %d open and %d waived", len(found), len(open), len(waived))
		}
		var b strings.Builder
		for _, w := range waived {
			fmt.Fprintf(&b, "waived %d:%d %s %s: %s\n", w.Finding.Line, w.Finding.Column, w.Finding.Rule, w.Finding.Quote, w.Reason)
		}
		return b.String() + "\n" + findingtest.Print(append(append(faults, r.Findings...), open...))
	})
}

func finding(t *testing.T, r *report.Report, parts []string) report.Finding {
	t.Helper()
	found := places(r.Source.Text, parts[1])
	if len(found) == 0 {
		t.Fatalf("%s is not in the text", parts[1])
	}
	sp := found[0]
	f := r.Source.FindingAt(sp, parts[0], report.Error, "毛病", "改正")
	if len(parts) < 3 {
		return f
	}
	switch parts[2] {
	case "2":
		return r.Source.FindingAt(found[1], parts[0], report.Error, "毛病", "改正")
	case "at its end":
		return r.Source.FindingAt(report.Span{Start: sp.End, End: sp.End}, parts[0], report.Error, "毛病", "改正")
	case "in the settings":
		f.File, f.Span = "2023.toml", report.Span{}
		return f
	}
	t.Fatalf("unknown place %q", parts[2])
	return f
}

// Without a review everything stays as it was found.
func TestWaiveWithoutReview(t *testing.T) {
	r := findingtest.Marked("推进推进工作。", 2023)
	found := []report.Finding{finding(t, r, []string{"repeated-word", "推进推进"})}
	var none *Review
	if open, waived := none.Waive(r, found); len(open) != 1 || len(waived) != 0 {
		t.Errorf("%+v, %+v", open, waived)
	}
}

// A reason is read by citizens: 300 characters, and not one more.
func TestReasonLength(t *testing.T) {
	longest := strings.Repeat("原文如此，已与签发稿核对", 25)
	for reason, want := range map[string]string{longest: "", longest + "。": "理由太长，不能超过 300 个字"} {
		_, findings := Parse("2023.toml", fmt.Appendf(nil, "[[waiver]]\nrule = \"repeated-word\"\nquote = \"推进推进\"\nreason = %q\n", reason))
		got := ""
		for _, f := range findings {
			got += f.Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", reason, got, want)
		}
	}
}

// TestMeantRule: what a clerk most likely meant by the name of a rule that there is not.
func TestMeantRule(t *testing.T) {
	for _, c := range []struct {
		wrote string
		here  []string // what was found at the place
		want  string
	}{
		{"missing_unit", nil, "missing-unit"},
		{"[missing-unit]", nil, "missing-unit"},
		{" Missing-Unit ", nil, "missing-unit"},
		{"missing-unti", nil, "missing-unit"},
		{"sum-mismach", nil, "sum-mismatch"},
		{"rate-mismach", nil, "rate-mismatch"},
		{"-mismatch", []string{"rate-mismatch"}, "rate-mismatch"}, // as near to sum-mismatch, which is not there
		{"-mismatch", []string{"sum-mismatch"}, "sum-mismatch"},
		{"duanwei", []string{"missing-unit"}, "missing-unit"}, // the only one there
		{"duanwei", []string{"missing-unit", "sum-mismatch"}, ""},
		{"duanwei", nil, ""},
		{"", nil, ""},
	} {
		if got := meantRule(c.wrote, c.here); got != c.want {
			t.Errorf("%q where %v was found means %q, want %q", c.wrote, c.here, got, c.want)
		}
	}
}
