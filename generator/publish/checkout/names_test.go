package checkout

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNames: what cannot stand on every disk is refused before it is accepted.
func TestNames(t *testing.T) {
	for path, want := range map[string]string{
		"seeds/shili/2023.txt":                     "",
		"static/icons/图 1（新）.png":                  "",
		"static/icons/.well-known/security.txt":    "",
		"static/icons/console.svg":                 "",
		"static/icons/comma.svg":                   "",
		"static/icons/" + strings.Repeat("a", 200): "",
		"static/icons/" + strings.Repeat("a", 201): "太长",
		"static/icons/" + strings.Repeat("图", 84):  "太长", // 252 bytes
		strings.Repeat("a/", 21) + "x":             "套得太深",
		strings.Repeat("a/", 1000) + "x":           "路径太长",
		strings.Repeat("abcdefghij/", 79) + "x":    "路径太长",
		strings.Repeat("a/", 20) + "x":             "",
		"static/icons/prn":                         "Windows",
		"static/icons/com0":                        "Windows",
		"static/icons/lpt":                         "",
		"static/icons/com10":                       "",
		"static/icons/coma.svg":                    "",
		"static/icons/con":                         "Windows",
		"static/icons/CON.svg":                     "Windows",
		"static/icons/nul.tar.gz":                  "Windows",
		"static/aux/x.svg":                         "Windows",
		"static/icons/com1":                        "Windows",
		"static/icons/LPT9.txt":                    "Windows",
		"static/icons/a\nb.svg":                    "看不见",
		"static/icons/a\x7fb.svg":                  "看不见",
		"static/icons/a\u200bb.svg":                "看不见",
		"static/icons/\u202egvs.svg":               "看不见",
		"static/icons/a\u2028b":                    "看不见",
		"static/icons/\xff.svg":                    "UTF-8",
		"static/icons/\xb1\xa8.svg":                "UTF-8",
		"static/icons/a:b.svg":                     "存不了",
		"static/icons/a?.svg":                      "存不了",
		"static/icons/<b>.svg":                     "存不了",
		"static/icons/a ":                          "存不了",
		"static/icons/a.":                          "存不了",
		"static/ icons/a":                          "存不了",
		"static/...":                               "存不了",
	} {
		got := unfit(path)
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%.60q: want %q, got %q", path, want, got)
		}
	}
}

// TestNameOfACommit: the refusal reaches who pushes, with the name made visible.
func TestNameOfACommit(t *testing.T) {
	r := newRepository(t)
	tree := r.tree("100644 blob " + r.blob("x") + "\tcon.txt")
	root := r.tree("040000 tree " + tree + "\tseeds")
	_, err := r.Files(t.Context(), root, "seeds")
	var refused *Refused
	if !errors.As(err, &refused) || refused.Path != "seeds/con.txt" {
		t.Errorf("a device's name: %v", err)
	}
}

// TestPointersAreRefused: a pointer of Git LFS is no report.
func TestPointersAreRefused(t *testing.T) {
	r := newRepository(t)
	tree := r.tree("100644 blob " + r.blob("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n") + "\t2023.txt")
	root := r.tree("040000 tree " + tree + "\tseeds")
	files, err := r.Files(t.Context(), root, "seeds")
	if err != nil {
		t.Fatal(err)
	}
	var refused *Refused
	if err := r.Extract(t.Context(), files, t.TempDir(), nil); !errors.As(err, &refused) || !strings.Contains(err.Error(), "Git LFS 的指针") {
		t.Errorf("a pointer is taken for a file: %v", err)
	}
}

// TestUnusableRepository: a repository that git does not read is no folder without
// one, whose files would be published as they lie there.
func TestUnusableRepository(t *testing.T) {
	dir := t.TempDir()
	inside := filepath.Join(dir, "portal")
	for _, folder := range []string{inside, filepath.Join(dir, ".git")} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	repo := Repo{Dir: inside}
	if _, err := repo.Resolve(t.Context(), "HEAD"); err == nil || errors.Is(err, ErrNoRepository) || !strings.Contains(err.Error(), "git 读不了这个仓库") {
		t.Errorf("a damaged repository: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := repo.Resolve(t.Context(), "HEAD"); err == nil || errors.Is(err, ErrNoRepository) || !strings.Contains(err.Error(), "找不到 git 程序") {
		t.Errorf("no program: %v", err)
	}
	repo.Dir = t.TempDir()
	if _, err := repo.Resolve(t.Context(), "HEAD"); !errors.Is(err, ErrNoRepository) {
		t.Errorf("no repository: %v", err)
	}
}
