package build

import (
	"path/filepath"
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
