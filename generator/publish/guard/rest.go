package guard

import (
	"fmt"

	"mingfa/generator/report"
)

// mostOfFile bounds the findings of a file. Each is looked up in its text: of a file that
// is nothing but faults, all of them would cost the square of its length.
const mostOfFile = 50

// rest is how many faults of a file are not told one by one.
type rest int

// full counts a fault, and reports whether it is not told.
func (r *rest) full(told []report.Finding) bool {
	if len(told) < mostOfFile {
		return false
	}
	*r++
	return true
}

// end adds to the findings of a file that there are more.
func (r rest) end(told []report.Finding, file, rule string) []report.Finding {
	if r == 0 {
		return told
	}
	return append(told, report.Finding{
		Rule: rule, Severity: report.Error, File: file, Message: fmt.Sprintf("这个文件里同样的错误还有 %d 处，没有列出", r), Suggestion: "请先改正已经列出的。",
	})
}
