package lexicon

import "testing"

// Words that say all that others say and more are of a part; the same words, other
// words and nothing are not.
func TestSaysMore(t *testing.T) {
	for _, c := range []struct {
		words, others string
		want          bool
	}{
		{"审查重大合同", "审查合同", true},
		{"市政府规范性文件清理", "清理规范性文件", true},
		{"审查合同", "审查重大合同", false},
		{"审查合同", "审查合同", false},
		{"审查协议合同", "审查文件", false},
		{"检查企业", "", false},
		{"检查检测企业", "检查检查企业", false},
	} {
		if got := SaysMore(c.words, c.others); got != c.want {
			t.Errorf("%q beside %q: got %v", c.words, c.others, got)
		}
	}
}
