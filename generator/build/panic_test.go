package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/outcome"
	"mingfa/generator/seeds"
)

// TestPanicOfAReport: a report at which a stage fails does not end the program, and
// is named.
func TestPanicOfAReport(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	path := filepath.Join(dir, "seeds", "shili", "2023.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措\n评查执法卷宗64本。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	rd := &reader{project: filepath.ToSlash(dir)} // without words, at which the outline fails
	portal := &seeds.Portal{Bodies: []*seeds.Body{{Slug: "shili", Entries: []seeds.Entry{{Path: filepath.ToSlash(path), Year: 2023}}}}}
	use := func(int, int, *reading, *reading) error { return nil }
	named := func() error { return rd.readNamed(t.Context(), []string{path}, func(string, *reading) {}) }
	for name, read := range map[string]func() error{"all": func() error { return rd.readAll(t.Context(), portal, use) }, "one that is named": named} {
		err := read()
		var crash *outcome.Crash
		if !errors.As(err, &crash) || !strings.Contains(outcome.Message(err), "读取 seeds/shili/2023.txt 时") {
			t.Errorf("%s: %v", name, err)
		}
	}
	rd, _, err := projectReader()
	if err != nil {
		t.Fatal(err)
	}
	err = rd.readAll(t.Context(), portal, func(int, int, *reading, *reading) error { panic("x") })
	if !strings.Contains(outcome.Message(err), "2023.txt 的网页 时，程序自己出了错") {
		t.Errorf("a page: %v", err)
	}
}
