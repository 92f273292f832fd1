package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/report"
)

// TestAhead: documents are kept as long as there is room, and once; what is not kept is read.
func TestAhead(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	for _, name := range []string{"a", "b", "c", "text"} {
		if err := os.WriteFile(path(name), []byte("示例市司法局的报告，在磁盘上。\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	document := func(bytes int) *report.Source {
		s := report.NewSource("x", strings.Repeat("x", bytes/3))
		s.Document = &report.Document{}
		return s
	}
	a := newAhead()
	a.room = 1000
	a.keep(path("text"), report.NewSource("x", "x"), nil)
	a.keep(path("a"), document(600), []report.Finding{{Rule: "comment"}})
	a.keep(path("b"), document(600), nil)
	a.keep(path("c"), document(300), nil)
	a.keep(path("a"), nil, nil)
	for _, c := range []struct {
		name     string
		kept     bool
		findings int
	}{{"text", false, 0}, {"b", false, 0}, {"a", true, 1}, {"a", false, 0}, {"c", true, 0}} {
		src, findings, err := a.read(t.Context(), path(c.name))
		if err != nil || src == nil || (src.Document != nil) != c.kept || len(findings) != c.findings {
			t.Errorf("%s: %+v, %v, %v", c.name, src, findings, err)
		}
	}
	if a.room != 1000 || len(a.at) != 0 {
		t.Errorf("when all are read, there is room for %d bytes beside %v", a.room, a.at)
	}
	var none *ahead
	none.keep(path("a"), document(3), nil)
	if src, _, err := none.read(t.Context(), path("a")); err != nil || src == nil || src.Document != nil {
		t.Errorf("where nothing is kept: %+v, %v", src, err)
	}
}
