package original

import (
	"context"
	"strings"
	"testing"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
)

// decoded is a file as it is read.
func decoded(t testing.TB, name, raw string) *report.Source {
	t.Helper()
	src, findings, err := source.Decode(context.Background(), name, []byte(raw))
	if err != nil || src == nil {
		t.Fatal(name, findings, err)
	}
	return src
}

const paragraphs = `<p>示例市水务局2023年法治政府建设年度报告</p><p>办理许可950件，&lt;甲&gt;办结率96%。</p>`

// Of a web page only the words of the document are offered, read as before.
func TestCleanPage(t *testing.T) {
	for _, page := range []string{
		`<html><head><meta name="author" content="吴某"><meta name="ContentEditor" content="吴某"><title>报告</title></head><body>` + paragraphs + `</body></html>`,
		`<html><body><!-- 吴某注 -->` + paragraphs + `<!--[if gte mso 9]><xml><o:Author>吴某</o:Author></xml><![endif]--></body></html>`,
		`<!-- 吴某 --><html><head><script>var editor="吴某"</script><style>/* 吴某 */</style></head><body>` + paragraphs + `<script>x("吴某")</script></body></html>`,
		`<html><body><div class="TRS_Editor">` + paragraphs + `</div><div class="info">责任编辑：吴某</div></body></html>`,
		`<html><body><div id="zoom" data-editor="吴某" onclick="show('吴某')" title="吴某">` + paragraphs + `</div></body></html>`,
		`<html><body><input type="hidden" value="吴某"><textarea>吴某</textarea><noscript>吴某</noscript><template>吴某</template>` + paragraphs + `</body></html>`,
		`<html><body>` + paragraphs + `<img src="file:///C:/吴某/a.png" alt="吴某"><a href="mailto:吴某@example.cn">水务局</a></body></html>`,
		`<html><body>` + paragraphs + `<table summary="吴某"><tr><td rowspan="2">领域</td><td colspan="2">办理情况</td></tr><tr><td>受理<br>（件）</td><td>办结</td></tr><tr><td>市场</td><td></td><td>409</td></tr></table></body></html>`,
		`<html><body>` + paragraphs + `<p style="display:none">吴某</p><del>吴某</del></body></html>`,
		`<html><body>` + paragraphs + `<ol><li>第一</li><li>第二<ul><li>其三</li></ul></li></ol><p>　　面积5m<sup>2</sup>。<br>又一行</p></body></html>`,
	} {
		src := decoded(t, "seeds/a/2023.html", page)
		got := Of(src, false)
		if got.Name != "2023.html" || !got.Cleaned || strings.Contains(string(got.Data), "吴某") {
			t.Errorf("%s\n%s, cleaned %v: %s", page, got.Name, got.Cleaned, got.Data)
			continue
		}
		if again := decoded(t, got.Name, string(got.Data)); again.Text != src.Text || !strings.Contains(src.Text, "办理许可950件，<甲>") {
			t.Errorf("%s\nread as %q, before as %q", page, again.Text, src.Text)
		}
		if twice := Of(src, false); string(twice.Data) != string(got.Data) {
			t.Error("another time gives other bytes")
		}
		if kept := Of(src, true); string(kept.Data) != page || kept.Cleaned {
			t.Error("what is to be kept is changed")
		}
	}
	if got := Of(decoded(t, "seeds/a/2023.txt", "<html><body>"+paragraphs+"<!-- 吴某 -->"), false); got.Name != "2023.html" {
		t.Errorf("a page that is called a text is offered as %s", got.Name)
	}
}

// Of Markdown the comments are left out; where more is hidden, its text is offered.
func TestCleanMarkdown(t *testing.T) {
	const text = "# 示例市水务局2023年法治政府建设年度报告\n\n办理许可**950**件，办结率<96%。\n"
	for _, c := range []struct{ raw, name string }{
		{text, "2023.md"},
		{text + "\n<!-- 吴某注 -->\n", "2023.md"},
		{text + "\n<!--\n吴某注\n\n两段\n-->\n\n此后一段。\n", "2023.md"},
		{"<!-- 吴某注 -->\n\n" + text, "2023.md"},
		{text + "\n走访<!-- 吴某注 -->12次。\n", "2023.md"},
		{text + "\n<!-- 吴某没有写完", "2023.md"},
		{"---\nauthor: 吴某\n---\n" + text, "2023.md"},
		{"---\r\nauthor: 吴某\r\n...\r\n" + text, "2023.md"},
		{text + "\n| 领域<br>类别 | 办结 |\n| --- | --- |\n| 市场<!-- 吴某注 --> | 409 |\n", "2023.md"},
		{text + "\n[//]: # (吴某注)\n", "2023.txt"},
		{text + "\n[水务局](https://example.cn \"吴某\")\n", "2023.txt"},
		{text + "\n![吴某](a.png)\n", "2023.txt"},
		{text + "\n```吴某\n甲\n```\n", "2023.txt"},
		{text + "\n<div title=\"吴某\">\n甲\n</div>\n", "2023.txt"},
		{text + "\n<?吴某?>\n\n<!X 吴某>\n", "2023.txt"},
		{text + "\n甲<br title=\"吴某\">乙\n", "2023.txt"},
	} {
		src := decoded(t, "seeds/a/2023.md", c.raw)
		got := Of(src, false)
		if got.Name != c.name || got.Cleaned != (c.raw != text) || strings.Contains(string(got.Data), "吴某") {
			t.Errorf("%q\n%s, cleaned %v: %q", c.raw, got.Name, got.Cleaned, got.Data)
			continue
		}
		if again := decoded(t, got.Name, string(got.Data)); again.Text != src.Text {
			t.Errorf("%q\nread as %q, before as %q", c.raw, again.Text, src.Text)
		}
	}
}

// FuzzCleanMarkdown: no comment is left, and what is clean stays as it is.
func FuzzCleanMarkdown(f *testing.F) {
	for _, s := range []string{"甲<!-- 乙 -->丙", "---\na: b\n---\n甲", "<!--<!---->-->", "<!-", "甲 < 乙", "<br", "\ufeff---\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cleaned, ok := cleanMarkdown(data)
		if ok && strings.Contains(string(cleaned), "<!--") {
			t.Fatalf("%q", cleaned)
		}
	})
}
