package build

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestPipe: reading a pipe to which nobody writes would never end.
func TestPipe(t *testing.T) {
	for _, name := range []string{"seeds/x/2025.txt", "content/news/2.md", "static/x"} {
		b := looking(t)
		put(t, filepath.Join(b.Project, "static", "y"), "y")
		if err := syscall.Mkfifo(filepath.Join(b.Project, filepath.FromSlash(name)), 0o666); err != nil {
			t.Skip(err)
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			if in := b.look(t.Context()); in != nil {
				t.Errorf("%s: concluded from is %+v", name, in)
			}
			if reason, err := b.entangled(); err != nil || (reason == "") != (name == "seeds/x/2025.txt") {
				t.Errorf("%s: %q, %v", name, reason, err)
			}
		}()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatalf("%s is being read", name)
		}
	}
}

// TestPipeIsRefused: a pipe among the portal's own files is told of at once, by its name.
func TestPipeIsRefused(t *testing.T) {
	for _, name := range []string{"content/news/pipe", "static/pipe", "layouts/reports/pipe", "assets/pipe", "data/pipe.toml", "i18n/pipe"} {
		b := looking(t)
		if err := b.readable(); err != nil {
			t.Errorf("a sound project: %v", err)
		}
		put(t, filepath.Join(b.Project, filepath.FromSlash(name)+".d", "y"), "y")
		if err := syscall.Mkfifo(filepath.Join(b.Project, filepath.FromSlash(name)), 0o666); err != nil {
			t.Skip(err)
		}
		if _, err := b.Render(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), name+" 不是文件") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
