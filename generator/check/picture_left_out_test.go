package check

import (
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

func TestPictureLeftOut(t *testing.T) {
	part := report.Left{Kind: report.LeftPart, Text: "图表"}
	for _, c := range []struct {
		what   string
		format string
		of     report.Document
		says   string
	}{
		{"two pictures", "docx", report.Document{Pictures: 2}, "文件里有 2 张图片，网页上不会有"},
		{"a chart", "docx", report.Document{Left: []report.Left{part}}, "文件里有 1 处图表或嵌入的对象，网页上不会有"},
		{"both", "docx", report.Document{Pictures: 1, Left: []report.Left{part, part}}, "文件里有 1 张图片、2 处图表或嵌入的对象，网页上不会有"},
		{"what a picture says", "md", report.Document{Pictures: 1, Alts: []string{"办案流程"}}, "文件里有 1 张图片，网页上不会有，其中的文字说明是“办案流程”"},
		{"what many say", "md", report.Document{Pictures: 9, Alts: []string{"甲", "乙", "丙", "丁"}}, "文件里有 9 张图片，网页上不会有，其中的文字说明是“甲”、“乙”、“丙”等"},
		{"none", "docx", report.Document{}, ""},
		{"a box that says something, without a picture", "docx", report.Document{Alts: []string{"文本框 1"}}, ""},
		{"headers and a list of contents", "docx", report.Document{Left: []report.Left{{Kind: report.LeftHeader}, {Kind: report.LeftContents}}}, ""},
		{"a web page", "html", report.Document{Pictures: 3}, ""},
	} {
		src := document()
		src.Format = c.format
		c.of.Passages = src.Document.Passages
		src.Document = &c.of
		got := ""
		for _, f := range pictureLeftOut(&Input{Report: &report.Report{Source: src}}) {
			if got += f.Message; f.Rule != rule.PictureLeftOut || f.Severity != report.Warning || f.File != "2023.docx" {
				t.Errorf("%s: %+v", c.what, f)
			}
		}
		if got != c.says {
			t.Errorf("%s: %q, want %q", c.what, got, c.says)
		}
	}
}
