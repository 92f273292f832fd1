package scratch

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	for _, left := range []string{"mingfa-push-123/deep", "mingfa-push-other", "mingfa-verify-1"} {
		if err := os.MkdirAll(filepath.Join(dir, left), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	a, err := New("push")
	if err != nil {
		t.Fatal(err)
	}
	b, err := New("push")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Folder{a, b} {
		if info, err := os.Stat(f.Path); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", f.Path, info, err)
		}
		if err := os.WriteFile(filepath.Join(f.Path, "x"), nil, 0o600); err != nil {
			t.Error(err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	if got := strings.Join(names(t, dir), " "); got != "mingfa-push-other mingfa-verify-1" {
		t.Errorf("left: %s", got)
	}
}

// TestKilled: what a killed run leaves is gone with the next, and what a living one
// holds is not, however many begin at once.
func TestKilled(t *testing.T) {
	if os.Getenv("MINGFA_TEST_HOLD") != "" {
		f, err := New("push")
		if err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(f.Path, "x"), nil, 0o600)
		os.WriteFile(os.Getenv("MINGFA_TEST_HOLD"), []byte(f.Path), 0o600)
		time.Sleep(time.Minute)
		return
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		note := filepath.Join(t.TempDir(), "note")
		cmd := exec.Command(exe, "-test.run", "^TestKilled$")
		cmd.Env = append(os.Environ(), "MINGFA_TEST_HOLD="+note)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		held := ""
		for began := time.Now(); held == "" && time.Since(began) < 20*time.Second; time.Sleep(5 * time.Millisecond) {
			raw, _ := os.ReadFile(note)
			held = string(raw)
		}
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				f, err := New("push")
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := os.Stat(filepath.Join(held, "x")); err != nil {
					t.Errorf("the folder of a run that lives was removed: %v", err)
				}
				if err := f.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
	}
	f, err := New("push")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
}
