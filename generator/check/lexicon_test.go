package check

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestExamplesOfLexicon checks the examples of the groups check-…, and says
// which rules find something in them and what they quote. Without the words of
// its group an example must be judged otherwise, so that it shows what they are
// for.
func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "check-", func(example lexicon.Example, words *lexicon.Lexicon) string {
		return judgeExample(example.Text, words)
	})
}

// exampleParts are the parts of a sound report, whose place an example may take.
var exampleParts = [...]struct{ name, text string }{
	{"开头：", "2023年，示例市司法局认真履职，现将2023年法治政府建设情况报告如下。"},
	{"一：", "主要举措和成效｜全年工作平稳。"},
	{"二：", "党政主要负责人履行推进法治建设第一责任人职责情况｜局长主持研究法治议题6次。"},
	{"三：", "存在的不足和原因｜执法培训不够，原因是师资偏少。"},
	{"四：", "2024年工作安排｜组织培训4期。"},
}

// judgeExample is what the rules find in an example: paragraphs with ｜ between
// them, each under the first heading unless 二： and the like say that it begins
// another part.
//
// 题： at the head is another title. 上年： at the head is a paragraph of the report on the year before.
func judgeExample(text string, words *lexicon.Lexicon) string {
	var last lastyear.Comparison
	if rest, ok := strings.CutPrefix(text, "上年："); ok {
		earlier, present, _ := strings.Cut(rest, "｜")
		text = present
		last.Previous = outline.Parse(report.NewSource("2022.txt", "示例市司法局2022年法治政府建设年度报告\n\n一、主要举措\n"+earlier+"\n"), words)
	}
	title := "示例市司法局2023年法治政府建设年度报告"
	if rest, ok := strings.CutPrefix(text, "题："); ok {
		title, text = rest, "举办讲座58场。"
	}
	parts := make([]string, len(exampleParts))
	part := 1
	for paragraph := range strings.SplitSeq(text, "｜") {
		for i := range exampleParts {
			if rest, ok := strings.CutPrefix(paragraph, exampleParts[i].name); ok {
				part, paragraph = i, rest
			}
		}
		if parts[part] == "" && part == 1 && !strings.HasPrefix(text, "一：") {
			parts[part] = "主要举措和成效\n"
		}
		parts[part] += paragraph + "\n"
	}
	document := title + "\n\n"
	for i, part := range parts {
		if part == "" {
			part = strings.ReplaceAll(exampleParts[i].text, "｜", "\n") + "\n"
		}
		if i > 0 {
			document += []string{"一、", "二、", "三、", "四、"}[i-1]
		}
		document += part
	}
	r := outline.Parse(report.NewSource("example.txt", document), words)
	figure.Extract(r, words)
	var found []string
	for _, f := range Report(&Input{Report: r, Words: words, Named: 2023, LastYear: last, Body: []string{"示例市司法局"}, Slug: "shili"}) {
		found = append(found, map[report.Severity]string{report.Error: "错误 ", report.Warning: "提醒 "}[f.Severity]+f.Rule+" "+f.Quote)
	}
	if len(found) == 0 {
		return "无"
	}
	slices.Sort(found)
	return strings.Join(found, "；")
}
