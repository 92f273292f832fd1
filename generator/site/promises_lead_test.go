package site

import (
	"strings"
	"testing"

	"mingfa/generator/report"
)

// TestPlannedWords: an item of few words is shown with what it goes on from, and … where something
// between is left out.
func TestPlannedWords(t *testing.T) {
	const text = "创建示范村4个，其中国家级1个、省级3个"
	r := &report.Report{Source: report.NewSource("2022.txt", text)}
	span := func(words string) report.Span {
		at := strings.Index(text, words)
		return report.Span{Start: at, End: at + len(words)}
	}
	for _, c := range []struct{ lead, quote, want string }{
		{"", "其中国家级1个", "其中国家级1个"},
		{"创建示范村4个", "其中国家级1个", "创建示范村4个，其中国家级1个"},
		{"创建示范村4个", "省级3个", "创建示范村4个……省级3个"},
	} {
		p := report.Promise{Quote: span(c.quote)}
		if c.lead != "" {
			p.Lead = span(c.lead)
		}
		if got := plannedWords(r, &p); got != c.want {
			t.Errorf("%+v is shown as %s", c, got)
		}
	}
}
