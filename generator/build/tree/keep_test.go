package tree

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A file of an earlier run stays when it ends as it should, and goes otherwise.
func TestKeepIf(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{"a.png": "picture [one]", "b.png": "picture [one", "c.png": "]"} {
		if _, err := WriteFile(filepath.Join(root, "content", name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(root, "content", "folder.png"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.png", filepath.Join(root, "content", "link.png")); err != nil {
		t.Log("no symbolic links here:", err)
	}
	w, err := Open(root, "content")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"a.png": true, "b.png": false, "c.png": false, "d.png": false, "folder.png": false, "link.png": false, "none/e.png": false} {
		if got, err := w.KeepIf("content/"+name, []byte("[one]")); got != want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	var refused *Refused
	if _, err := w.KeepIf("elsewhere/a.png", nil); !errors.As(err, &refused) {
		t.Errorf("outside: %v", err)
	}
	if _, err := w.Finish(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(filepath.Join(root, "content"))
	if err != nil || len(left) != 1 || left[0].Name() != "a.png" {
		t.Errorf("left: %v, %v", left, err)
	}
}
