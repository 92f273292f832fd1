package site

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// noted is the page of a document whose notes are called for where ^ stands in its
// passages: ^1 for the first of the notes.
func noted(t *testing.T, passages []string, notes ...string) (page, text string) {
	t.Helper()
	d := &report.Document{}
	for i, words := range passages {
		for {
			at := strings.IndexByte(words, '^')
			if at < 0 {
				break
			}
			n := int(words[at+1] - '1')
			d.Notes = append(d.Notes, report.Note{At: report.Place{Passage: i, Offset: at}, Name: "注" + words[at+1:at+2], Text: len(passages) + n})
			words = words[:at] + words[at+2:]
		}
		d.Passages = append(d.Passages, report.Passage{Text: words})
	}
	for i, words := range notes {
		d.Passages = append(d.Passages, report.Passage{Text: "注" + string(rune('1'+i)) + "：" + words, Kind: report.NoteText})
	}
	words, spans := d.Text()
	src := report.NewSource("示例.docx", words)
	src.Document, src.Spans = d, spans
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return string(body(r, nil, &terms{glossary: glossaryOf(t, "行政复议")})), words
}

// A note is called for where the document does so, outside of other links, and the
// text of the page stays what it is.
func TestCalls(t *testing.T) {
	const title, head = "示例市司法局2023年法治政府建设年度报告", "一、工作情况"
	for words, want := range map[string]string{
		"全年平稳^1，没有新增积案。":       "全年平稳〔1〕，没有新增积案。",
		"全年平稳，没有新增积案。^1":       "全年平稳，没有新增积案。〔1〕",
		"^1全年平稳。":              "〔1〕全年平稳。",
		"调解纠纷1260件^1，办结1247件。": "调解纠纷1260件〔1〕，办结1247件。",
		"调解纠纷12^160件，办结1247件。": "调解纠纷1260件〔1〕，办结1247件。", // within a link: behind it
		"合同96件^1、制度128件。":      "合同96件、制度128件〔1〕。",      // the link of a clause
		"办结1247件^1":            "办结1247件〔1〕",
		"办理行政复^1议案件3件。":        "办理行政复〔1〕议案件3件。",
		"先说一句^1，再说一句^1。":       "先说一句〔1〕，再说一句〔1〕。",
		"两处^1注释^2。":            "两处〔1〕注释〔2〕。",
		"没有注释。":                "没有注释。",
		"“枫桥经验”^1深入人心":         "“枫桥经验”〔1〕深入人心",
	} {
		page, text := noted(t, []string{title, head, words}, "按受理时间统计。", "含上年结转。")
		shown := strings.NewReplacer(`data-n="注1"></a>`, `>〔1〕`, `data-n="注2"></a>`, `>〔2〕`).Replace(page)
		if got := tags.ReplaceAllString(shown, ""); !strings.Contains(got, want+"\n") {
			t.Errorf("%s\n got  %s\n want %s", words, got, want)
		}
		if got := tags.ReplaceAllString(page, ""); strings.ReplaceAll(got, "\n", "") != strings.ReplaceAll(strings.TrimPrefix(text, title), "\n", "") {
			t.Errorf("%s: the text is another: %s", words, got)
		}
		for _, call := range strings.Split(page, `<a class="call"`)[1:] {
			before := page[:strings.Index(page, call)]
			if strings.Count(before, "<a ")-1 != strings.Count(before, "</a>") {
				t.Errorf("%s: a mark stands within a link", words)
			}
			to, _, _ := strings.Cut(strings.SplitN(call, `href="#`, 2)[1], `"`)
			if !strings.Contains(page, `<p id="`+to+`"`) {
				t.Errorf("%s: a mark leads to no note: %s", words, to)
			}
		}
		if calls, backs := strings.Count(page, ` id="call-`), strings.Count(page, `<a class="called" href="#call-`); calls != backs {
			t.Errorf("%s: %d marks to come back to, %d ways back", words, calls, backs)
		}
	}
}

// What calls for a note in the title, which stands elsewhere on the page, is left out.
func TestCallInTitle(t *testing.T) {
	page, _ := noted(t, []string{"示例市司法局2023年法治政府建设年度报告^1", "一、工作情况", "全年平稳^2。"}, "甲。", "乙。")
	if strings.Contains(page, `data-n="注1"`) || !strings.Contains(page, `data-n="注2"`) {
		t.Errorf("the marks are others: %s", page)
	}
}
