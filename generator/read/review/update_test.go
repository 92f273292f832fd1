package review

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

// A case is a report that has changed and the settings file from before; the outcome
// is the file anew and what was done.
func TestUpdate(t *testing.T) {
	golden.Run(t, "testdata/update/*.txtar", func(t *testing.T, given *golden.Case) string {
		text := strings.TrimSuffix(given.Text("text"), "\n")
		out, done, findings := Update(findingtest.Marked(text, 2023), Plan{}, "2023.toml", []byte(given.Text("2023.toml")), lexicon.Builtin())
		if len(findings) > 0 {
			return findingtest.Print(findings)
		}
		again, _, findings := Update(findingtest.Marked(text, 2023), Plan{}, "2023.toml", out, lexicon.Builtin())
		if diff := cmp.Diff(string(out), string(again)); diff != "" || len(findings) > 0 {
			t.Errorf("a second time changes it: %+v\n%s", findings, diff)
		}
		rv, _ := Parse("2023.toml", out)
		r := findingtest.Marked(text, 2023)
		rv.Apply(r, lexicon.Builtin())
		if len(r.Findings) > 0 {
			t.Errorf("what comes out has faults:\n%s", findingtest.Print(r.Findings))
		}
		return fmt.Sprintf("%s== kept %d, moved %d, lost %d, added %d; %d await\n", out, done.Kept, done.Moved, done.Lost, done.Added, done.Awaited)
	})
}

// Whatever changes in the text, nothing of what staff wrote is lost, what comes out
// holds, every figure has an entry, and a second time changes nothing.
func TestUpdateLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.SampledFrom([]string{"受理【2|件|受理】。", "审结【3|件|审结】，撤回【2|件|】。", "受理【12|件|受理】。", "举办讲座【6|场|讲座】。", "\n", "减免【25.63|万元|减免】。"})
		draw := func(name string) string { return strings.Join(rapid.SliceOfN(sentence, 0, 8).Draw(t, name), "") }
		before, after := findingtest.Marked(draw("before"), 2023), draw("after")
		lines := strings.SplitAfter(string(Draft(before, Plan{})), "\n")
		var mine []string
		for i, line := range lines {
			switch {
			case strings.HasPrefix(line, "label = ") && rapid.Bool().Draw(t, "renamed"):
				lines[i] = fmt.Sprintf("label = \"名称%d\"\n", i)
				mine = append(mine, fmt.Sprintf("名称%d", i))
			case line == "status = \"draft\"\n" && rapid.Bool().Draw(t, "confirmed"):
				lines[i] = "status = \"confirmed\"\n"
			case line == "\n" && i > 0 && rapid.Bool().Draw(t, "remark"):
				lines[i] = fmt.Sprintf("\n# 备注%d\n", i)
				mine = append(mine, fmt.Sprintf("备注%d", i))
			}
		}
		if rapid.Bool().Draw(t, "waiver") {
			lines = append(lines, "\n[[waiver]]\nrule = \"repeated-word\"\nquote = \"受理\"\nreason = \"原文如此\"\n")
			mine = append(mine, "原文如此")
		}
		raw := strings.Join(lines, "")
		if rapid.Bool().Draw(t, "CRLF") {
			raw = strings.ReplaceAll(raw, "\n", "\r\n")
		}
		out, _, findings := Update(findingtest.Marked(after, 2023), Plan{}, "2023.toml", []byte(raw), lexicon.Builtin())
		if len(findings) > 0 {
			t.Fatalf("%+v", findings)
		}
		for _, words := range mine {
			if !strings.Contains(string(out), words) {
				t.Fatalf("%s is lost in\n%s", words, out)
			}
		}
		again, done, _ := Update(findingtest.Marked(after, 2023), Plan{}, "2023.toml", out, lexicon.Builtin())
		if string(again) != string(out) || done.Moved+done.Lost+done.Added > 0 {
			t.Fatalf("a second time changes it: %+v\n%s", done, cmp.Diff(string(out), string(again)))
		}
		rv, _ := Parse("2023.toml", out)
		r := findingtest.Marked(after, 2023)
		if a := rv.figures(r, lexicon.Builtin()); len(a.entryOf) != len(r.Figures) {
			t.Fatalf("%d of %d figures have an entry in\n%s", len(a.entryOf), len(r.Figures), out)
		}
	})
}

// FuzzUpdate: whatever a file and a text hold, updating ends, and what comes out can
// be read.
func FuzzUpdate(f *testing.F) {
	f.Add([]byte("[[figure]]\nquote = \"受理2件\"\nvalue = 2\n[[waiver]]\nrule=\"a\"\nquote=\"b\"\nreason=\"cc\"\n"), "受理【2|件】，审结【1|件】。")
	f.Add([]byte("figure = [{quote = \"受理2件\", value = 2}]"), "受理【2|件】")
	f.Add([]byte("\ufeff# a\r\n[[figure]]\r\nquote = '''受理\n[[figure]]2件'''\nvalue = 2"), "受理【3|件】")
	f.Add([]byte("[[figure]]\rquote = \"a\"\rvalue = 1\n"), "受理【3|件】")
	f.Fuzz(func(t *testing.T, raw []byte, text string) {
		out, _, findings := Update(findingtest.Marked(strings.ToValidUTF8(text, ""), 2023), Plan{}, "2023.toml", raw, lexicon.Builtin())
		if len(findings) > 0 {
			return
		}
		if _, findings := Parse("2023.toml", out); report.Failed(findings) {
			t.Errorf("%+v in\n%s", findings, out)
		}
	})
}
