package build

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// What a report may hold. The longest annual reports have 0.2 MB and a thousand
// lines; each line is a row of the page that shows the original, so that a file of
// nothing but line ends took gigabytes, and took the next push with it.
const (
	mostText  = 2 << 20 // bytes of text
	mostLines = 20_000
)

// tooMuch is the finding about a text that is no annual report, whatever it was
// read from.
func tooMuch(src *report.Source) (report.Finding, bool) {
	f := report.Finding{
		Rule: rule.FileTooLarge, Severity: report.Error, File: src.Path,
		Suggestion: "请检查是不是放错了文件，或者末尾有大片空行；附件请不要并入报告。",
	}
	switch lines := strings.Count(src.Text, "\n") + 1; {
	case len(src.Text) > mostText:
		f.Message = fmt.Sprintf("文字超过%d MB，不像一份年度报告", mostText>>20)
	case lines > mostLines:
		f.Message = fmt.Sprintf("有 %d 行，超过%d行，不像一份年度报告", lines, mostLines)
	default:
		return f, false
	}
	return f, true
}
