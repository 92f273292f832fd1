package review

import (
	"strings"
	"testing"
)

func TestToCome(t *testing.T) {
	rv, findings := Parse("2023.toml", []byte(`[disclosure]
published = "2032-02-06"
written = "2024-01-31"
[[correction]]
old = "405件"
date = "2032-06-03"
reason = "录入错误"
[[correction]]
old = "405件"
date = "2024-06-03"
reason = "录入错误"
`))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var got []string
	for _, f := range rv.ToCome("2024-06-03") {
		got = append(got, string(f.Severity)+" "+f.Quote+" "+f.Message)
	}
	want := `error "2032-06-03" 更正的日期 2032-06-03 还没有到
warning "2032-02-06" 发布日期 2032-02-06 还没有到`
	if strings.Join(got, "\n") != want {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
	if more := rv.ToCome(""); len(more) > 0 {
		t.Errorf("without a day of today: %v", more)
	}
	if more := (*Review)(nil).ToCome("2024-06-03"); len(more) > 0 {
		t.Errorf("without a review: %v", more)
	}
}
