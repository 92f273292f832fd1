package outline

import (
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// What a web page says around the text of its document is metadata of no line;
// what the text says itself wins.
func TestBesideOfAPage(t *testing.T) {
	d := &report.Document{
		Passages: []report.Passage{{Text: "示例市水务局2023年法治政府建设年度报告"}, {Text: "办理许可950件。"}},
		Beside:   []string{"发布日期：2024-03-20 09:00", "来源：示例市水务局", "索引号：000014349/2024-00012", "发布日期：2024-03-21", "主题分类：水利", "浏览次数：12"},
	}
	text, spans := d.Text()
	src := report.NewSource("2023.html", text)
	src.Document, src.Spans = d, spans
	got := map[report.MetadataKey]string{}
	for _, m := range Parse(src, lexicon.Builtin()).Metadata {
		if m.Key != report.MetadataIssuer && m.Line != 0 {
			t.Errorf("%+v stands on a line", m)
		}
		got[m.Key] = m.Value
	}
	for key, want := range map[report.MetadataKey]string{
		report.MetadataPublished: "2024-03-20 09:00", report.MetadataIndex: "000014349/2024-00012", report.MetadataCategory: "水利",
	} {
		if got[key] != want {
			t.Errorf("%s is %q, want %q", key, got[key], want)
		}
	}
}
