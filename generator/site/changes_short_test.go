package site

import (
	"testing"

	"mingfa/generator/report"
)

// TestStatedInShort: a correction that staff state is told in the list of all by what differs, with
// the unit of a number, as one that was compared.
func TestStatedInShort(t *testing.T) {
	for _, c := range []struct{ old, now, want string }{
		{"评查行政执法案卷178件", "评查行政执法案卷180件", "评查行政执法案卷 178件 180件"},
		{"劝阻群众汇款4680人次", "劝阻群众汇款4860人次", "劝阻群众汇款 4680人次 4860人次"},
		{"全年1件，办结178件执法案件", "全年1件，办结180件执法案件", "办结 178 180"},
		{"办法自5月起实施", "办法自5月起施行", "办法自5月起 实施 施行"},
		{"", "新写的一句话", ""},
		{"这一句话很长很长很长很长很长很长很长很长很长很长很长很长很长", "换成了另外一句同样很长很长很长很长很长很长很长很长很长的话", ""},
	} {
		item := statedItem(0, report.Correction{Old: c.old, Quote: c.now})
		got := ""
		for _, f := range item.figures(figuresShown) {
			got += f.Label + " " + f.Old + " " + f.New
		}
		if got != c.want {
			t.Errorf("%q, now %q, is told as %q, want %q", c.old, c.now, got, c.want)
		}
	}
}
