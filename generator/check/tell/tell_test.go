package tell

import (
	"strings"
	"testing"

	"mingfa/generator/check/survey"
	"mingfa/generator/report"
)

// TestWrite: each format is what its own function writes.
func TestWrite(t *testing.T) {
	findings := []report.Finding{{Rule: "heading-gap", Severity: report.Error, Message: "<甲>&", File: "C:/a<b>.txt", Line: 1, Column: 1, Quote: "<甲>", Excerpt: "<甲>乙"},
		{File: "b.txt", Line: 2, Column: 5, Quote: "甲乙\n丙", Message: "没有原文的一行"}, {File: "c.txt", Line: 1}}
	for format, want := range map[string][]string{
		"text": {"错误：<甲>& [heading-gap]\n  C:/a<b>.txt:1:1\n    <甲>乙\n    ^^^^\n"},
		"json": {`"message": "<甲>&"`, `"file": "C:/a<b>.txt"`},
		"sarif": {`"version": "9.9"`, `"text": "<甲>&"`, `"uri": "file:///C:/a%3Cb%3E.txt"`, `"text": "<甲>"`, `"endColumn": 4`, `"endColumn": 7`, `"text": "甲乙"`,
			`"text": "标题的序号跳了号。`},
		"github": {"::error file=C%3A/a<b>.txt,line=1,col=1,endColumn=4,title=heading-gap::<甲>&\n", "::warning file=b.txt,line=2,col=5,endColumn=7,title=mingfa::", "file=c.txt,line=1,title="},
	} {
		var b strings.Builder
		if err := Write(&b, survey.New("", nil, findings), format, Options{Version: "9.9"}); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s lacks %s:\n%s", format, w, b.String())
			}
		}
	}
	if len(Formats) != 6 || Formats[0] != "text" {
		t.Errorf("formats are %v", Formats)
	}
	err := Write(&strings.Builder{}, survey.New("", nil, nil), "xml\x1b", Options{})
	if err == nil || err.Error() != "没有“xml␛”这种格式，可用的有 text、json、sarif、github、csv、html" {
		t.Errorf("%v", err)
	}
}

// TestSorted: by file, line and column, whatever the order was.
func TestSorted(t *testing.T) {
	findings := []report.Finding{{File: "a", Line: 2, Column: 9}, {File: "a", Line: 2, Column: 10}, {File: "a", Line: 10, Column: 1}, {File: "b"}}
	for _, order := range [][]int{{3, 2, 1, 0}, {1, 0, 3, 2}, {0, 2, 1, 3}} {
		var given []report.Finding
		for _, i := range order {
			given = append(given, findings[i])
		}
		for i, f := range sorted(given) {
			if f != findings[i] {
				t.Errorf("%v: %+v is number %d", order, f, i)
			}
		}
	}
}
