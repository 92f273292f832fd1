package series_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestExamplesOfLexicon reads the examples of the groups series-…. Without the
// words of its group an example must be judged otherwise, so that it shows what
// they are for.
func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "series-", func(example lexicon.Example, words *lexicon.Lexicon) string {
		// Of legal aid one indicator takes both stages, of files all kinds.
		return judged(example.Text, words, strings.Contains(example.Text, "法律援助") || strings.Contains(example.Text, "评查"))
	})
}

// judge links the figures of an example: paragraphs of the two years.
func judge(text string, words *lexicon.Lexicon) string { return judged(text, words, false) }

// judged is the same, with the indicators of the figures if they are asked for.
func judged(text string, words *lexicon.Lexicon, indicators bool) string {
	var years [2]*report.Report
	parts := strings.Split(text, "｜")
	for i := range years {
		body := strings.Join(parts[i*len(parts)/2:(i+1)*len(parts)/2], "\n")
		years[i] = outline.Parse(report.NewSource("a.txt", "示例市司法局"+[...]string{"2022", "2023"}[i]+"年法治政府建设年度报告\n\n一、主要举措\n"+body+"\n"), words)
		figure.Extract(years[i], words)
		if indicators {
			catalogue().Assign(years[i], words)
		}
	}
	var links []string
	for _, l := range match(years[0], years[1], words) {
		links = append(links, written(years[0], years[1], l))
	}
	if len(links) == 0 {
		return "无"
	}
	return strings.Join(links, "；")
}
