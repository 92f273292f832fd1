package figure_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestExamples reads every example of the lexicon that figures or headings are
// read in. Those of document- groups are read by package outline's tests.
func TestExamples(t *testing.T) {
	lex := lexicon.Builtin()
	for _, g := range lex.Groups {
		if strings.HasPrefix(g.ID, "document-") {
			continue
		}
		for _, e := range g.Examples {
			if got := readExample(lex, g.ID, e.Text); got != e.Read {
				t.Errorf("%s: %q is read as %q, want %q", g.ID, e.Text, got, e.Read)
			}
		}
	}
}

// readExample reads the text of an example of a group: a heading, or a sentence
// or lines of a report on 2023.
func readExample(lex *lexicon.Lexicon, group, text string) string {
	if strings.HasPrefix(group, "heading-") {
		return readHeading(lex.Role(text, 2023))
	}
	r := extract("示例市司法局2023年法治政府建设年度报告\n\n一、主要工作\n" + text + "。\n")
	if strings.Contains(text, "\n") {
		r = extract("示例市司法局2023年法治政府建设年度报告\n\n" + text + "\n")
	}
	return readFigures(r)
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
		list = append(list, f.Raw+f.Unit+" "+f.Label)
	}
	if len(list) == 0 {
		return "无"
	}
	return strings.Join(list, "；")
}
