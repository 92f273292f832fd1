package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/site/glossary"
)

func glossaryOf(t *testing.T, names ...string) *glossary.Glossary {
	t.Helper()
	var b strings.Builder
	for i, name := range names {
		fmt.Fprintf(&b, "[[term]]\nid = \"t%d\"\nterm = \"%s\"\nmeaning = \"解释。\"\n", i, name)
	}
	g, findings := glossary.Parse("glossary.toml", []byte(b.String()), nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return g
}

var (
	termLink = regexp.MustCompile(`<a class="term" id="t-(t\d+)" href="#g-(t\d+)">(.*?)</a>`)
	tags     = regexp.MustCompile(`<[^>]*>|\{#[^}]*\}`)
)

// Terms are marked once, in paragraphs only: not in headings, tables, titles
// in 《》, figures or other marks; the text between the tags stays as it was.
func TestTerms(t *testing.T) {
	g := glossaryOf(t, "行政复议", "公证", "行政复议决定书", "仲裁", "法律援助", "“枫桥经验”", "罚没", "案件")
	text := strings.Join([]string{
		"示例市司法局2023年法治政府建设年度报告",
		"一、行政复议与仲裁",
		"落实《中华人民共和国行政复议法》和《公证程序规则》，坚持“枫桥经验”。",
		"办理行政复议案件12件，作出行政复议决定书9份；再办行政复议案件3件。",
		"项目\t法律援助\t件数",
		"罚没\t公证\t7",
		"办理公证<b>5</b>件。",
	}, "\n")
	r := outline.Parse(report.NewSource("示例.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	found := &terms{glossary: g}
	page := string(body(r, nil, found))
	var got []string
	for _, m := range termLink.FindAllStringSubmatch(page, -1) {
		if m[1] != m[2] {
			t.Errorf("the mark %s leads to %s", m[1], m[2])
		}
		got = append(got, m[3])
	}
	// 案件 is part of the words of no figure, 法律援助 and 罚没 stand in a table.
	if want := []string{"“枫桥经验”", "行政复议", "案件", "行政复议决定书", "公证"}; !slices.Equal(got, want) {
		t.Errorf("marked %q, want %q\n%s", got, want, page)
	}
	if plain := string(body(r, nil, nil)); tags.ReplaceAllString(page, "") != tags.ReplaceAllString(plain, "") {
		t.Errorf("the text is not the same without the marks:\n%s\n%s", page, plain)
	}
	if got, want := found.list(), []string{"t5", "t0", "t7", "t2", "t1"}; !slices.Equal(got, want) {
		t.Errorf("the list is %q, want %q", got, want)
	}
}

// A portal without a glossary has neither a page of terms nor a word of them.
func TestNoGlossary(t *testing.T) {
	w := &Whole{Site: Site{Name: "示例"}}
	for _, f := range overAll(w) {
		if strings.Contains(f.Path, "glossary") {
			t.Errorf("%s is written", f.Path)
		}
	}
	if strings.Contains(string(Config(w)), "glossary") {
		t.Error("the configuration speaks of a glossary")
	}
	w.Glossary = glossaryOf(t, "公证")
	if !strings.Contains(string(Config(w)), `"glossary":{"t0":{"name":"公证","meaning":"解释。"}}`) {
		t.Errorf("the configuration is %s", Config(w))
	}
}
