package explain

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"mingfa/generator/escape"
	"mingfa/generator/report/rule"
)

func TestUnknownRule(t *testing.T) {
	for id, want := range map[string]string{
		"heading_gap":    "没有这条规则：“heading_gap”。要找的也许是 heading-gap（标题序号不连续）",
		"haeding-gap":    "没有这条规则：“haeding-gap”。要找的也许是 heading-gap（标题序号不连续）",
		"Repeated-Words": "没有这条规则：“Repeated-Words”。要找的也许是 repeated-word（词语重复）",
		"bracket":        "没有这条规则：“bracket”。要找的也许是 unpaired-bracket（括号不成对）",
		"手机":             "没有这条规则：“手机”。要找的也许是 mobile-number（手机号码）",
		"甲乙丙\x1b[2J":     "没有这条规则：“甲乙丙␛[2J”",
		"":               "没有这条规则：“”",
		"../../etc":      "没有这条规则：“../../etc”",
	} {
		err := Print(io.Discard, id, 0)
		if !errors.Is(err, ErrUnknown) || err.Error() != want {
			t.Errorf("%q: %v", id, err)
		}
	}
	if near := nearest("heading"); len(near) != 3 {
		t.Errorf("heading may be %v", near)
	}
}

// TestList: every rule is on a line, and the names stand in one column.
func TestList(t *testing.T) {
	var b strings.Builder
	if err := List(&b); err != nil {
		t.Fatal(err)
	}
	groups := 0
	column := 0
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, "【") {
			groups++
			continue
		}
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		r, ok := ruleOf(fields[0])
		if severity := map[string]string{"error": "错误", "warning": "提醒", "note": "说明"}[string(r.Severity)]; !ok || fields[1] != severity || !strings.HasSuffix(line, "  "+r.Name+"\n") {
			t.Errorf("no rule: %q", line)
		}
		at := escape.Width(strings.TrimSuffix(line, r.Name+"\n"))
		if column == 0 {
			column = at
		}
		if at != column {
			t.Errorf("the name begins in column %d, others in %d: %q", at, column, line)
		}
	}
	if n := strings.Count(b.String(), "\n"); groups != len(rule.Groups) || n != len(rule.IDs())+2*groups {
		t.Errorf("%d groups, %d lines", groups, n)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left") }

func TestPrintSaysThatItCouldNot(t *testing.T) {
	if err := Print(brokenWriter{}, rule.HeadingGap, 0); err == nil {
		t.Error("a page for a broken writer gives no error")
	}
	if err := List(brokenWriter{}); err == nil {
		t.Error("a list for a broken writer gives no error")
	}
}
