package guard

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

// TestCheck looks through the site of every case.
func TestCheck(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		findings, err := Check(site(t, c.Map()))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Severity != report.Error {
				t.Errorf("%s would be let through: %s", f.Quote, f.Severity)
			}
		}
		return findingtest.Print(findings)
	})
}

func site(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Faults without a line of their own, and of one line, come in the same order
// however the map of the settings is gone through.
func TestOrderOfSettings(t *testing.T) {
	raw := []byte("deploy.a = 1\ncaches.a = 1\nmodule = { imports = [], proxy = \"x\", private = \"x\", noproxy = \"x\" }\n")
	want := ""
	for range 50 {
		got := findingtest.Print(checkSettings(raw))
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("once\n%s\nand once\n%s", want, got)
		}
	}
}

// TestOrderOfTemplates: the templates of a file come in no order, what is found in them in that of
// the lines.
func TestOrderOfTemplates(t *testing.T) {
	text := ""
	for i := range 8 {
		text += fmt.Sprintf("{{ define \"%d\" }}{{ now }}{{ end }}\n", i)
	}
	for range 20 {
		for i, f := range checkTemplate("layouts/x.html", text) {
			if f.Line != i+1 {
				t.Fatalf("finding %d is of line %d", i, f.Line)
			}
		}
	}
}

// What cannot be looked at is not let through.
func TestCheckUnreadable(t *testing.T) {
	if _, err := Check(site(t, map[string]string{"hugo.toml/x": ""})); err == nil {
		t.Error("settings that are a folder are let through")
	}
	if found, err := Check(site(t, map[string]string{"layouts/a.html": ""}) + "\x00"); err == nil {
		t.Errorf("a folder that cannot be opened is let through: %v", found)
	}
	dir := site(t, map[string]string{"layouts/a.html": "", "hugo.toml": ""})
	if err := os.Symlink("content", filepath.Join(dir, "content")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if _, err := Check(dir); err == nil {
		t.Error("a folder that leads to itself is let through")
	}
	dir = site(t, map[string]string{"layouts/a.html": ""})
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, "layouts", "b.html")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if _, err := Check(dir); err == nil {
		t.Error("a template that is a folder elsewhere is let through")
	}
}
