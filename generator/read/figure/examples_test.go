package figure_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// ofLastYear are the groups that package lastyear alone asks: they change
// nothing of what is read of a figure.
var ofLastYear = []string{"on-last-year", "part-of-year"}

// TestExamples reads every example of the lexicon that figures or headings are
// read in. Those of the groups of other packages are read by their tests: of document- by
// outline's, of body-kinds by lexicon's, of due- by indicator's, of last- by lastyear's, of others by that of the package they are named after.
// Without the words of its group an example must be read otherwise, so that it
// shows what they are for.
func TestExamples(t *testing.T) {
	lex := lexicon.Builtin()
	for _, g := range lex.Groups {
		if of, _, _ := strings.Cut(g.ID, "-"); slices.Contains([]string{"document", "check", "series", "promise", "period", "body", "due", "last"}, of) {
			continue
		}
		bare, needed := without(t, g.ID), false
		for _, e := range g.Examples {
			got, all := readExample(lex, g.ID, e.Text)
			if got != e.Read {
				t.Errorf("%s: %q is read as %q, want %q", g.ID, e.Text, got, e.Read)
			}
			_, other := readExample(bare, g.ID, e.Text)
			needed = needed || other != all
		}
		if !needed && !slices.Contains(ofLastYear, g.ID) {
			t.Errorf("%s: the examples are read alike without its words", g.ID)
		}
	}
}

// without is the built-in lexicon with no words in one group. It is read again
// from the file, as the words of some groups are in other sets as well.
func without(t *testing.T, group string) *lexicon.Lexicon {
	t.Helper()
	raw, err := mingfa.Files.ReadFile(lexicon.Path)
	if err != nil {
		t.Fatal(err)
	}
	id := "\nid = \"" + group + "\"\n"
	before, rest, found := strings.Cut(string(raw), id)
	end := strings.Index(rest, "\n[[group]]\n")
	if same := strings.Index(rest, "\n[[same]]\n"); end < 0 || same >= 0 && same < end {
		end = same
	}
	if !found || end < 0 {
		t.Fatalf("the group %s is not in the file", group)
	}
	bare := []byte(before + id + rest[end:])
	lex, findings := lexicon.Parse(lexicon.Path, bare, bare)
	if len(findings) > 0 {
		t.Fatalf("the lexicon without %s: %+v", group, findings)
	}
	return lex
}

// readExample reads the text of an example of a group: a heading, or a sentence
// or lines of a report on 2023. It gives what examples say of that, and all that
// there is to say.
func readExample(lex *lexicon.Lexicon, group, text string) (read, all string) {
	if strings.HasPrefix(group, "heading-") {
		read = readHeading(lex.Role(text, 2023))
		return read, fmt.Sprint(read, lex.Intends(text, 2023))
	}
	body := "一、主要工作\n" + text + "。\n"
	if strings.Contains(text, "\n") {
		body = text + "\n"
	}
	r := outline.Parse(report.NewSource("2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n"+body), lex)
	figure.Extract(r, lex)
	return readFigures(r), show(r)
}

func readHeading(role lexicon.Role) string {
	var words []string
	if role.Plan {
		words = append(words, "计划")
	}
	if role.Shortcoming {
		words = append(words, "问题")
	}
	if role.Result {
		words = append(words, "成效")
	}
	if len(words) == 0 {
		return "无"
	}
	return strings.Join(words, "、")
}

func readFigures(r *report.Report) string {
	var list []string
	for _, f := range r.Figures {
		list = append(list, strings.TrimRight(f.Raw+f.Unit+" "+f.Label, " "))
	}
	if len(list) == 0 {
		return "无"
	}
	return strings.Join(list, "；")
}
