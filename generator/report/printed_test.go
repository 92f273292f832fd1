package report

import (
	"strings"
	"testing"
)

// A figure is shown in the words of the text: with the approximation before it or
// behind it, and in a table with the unit of its column.
func TestPrinted(t *testing.T) {
	for _, c := range []struct {
		why, text string
		span      string // from the numeral to the end of its unit
		figure    Figure
		kind      BlockKind
		want      string
	}{
		{"a plain number", "办理12件。", "12件", Figure{Raw: "12", Unit: "件"}, BlockText, "12件"},
		{"an approximation that touches it", "办理528余件。", "528余件", Figure{Raw: "528余", Unit: "件", Approx: "余"}, BlockText, "528余件"},
		{"one before it", "办理约12件。", "12件", Figure{Raw: "12", Unit: "件", Approx: "约"}, BlockText, "约12件"},
		{"one of two characters before it", "办理超过12件。", "12件", Figure{Raw: "12", Unit: "件", Approx: "超"}, BlockText, "超过12件"},
		{"one that is part of the numeral as printed", "办理近百件。", "百件", Figure{Raw: "近百", Unit: "件", Approx: "近"}, BlockText, "近百件"},
		{"one that stands elsewhere", "大约在年底，办理12件。", "12件", Figure{Raw: "12", Unit: "件", Approx: "约"}, BlockText, "12件"},
		{"a number at the beginning", "12件", "12件", Figure{Raw: "12", Unit: "件", Approx: "约"}, BlockText, "12件"},
		{"a number of a table, whose unit stands in the head", "案件\t12", "12", Figure{Raw: "12", Unit: "件"}, BlockRow, "12件"},
		{"one that has its unit", "案件\t12件", "12件", Figure{Raw: "12", Unit: "件"}, BlockRow, "12件"},
		{"a rate of a table", "办结率\t96％", "96％", Figure{Raw: "96", Unit: "%"}, BlockRow, "96％"},
		{"a number without a unit", "案件\t12", "12", Figure{Raw: "12"}, BlockRow, "12"},
		{"a unit that a text does not print", "案件共12。", "12", Figure{Raw: "12", Unit: "件"}, BlockText, "12"},
	} {
		start := strings.Index(c.text, c.span)
		c.figure.Span = Span{start, start + len(c.span)}
		r := &Report{Source: NewSource("2023.txt", c.text), Blocks: []Block{{Kind: c.kind, Span: Span{0, len(c.text)}}}}
		if got := r.Printed(&c.figure); got != c.want {
			t.Errorf("%s: %q is printed as %q", c.why, c.text, got)
		}
	}
	f := Figure{Raw: "4", Span: Span{6, 10}, Words: Span{0, 10}}
	r := &Report{Source: NewSource("2023.txt", "不足4名"), Blocks: []Block{{}}}
	if got := r.Printed(&f); got != "不足4名" {
		t.Errorf("words that bound it: %q", got)
	}
	for _, c := range []struct {
		figure Figure
		exact  bool
	}{{Figure{}, true}, {Figure{Approx: "约"}, false}, {Figure{Bound: BoundBelow}, false}} {
		if c.figure.Exact() != c.exact {
			t.Errorf("%+v", c.figure)
		}
	}
}
