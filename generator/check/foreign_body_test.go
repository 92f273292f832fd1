package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

func TestForeignBody(t *testing.T) {
	const text = "TITLE2023年法治政府建设年度报告\n\n2023年，认真履职，现将有关情况报告如下。\n\n一、主要举措和成效\n办理案件3件。\n\nSIGNED\n2024年1月3日\n"
	for _, c := range []struct{ title, signed, want string }{
		{"示例市司法局", "示例市司法局", ""},
		{"示例省示例市司法局", "示例市司法局", ""},
		{"示例市司法局", "市司法局", ""},
		{"样板市司法局", "示例市司法局", "样板市司法局"},
		{"示例市司法局", "样板市司法局", "样板市司法局"},
		{"示例市财政局", "示例市财政局", "示例市财政局 示例市财政局"},
		{"示例市人民政府", "示例市人民政府", ""},
	} {
		in := Input{Words: lexicon.Builtin(), Body: []string{"示例市司法局", "市司法局"}, Report: read(strings.NewReplacer("TITLE", c.title, "SIGNED", c.signed).Replace(text))}
		var got []string
		for _, f := range foreignBody(&in) {
			got = append(got, f.Quote)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, %s: %q, not %q", c.title, c.signed, got, c.want)
		}
	}
}
