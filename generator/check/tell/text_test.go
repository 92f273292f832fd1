package tell

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/escape"
	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
)

// compare runs the cases of a folder: write is given the findings of a case,
// each a file of lines "key: value", where a value in quotation marks is a Go
// string literal.
func compare(t *testing.T, pattern string, write func(t *testing.T, w io.Writer, findings []report.Finding) error) {
	golden.Run(t, pattern, func(t *testing.T, c *golden.Case) string {
		var findings []report.Finding
		for _, f := range c.Files() {
			findings = append(findings, parseFinding(t, string(f.Data)))
		}
		var out strings.Builder
		if err := write(t, &out, findings); err != nil {
			t.Fatal(err)
		}
		return out.String()
	})
}

func TestPrintGolden(t *testing.T) {
	compare(t, "testdata/text/*.txtar", func(_ *testing.T, w io.Writer, findings []report.Finding) error {
		return Print(w, findings, Options{Width: 64})
	})
}

func parseFinding(t *testing.T, text string) report.Finding {
	f := report.Finding{Rule: "heading-gap", Severity: report.Warning, File: "seeds/示例/2023.txt"}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if strings.HasPrefix(value, `"`) {
			var err error
			if value, err = strconv.Unquote(value); err != nil {
				t.Fatal(err)
			}
		}
		number, _ := strconv.Atoi(value)
		switch key {
		case "rule":
			f.Rule = value
		case "severity":
			f.Severity = report.Severity(value)
		case "message":
			f.Message = value
		case "file":
			f.File = value
		case "line":
			f.Line = number
		case "column":
			f.Column = number
		case "quote":
			f.Quote = value
		case "excerpt":
			f.Excerpt = value
		case "suggestion":
			f.Suggestion = value
		default:
			t.Fatalf("no such key: %s", line)
		}
	}
	return f
}

func TestPrintLongLineIsCutAroundTheQuote(t *testing.T) {
	line := strings.Repeat("依法行政，", 300000) + "办理案件528余次" + strings.Repeat("，依法行政", 300000)
	column := utf8.RuneCountInString(line[:strings.Index(line, "528")]) + 1
	var b bytes.Buffer
	Print(&b, []report.Finding{{Message: "甲", File: "a.txt", Line: 1, Column: column, Quote: "528余次", Excerpt: line}}, Options{Width: 60})
	lines := strings.Split(b.String(), "\n")
	shown, carets := lines[2], lines[3]
	if escape.Width(shown) > 64 || !strings.HasPrefix(shown, "    …") || !strings.HasSuffix(shown, "…") {
		t.Errorf("shown as %q", shown)
	}
	if at := strings.Index(shown, "528余次"); at < 0 || escape.Width(shown[:at]) != strings.Index(carets, "^") || strings.Count(carets, "^") != 7 {
		t.Errorf("carets\n%s\n%s", shown, carets)
	}
}

// TestPrintForOtherPrograms: where there is no terminal, a message is one line.
func TestPrintForOtherPrograms(t *testing.T) {
	long := strings.Repeat("依法行政，", 50)
	var b strings.Builder
	Print(&b, []report.Finding{{Message: long, Suggestion: long, Rule: "heading-gap"}}, Options{})
	if want := "提醒：" + long + " [heading-gap]\n  建议：" + long + "\n\n检查完毕：1处提醒，没有错误。\n"; b.String() != want {
		t.Errorf("%q", b.String())
	}
}

// TestPrintFitsTheTerminal: nothing is wider than the terminal, so that carets
// stay under their words.
func TestPrintFitsTheTerminal(t *testing.T) {
	long := strings.Repeat("依法行政", 60)
	for _, width := range []int{44, 80, 103, 104, 250} {
		var b strings.Builder
		Print(&b, []report.Finding{{Message: long, Suggestion: long, Rule: "heading-gap", File: "a.txt", Line: 1, Column: 100, Quote: "法行", Excerpt: long}}, Options{Width: width})
		widest := 0
		for line := range strings.Lines(b.String()) {
			widest = max(widest, escape.Width(strings.TrimSuffix(line, "\n")))
		}
		if widest > width || widest < width-3 {
			t.Errorf("on %d columns the widest line has %d:\n%s", width, widest, b.String())
		}
	}
}

func TestPrintColorsOnlyWhenAsked(t *testing.T) {
	findings := []report.Finding{{Severity: report.Error, Message: "甲", File: "a.txt", Line: 1, Column: 1, Quote: "乙", Excerpt: "乙"}}
	var plain, coloured bytes.Buffer
	Print(&plain, findings, Options{})
	Print(&coloured, findings, Options{Color: true})
	if strings.Contains(plain.String(), "\x1b") || !strings.Contains(coloured.String(), "\x1b[1;31m错误\x1b[0m") {
		t.Errorf("%q, %q", plain.String(), coloured.String())
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestPrintSaysThatItCouldNot(t *testing.T) {
	if err := Print(brokenWriter{}, nil, Options{}); err == nil {
		t.Error("Print to a broken writer gives no error")
	}
	if err := JSON(brokenWriter{}, nil); err == nil {
		t.Error("JSON to a broken writer gives no error")
	}
}

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, nil); err != nil || b.String() != "{\n  \"findings\": []\n}\n" {
		t.Errorf("no findings: %v, %s", err, b.String())
	}
	b.Reset()
	given := []report.Finding{
		{Rule: "b", Severity: report.Warning, File: "b.txt", Line: 1, Column: 9, Quote: "<甲>", Excerpt: "not printed"},
		{Rule: "a", Severity: report.Error, File: "a.txt", Line: 2, Column: 1},
	}
	if err := JSON(&b, given); err != nil {
		t.Fatal(err)
	}
	var got struct{ Findings []map[string]any }
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"rule": "a", "severity": "error", "message": "", "file": "a.txt", "line": 2.0, "column": 1.0, "quote": "", "suggestion": ""},
		{"rule": "b", "severity": "warning", "message": "", "file": "b.txt", "line": 1.0, "column": 9.0, "quote": "<甲>", "suggestion": ""},
	}
	if diff := cmp.Diff(want, got.Findings); diff != "" {
		t.Errorf("want - got +:\n%s", diff)
	}
	if given[0].Rule != "b" {
		t.Error("JSON sorted the caller's slice")
	}
}

// FuzzPrint: whatever a file holds, nothing that acts on a terminal is
// printed, and the carets stay within the width.
func FuzzPrint(f *testing.F) {
	f.Add("文件.txt", "甲\x1b[2J", "一\t二\u202e三\xff", "二", 3)
	f.Add("a\nb", "", strings.Repeat("法", 200), "法\n治", 150)
	f.Add("", "\u2028", "\u200b\u3164", "\u3164", 2)
	f.Fuzz(func(t *testing.T, file, message, excerpt, quote string, column int) {
		var b bytes.Buffer
		found := report.Finding{Message: message, Suggestion: message, File: file, Line: 1, Column: column, Quote: quote, Excerpt: excerpt}
		if err := Print(&b, []report.Finding{found}, Options{Width: 50}); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r != '\n' && (unicode.IsControl(r) || escape.Hidden(r)) {
				t.Fatalf("%U in %q", r, b.String())
			}
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if strings.TrimLeft(line, " ^") == "" && strings.Contains(line, "^") && len(line) > 4+50 {
				t.Fatalf("carets %q", line)
			}
		}
	})
}
