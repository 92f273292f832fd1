package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExtract(t *testing.T) {
	r := &Report{
		Title: "题目<1>\u2028", Year: 2023, Source: &Source{Path: "seeds/a/2023.txt", SHA256: "00", Format: "txt", Encoding: "utf-8"},
		Blocks:   []Block{{ID: "p1"}},
		Headings: []Heading{{ID: "h1", Level: 1, Number: "一、", Text: "工作", Line: 3}, {ID: "h2", Level: 2, Number: "（一）"}},
		Figures: []Figure{
			{ID: "f0", Value: "1", Hidden: true},
			{ID: "f1", Value: "528", Raw: "528余", Unit: "次", Approx: "余", Kind: KindCount, Label: "执法", Own: true, Quote: "执法“528余次”\t\"", Line: 4, Indicator: "i"},
			{ID: "f2", Bound: BoundAtLeast, Line: 4}, {ID: "f3", Value: "-0.50"},
		},
	}
	want := `{"title":"题目<1>\u2028","issuer":"","year":2023,"source":{"path":"seeds/a/2023.txt","sha256":"00","format":"txt","encoding":"utf-8"},` +
		`"headings":[{"id":"h1","level":1,"number":"一、","text":"工作","line":3},{"id":"h2","level":2,"number":"（一）","text":"","line":0}],` +
		`"figures":[{"id":"f1","value":528,"raw":"528余","unit":"次","approx":"余","bound":"","kind":"count","label":"执法","own":true,"quote":"执法“528余次”\t\"","paragraph":"p1","line":4,"indicator":"i"},` +
		`{"id":"f2","value":0,"raw":"","unit":"","approx":"","bound":"≥","kind":"","label":"","own":false,"quote":"","paragraph":"p1","line":4,"indicator":""},` +
		`{"id":"f3","value":-0.50,"raw":"","unit":"","approx":"","bound":"","kind":"","label":"","own":false,"quote":"","paragraph":"p1","line":0,"indicator":""}],"citations":[],"metadata":[]}`
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(r.Extract())
	if diff := cmp.Diff(want+"\n", out.String()); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for _, no := range []string{"x", "1 ", "01", "1,000", "+1", "NaN", "[1]", "1,\"x\":1"} {
		r.Figures[1].Value = no
		if raw, err := json.Marshal(r.Extract()); err == nil {
			t.Errorf("%q is taken for a number: %s", no, raw)
		}
	}
}
