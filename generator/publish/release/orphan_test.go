package release

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOrphanIsNotInTheWay: a process of a killed publisher that goes on writing into
// its folders neither stops the next publisher nor gets a file into its release.
func TestOrphanIsNotInTheWay(t *testing.T) {
	s := newStore(t, 2)
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	folders := []string{d.Path(), d.Work()}
	d.lock.Release() // it was killed
	stop, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			for _, folder := range folders {
				deep := filepath.Join(folder, fmt.Sprint(i%7))
				_ = os.MkdirAll(deep, 0o755)
				_ = os.WriteFile(filepath.Join(deep, fmt.Sprint("orphan", i)), nil, 0o644)
			}
		}
	}()
	for version := range 8 {
		publish(t, s, siteOf(version))
		sound(t, s)
	}
	close(stop)
	<-ended
	for name := range tree(t, s.Current()) {
		if strings.Contains(name, "orphan") {
			t.Errorf("the release holds %s", name)
		}
	}
	publish(t, s, siteOf(9))
	for _, folder := range folders {
		if _, err := os.Stat(folder); err == nil {
			t.Errorf("%s is still there", folder)
		}
	}
}

// TestTidy: what a killed publisher left goes without another publishing, and not
// while one is at work.
func TestTidy(t *testing.T) {
	s := newStore(t, 2)
	publish(t, s, siteOf(1))
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Tidy(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(d.Path()); err != nil {
		t.Errorf("the draft of one at work is gone: %v", err)
	}
	d.lock.Release() // it was killed
	if err := s.Tidy(); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{".work*", ".publish.lock", "releases/.*"} {
		if left, _ := filepath.Glob(filepath.Join(s.dir, pattern)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}
