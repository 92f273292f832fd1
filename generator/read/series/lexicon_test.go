package series_test

import (
	"reflect"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestExamplesOfLexicon reads the examples of the groups series-…. Without the
// words of its group an example must be judged otherwise, so that it shows what
// they are for.
func TestExamplesOfLexicon(t *testing.T) {
	fields := reflect.TypeFor[lexicon.Lexicon]()
	for _, group := range lexicon.Builtin().Groups {
		if !strings.HasPrefix(group.ID, "series-") {
			continue
		}
		without := *lexicon.Builtin()
		for i := range fields.NumField() {
			if fields.Field(i).Tag.Get("group") == group.ID {
				reflect.ValueOf(&without).Elem().Field(i).Set(reflect.ValueOf(lexicon.NewSet()))
			}
		}
		needed := false
		for _, example := range group.Examples {
			if got := judge(example.Text, lexicon.Builtin()); got != example.Read {
				t.Errorf("%s: %s\ngives    %s\nand not  %s", group.ID, example.Text, got, example.Read)
			}
			needed = needed || judge(example.Text, &without) != example.Read
		}
		if !needed {
			t.Errorf("%s: the examples are judged alike without its words", group.ID)
		}
	}
}

// judge links the figures of an example: paragraphs of the two years.
func judge(text string, words *lexicon.Lexicon) string {
	var years [2]*report.Report
	parts := strings.Split(text, "｜")
	for i := range years {
		body := strings.Join(parts[i*len(parts)/2:(i+1)*len(parts)/2], "\n")
		years[i] = outline.Parse(report.NewSource("a.txt", "示例市司法局"+[...]string{"2022", "2023"}[i]+"年法治政府建设年度报告\n\n一、主要举措\n"+body+"\n"), words)
		figure.Extract(years[i], words)
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
