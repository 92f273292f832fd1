package command

import (
	"bytes"
	"strings"
	"testing"

	"mingfa/generator/report/rule"
)

// TestExplain asks for rules as staff do: by name, by several names, without any,
// with a slip, and in Chinese.
func TestExplain(t *testing.T) {
	const footer = "\n\n查看一条规则的说明：mingfa check --explain heading-gap\n"
	t.Chdir(t.TempDir()) // where there is no seeds/
	for _, c := range []struct {
		args       string
		status     int
		first, end string
		listed     bool
	}{
		{"--explain heading-gap", 0, "heading-gap：标题序号不连续\n", "", false},
		{"--explain=heading-gap", 0, "heading-gap：标题序号不连续\n", "", false},
		{"--explain bank-card id-number", 0, "bank-card：银行卡号\n", "", false},
		{"--explain", 0, "【报告文件】\n", footer, true},
		{"--explain --format json", 0, "【报告文件】\n", footer, true},
		{"--explain heading_gap", 2, "【报告文件】\n", footer + "错误：没有这条规则：“heading_gap”。要找的也许是 heading-gap（标题序号不连续）\n", true},
		{"--explain 手机", 2, "【报告文件】\n", footer + "错误：没有这条规则：“手机”。要找的也许是 mobile-number（手机号码）\n", true},
		{"--format xml", 2, "错误：没有“xml”这种格式，可用的有 text、json、sarif、github、csv、html\n", "", false},
	} {
		var out bytes.Buffer
		status := Run(t.Context(), "mingfa", append([]string{"check"}, strings.Fields(c.args)...), &out, &out)
		if said := out.String(); status != c.status || !strings.HasPrefix(said, c.first) || !strings.HasSuffix(said, c.end) {
			t.Errorf("check %s ends with %d and says\n%s", c.args, status, said)
		}
		for _, id := range rule.IDs() {
			if listed := strings.Contains(out.String(), "\n  "+id+" "); listed != c.listed {
				t.Errorf("check %s lists %s: %v", c.args, id, listed)
				break
			}
		}
	}
}
