package tell

import (
	"strings"
	"testing"

	"mingfa/generator/check/survey"
	"mingfa/generator/report"
)

// Findings that say the same of the same words are one for people, each for programs.
func TestFold(t *testing.T) {
	of := func(line int, message, quote string, severity report.Severity) report.Finding {
		return report.Finding{Rule: "repeated-word", Severity: severity, Message: message, File: "2023.txt", Line: line, Column: 1, Quote: quote}
	}
	findings := []report.Finding{
		of(3, "重复", "行政行政", report.Warning), of(9, "重复", "行政行政", report.Warning), of(9, "重复", "行政行政", report.Warning), of(5, "重复", "进行进行", report.Warning),
		of(12, "重复", "行政行政", report.Error), of(20, "重复", "行政行政", report.Warning), {Rule: "bad-slug", Severity: report.Warning, File: "b", Message: "重复"}, {Rule: "bad-slug", Severity: report.Warning, File: "b", Message: "重复"},
	}
	var out strings.Builder
	if err := Print(&out, findings, Options{}); err != nil {
		t.Fatal(err)
	}
	const want = "错误：重复 [repeated-word]\n  2023.txt:12:1\n\n提醒：重复 [repeated-word]\n  2023.txt:3:1\n  同样的还有 3 处：第 9、20 行\n\n" +
		"提醒：重复 [repeated-word]\n  2023.txt:5:1\n\n提醒：重复 [bad-slug]\n  b\n\n提醒：重复 [bad-slug]\n  b\n\n检查完毕：1处错误，7处提醒。\n"
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	var many []report.Finding
	for i := range 30 {
		many = append(many, of(i+1, "重复", "行政行政", report.Warning))
	}
	if got := fold(many); len(got) != 1 || got[0].Again() != "同样的还有 29 处：第 2、3、4、5、6、7、8、9、10、11、12、13……行" {
		t.Errorf("got %s", got[0].Again())
	}
	for format, times := range map[string]int{"json": 30, "github": 30, "csv": 30, "sarif": 30, "html": 1} {
		var b strings.Builder
		if err := Write(&b, survey.New("", []survey.Report{{File: "2023.txt", State: survey.Sound}}, many), format, Options{}); err != nil {
			t.Fatal(err)
		}
		mark := map[string]string{"json": `"quote"`, "github": "::warning", "csv": "\r\n提示", "sarif": `"snippet"`, "html": "<blockquote>"}[format]
		if n := strings.Count(b.String(), mark); n != times {
			t.Errorf("%s has %d, want %d", format, n, times)
		}
	}
}
