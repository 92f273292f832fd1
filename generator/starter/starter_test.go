package starter

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

func TestMake(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "portal")
	made, err := Make(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", ".gitignore", ".gitattributes", "seeds/site.toml", "seeds/shili-sfj/body.toml", "seeds/shili-sfj/2024.txt"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil || !slices.Contains(made, name) {
			t.Errorf("%s is not made, or not told: %v, %q", name, err, made)
		}
	}
	portal, findings, err := seeds.Load(filepath.Join(dir, "seeds"))
	if err != nil || len(findings) > 0 || report.Failed(findings) || len(portal.Bodies) != 1 || !portal.Site.Demonstration {
		t.Errorf("the portal reads as %+v, %v, %v", portal, findings, err)
	}
	if _, err := Make(dir); err == nil {
		t.Error("a portal was made over another one")
	}
}

func TestMakeKeepsWhatIsThere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "报告.docx"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{file: "是一个文件", full: "报告.docx"} {
		_, err := Make(dir)
		var occupied *Occupied
		if !errors.As(err, &occupied) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", dir, err)
		}
	}
	if entries, err := os.ReadDir(full); err != nil || len(entries) != 1 {
		t.Errorf("something was written: %v, %v", entries, err)
	}
	clone := t.TempDir()
	if err := os.Mkdir(filepath.Join(clone, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := Make(clone); err != nil {
		t.Errorf("a repository just cloned is refused: %v", err)
	}
}

func TestFailedMakeLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	real := renamed["gitignore"]
	renamed["gitignore"] = "not\x00a name"
	defer func() { renamed["gitignore"] = real }()
	if _, err := Make(dir); err == nil {
		t.Fatal("a file was written into a folder that is not there")
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// TestSettingsExplainEveryKey compares the keys with those that this
// repository's own settings explain.
func TestSettingsExplainEveryKey(t *testing.T) {
	keys := func(path string) []string {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, m := range regexp.MustCompile(`(?m)^(?:# )?([a-z_]+) = `).FindAllStringSubmatch(string(text), -1) {
			found = append(found, m[1])
		}
		slices.Sort(found)
		return found
	}
	if got, want := keys("folder/seeds/site.toml"), keys("../../seeds/site.toml"); !slices.Equal(got, want) {
		t.Errorf("explained are\n%q, not\n%q", got, want)
	}
}
